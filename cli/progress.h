// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>

namespace codelake::cli {

// A one-line progress bar on stderr: shown only when `enabled` (a terminal) and only once half a second has passed;
// wiped when it goes out of scope. update() may be called from several threads.
class Progress {
 public:
  explicit Progress(bool enabled);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(std::size_t done, std::size_t all);

 private:
  const bool m_enabled;
  const std::chrono::steady_clock::time_point m_start;
  std::atomic<long> m_last_drawn_ms = 400;
  std::atomic<bool> m_drawn = false;
};

}  // namespace codelake::cli
