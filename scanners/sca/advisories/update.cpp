// SPDX-License-Identifier: Apache-2.0
// A conditional request per ecosystem: the ETag (or Last-Modified) of the last download goes along while the
// installed index is still the one made of it. A new export is downloaded beside the index, read whole, and
// only then installed.
#include "core/hash.h"
#include "scanners/sca/advisories/database.h"
#include "scanners/sca/advisories/installed.h"
#include "scanners/sca/advisories/package_name.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace codelake::sca {

namespace {

constexpr std::uint64_t k_export_bytes_max = 4ULL << 30U;
constexpr std::chrono::seconds k_stall_max{60};
constexpr std::uint32_t k_bytes_per_second_min = 1024;

std::string export_url(std::string base, const std::string& ecosystem) {
  while (!base.empty() && base.back() == '/') base.pop_back();
  std::string encoded;
  for (const char c : ecosystem) encoded += c == ' ' ? std::string("%20") : std::string(1, c);
  return base + "/" + encoded + "/all.zip";
}

// A path to download to, and nothing there any more when it goes out of scope.
class TemporaryPath {
 public:
  explicit TemporaryPath(const std::string& directory)
      : m_path(directory + "/.download-" + random_hex(8) + ".part") {}
  ~TemporaryPath() {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
  }
  TemporaryPath(const TemporaryPath&) = delete;
  TemporaryPath& operator=(const TemporaryPath&) = delete;
  const std::string& text() const { return m_path; }

 private:
  std::string m_path;
};

// What an interrupted update left behind; nobody else is at work, as the lock is ours.
void remove_leftovers(const std::string& directory) {
  std::error_code ignored;
  std::vector<std::filesystem::path> old;
  for (const auto& item : std::filesystem::directory_iterator(directory, ignored)) {
    if (item.path().extension() == ".part") old.push_back(item.path());
  }
  for (const auto& path : old) std::filesystem::remove(path, ignored);
}

class EcosystemUpdate {
 public:
  EcosystemUpdate(const std::string& directory, const UpdateOptions& options, std::string ecosystem)
      : m_directory(directory),
        m_options(options),
        m_ecosystem(std::move(ecosystem)),
        m_url(export_url(options.base_url, m_ecosystem)),
        m_origin(http::printable_url(m_url)),
        m_download(directory) {}

  Result<UpdateOutcome> run() {
    UpdateOutcome outcome;
    outcome.ecosystem = m_ecosystem;
    if (!valid_ecosystem(m_ecosystem)) return failed(ErrorKind::usage, "not the name of an ecosystem", {});
    auto known = installed(m_directory, m_ecosystem);
    if (known && known->origin != m_origin) known.reset();
    const http::Request question = request(known);
    const http::Response response = TRY(http::send(question));
    if (response.status == 304 && !question.headers.empty()) {
      outcome.state = UpdateState::unchanged;
      outcome.installed = std::move(*known);
      return outcome;
    }
    TRY(check_status(response.status));
    outcome.installed = TRY(install_download(response, outcome.counts));
    outcome.state = UpdateState::updated;
    return outcome;
  }

 private:
  Failure failed(ErrorKind kind, std::string cause, std::string remedy) const {
    return fail(
        {kind, "updating advisories of " + m_ecosystem, m_origin, std::move(cause), std::move(remedy)});
  }

  http::Request request(const std::optional<InstalledEcosystem>& known) const {
    http::Request request;
    request.url = m_url;
    request.output_path = m_download.text();
    request.response_bytes_max = k_export_bytes_max;
    request.low_speed_timeout = k_stall_max;
    request.low_speed_bytes_per_second = k_bytes_per_second_min;
    request.progress = m_options.progress;
    if (known && !known->etag.empty())
      request.headers.push_back({"If-None-Match", known->etag});
    else if (known && !known->last_modified.empty())
      request.headers.push_back({"If-Modified-Since", known->last_modified});
    return request;
  }

  Result<void> check_status(int status) const {
    if (status == 200) return {};
    const std::string cause = fmt::format("the server answered {}", status);
    if (status == 404) return failed(ErrorKind::environment, cause, "check the ecosystem's name and the URL");
    if (status == 401 || status == 403)
      return failed(ErrorKind::environment, cause, "the server wants credentials");
    return failed(ErrorKind::environment, cause, "try again later");
  }

  Result<InstalledEcosystem> install_download(const http::Response& response, SourceCounts& counts) const {
    const auto orderings = all_orderings();
    AdvisorySource source(orderings);
    if (const auto read = source.add_archive(m_download.text(), m_ecosystem, SourceScope::strict); !read) {
      return failed(ErrorKind::environment, "the download is no complete export: " + read.error().cause,
                    "try again later");
    }
    const auto builder = source.builders().find(m_ecosystem);
    if (builder == source.builders().end()) {
      return failed(ErrorKind::environment, "the download holds no advisory of " + m_ecosystem,
                    "check the URL");
    }
    counts = source.counts();
    InstalledEcosystem about;
    about.ecosystem = m_ecosystem;
    about.imported_at = m_options.now;
    about.origin = m_origin;
    about.etag = response.header("etag");
    about.last_modified = response.header("last-modified");
    return install(m_directory, std::move(about), builder->second);
  }

  const std::string& m_directory;
  const UpdateOptions& m_options;
  std::string m_ecosystem;
  std::string m_url;
  std::string m_origin;
  TemporaryPath m_download;
};

}  // namespace

Result<std::vector<UpdateOutcome>> update_advisories(const std::string& directory,
                                                     const UpdateOptions& options) {
  const DatabaseLock lock = TRY(DatabaseLock::take(directory));
  remove_leftovers(directory);
  std::vector<UpdateOutcome> outcomes;
  for (const std::string& ecosystem : options.ecosystems) {
    Result<UpdateOutcome> outcome = EcosystemUpdate(directory, options, ecosystem).run();
    if (!outcome) outcome = UpdateOutcome{ecosystem, UpdateState::failed, {}, {}, std::move(outcome).error()};
    outcomes.push_back(std::move(*outcome));
  }
  return outcomes;
}

}  // namespace codelake::sca
