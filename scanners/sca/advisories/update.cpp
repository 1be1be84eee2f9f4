// SPDX-License-Identifier: Apache-2.0
// A conditional request per ecosystem: the ETag (or Last-Modified) of the last download goes along while the
// installed index is still the one made of it. When the export has changed, the list of changes beside it
// tells which records are new; when these are few they are fetched one by one and put into the records of the
// installed index. In all other cases, and when anything of that is odd, the new export is downloaded beside
// the index, read whole, and only then installed. Either way the index has the same bytes as one that was
// made of the new export.
#include "core/hash.h"
#include "scanners/sca/advisories/changed_ids.h"
#include "scanners/sca/advisories/database.h"
#include "scanners/sca/advisories/installed.h"
#include "scanners/sca/advisories/mapped_file.h"
#include "scanners/sca/advisories/package_name.h"
#include "scanners/sca/advisories/timestamp.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace codelake::sca {

namespace {

constexpr std::uint64_t k_export_bytes_max = 4ULL << 30U;
constexpr std::chrono::seconds k_stall_max{60};
constexpr std::uint32_t k_bytes_per_second_min = 1024;

constexpr std::uint64_t k_list_bytes_max = 64U << 20U;
constexpr std::uint64_t k_record_bytes_max = 16U << 20U;
constexpr std::size_t k_changes_max = 300;     // beyond, one download costs less than many requests
constexpr std::uint64_t k_changes_share = 10;  // at most a tenth of all records

std::string folder_url(std::string base, const std::string& ecosystem) {
  while (!base.empty() && base.back() == '/') base.pop_back();
  std::string encoded;
  for (const char c : ecosystem) encoded += c == ' ' ? std::string("%20") : std::string(1, c);
  return base + "/" + encoded + "/";
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
        m_folder_url(folder_url(options.base_url, m_ecosystem)),
        m_url(m_folder_url + "all.zip"),
        m_origin(http::printable_url(m_url)),
        m_download(directory) {}

  Result<UpdateOutcome> run() {
    if (!valid_ecosystem(m_ecosystem)) return failed(ErrorKind::usage, "not the name of an ecosystem", {});
    auto known = installed(m_directory, m_ecosystem);
    if (known && known->origin != m_origin) known.reset();
    UpdateOutcome outcome;
    outcome.ecosystem = m_ecosystem;
    http::Request question = request(known);
    const bool conditional = !question.headers.empty();
    if (conditional && !known->newest_modified.empty()) {
      const auto head = http::send(head_of(question));
      if (head && head->status == 304) return unchanged(std::move(*known));
      if (head && head->status == 200) {
        if (auto renewed = renew(*known, *head)) {
          outcome.state = UpdateState::updated;
          outcome.installed = std::move(*renewed);
          return outcome;
        }
      }
    }
    const http::Response response = TRY(http::send(question));
    if (response.status == 304 && conditional) return unchanged(std::move(*known));
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

  Result<UpdateOutcome> unchanged(InstalledEcosystem known) const {
    UpdateOutcome outcome;
    outcome.ecosystem = m_ecosystem;
    outcome.state = UpdateState::unchanged;
    known.imported_at = m_options.now;
    TRY(write_status(m_directory, known));
    outcome.installed = std::move(known);
    return outcome;
  }

  static http::Request head_of(http::Request question) {
    question.method = "HEAD";
    question.output_path.clear();
    return question;
  }

  // The body of a small file beside the export; nothing when it cannot be had.
  std::optional<std::string> fetch(const std::string& name, std::uint64_t bytes_max) const {
    http::Request question = request({});
    question.url = m_folder_url + name;
    question.output_path.clear();
    question.response_bytes_max = bytes_max;
    auto response = http::send(question);
    if (!response || response->status != 200) return std::nullopt;
    return std::move(response->body);
  }

  // The installed index with the records that have changed since; nothing when there is no way but the whole
  // export.
  std::optional<InstalledEcosystem> renew(const InstalledEcosystem& known, const http::Response& head) const {
    const auto list = fetch("modified_id.csv", k_list_bytes_max);
    if (!list) return std::nullopt;
    const auto count_max = std::min<std::uint64_t>(k_changes_max, known.advisories / k_changes_share + 1);
    const auto ids = changed_ids(*list, seconds_of(known.newest_modified), count_max);
    const auto bytes = MappedFile::open(index_path(m_directory, m_ecosystem));
    if (!ids || !bytes) return std::nullopt;
    const auto file = IndexFile::open(bytes->bytes(), m_ecosystem);
    const auto orderings = all_orderings();
    IndexBuilder builder(m_ecosystem, orderings);
    if (!file || !builder.add_installed(*file)) return std::nullopt;
    OsvReader reader;
    for (const std::string& id : *ids) {
      const auto json = fetch(id + ".json", k_record_bytes_max);
      const auto record =
          json ? reader.parse(*json) : fail(ErrorKind::environment, "fetching an advisory", id, "");
      if (!record || record->id != id) return std::nullopt;
      builder.replace(*record);
    }
    auto about = install(m_directory, about_download(head), builder);
    return about ? std::optional(std::move(*about)) : std::nullopt;
  }

  InstalledEcosystem about_download(const http::Response& response) const {
    InstalledEcosystem about;
    about.ecosystem = m_ecosystem;
    about.imported_at = m_options.now;
    about.origin = m_origin;
    about.etag = response.header("etag");
    about.last_modified = response.header("last-modified");
    return about;
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
    return install(m_directory, about_download(response), builder->second);
  }

  const std::string& m_directory;
  const UpdateOptions& m_options;
  std::string m_ecosystem;
  std::string m_folder_url;
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
