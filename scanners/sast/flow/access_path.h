// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace codelake::sast::flow {

// Which part of a value is meant: the labels that lead to it, outermost first. 0: the value as a whole.
using PathId = std::uint32_t;

// All paths met, each once. A path longer than three labels stands for everything below its first three.
class AccessPaths {
 public:
  AccessPaths() : m_all(1) {}
  // The path of a part of `path` once the value was stored under `label`.
  PathId under(PathId path, syntax::Symbol label);
  // The path left when the part `label` is taken out; none when the path lies in another part.
  std::optional<PathId> inside(PathId path, syntax::Symbol label) const;
  // The same for a part that is not known which.
  PathId inside_any(PathId path) const { return m_all[path].rest; }

 private:
  struct Entry {
    syntax::Symbol label = 0;
    PathId rest = 0;
    std::uint8_t length = 0;
  };
  PathId shortened(PathId path, std::uint8_t length);

  std::vector<Entry> m_all;
  std::map<std::pair<syntax::Symbol, PathId>, PathId> m_known;
};

}  // namespace codelake::sast::flow
