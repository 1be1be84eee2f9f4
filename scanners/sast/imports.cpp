// SPDX-License-Identifier: Apache-2.0
// A name that is imported stands for a dotted path: module parts first, then the imported name. A module
// given as a string stands for its last path part ("crypto/md5" is md5, "./lib/db.js" is db), which is what
// code calls it. Example: `const {exec: run} = require('child_process')` makes run stand for
// child_process.exec.
#include "scanners/sast/imports.h"

#include "scanners/sast/kinds.h"
#include "scanners/sast/pattern.h"

#include <algorithm>
#include <tuple>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;

namespace {

const Symbol k_require = syntax::symbol_of("require");
const Symbol k_import = syntax::symbol_of("import");
const Symbol k_dot = syntax::symbol_of(".");
const Symbol k_default = syntax::symbol_of("default");
const Symbol k_star = syntax::symbol_of("*");

}  // namespace

Imports::Imports(const syntax::Tree& tree) : m_tree(tree) {
  for (NodeId id = 1; id < tree.nodes.size(); ++id) {
    if (tree[id].kind == Kind::import_statement) add_statement(id);
    if (tree[id].kind == Kind::variable_declaration) add_require(id);
    add_source(id);
  }
  std::sort(m_imports.begin(), m_imports.end(), [](const Import& a, const Import& b) {
    return std::tie(a.local, a.node) < std::tie(b.local, b.node);
  });
}

void Imports::append_parts(NodeId name) {
  const syntax::Node& node = m_tree[name];
  if (node.kind == Kind::field_access) {
    for (NodeId child = m_tree.first_child(name); child != 0; child = m_tree.next_sibling(child))
      append_parts(child);
  } else if (node.kind == Kind::string) {
    append_module(name);
  } else if (node.symbol != 0 && node.symbol != k_star) {
    m_parts.push_back({node.symbol, node.begin, node.end});
  }
}

void Imports::append_module(NodeId text) {
  std::string_view path = m_tree.content(text);
  const auto slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const auto dot = path.rfind('.');
  if (dot != std::string_view::npos && dot > 0) path = path.substr(0, dot);
  if (path.empty()) return;
  const auto begin = static_cast<std::uint32_t>(path.data() - m_tree.source.data());
  m_parts.push_back({syntax::symbol_of(path), begin, begin + static_cast<std::uint32_t>(path.size())});
}

void Imports::add(NodeId at, Symbol local, std::size_t first) {
  if (local == 0 || m_parts.size() == first) return;
  m_imports.push_back({local, at, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(m_parts.size() - first),
                       static_cast<std::uint32_t>(m_sources.size() - 1)});
}

// What is imported by no statement of its own: a module that is exported on, and one that is required where it is used.
void Imports::add_source(NodeId id) {
  const syntax::Node& node = m_tree[id];
  if (node.kind != Kind::string) return;
  const syntax::Node& around = m_tree[node.parent];
  if (node.role == Role::module && around.kind != Kind::import_statement) m_sources.push_back({id, 0, false});
  if (around.kind != Kind::arguments || m_tree.first_child(node.parent) != id) return;
  const NodeId callee = m_tree.child(around.parent, Role::callee);
  const Symbol name = callee == 0 ? 0 : m_tree[callee].symbol;
  if (name == k_require || name == k_import) m_sources.push_back({id, 0, false});
}

void Imports::add_statement(NodeId statement) {
  const std::size_t first = m_parts.size();
  const NodeId module = m_tree.child(statement, Role::module);
  const NodeId alias = m_tree.child(statement, Role::alias);
  if (module != 0) append_parts(module);
  const std::size_t count = m_parts.size() - first;
  bool named = false;
  for (NodeId at = m_tree.first_child(statement); at != 0; at = m_tree.next_sibling(at)) {
    if (m_tree[at].kind != Kind::import_name) continue;
    named = true;
    add_name(at, module, first, count);
  }
  // `import "crypto/md5"` and `import java.util.List` make their last part a name.
  if (named || count == 0) return;
  m_sources.push_back({module, 0, alias != 0 && m_tree[alias].symbol == k_dot});
  add(statement, alias == 0 ? m_parts.back().symbol : m_tree[alias].symbol, first);
}

