// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/names.h"
#include "scanners/sast/settings/settings_files.h"
#include "scanners/syntax/tree.h"

#include <string>
#include <utility>
#include <vector>

namespace codelake::sast {

// Which settings files a source file loads into which of its variables: `p.load(open("app.properties"))`,
// `limits = json.load(file)`.
class LoadedSettings {
 public:
  // All must outlive it.
  LoadedSettings(const syntax::Tree& tree, const Names& names, const SettingsOf& settings);

  bool empty() const { return m_loads.empty(); }
  // What stands under `way` in the files loaded into the variable `object` names; null when it is not certain. A way of one
  // key may hold all of them: "db.url", "db:url".
  const Setting* find(syntax::NodeId object, const std::vector<std::string>& way) const;

 private:
  void add_load(syntax::NodeId call, const SettingsOf& settings);
  void add_given(syntax::NodeId call, const SettingsOf& settings);
  const Settings* named_within(syntax::NodeId id, const SettingsOf& settings, int depth) const;

  const syntax::Tree& m_tree;
  const Names& m_names;
  std::vector<std::pair<VariableId, const Settings*>> m_loads;
};

}  // namespace codelake::sast
