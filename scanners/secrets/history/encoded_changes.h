// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/blob_search.h"
#include "scanners/secrets/history/delta.h"
#include "scanners/secrets/window.h"

#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// What has to be asked for encoded texts in a blob that is a change of a known one.
struct EncodedChanges {
  std::vector<Mark> known;      // what the base already tells, in places of the new blob
  std::vector<Window> windows;  // sorted, apart from each other
};

// Requires stretches that make up `text`, and a base that was searched.
EncodedChanges encoded_changes(std::string_view text, const std::vector<Stretch>& stretches, const Sighted& base);

}  // namespace codelake::secrets::history