void Imports::add_name(NodeId name, NodeId module, std::size_t module_first, std::size_t module_count) {
  const NodeId imported = m_tree.child(name, Role::name);
  const NodeId alias = m_tree.child(name, Role::alias);
  const std::size_t first = m_parts.size();
  const bool star = imported != 0 && m_tree[imported].symbol == k_star;
  const bool wildcard = star && alias == 0;
  m_sources.push_back({module, star ? 0 : imported, wildcard});
  if (wildcard && module_count > 0 && m_tree[m_tree[name].parent].parent == 0)
    m_wildcards.emplace_back(static_cast<std::uint32_t>(module_first), static_cast<std::uint32_t>(module_count));
  for (std::size_t i = 0; i < module_count; ++i) m_parts.push_back(m_parts[module_first + i]);
  if (imported != 0 && m_tree[imported].symbol != k_default) append_parts(imported);
  if (alias != 0) return add(name, m_tree[alias].symbol, first);
  if (imported == 0) return;
  // `import os.path` binds the name os, which stands for itself; `from m import a` binds a.
  const bool plain = module_count == 0 && m_tree[imported].kind != Kind::string && m_parts.size() > first;
  if (plain) m_parts.resize(first + 1);
  if (plain)
    add(name, m_parts.back().symbol, first);
  else if (module_count > 0)
    add(name, m_tree[imported].symbol, first);
  else if (m_tree[imported].kind == Kind::string && m_parts.size() > first)
    add(name, m_parts.back().symbol, first);
}

void Imports::add_require(NodeId declaration) {
  NodeId call = m_tree.child(declaration, Role::value);
  const NodeId name = m_tree.child(declaration, Role::name);
  if (call == 0 || name == 0) return;
  NodeId member = 0;
  if (m_tree[call].kind == Kind::field_access) {
    member = m_tree.child(call, Role::name);
    call = m_tree.first_child(call);
  }
  if (m_tree[call].kind != Kind::call || m_tree[m_tree.first_child(call)].symbol != k_require) return;
  const NodeId arguments = m_tree.next_sibling(m_tree.first_child(call));
  const NodeId module = arguments == 0 ? 0 : m_tree.first_child(arguments);
  if (module == 0 || m_tree[module].kind != Kind::string) return;
  const std::size_t first = m_parts.size();
  m_sources.push_back({module, 0, false});
  append_module(module);
  if (member != 0) append_parts(member);
  if (m_tree[name].kind == Kind::identifier) return add(declaration, m_tree[name].symbol, first);
  const std::size_t count = m_parts.size() - first;
  for (NodeId at = m_tree.first_child(name); at != 0; at = m_tree.next_sibling(at)) {
    const std::size_t part_first = m_parts.size();
    for (std::size_t i = 0; i < count; ++i) m_parts.push_back(m_parts[first + i]);
    const bool renamed = m_tree[at].kind == Kind::pair && m_tree.first_child(at) != 0;
    const NodeId key = renamed ? m_tree.first_child(at) : at;
    const NodeId local = renamed ? m_tree.next_sibling(key) : at;
    append_parts(key);
    if (local != 0 && m_tree[local].kind == Kind::identifier)
      add(declaration, m_tree[local].symbol, part_first);
  }
}

const Imports::Import* Imports::find(NodeId use) const {
  const Symbol local = m_tree[use].symbol;
  const auto first =
      std::lower_bound(m_imports.begin(), m_imports.end(), local,
                       [](const Import& import, Symbol symbol) { return import.local < symbol; });
  if (first == m_imports.end() || first->local != local) return nullptr;
  const auto after = std::upper_bound(
      first, m_imports.end(), std::pair(local, use),
      [](const auto& place, const Import& import) { return place < std::pair(import.local, import.node); });
  if (after != first) return &*std::prev(after);
  // Elsewhere imports hold in the whole file.
  return m_tree.language == "python" ? nullptr : &*first;
}

