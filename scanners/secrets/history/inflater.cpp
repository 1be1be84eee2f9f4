// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/inflater.h"

#include "core/check.h"

#include <libdeflate.h>

#include <algorithm>

namespace codelake::secrets::history {

struct Inflater::State {
  libdeflate_decompressor* handle = libdeflate_alloc_decompressor();
  State() { CODELAKE_CHECK(handle != nullptr); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { libdeflate_free_decompressor(handle); }
};

Inflater::Inflater() : m_state(std::make_unique<State>()) {}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;

bool Inflater::inflate(std::string_view compressed, std::size_t size, Buffer& out) {
  std::size_t used = 0;
  // A null "actual size" makes any other size than the one asked for an error.
  return libdeflate_zlib_decompress_ex(m_state->handle, compressed.data(), compressed.size(), out.reset(size), size, &used,
                                       nullptr) == LIBDEFLATE_SUCCESS;
}

Inflater::Outcome Inflater::inflate_unknown(std::string_view compressed, std::size_t size_max, Buffer& out) {
  std::size_t room = std::min(size_max, compressed.size() * 4 + 256);
  while (true) {
    std::size_t used = 0;
    std::size_t size = 0;
    const auto result = libdeflate_zlib_decompress_ex(m_state->handle, compressed.data(), compressed.size(),
                                                      out.reset(room), room, &used, &size);
    if (result == LIBDEFLATE_SUCCESS) {
      out.cut(size);
      return Outcome::whole;
    }
    if (result != LIBDEFLATE_INSUFFICIENT_SPACE) return Outcome::damaged;
    if (room == size_max) return Outcome::too_large;
    room = std::min(size_max, room * 4);
  }
}

}  // namespace codelake::secrets::history
