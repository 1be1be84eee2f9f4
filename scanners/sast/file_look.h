// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/match.h"
#include "scanners/sast/taint_file.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace codelake::sast {

// What came of looking at one file with all rules, before anything is reported. It depends on the file, the rules and the
// limits alone, and on the settings files the code names.
struct FileLook {
  struct Place {
    Match match;
    std::string symbol;          // the function around it
    bool behind_option = false;  // asked only for rules that give it less weight there
  };
  // What one rule found.
  struct Found {
    const Rule* rule = nullptr;
    bool limit_hit = false;  // the step limit ended its search
    bool more = false;       // there are more places than are kept
    std::vector<Place> places;
  };

  bool depth_limit_hit = false;
  std::uint64_t error_count = 0;   // of syntax
  std::uint64_t error_bytes = 0;
  std::vector<Found> found;
  std::unique_ptr<TaintFile> taint;  // null when no rule of the language follows data
};

}  // namespace codelake::sast
