// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::http {

struct Header {
  std::string name;
  std::string value;
};

// Bytes received so far and bytes announced (0: not announced); false cancels the transfer.
using Progress = std::function<bool(std::uint64_t received, std::uint64_t expected)>;

// What an interrupted transfer of the same URL left in Request::output_path.
struct Partial {
  std::uint64_t bytes = 0;
  std::string validator;  // its strong ETag, without which nothing can be resumed
};

// One HTTP request, a value. Only http and https URLs; TLS is always verified; proxies come from http_proxy,
// https_proxy and NO_PROXY.
struct Request {
  std::string method = "GET";
  std::string url;
  std::vector<Header> headers;
  std::string body;
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds total_timeout{0};  // 0: none, the low speed limit alone ends a stalled transfer
  std::chrono::seconds low_speed_timeout{30};  // gives up when slower than the rate below for this long
  std::uint32_t low_speed_bytes_per_second = 16;
  std::uint64_t response_bytes_max = 16U << 20U;  // a larger body is a failure, never a cut-off success
  bool direct = false;      // ignores proxies: what goes to this machine stays on it
  int redirects_max = 5;    // followed for GET and HEAD only; never from https down to http
  std::string output_path;  // takes the body of a 2xx response; removed again on failure
  // With `output_path`: the transfer goes on where an earlier one ended (RFC 9110 §14: Range, If-Range) when the server
  // still has the same thing, and begins anew when it has not. On failure the file stays when it can be resumed, and
  // this says how. A completed rest is a response of status 200 like any other.
  Partial* partial = nullptr;
  Progress progress;        // may be empty
};

// What the server said; any status is a Response, only a failed transfer is an Error.
struct Response {
  int status = 0;
  std::vector<Header> headers;  // of the last response; names in lower case
  std::string body;             // empty when it went to `output_path`

  // The first header of that lower-case name; empty when there is none.
  std::string_view header(std::string_view name) const;
};

// Sends the request and waits for the whole response; safe to call from several threads. Fails with `usage`
// on an unusable URL or header and with `environment` on a failed, stalled, cut-off or too large transfer. An
// Authorization or Cookie header is not repeated to another host, port or protocol after a redirect.
Result<Response> send(const Request& request);

// The URL without user name, password, query and fragment: what may stand in a message or a log.
std::string printable_url(std::string_view url);

}  // namespace codelake::http
