// SPDX-License-Identifier: Apache-2.0
// A conditional request per ecosystem: the ETag (or Last-Modified) of the last download goes along while the
// installed index is still the one made of it. When the export has changed, the list of changes beside it
// tells which records are new; when these are few they are fetched one by one and put into the records of the
// installed index. In all other cases, and when anything of that is odd, the new export is downloaded beside
// the index, resumed when it breaks off, read whole, and only then installed. Either way the index has the same bytes as one that was
// made of the new export.
#include "core/file.h"
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
constexpr std::uint32_t k_bytes_per_second_min = 1024;

constexpr int k_attempts_max = 4;  // of a download that breaks off and can be resumed
constexpr std::uint64_t k_note_bytes_max = 4096;
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

// A file to download to. One that broke off stays, with a note of what it is the beginning of, so that the next
// update can go on from there.
class Download {
 public:
  Download(const std::string& directory, const std::string& ecosystem, std::string origin)
      : m_path(directory + "/.download-" + ecosystem + ".part"),
        m_note(m_path + ".from"),
        m_origin(std::move(origin)) {
    const auto note = read_file(m_note, k_note_bytes_max);
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(m_path, error);
    if (!note || error || !note->starts_with(m_origin + "\n")) return;
    m_partial = {bytes, note->substr(m_origin.size() + 1)};
  }
  ~Download() {
    if (m_partial.bytes > 0 && !m_partial.validator.empty()) {
      if (write_file_atomically(m_note, m_origin + "\n" + m_partial.validator)) return;
    }
    remove();
  }
  Download(const Download&) = delete;
  Download& operator=(const Download&) = delete;

  const std::string& path() const { return m_path; }
  http::Partial* partial() { return &m_partial; }
  // The file is whole, or not worth keeping.
  void remove() {
    m_partial = {};
    std::error_code ignored;
    for (const std::string& path : {m_path, m_note}) std::filesystem::remove(path, ignored);
  }

 private:
  std::string m_path;
  std::string m_note;
  std::string m_origin;
  http::Partial m_partial;
};

class EcosystemUpdate {
 public:
  EcosystemUpdate(const std::string& directory, const UpdateOptions& options, std::string ecosystem,
                  const std::string& base_url)
      : m_directory(directory),
        m_options(options),
        m_ecosystem(std::move(ecosystem)),
        m_folder_url(folder_url(base_url, m_ecosystem)),
        m_url(m_folder_url + "all.zip"),
        m_origin(http::printable_url(m_url)),
        m_download(directory, m_ecosystem, m_origin) {}

  Result<UpdateOutcome> run() {
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
    const http::Response response = TRY(download(question));
    if (response.status == 304 && conditional) return unchanged(std::move(*known));
    TRY(check_status(response.status));
    outcome.installed = TRY(install_download(response, outcome.counts));
    outcome.state = UpdateState::updated;
    return outcome;
  }

 private:
  // The response to a request for the export, which may have broken off and gone on several times.
  Result<http::Response> download(http::Request request) {
    request.partial = m_download.partial();
    auto response = http::send(request);
    for (int attempt = 1; attempt < k_attempts_max && !response && request.partial->bytes > 0; ++attempt) {
      if (response.error().cause == "cancelled") break;
      response = http::send(request);
    }
    return response;
  }

  Failure failed(ErrorKind kind, std::string cause, std::string remedy) const {
    return fail(
        {kind, "updating advisories of " + m_ecosystem, m_origin, std::move(cause), std::move(remedy)});
  }

  http::Request request(const std::optional<InstalledEcosystem>& known) const {
    http::Request request;
    request.url = m_url;
    request.output_path = m_download.path();
    request.response_bytes_max = k_export_bytes_max;
    request.low_speed_timeout = m_options.stall_max;
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

  Result<InstalledEcosystem> install_download(const http::Response& response, SourceCounts& counts) {
    const auto orderings = all_orderings();
    AdvisorySource source(orderings);
    const auto read = source.add_archive(m_download.path(), m_ecosystem, SourceScope::strict);
    m_download.remove();
    if (!read) {
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
  Download m_download;
};

// From the first of the servers that gives it; the error is that of all of them.
UpdateOutcome update_one(const std::string& directory, const UpdateOptions& options, const std::string& ecosystem) {
  UpdateOutcome failed{ecosystem, UpdateState::failed, {}, {}, {}};
  if (!valid_ecosystem(ecosystem)) {
    failed.error = {ErrorKind::usage, "updating advisories", ecosystem, "not the name of an ecosystem", {}};
    return failed;
  }
  std::string causes;
  for (const std::string& url : options.base_urls) {
    auto outcome = EcosystemUpdate(directory, options, ecosystem, url).run();
    if (outcome) return std::move(*outcome);
    failed.error = std::move(outcome).error();
    if (failed.error.cause == "cancelled") return failed;
    if (!causes.empty()) failed.error.cause += "; before that " + causes;
    causes = failed.error.subject + ": " + failed.error.cause;
  }
  return failed;
}

}  // namespace

Result<std::vector<UpdateOutcome>> update_advisories(const std::string& directory,
                                                     const UpdateOptions& options) {
  const DatabaseLock lock = TRY(DatabaseLock::take(directory));
  std::vector<UpdateOutcome> outcomes;
  for (const std::string& ecosystem : options.ecosystems) outcomes.push_back(update_one(directory, options, ecosystem));
  return outcomes;
}

}  // namespace codelake::sca
