// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace codelake {

// A bug of ours. Thrown only by CODELAKE_CHECK and caught only where a job ends (scanners/scan.cpp, cli/main.cpp), so
// that one file's job is given up, said, and the process ends with exit code 70; docs/decisions/0002 says why.
class BugFound : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void report_bug(const char* condition, const char* file, int line);

}  // namespace codelake

// An always-on assertion about our own code; never for odd input (that is a Notice) or a failing world (a Result).
#define CODELAKE_CHECK(condition)                                                 \
  do {                                                                            \
    if (!(condition)) ::codelake::report_bug(#condition, __FILE__, __LINE__);     \
  } while (false)
