// SPDX-License-Identifier: Apache-2.0
#include "core/check.h"

namespace codelake {

void report_bug(const char* condition, const char* file, int line) {
  std::string name = file;
  const auto slash = name.find_last_of('/');
  if (slash != std::string::npos) name.erase(0, slash + 1);
  throw BugFound("a check failed in " + name + ":" + std::to_string(line) + ": " + condition);
}

}  // namespace codelake
