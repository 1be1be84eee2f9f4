// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// The ids that a list of changes names from `since` (seconds since 1970) on. The list has a line "<RFC 3339
// time>,<id>" or
// "<time>,<ecosystem>/<id>" for each record, the newest first. Nothing when it is no such list, when it does
// not reach back to `since`, or when more than `count_max` records have changed.
std::optional<std::vector<std::string>> changed_ids(std::string_view list, std::uint32_t since,
                                                    std::size_t count_max);

}  // namespace codelake::sca
