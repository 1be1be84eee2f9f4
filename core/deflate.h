// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace codelake {

// Compresses one block (RFC 1951); the same bytes always give the same. Wraps libdeflate.
std::string deflated(std::string_view bytes);

// What a block was made of; nothing when it is damaged or holds anything but `size` bytes.
std::optional<std::string> inflated(std::string_view block, std::size_t size);

// The content of a gzip file (RFC 1952) of one or several members; nothing when it is damaged, cut off or larger than
// `bytes_max`.
std::optional<std::string> gunzipped(std::string_view file, std::size_t bytes_max);

}  // namespace codelake
