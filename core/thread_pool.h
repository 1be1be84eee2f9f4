// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace codelake {

// Runs job(0) … job(count - 1), each once, on up to `threads` threads (the caller's is one of them), and returns when
// all have ended. Jobs must not throw and must not depend on each other's order.
void run_in_parallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& job);

}  // namespace codelake
