// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace codelake {

// XXH3, 64 bits: fast, same on every machine; not for anything an attacker may choose with profit.
std::uint64_t fast_hash(std::string_view bytes);

// SHA-256 (FIPS 180-4) in lower-case hex.
std::string sha256_hex(std::string_view bytes);

// HMAC-SHA-256 (RFC 2104) in lower-case hex.
std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

// At most 256 random bytes from the operating system, in lower-case hex (2 × `bytes` characters).
std::string random_hex(std::size_t bytes);

// A UUID of version 8 (RFC 9562: "custom") made of the SHA-256 of `content`: the same content, the same UUID.
std::string uuid_of(std::string_view content);

}  // namespace codelake
