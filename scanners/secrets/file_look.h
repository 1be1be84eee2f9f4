// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/inspect.h"

#include <vector>

namespace codelake::secrets {

// What is known of a file once it was looked at.
struct FileLook {
  std::vector<FoundSecret> secrets;
  std::vector<const Rule*> matched;  // sorted, each once: the rules that matched anything, noise or not
  bool binary = false;               // it is, and nothing was found in it
};

// Everything there is to find in a file of any kind: a text, an archive, a keystore, one that is told by its path, and what
// stands in the path.
FileLook look_at_file(const SourceFile& file, const Inspection& inspection, ScanContext& context);

}  // namespace codelake::secrets
