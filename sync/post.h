// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace codelake::sync {

// Time as the push sees it, so that a test needs none.
struct Clock {
  std::function<std::int64_t()> now_seconds;                      // Unix time
  std::function<void(std::chrono::milliseconds)> sleep;
};
Clock system_clock();

struct PushOptions {
  std::string project;                                    // name of the only one whose scans are pushed; empty: all
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds request_timeout{60'000};
  int tries_max = 5;                                      // of one request
  std::chrono::milliseconds backoff{500};                 // before the second try; doubles, with jitter
  std::chrono::milliseconds backoff_max{30'000};
  std::chrono::seconds retry_after_max{120};              // a server that asks for more is left for another push
};

// How one POST ended after all its tries.
struct Reply {
  enum class Kind {
    accepted,     // 2xx; `body` is the server's
    refused,      // this scan is not taken, another may be
    stopped,      // nothing will be taken: wrong token or address
    unavailable,  // not now; `wait` says how long the server asked for, if it did
  };
  Kind kind = Kind::unavailable;
  std::string body;
  std::string message;  // printable, without the token
  std::chrono::seconds wait{0};
};

// One POST to send.
struct Post {
  std::string path;  // "/v1/scans…"
  std::string idempotency_key;
  std::string body;  // JSON
};

// Sends it, and again with exponential backoff while the server is unavailable.
Reply post(const Post& post, const Server& server, const Clock& clock, const PushOptions& options);

// The pause before try `attempt` + 1 (attempt ≥ 1): backoff · 2^(attempt-1), at most backoff_max, between half and all
// of it. The part is taken from the key, so that clients spread out and a test can know it.
std::chrono::milliseconds pause_after(int attempt, const std::string& idempotency_key, const PushOptions& options);

}  // namespace codelake::sync
