// SPDX-License-Identifier: Apache-2.0
#include "sync/server_answer.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto id = codelake::sync::created_scan_id(text);
  if (id && id->find('/') != std::string::npos) __builtin_trap();
  if (codelake::sync::error_message(text).find('\x1b') != std::string::npos) __builtin_trap();
  const auto wait = codelake::sync::retry_after(text, 1'700'000'000);
  if (wait && wait->count() < 0) __builtin_trap();
  return 0;
}
