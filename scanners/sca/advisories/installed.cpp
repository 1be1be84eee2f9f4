// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/installed.h"

#include "core/file.h"
#include "core/hash.h"
#include "scanners/sca/advisories/index.h"
#include "scanners/sca/advisories/mapped_file.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace codelake::sca {

namespace {

constexpr std::uint64_t k_status_bytes_max = 1U << 20U;

using Json = nlohmann::json;

std::string status_path(const std::string& directory, const std::string& ecosystem) {
  return directory + "/" + ecosystem + ".json";
}

std::string to_json(const InstalledEcosystem& about) {
  const Json json = {{"ecosystem", about.ecosystem},
                     {"imported_at", about.imported_at},
                     {"origin", about.origin},
                     {"etag", about.etag},
                     {"last_modified", about.last_modified},
                     {"sha256", about.sha256},
                     {"newest_modified", about.newest_modified},
                     {"index_bytes", about.index_bytes},
                     {"advisories", about.advisories},
                     {"packages", about.packages},
                     {"withdrawn", about.withdrawn},
                     {"without_versions", about.without_versions},
                     {"ranges_unreadable", about.ranges_unreadable},
                     {"sources", about.sources}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint64_t count_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

std::optional<InstalledEcosystem> from_json(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  InstalledEcosystem about;
  about.ecosystem = text_of(json, "ecosystem");
  about.imported_at = text_of(json, "imported_at");
  about.origin = text_of(json, "origin");
  about.etag = text_of(json, "etag");
  about.last_modified = text_of(json, "last_modified");
  about.sha256 = text_of(json, "sha256");
  about.newest_modified = text_of(json, "newest_modified");
  about.index_bytes = count_of(json, "index_bytes");
  about.advisories = count_of(json, "advisories");
  about.packages = count_of(json, "packages");
  about.withdrawn = count_of(json, "withdrawn");
  about.without_versions = count_of(json, "without_versions");
  about.ranges_unreadable = count_of(json, "ranges_unreadable");
  const auto sources = json.find("sources");
  if (sources == json.end() || !sources->is_object()) return about;
  for (const auto& [prefix, count] : sources->items())
    about.sources[prefix] = count_of(*sources, prefix.c_str());
  return about;
}

}  // namespace

Result<DatabaseLock> DatabaseLock::take(const std::string& directory) {
  TRY(make_directory(directory));
  const std::string path = directory + "/.lock";
  const auto failed = [&](std::string cause, std::string remedy) {
    return fail(
        {ErrorKind::environment, "locking the advisory database", path, std::move(cause), std::move(remedy)});
  };
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return failed(std::strerror(errno), {});
  DatabaseLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
  return failed("another import or update is running", "wait until it has ended");
}

DatabaseLock::DatabaseLock(DatabaseLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

DatabaseLock::~DatabaseLock() {
  if (m_descriptor >= 0) ::close(m_descriptor);
}

std::string index_path(const std::string& directory, const std::string& ecosystem) {
  return directory + "/" + ecosystem + ".idx";
}

Result<void> write_status(const std::string& directory, const InstalledEcosystem& about) {
  return write_file_atomically(status_path(directory, about.ecosystem), to_json(about));
}

Result<PreparedEcosystem> prepare(InstalledEcosystem about, IndexBuilder& builder) {
  const BuildCounts counts = builder.counts();
  about.advisories = counts.advisories;
  about.packages = counts.packages;
  about.withdrawn = counts.withdrawn;
  about.without_versions = counts.without_versions;
  about.newest_modified = counts.newest_modified;
  about.ranges_unreadable = counts.compiled.ranges_unreadable;
  about.sources = builder.sources();
  std::string index = TRY(builder.finish());
  about.sha256 = sha256_hex(index);
  about.index_bytes = index.size();
  return PreparedEcosystem{std::move(about), std::move(index)};
}

Result<InstalledEcosystem> install(const std::string& directory, PreparedEcosystem prepared) {
  TRY(write_file_atomically(index_path(directory, prepared.about.ecosystem), prepared.index));
  TRY(write_status(directory, prepared.about));
  return std::move(prepared.about);
}

Result<InstalledEcosystem> install(const std::string& directory, InstalledEcosystem about,
                                   IndexBuilder& builder) {
  return install(directory, TRY(prepare(std::move(about), builder)));
}

std::optional<InstalledEcosystem> installed(const std::string& directory, const std::string& ecosystem) {
  const auto text = read_file(status_path(directory, ecosystem), k_status_bytes_max);
  if (!text) return std::nullopt;
  auto about = from_json(*text);
  const auto index = MappedFile::open(index_path(directory, ecosystem));
  if (!about || !index || about->ecosystem != ecosystem || about->sha256 != sha256_hex(index->bytes()))
    return std::nullopt;
  return about;
}

}  // namespace codelake::sca
