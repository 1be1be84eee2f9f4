// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::secrets::history {

// The kinds of entries of a pack (gitformat-pack); the two deltas stand in packs only.
enum class ObjectType : std::uint8_t { none = 0, commit = 1, tree = 2, blob = 3, tag = 4, offset_delta = 6, id_delta = 7 };

// The name of a git object: its SHA-1.
struct ObjectId {
  static constexpr std::size_t k_size = 20;
  std::array<unsigned char, k_size> bytes{};

  // Requires k_size readable bytes.
  static ObjectId from_bytes(const char* at) {
    ObjectId id;
    std::memcpy(id.bytes.data(), at, k_size);
    return id;
  }
  // std::nullopt unless `text` is 40 hex digits.
  static std::optional<ObjectId> from_hex(std::string_view text);
  std::string hex() const;
  std::string_view view() const { return {reinterpret_cast<const char*>(bytes.data()), k_size}; }

  auto operator<=>(const ObjectId&) const = default;
};

// The id is a hash already: any eight bytes of it will do.
struct ObjectIdHash {
  std::size_t operator()(const ObjectId& id) const {
    std::uint64_t part = 0;
    std::memcpy(&part, id.bytes.data() + 4, sizeof part);
    return static_cast<std::size_t>(part);
  }
};

}  // namespace codelake::secrets::history
