// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace codelake::testing {

// One request as the server saw it.
struct HttpRequest {
  std::string method;
  std::string target;                                        // path and query
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;

  // The first header of that lower-case name; empty when there is none.
  std::string header(std::string_view name) const;
};

// What the server answers, and how it misbehaves.
struct HttpAnswer {
  int status = 200;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // Content-Length and Connection are added
  std::chrono::milliseconds delay{0};                        // before the first byte
  std::optional<std::size_t>
      drop_after_body_bytes;  // closes there although Content-Length announced the whole body
  bool drop = false;          // closes without a byte of an answer
};

// An HTTP/1.1 server on 127.0.0.1 and a free port, one connection and one request at a time, in its own
// thread. It serves until it goes out of scope.
class HttpServer {
 public:
  using Handler = std::function<HttpAnswer(const HttpRequest&)>;

  // `handler` runs in the server's thread. Ends the process when no socket can be had.
  explicit HttpServer(Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // "http://127.0.0.1:<port>", without a slash at the end.
  std::string url() const;
  // All requests so far, in order.
  std::vector<HttpRequest> requests() const;

 private:
  void serve();
  void answer(int connection);

  Handler m_handler;
  int m_listener = -1;
  int m_stop[2] = {-1, -1};  // a pipe: a byte in it ends the thread, even in the middle of a delay
  int m_port = 0;
  mutable std::mutex m_mutex;
  std::vector<HttpRequest> m_requests;
  std::thread m_thread;
};

}  // namespace codelake::testing
