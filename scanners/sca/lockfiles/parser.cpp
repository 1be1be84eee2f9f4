// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/parser.h"

#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca {

namespace {

// The 1-based line where git left both sides of a merge; 0 when there is none.
std::uint32_t conflict_line(const SourceFile& file) {
  constexpr std::string_view mark = "<<<<<<< ";
  const std::string_view text = file.text();
  for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (at == 0 || text[at - 1] == '\n') return file.lines().position(at).line;
  }
  return 0;
}

}  // namespace

Lockfile read_lockfile(const LockfileParser& parser, const SourceFile& file) {
  Lockfile lockfile = parser.parse(file);
  if (const std::uint32_t line = conflict_line(file); line != 0) {
    lockfile.notices.push_back(
        {NoticeKind::malformed, {}, {}, "line " + std::to_string(line) + ": an unresolved merge conflict"});
  }
  return lockfile;
}

}  // namespace codelake::sca
