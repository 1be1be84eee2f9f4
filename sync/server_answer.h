// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::sync {

// The `id` of the answer to POST /v1/scans; only letters, digits, '_' and '-', at most 200, since it becomes part of a
// URL. Absent when the body is no such JSON object.
std::optional<std::string> created_scan_id(std::string_view body);

// What the server says is wrong, as one printable line of at most 300 characters: `message`, `detail` or `error` of a
// JSON object, or of an object under these keys. Empty when the body is no such JSON.
std::string error_message(std::string_view body);

// Retry-After (RFC 9110, 10.2.3): a number of seconds, or an HTTP-date seen from `now_seconds` (Unix time; the past
// gives zero). Absent when it is neither.
std::optional<std::chrono::seconds> retry_after(std::string_view header, std::int64_t now_seconds);

}  // namespace codelake::sync
