// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/buffer.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace codelake::secrets::history {

// Decompresses zlib streams (RFC 1950) whole, checksum included. One for each thread.
class Inflater {
 public:
  Inflater();
  Inflater(Inflater&&) noexcept;
  ~Inflater();

  // The stream at the start of `compressed` gives exactly `size` bytes; false when it is damaged or gives another
  // number.
  bool inflate(std::string_view compressed, std::size_t size, Buffer& out);

  enum class Outcome { whole, too_large, damaged };
  // The same for a stream whose size nobody said.
  Outcome inflate_unknown(std::string_view compressed, std::size_t size_max, Buffer& out);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace codelake::secrets::history
