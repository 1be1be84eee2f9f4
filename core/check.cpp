// SPDX-License-Identifier: Apache-2.0
#include "core/check.h"

namespace codelake {

void report_bug(const char* condition, std::source_location where) {
  std::string name = where.file_name();
  const auto slash = name.find_last_of('/');
  if (slash != std::string::npos) name.erase(0, slash + 1);
  throw BugFound("a check failed in " + name + ":" + std::to_string(where.line()) + ": " + condition);
}

}  // namespace codelake
