// SPDX-License-Identifier: Apache-2.0
#include "core/http.h"

#include "core/curl_library.h"
#include "core/version.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

namespace codelake::http {

namespace {

constexpr std::string_view k_cancelled = "cancelled";
constexpr std::uint64_t k_header_bytes_max = 256U << 10U;

// Requires that it could be loaded, as send() makes sure.
const CurlLibrary& curl() { return *curl_library(); }

struct EasyDeleter {
  void operator()(CURL* handle) const { curl().cleanup(handle); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl().free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using List = std::unique_ptr<curl_slist, ListDeleter>;

// Where the callbacks put what arrives, and why they stopped the transfer.
struct Sink {
  const Request& request;
  CURL* handle = nullptr;
  Response response;
  std::uint64_t body_bytes = 0;
  std::uint64_t header_bytes = 0;
  int output = -1;
  bool output_begun = false;
  std::string stopped;
};

bool write_fully(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool goes_to_file(Sink& sink) {
  if (sink.request.output_path.empty()) return false;
  long status = 0;
  curl().getinfo(sink.handle, CURLINFO_RESPONSE_CODE, &status);
  return status >= 200 && status < 300;
}

std::string strong_etag(const Response& response) {
  const std::string_view etag = response.header("etag");
  return etag.starts_with('"') ? std::string(etag) : std::string();
}

// The place in the file where this answer's body belongs: behind what is there, or at its beginning.
bool begin_output(Sink& sink) {
  if (std::exchange(sink.output_begun, true)) return true;
  long status = 0;
  curl().getinfo(sink.handle, CURLINFO_RESPONSE_CODE, &status);
  const std::uint64_t kept = status == 206 && sink.request.partial != nullptr ? sink.request.partial->bytes : 0;
  const bool right = status != 206 || sink.response.header("content-range").starts_with(fmt::format("bytes {}-", kept));
  if (!right) {
    sink.stopped = "the server sent another part than it was asked for";
    return false;
  }
  sink.body_bytes += kept;
  const auto place = static_cast<off_t>(kept);
  if (::ftruncate(sink.output, place) == 0 && ::lseek(sink.output, place, SEEK_SET) == place) return true;
  sink.stopped = fmt::format("writing {}: {}", sink.request.output_path, std::strerror(errno));
  return false;
}

std::size_t on_body(char* data, std::size_t, std::size_t count, void* context) {
  Sink& sink = *static_cast<Sink*>(context);
  const bool into_file = goes_to_file(sink);
  if (into_file && !begin_output(sink)) return 0;
  sink.body_bytes += count;
  if (sink.body_bytes > sink.request.response_bytes_max) {
    sink.stopped =
        fmt::format("the response is larger than the limit of {} bytes", sink.request.response_bytes_max);
    return 0;
  }
  if (!into_file) {
    sink.response.body.append(data, count);
    return count;
  }
  if (write_fully(sink.output, {data, count})) return count;
  sink.stopped = fmt::format("writing {}: {}", sink.request.output_path, std::strerror(errno));
  return 0;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t start = text.find_first_not_of(blanks);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

// Called once per line; a status line starts the headers of the next response (after a redirect or 100
// Continue).
std::size_t on_header(char* data, std::size_t, std::size_t count, void* context) {
  Sink& sink = *static_cast<Sink*>(context);
  const std::string_view line(data, count);
  sink.header_bytes += count;
  if (sink.header_bytes > k_header_bytes_max) {
    sink.stopped = "the response headers are too large";
    return 0;
  }
  if (line.substr(0, 5) == "HTTP/") {
    sink.response.headers.clear();
    return count;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return count;
  sink.response.headers.push_back(
      {lower(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
  return count;
}

// NOLINTNEXTLINE(readability-function-size): libcurl says what it takes
int on_progress(void* context, curl_off_t expected, curl_off_t received, curl_off_t, curl_off_t) {
  Sink& sink = *static_cast<Sink*>(context);
  const auto count = [](curl_off_t value) {
    return static_cast<std::uint64_t>(std::max<curl_off_t>(value, 0));
  };
  if (sink.request.progress(count(received), count(expected))) return 0;
  sink.stopped = k_cancelled;
  return 1;
}

std::string remedy_for(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return "check the host name and the network, or set https_proxy";
    case CURLE_COULDNT_CONNECT:
      return "check that the server is up and reachable, or set https_proxy";
    case CURLE_OPERATION_TIMEDOUT:
      return "try again, or check the network";
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
      return "the connection broke; try again";
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return "install ca-certificates, or add the server's authority with update-ca-certificates";
    default:
      return {};
  }
}

Failure refused(const Request& request, std::string cause, std::string remedy = {}) {
  return fail(
      {ErrorKind::usage, request.method, printable_url(request.url), std::move(cause), std::move(remedy)});
}

bool is_token(std::string_view text) {
  return !text.empty() && text.find_first_of(std::string_view("\r\n\t :\0", 6)) == std::string_view::npos;
}

Result<void> check(const Request& request) {
  const std::string url = lower(request.url);
  if (url.rfind("http://", 0) != 0 && url.rfind("https://", 0) != 0) {
    return refused(request, "not an http or https URL", "give a URL that starts with https://");
  }
  if (!is_token(request.method)) return refused(request, "not a method of HTTP");
  for (const Header& header : request.headers) {
    const bool breaks_line = header.value.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos;
    if (!is_token(header.name) || breaks_line)
      return refused(request, "header '" + header.name + "' is malformed");
  }
  return {};
}

bool resumes(const Request& request) {
  return request.partial != nullptr && request.partial->bytes > 0 && !request.partial->validator.empty();
}

List header_list(const Request& request) {
  List list;
  const auto append = [&](const std::string& line) {
    curl_slist* grown = curl().append(list.get(), line.c_str());
    static_cast<void>(list.release());
    list.reset(grown);
  };
  // No "Expect: 100-continue": it costs a second with servers that ignore it.
  append("Expect:");
  for (const Header& header : request.headers) {
    append(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
  }
  if (resumes(request)) {
    append(fmt::format("Range: bytes={}-", request.partial->bytes));
    append("If-Range: " + request.partial->validator);
  }
  return list;
}

void set_limits(CURL* handle, const Request& request, bool follows) {
  const bool secure = lower(request.url).rfind("https://", 0) == 0;
  curl().setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl().setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, secure ? "https" : "http,https");
  curl().setopt(handle, CURLOPT_FOLLOWLOCATION, follows ? 1L : 0L);
  curl().setopt(handle, CURLOPT_MAXREDIRS, static_cast<long>(request.redirects_max));
  if (request.direct) curl().setopt(handle, CURLOPT_PROXY, "");
  curl().setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
  curl().setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
  curl().setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl().setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_timeout.count()));
  curl().setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.total_timeout.count()));
  curl().setopt(handle, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(request.low_speed_bytes_per_second));
  curl().setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(request.low_speed_timeout.count()));
}

void set_method(CURL* handle, const Request& request) {
  if (request.method == "GET") return;
  if (request.method == "HEAD") {
    curl().setopt(handle, CURLOPT_NOBODY, 1L);
    return;
  }
  if (request.method == "POST" || !request.body.empty()) {
    curl().setopt(handle, CURLOPT_POST, 1L);
    curl().setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl().setopt(handle, CURLOPT_POSTFIELDS, request.body.c_str());
  }
  if (request.method != "POST") curl().setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

void set_callbacks(CURL* handle, Sink& sink, char* message) {
  curl().setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
  curl().setopt(handle, CURLOPT_WRITEDATA, &sink);
  curl().setopt(handle, CURLOPT_HEADERFUNCTION, on_header);
  curl().setopt(handle, CURLOPT_HEADERDATA, &sink);
  curl().setopt(handle, CURLOPT_ERRORBUFFER, message);
  if (!sink.request.progress) return;
  curl().setopt(handle, CURLOPT_NOPROGRESS, 0L);
  curl().setopt(handle, CURLOPT_XFERINFOFUNCTION, on_progress);
  curl().setopt(handle, CURLOPT_XFERINFODATA, &sink);
}

Result<void> perform(Sink& sink) {
  const Request& request = sink.request;
  std::array<char, CURL_ERROR_SIZE> message{};
  const List headers = header_list(request);
  CURL* const handle = sink.handle;
  const std::string agent = fmt::format("codelake/{}", k_version);
  curl().setopt(handle, CURLOPT_URL, request.url.c_str());
  curl().setopt(handle, CURLOPT_USERAGENT, agent.c_str());
  curl().setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  set_limits(handle, request, request.method == "GET" || request.method == "HEAD");
  set_method(handle, request);
  set_callbacks(handle, sink, message.data());
  const CURLcode code = curl().perform(handle);
  long status = 0;
  curl().getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  sink.response.status = static_cast<int>(status);
  if (code == CURLE_OK) return {};
  if (code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL) {
    return refused(request, curl().strerror(code));
  }
  std::string cause = sink.stopped;
  if (cause.empty()) cause = message[0] != '\0' ? message.data() : curl().strerror(code);
  return fail({ErrorKind::environment, request.method, printable_url(request.url), cause, remedy_for(code)});
}

// Whether a failed transfer leaves something to go on from; says what.
bool leave_partial(const Sink& sink) {
  Partial* const partial = sink.request.partial;
  if (partial == nullptr) return false;
  constexpr int range_not_satisfiable = 416;  // the file is no beginning of what is there now
  if (!sink.output_begun) return resumes(sink.request) && sink.response.status != range_not_satisfiable;
  const bool sound = sink.stopped.empty() || sink.stopped == k_cancelled;
  *partial = {sink.body_bytes, sound ? strong_etag(sink.response) : std::string()};
  return resumes(sink.request);
}

// perform() with its output file opened before, and closed or removed after.
Result<void> perform_into_file(Sink& sink) {
  const std::string& path = sink.request.output_path;
  if (path.empty()) return perform(sink);
  const auto failed = [&] {
    return fail(ErrorKind::environment, "writing a download", path, std::strerror(errno));
  };
  const int keep = resumes(sink.request) ? 0 : O_TRUNC;
  sink.output = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | keep, 0600);
  if (sink.output < 0) return failed();
  Result<void> done = perform(sink);
  const bool success = sink.response.status >= 200 && sink.response.status < 300;
  const bool placed = !done || !success || begin_output(sink);  // an empty body has not come by here
  const bool closed = ::close(sink.output) == 0;
  const bool kept = done && placed && closed && success;
  if (!kept && !leave_partial(sink)) ::unlink(path.c_str());
  if (done && !(placed && closed)) return failed();
  if (sink.response.status == 206) sink.response.status = 200;
  return done;
}

}  // namespace

std::string_view Response::header(std::string_view name) const {
  for (const Header& candidate : headers) {
    if (candidate.name == name) return candidate.value;
  }
  return {};
}

Result<Response> send(const Request& request) {
  TRY(check(request));
  if (curl_library() == nullptr) {
    return fail({ErrorKind::environment, "starting the HTTP client", "libcurl.so.4", "it cannot be loaded",
                 "install libcurl (Debian: libcurl4)"});
  }
  const Easy handle(curl().init());
  if (!handle) return fail(ErrorKind::environment, "starting the HTTP client", "libcurl", "initialisation failed");
  Sink sink{request, handle.get(), {}, 0, 0, -1, false, {}};
  TRY(perform_into_file(sink));
  return std::move(sink.response);
}

std::string printable_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const std::string_view rest = url.substr(scheme + 3);
  const std::size_t at = rest.substr(0, rest.find('/')).rfind('@');
  if (at == std::string_view::npos) return std::string(url);
  return std::string(url.substr(0, scheme + 3)) + std::string(rest.substr(at + 1));
}

}  // namespace codelake::http
