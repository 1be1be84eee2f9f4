// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/sca/advisories/compiled_record.h"

#include <map>
#include <string>

namespace codelake::sca {

// The bytes of an index file (index_format.h) of these records, by id. Fails
// when a part exceeds the format's 32-bit offsets.
Result<std::string> write_index(const std::string& ecosystem,
                                const std::map<std::string, CompiledRecord>& records);

}  // namespace codelake::sca
