// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/settings/loaded_settings.h"

#include <algorithm>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::symbol_of;

namespace {

constexpr int k_variables_max = 3;  // gone through from the file's name to where it is loaded

}  // namespace

LoadedSettings::LoadedSettings(const syntax::Tree& tree, const Names& names, const SettingsOf& settings)
    : m_tree(tree), m_names(names) {
  if (!settings) return;
  const auto load = symbol_of("load");
  const auto read = symbol_of("read");
  for (NodeId id = 1; id < tree.nodes.size(); ++id) {
    if (tree[id].kind != Kind::call) continue;
    const NodeId callee = tree.child(id, Role::callee);
    const NodeId named = callee == 0 || tree[callee].kind != Kind::field_access ? 0 : tree.child(callee, Role::name);
    if (named != 0 && (tree[named].symbol == load || tree[named].symbol == read)) add_load(id, settings);
  }
}

void LoadedSettings::add_load(NodeId call, const SettingsOf& settings) {
  const NodeId object = m_tree.child(m_tree.child(call, Role::callee), Role::object);
  const auto variable = m_names.variable_of(object);
  const NodeId arguments = m_tree.child(call, Role::arguments);
  if (!variable || arguments == 0) return;
  // A load that is not understood makes what the variable holds uncertain: it is kept as null.
  m_loads.emplace_back(*variable, named_within(arguments, settings, 0));
}

// The settings whose file is named in an expression, or in the only value of a variable it names.
const Settings* LoadedSettings::named_within(NodeId id, const SettingsOf& settings, int depth) const {
  for (NodeId at = id; at < m_tree[id].subtree_end; ++at) {
    if (m_tree[at].kind != Kind::string || !names_settings(m_tree.content(at))) continue;
    if (const Settings* found = settings(m_tree.content(at))) return found;
  }
  if (depth == k_variables_max) return nullptr;
  for (NodeId at = id; at < m_tree[id].subtree_end; ++at) {
    const NodeId value = m_tree[at].kind == Kind::identifier ? m_names.value_of(at) : 0;
    if (value == 0) continue;
    if (const Settings* found = named_within(value, settings, depth + 1)) return found;
  }
  return nullptr;
}

std::optional<std::string> LoadedSettings::text_of(NodeId object, std::string_view key) const {
  const auto variable = m_names.variable_of(object);
  std::optional<std::string> text;
  if (!variable) return text;
  for (const auto& [loaded, settings] : m_loads) {
    if (loaded != *variable) continue;
    if (settings == nullptr) return std::nullopt;
    const auto found = std::find_if(settings->begin(), settings->end(), [&](const Setting& one) { return one.way.size() == 1 && one.way[0] == key; });
    if (found == settings->end()) continue;
    if (text && *text != found->text) return std::nullopt;
    text = found->text;
  }
  return text;
}

}  // namespace codelake::sast
