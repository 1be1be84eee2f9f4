// SPDX-License-Identifier: Apache-2.0
#include "sync/post.h"

#include "core/hash.h"
#include "core/http.h"
#include "sync/server_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace codelake::sync {

namespace {

constexpr std::uint64_t k_answer_bytes_max = 1U << 20U;

http::Request request_of(const Post& post, const Server& server, const PushOptions& options) {
  http::Request request;
  request.method = "POST";
  request.url = server.url + post.path;
  request.headers = {{"Authorization", "Bearer " + server.token},
                     {"Content-Type", "application/json"},
                     {"Accept", "application/json"},
                     {"Idempotency-Key", post.idempotency_key}};
  request.body = post.body;
  request.connect_timeout = options.connect_timeout;
  request.total_timeout = options.request_timeout;
  request.response_bytes_max = k_answer_bytes_max;
  request.direct = server.local;
  return request;
}

std::string without_token(std::string text, const std::string& token) {
  for (std::size_t at = 0; (at = text.find(token, at)) != std::string::npos;) text.replace(at, token.size(), "***");
  return text;
}

// What the server says is wrong. It may echo what it was sent, escaped or not, so the token is taken out before the
// text is cut and after it is read.
std::string said_by(const http::Response& response, const Server& server) {
  return without_token(error_message(without_token(response.body, server.token)), server.token);
}

Reply refusal(const http::Response& response, const Server& server, bool creating) {
  Reply reply;
  const std::string said = said_by(response, server);
  const std::string colon = said.empty() ? "" : ": " + said;
  const int status = response.status;
  if (status == 401 || status == 403) {
    reply.kind = Reply::Kind::stopped;
    reply.message = fmt::format("the server does not accept the token ({}{}); check CODELAKE_TOKEN or sync.token and its "
                                "scopes",
                                status, colon);
  } else if ((status >= 300 && status < 400) || (creating && status == 404 && said.empty()) || status < 200) {
    reply.kind = Reply::Kind::stopped;
    reply.message = fmt::format("{} is not the address of a codelake server ({}); check CODELAKE_URL or sync.url",
                                http::printable_url(server.url), status);
  } else {
    reply.kind = Reply::Kind::refused;
    reply.message = fmt::format("the server refused it ({}{})", status, colon);
  }
  return reply;
}

bool is_passing(int status) { return status == 408 || status == 425 || status == 429 || status >= 500; }

Reply sent_once(const http::Request& request, const Server& server, const Clock& clock) {
  Reply reply;
  const auto response = http::send(request);
  if (!response) {
    if (response.error().kind == ErrorKind::usage) reply.kind = Reply::Kind::stopped;
    reply.message = without_token(response.error().text(), server.token);
    return reply;
  }
  if (response->status >= 200 && response->status < 300) {
    reply.kind = Reply::Kind::accepted;
    reply.body = response->body;
    return reply;
  }
  if (!is_passing(response->status)) return refusal(*response, server, request.url.ends_with("/v1/scans"));
  const std::string said = said_by(*response, server);
  reply.message = fmt::format("the server is not available now ({}{})", response->status, said.empty() ? "" : ": " + said);
  reply.wait = retry_after(response->header("retry-after"), clock.now_seconds()).value_or(std::chrono::seconds(0));
  return reply;
}

}  // namespace

Clock system_clock() {
  return {[] {
            const auto now = std::chrono::system_clock::now().time_since_epoch();
            return static_cast<std::int64_t>(std::chrono::duration_cast<std::chrono::seconds>(now).count());
          },
          [](std::chrono::milliseconds pause) { std::this_thread::sleep_for(pause); }};
}

std::chrono::milliseconds pause_after(int attempt, const std::string& idempotency_key, const PushOptions& options) {
  auto whole = options.backoff;
  for (int i = 1; i < attempt && whole < options.backoff_max; ++i) whole *= 2;
  whole = std::min(whole, options.backoff_max);
  const auto part = static_cast<std::int64_t>(fast_hash(idempotency_key + "/" + std::to_string(attempt)) % 1000);
  return whole / 2 + std::chrono::milliseconds(whole.count() / 2 * part / 1000);
}

Reply post(const Post& post, const Server& server, const Clock& clock, const PushOptions& options) {
  const http::Request request = request_of(post, server, options);
  for (int attempt = 1;; ++attempt) {
    Reply reply = sent_once(request, server, clock);
    const bool too_long = reply.wait > options.retry_after_max;
    if (reply.kind != Reply::Kind::unavailable || attempt >= options.tries_max || too_long) return reply;
    const std::chrono::milliseconds asked = reply.wait;
    clock.sleep(std::max(asked, pause_after(attempt, post.idempotency_key, options)));
  }
}

}  // namespace codelake::sync
