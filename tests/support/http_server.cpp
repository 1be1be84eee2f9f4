// SPDX-License-Identifier: Apache-2.0
#include "tests/support/http_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>

namespace codelake::testing {

namespace {

constexpr int k_patience_ms = 10'000;

void require(bool condition, const char* what) {
  if (condition) return;
  std::perror(what);
  std::abort();
}

std::string trimmed_lower(std::string text, bool lower) {
  text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
  text.erase(text.find_last_not_of(" \t\r") + 1);
  if (lower)
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// Appends what has arrived; false at the end of the stream or when nothing comes any more.
bool receive(int connection, std::string& bytes) {
  pollfd waiting = {connection, POLLIN, 0};
  if (::poll(&waiting, 1, k_patience_ms) <= 0) return false;
  char buffer[4096];
  const ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
  if (count <= 0) return false;
  bytes.append(buffer, static_cast<std::size_t>(count));
  return true;
}

void parse_head(const std::string& head, HttpRequest& request) {
  std::size_t start = head.find("\r\n");
  const std::string first = head.substr(0, start);
  const std::size_t space = first.find(' ');
  request.method = first.substr(0, space);
  request.target = first.substr(space + 1, first.rfind(' ') - space - 1);
  while (start + 2 < head.size()) {
    const std::size_t end = std::min(head.find("\r\n", start + 2), head.size());
    const std::string line = head.substr(start + 2, end - start - 2);
    const std::size_t colon = line.find(':');
    if (colon != std::string::npos) {
      request.headers.emplace_back(trimmed_lower(line.substr(0, colon), true),
                                   trimmed_lower(line.substr(colon + 1), false));
    }
    start = end;
  }
}

bool read_request(int connection, HttpRequest& request) {
  std::string bytes;
  std::size_t head_end = std::string::npos;
  while ((head_end = bytes.find("\r\n\r\n")) == std::string::npos) {
    if (!receive(connection, bytes)) return false;
  }
  parse_head(bytes.substr(0, head_end), request);
  request.body = bytes.substr(head_end + 4);
  const std::size_t length = std::strtoul(request.header("content-length").c_str(), nullptr, 10);
  while (request.body.size() < length) {
    if (!receive(connection, request.body)) return false;
  }
  return true;
}

std::string response_head(const HttpAnswer& answer) {
  std::string head = "HTTP/1.1 " + std::to_string(answer.status) + " Answer\r\nConnection: close\r\n";
  if (answer.status != 304 && answer.status != 204) {
    head += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
  }
  for (const auto& [name, value] : answer.headers) head += name + ": " + value + "\r\n";
  return head + "\r\n";
}

void send_all(int connection, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

std::string HttpRequest::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key == name) return value;
  }
  return {};
}

HttpServer::HttpServer(Handler handler) : m_handler(std::move(handler)) {
  require(::pipe2(m_stop, O_CLOEXEC) == 0, "pipe2");
  m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  require(m_listener >= 0, "socket");
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  require(::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) == 0, "bind");
  require(::listen(m_listener, 16) == 0, "listen");
  require(::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) == 0, "getsockname");
  m_port = ntohs(address.sin_port);
  m_thread = std::thread([this] { serve(); });
}

HttpServer::~HttpServer() {
  require(::write(m_stop[1], "x", 1) == 1, "write");
  m_thread.join();
  for (const int descriptor : {m_listener, m_stop[0], m_stop[1]}) ::close(descriptor);
}

std::string HttpServer::url() const {
  return "http://127.0.0.1:" + std::to_string(m_port);
}

std::vector<HttpRequest> HttpServer::requests() const {
  const std::lock_guard lock(m_mutex);
  return m_requests;
}

void HttpServer::serve() {
  for (;;) {
    pollfd waiting[2] = {{m_listener, POLLIN, 0}, {m_stop[0], POLLIN, 0}};
    if (::poll(waiting, 2, -1) < 0) continue;
    if (waiting[1].revents != 0) return;
    const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    answer(connection);
    ::close(connection);
  }
}

void HttpServer::answer(int connection) {
  HttpRequest request;
  if (!read_request(connection, request)) return;
  {
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(request);
  }
  const HttpAnswer answer = m_handler(request);
  pollfd stopped = {m_stop[0], POLLIN, 0};
  if (answer.delay.count() > 0 && ::poll(&stopped, 1, static_cast<int>(answer.delay.count())) != 0) return;
  if (answer.drop) return;
  send_all(connection, response_head(answer));
  if (request.method == "HEAD") return;
  send_all(connection,
           std::string_view(answer.body).substr(0, answer.drop_after_body_bytes.value_or(std::string::npos)));
}

}  // namespace codelake::testing
