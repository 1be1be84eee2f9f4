// SPDX-License-Identifier: Apache-2.0
#include "core/hash.h"

#include "core/check.h"

#include <mbedtls/md.h>
#include <mbedtls/sha256.h>
#include <unistd.h>
#define XXH_INLINE_ALL  // no library of its own, which libfyaml.a would bring a second time
#include <xxhash.h>

#include <array>
#include <vector>

namespace codelake {

namespace {

std::string hex(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(count * 2);
  for (std::size_t i = 0; i < count; ++i) {
    text += digits[bytes[i] >> 4U];
    text += digits[bytes[i] & 15U];
  }
  return text;
}

using Digest = std::array<unsigned char, 32>;

const unsigned char* as_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::uint64_t fast_hash(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

std::string sha256_hex(std::string_view bytes) {
  Digest digest{};
  CODELAKE_CHECK(mbedtls_sha256_ret(as_bytes(bytes), bytes.size(), digest.data(), 0) == 0);
  return hex(digest.data(), digest.size());
}

std::string hmac_sha256_hex(std::string_view key, std::string_view bytes) {
  Digest digest{};
  const mbedtls_md_info_t* const sha256 = mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
  CODELAKE_CHECK(mbedtls_md_hmac(sha256, as_bytes(key), key.size(), as_bytes(bytes), bytes.size(), digest.data()) == 0);
  return hex(digest.data(), digest.size());
}

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> random(bytes);
  CODELAKE_CHECK(::getentropy(random.data(), bytes) == 0);  // the kernel's: no generator of our own to set up
  return hex(random.data(), bytes);
}

std::string uuid_of(std::string_view content) {
  std::string hex = sha256_hex(content).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<unsigned>(hex[16]) % 4U];
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

}  // namespace codelake
