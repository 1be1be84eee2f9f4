// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/record.h"
#include "scanners/secrets/inspect.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace codelake::secrets {

// Writes a secret as caches keep it: no more of its value than a report holds, the rule by its number.
void write_secret(RecordWriter& writer, const FoundSecret& secret, std::uint64_t rule);

// std::nullopt when there is no such rule (`rules` are by number, null for one that is gone) or what is there is no secret.
std::optional<FoundSecret> read_secret(RecordReader& reader, const std::vector<const Rule*>& rules);

}  // namespace codelake::secrets
