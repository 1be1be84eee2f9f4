// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/names.h"
#include "scanners/sast/settings/settings_files.h"
#include "scanners/syntax/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast {

// Which settings files a source file loads into which of its variables: `p.load(open("app.properties"))`.
class LoadedSettings {
 public:
  // All must outlive it.
  LoadedSettings(const syntax::Tree& tree, const Names& names, const SettingsOf& settings);

  // The text that stands under `key` in the files loaded into the variable `object` names; none when it is not certain.
  std::optional<std::string> text_of(syntax::NodeId object, std::string_view key) const;

 private:
  void add_load(syntax::NodeId call, const SettingsOf& settings);
  const Settings* named_within(syntax::NodeId id, const SettingsOf& settings, int depth) const;

  const syntax::Tree& m_tree;
  const Names& m_names;
  std::vector<std::pair<VariableId, const Settings*>> m_loads;
};

}  // namespace codelake::sast
