// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// A path pattern in the form of .gitignore lines without negation (gitignore(5)): "*.py" matches in any directory,
// "src/**/x" from the root, "vendor/" and a matched directory everything below. Case counts.
class Glob {
 public:
  explicit Glob(std::string pattern);

  // `path` is relative to the scanned root, with '/'.
  bool matches(std::string_view path) const;
  // Whether it fits this very entry, whatever it says of the folders above it.
  bool matches_entry(std::string_view path, bool is_folder) const;
  const std::string& text() const { return m_text; }

 private:
  std::string m_text;
  std::string m_pattern;
  bool m_anchored = false;
  bool m_directory_only = false;
};

bool any_matches(const std::vector<Glob>& globs, std::string_view path);

}  // namespace codelake
