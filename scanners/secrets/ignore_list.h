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

  // Takes the listed places off findings, or suppresses a finding all of whose places are listed: a listed place never
  // hides another one. Notes in `context` entries for the work tree that fit no place.
  void apply(std::vector<Finding>& findings, ScanContext& context);

 private:
  struct Entry {
    std::string commit;
    std::string path;
    std::uint32_t line = 0;
    std::uint32_t at = 0;  // line in the list
    bool used = false;
  };

  bool lists(const SecretPlace& place);

  std::vector<Entry> m_entries;
};

}  // namespace codelake::secrets
