// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/glob.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::discover {

// The lines of one ignore file, as gitignore(5) reads them.
class IgnoreFile {
 public:
  // `folder` is the folder the patterns are relative to: empty, or ending with '/'.
  IgnoreFile(std::string_view text, std::string folder);

  // What its last fitting line says of an entry below its folder: true ignored, false taken back by '!', nothing when
  // no line fits. `path` has no trailing '/'.
  std::optional<bool> decides(std::string_view path, bool is_folder) const;

  bool empty() const { return m_rules.empty(); }

 private:
  struct Rule {
    Glob glob;
    bool negated = false;
  };
  std::string m_folder;
  std::vector<Rule> m_rules;
};

// The ignore files that apply in a folder, the outermost first. An entry is ignored when the innermost file that says
// anything about it ignores it; who walks top-down and stays out of ignored folders gets git's meaning.
bool is_ignored(const std::vector<const IgnoreFile*>& files, std::string_view path, bool is_folder);

}  // namespace codelake::discover
