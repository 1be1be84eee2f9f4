// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/settings/loaded_settings.h"

#include "scanners/sast/settings/settings_calls.h"

#include <algorithm>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr int k_variables_max = 3;  // gone through from the file's name to where it is loaded

// Whether the keys a program names lead to a setting: each of its own, or all in one with '.' or ':' between them.
bool leads(const std::vector<std::string>& keys, const std::vector<std::string>& way) {
  if (keys == way) return true;
  if (keys.size() != 1) return false;
  const auto joined = [&](char between) {
    std::string all;
    for (const std::string& step : way) all += (all.empty() ? "" : std::string(1, between)) + step;
    return all;
  };
  return keys[0] == joined('.') || keys[0] == joined(':');
}

}  // namespace

LoadedSettings::LoadedSettings(const syntax::Tree& tree, const Names& names, const SettingsOf& settings)
    : m_tree(tree), m_names(names) {
  if (!settings) return;
  for (NodeId id = 1; id < tree.nodes.size(); ++id) {
    if (tree[id].kind != Kind::call) continue;
    const NodeId callee = tree.child(id, Role::callee);
    if (callee == 0) continue;
    const bool method = tree[callee].kind == Kind::field_access;
    const NodeId named = method ? tree.child(callee, Role::name) : callee;
    const syntax::Symbol name = named == 0 ? 0 : tree[named].symbol;
    if (method && fills_settings(name)) add_load(id, settings);
    if (gives_settings(name)) add_given(id, settings);
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

// The call is the whole value of a variable.
void LoadedSettings::add_given(NodeId call, const SettingsOf& settings) {
  const NodeId write = m_tree[call].parent;
  const Kind kind = m_tree[write].kind;
  const NodeId target = kind == Kind::assignment ? m_tree.child(write, Role::left)
                        : kind == Kind::variable_declaration ? m_tree.child(write, Role::name) : 0;
  const auto variable = target == 0 ? std::nullopt : m_names.variable_of(target);
  const NodeId arguments = m_tree.child(call, Role::arguments);
  // What is written more than once, or to what is not a variable, may be anything.
  if (!variable || arguments == 0 || m_names.writes_of(*variable).size() != 1) return;
  if (const Settings* found = named_within(arguments, settings, 0)) m_loads.emplace_back(*variable, found);
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

const Setting* LoadedSettings::find(NodeId object, const std::vector<std::string>& way) const {
  const auto variable = m_names.variable_of(object);
  const Setting* certain = nullptr;
  if (!variable || way.empty()) return nullptr;
  for (const auto& [loaded, settings] : m_loads) {
    if (loaded != *variable) continue;
    if (settings == nullptr) return nullptr;
    const auto found = std::find_if(settings->begin(), settings->end(), [&](const Setting& one) { return leads(way, one.way); });
    if (found == settings->end()) continue;
    if (certain != nullptr && certain->text != found->text) return nullptr;
    certain = &*found;
  }
  return certain;
}

}  // namespace codelake::sast
