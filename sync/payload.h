// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <string>

namespace codelake::sync {

// The body of POST /v1/scans/{id}/findings. `page` is a JSON array of findings in the form of the report. No source code
// leaves: of each finding the snippet, the fix and the words of the trace are emptied, unknown keys dropped; paths,
// ranges, hashes and messages stay. Fails when the page is no array of objects.
Result<std::string> findings_payload(const std::string& page);

}  // namespace codelake::sync
