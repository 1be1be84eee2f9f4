// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

constexpr std::string_view k_ignore_list_name = ".gitleaksignore";

// A .gitleaksignore: places that are not to be reported, "file:rule:line" for the work tree and
// "commit:file:rule:line" for the history. Their rule ids are not ours, so that the rule is not looked at.
class IgnoreList {
 public:
  static IgnoreList parse(std::string_view text);

  // Which entries can be said to fit nothing: those for what was looked at as a whole.
  struct Seen {
    bool work_tree = true;
    bool history = false;
  };

  // Takes the listed places off findings, or suppresses a finding all of whose places are listed: a listed place never
  // hides another one. Notes in `context` the entries that fit no place, and the lines that are no entry.
  void apply(std::vector<Finding>& findings, const Seen& seen, ScanContext& context);

 private:
  struct Entry {
    std::string commit;
    std::string path;
    std::uint32_t line = 0;
    std::uint32_t at = 0;  // line in the list
    bool used = false;
  };

  bool lists(const SecretPlace& place);

  void note_idle(const Seen& seen, ScanContext& context) const;

  std::vector<Entry> m_entries;
  std::vector<std::uint32_t> m_strange;  // lines that are no entry
};

}  // namespace codelake::secrets
