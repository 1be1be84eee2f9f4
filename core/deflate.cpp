// SPDX-License-Identifier: Apache-2.0
#include "core/deflate.h"

#include "core/check.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace codelake {

namespace {

constexpr int k_level = 8;
constexpr std::size_t k_gzip_start_bytes = 64U << 10U;

struct Free {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
  void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};
using Compressor = std::unique_ptr<libdeflate_compressor, Free>;
using Decompressor = std::unique_ptr<libdeflate_decompressor, Free>;

// Making one costs more than a block does; one for each thread.
libdeflate_decompressor* decompressor() {
  thread_local const Decompressor own(libdeflate_alloc_decompressor());
  CODELAKE_CHECK(own != nullptr);
  return own.get();
}

}  // namespace

std::string deflated(std::string_view bytes) {
  thread_local const Compressor compressor(libdeflate_alloc_compressor(k_level));
  CODELAKE_CHECK(compressor != nullptr);
  std::string block(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
  const std::size_t size =
      libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), block.data(), block.size());
  CODELAKE_CHECK(size > 0);
  block.resize(size);
  return block;
}

std::optional<std::string> inflated(std::string_view block, std::size_t size) {
  std::string bytes(size, '\0');
  const auto result =
      libdeflate_deflate_decompress(decompressor(), block.data(), block.size(), bytes.data(), size, nullptr);
  if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
  return bytes;
}

std::optional<std::string> gunzipped(std::string_view file, std::size_t bytes_max) {
  std::string all;
  while (!file.empty()) {
    std::size_t room = std::min(std::max(k_gzip_start_bytes, file.size() * 4), bytes_max - all.size());
    while (true) {
      const std::size_t start = all.size();
      all.resize(start + room);
      std::size_t taken = 0;
      std::size_t given = 0;
      const auto result = libdeflate_gzip_decompress_ex(decompressor(), file.data(), file.size(),
                                                        all.data() + start, room, &taken, &given);
      const bool full = result == LIBDEFLATE_INSUFFICIENT_SPACE;
      all.resize(start + (full ? 0 : given));
      if (full && room < bytes_max - start) {
        room = std::min(room * 4, bytes_max - start);
        continue;
      }
      if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
      file.remove_prefix(taken);
      break;
    }
  }
  return all;
}

}  // namespace codelake
