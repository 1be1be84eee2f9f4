// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_look.h"
#include "scanners/sast/rule_set.h"
#include "scanners/sast/settings/settings_files.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast {

// Which settings files code asked for by which name, and what they held (digest_of); 0: there was none.
using AskedSettings = std::vector<std::pair<std::string, std::uint64_t>>;
std::uint64_t digest_of(const Settings* settings);

// A file as it is now, and the rules for it; `language` is null where there are only rules for any text.
struct LookSubject {
  std::string_view text;
  const RuleSet& rules;
  const syntax::Language* language = nullptr;
  SettingsOf settings = {};
};

// A look in a compact form, for the same text and the same rules in the same order.
std::string write_look(const FileLook& look, const AskedSettings& asked);

// Reads it back; nothing when the settings files hold something else by now, or for bytes that write_look() cannot have
// made.
std::optional<FileLook> read_look(std::string_view bytes, const LookSubject& of);

}  // namespace codelake::sast
