// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <unistd.h>

#include <string>

namespace codelake::cli {

namespace {

constexpr long k_redraw_ms = 100;
constexpr std::size_t k_width = 30;

void put(const std::string& text) {
  // A progress bar that cannot be written is no loss.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

Progress::Progress(bool enabled) : m_enabled(enabled), m_start(std::chrono::steady_clock::now()) {}

Progress::~Progress() {
  if (m_drawn) put("\r\x1b[K");
}

void Progress::update(std::size_t done, std::size_t all) {
  if (!m_enabled || all == 0) return;
  const auto passed = std::chrono::steady_clock::now() - m_start;
  const long now_ms = static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(passed).count());
  long last = m_last_drawn_ms.load();
  if (now_ms < last + k_redraw_ms || !m_last_drawn_ms.compare_exchange_strong(last, now_ms)) return;
  m_drawn = true;
  const std::size_t filled = done * k_width / all;
  put("\r[" + std::string(filled, '#') + std::string(k_width - filled, ' ') + "] " + std::to_string(done) + " of " +
      std::to_string(all) + " files\x1b[K");
}

}  // namespace codelake::cli