// Whether a name starts the path of an import, where it means itself.
bool Imports::starts_import(NodeId name) const {
  NodeId at = m_tree[name].parent;
  if (m_tree[at].kind != Kind::field_access) return false;
  while (at != 0 && m_tree[at].kind == Kind::field_access) at = m_tree[at].parent;
  return m_tree[at].kind == Kind::import_statement || m_tree[at].kind == Kind::import_name;
}

bool Imports::means_by_wildcard(NodeId expression, std::uint64_t wanted) const {
  if (m_wildcards.empty()) return false;
  NodeId root = expression;
  while (m_tree[root].kind == Kind::field_access) root = m_tree.first_child(root);
  const Kind around = m_tree[m_tree[expression].parent].kind;
  if (!path_of(root).empty() || around == Kind::import_name || around == Kind::import_statement) return false;
  for (const auto& [first, count] : m_wildcards) {
    std::uint64_t hash = 0;
    for (std::uint32_t part = 0; part < count; ++part) hash = names_hash(hash, m_parts[first + part].symbol);
    if (written_below(hash, expression) == wanted) return true;
  }
  return false;
}

// The hash of a chain of plain names as it is written, below a module; 0 for other expressions.
std::uint64_t Imports::written_below(std::uint64_t module, NodeId expression) const {
  const syntax::Node& node = m_tree[expression];
  if (node.kind == Kind::identifier || node.kind == Kind::type_name) return names_hash(module, node.symbol);
  if (node.kind != Kind::field_access) return 0;
  const NodeId object = m_tree.first_child(expression);
  const NodeId name = object == 0 ? 0 : m_tree.next_sibling(object);
  const std::uint64_t before = name == 0 ? 0 : written_below(module, object);
  return before == 0 ? 0 : names_hash(before, m_tree[name].symbol);
}

std::span<const NamePart> Imports::path_of(NodeId identifier) const {
  if (m_imports.empty() || m_tree[identifier].kind == Kind::field_access) return {};
  const Import* import = find(identifier);
  if (import == nullptr || starts_import(identifier)) return {};
  return std::span(m_parts).subspan(import->first, import->count);
}

const ImportSource* Imports::source_of(NodeId identifier) const {
  if (path_of(identifier).empty()) return nullptr;
  return &m_sources[find(identifier)->source];
}

std::uint64_t Imports::dotted(NodeId expression) const {
  const syntax::Node& node = m_tree[expression];
  if (node.kind == Kind::field_access) {
    const NodeId object = m_tree.first_child(expression);
    const NodeId name = object == 0 ? 0 : m_tree.next_sibling(object);
    const std::uint64_t before = name == 0 ? 0 : dotted(object);
    return before == 0 ? 0 : names_hash(before, m_tree[name].symbol);
  }
  if (node.kind != Kind::identifier && node.kind != Kind::type_name) return 0;
  const auto path = path_of(expression);
  if (path.empty()) return names_hash(0, node.symbol);
  std::uint64_t hash = 0;
  for (const NamePart& part : path) hash = names_hash(hash, part.symbol);
  return hash;
}

Symbol Imports::last_name(NodeId callee) const {
  const syntax::Node& node = m_tree[callee];
  if (node.kind == Kind::field_access) {
    const NodeId object = m_tree.first_child(callee);
    const NodeId name = object == 0 ? 0 : m_tree.next_sibling(object);
    return name == 0 ? 0 : m_tree[name].symbol;
  }
  if (node.kind != Kind::identifier && node.kind != Kind::type_name) return 0;
  const auto path = path_of(callee);
  return path.empty() ? node.symbol : path.back().symbol;
}

}  // namespace codelake::sast
