// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"
#include "core/suppression.h"
#include "scanners/discover/discover.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace codelake {

// What a scan needs besides the files.
struct ScanRequest {
  std::vector<std::unique_ptr<Scanner>> scanners;
  std::unique_ptr<Scanner> guard;  // looks at no file, only masks what the others say; may be null
  Limits limits;
  std::size_t threads = 1;
  const std::atomic<bool>* interrupted = nullptr;                       // when it becomes true, no further file is started
  std::function<void(std::size_t done, std::size_t all)> on_progress;   // called from several threads; may be empty
};

// What a scan gives: findings in report order with fingerprints and in-source suppressions, the rest sorted.
struct ScanOutcome {
  std::vector<Finding> findings;
  std::vector<Package> packages;
  std::vector<Notice> notices;
  Coverage coverage;
  // As rules_of_all(), of a scan of a part perhaps only those of the findings; absent when nothing was found that needed them.
  std::optional<std::vector<RuleInfo>> rules;
  bool bug_found = false;    // a check of ours failed somewhere; the process must end with exit code 70
  bool interrupted = false;  // results are incomplete and must not be stored
};

// Runs every scanner over every file it wants, each file read once, then the project-wide passes. Nothing fails from
// here on: it is noted. The result does not depend on the number of threads or the order of `files.files`.
ScanOutcome scan_files(const discover::Discovered& files, const ScanRequest& request);

// A text of the file `path` (empty: of no file) without what must not leave the program, with as many lines.
std::string masked(std::string text, const std::string& path, const ScanRequest& request);

// Every rule of these scanners that can fire, sorted by id. Not for nothing: it is as much as some small scans.
std::vector<RuleInfo> rules_of_all(const std::vector<std::unique_ptr<Scanner>>& scanners);

// What one scanner finds in a text that stands for a file's, seen alone: with fingerprints and in-source suppressions.
std::vector<Finding> look_at(const SourceFile& file, const Scanner& scanner);

}  // namespace codelake
