// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace codelake::sca {

// Seconds since 1970 of an RFC 3339 time in UTC ("2024-10-24T01:01:59.5Z", to the second), 0 for any other
// text and for times outside of 1970–2105.
std::uint32_t seconds_of(std::string_view time);

// The RFC 3339 text of these; empty for 0.
std::string time_text(std::uint32_t seconds);

}  // namespace codelake::sca
