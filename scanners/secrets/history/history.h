// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"
#include "scanners/secrets/inspect.h"

#include <functional>
#include <string>
#include <vector>

namespace codelake::secrets::history {

// What is looked at, and how.
struct Options {
  HistoryRequest request;
  Limits limits;
  std::size_t threads = 1;
  std::string cache_directory;               // empty: nothing is kept
  const std::atomic<bool>* interrupted = nullptr;
  std::function<bool(const FileInfo&)> wants;  // which paths count, relative to the scanned folder
  std::string settings;                        // what `wants` and the inspection depend on besides rules, in words
};

// Looks at every blob a ref reaches, each once, and gives its secrets: for each path of each secret the commit that
// brought it there. What could not be looked at and the numbers go to `context`.
std::vector<FoundSecret> search(const Options& options, const Inspection& inspection, ScanContext& context);

}  // namespace codelake::secrets::history
