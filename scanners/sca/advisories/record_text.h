// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/advisories/compiled_record.h"
#include "scanners/sca/advisories/packed.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// The detail part of a record as an index keeps it: all but its entries.
struct RecordText {
  std::string id;
  std::vector<std::string>
      group;              // ids of its alias group, the preferred one first; empty when it has no entries
  CompiledRecord record;  // without entries; of the counts only what says that data is missing
};

// `aliases` of the record are taken from those of the group that are its own.
void write_record(const RecordText& text, PackedWriter& writer);

// The record at `place` of an inflated block; nothing when it is damaged. Moves `place` behind it.
std::optional<RecordText> read_record(std::string_view block, std::size_t& place);

}  // namespace codelake::sca
