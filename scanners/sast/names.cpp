// SPDX-License-Identifier: Apache-2.0
// Every place that writes a name is collected with the scope the name belongs to; a use means the variable of the
// innermost scope around it that has the name. Example: in `x = 1; def f(): x = 2; g(x)` the use in g(x) means the
// variable of f, for Python's assignments declare; in JavaScript it would mean the outer one.
#include "scanners/sast/names.h"

#include "scanners/sast/kinds.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;

namespace {

constexpr std::ptrdiff_t k_candidates_max = 2000;  // a name declared in more scopes is not looked up

const Symbol k_this = syntax::symbol_of("this");
const Symbol k_self = syntax::symbol_of("self");
const Symbol k_cls = syntax::symbol_of("cls");
const Symbol k_var = syntax::symbol_of("var");
const Symbol k_increment = syntax::symbol_of("++");
const Symbol k_decrement = syntax::symbol_of("--");
const Symbol k_postfix_increment = syntax::symbol_of("postfix ++");
const Symbol k_postfix_decrement = syntax::symbol_of("postfix --");

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_function(Kind kind) {
  return kind == Kind::function || kind == Kind::lambda;
}

bool is_block_scope(Kind kind) {
  switch (kind) {
    case Kind::block:
    case Kind::for_statement:
    case Kind::for_each_statement:
    case Kind::if_statement:
    case Kind::while_statement:
    case Kind::switch_statement:
    case Kind::switch_case:
    case Kind::try_statement:
    case Kind::with_statement:
      return true;
    default:
      return false;
  }
}

bool is_step(Symbol symbol) {
  return symbol == k_increment || symbol == k_decrement || symbol == k_postfix_increment ||
         symbol == k_postfix_decrement;
}

}  // namespace

// A write whose variable is not numbered yet.
struct Names::Draft {
  Symbol name = 0;
  NodeId scope = 0;
  Write write;
  bool field = false;
  bool function_scope = false;
};

Names::Names(const syntax::Tree& tree) : m_tree(tree) {
  constexpr std::array<std::string_view, 5> function_scoped = {"python", "ruby", "php", "bash", "lua"};
  constexpr std::array<std::string_view, 6> by_this = {"python", "ruby", "php", "javascript", "typescript", "tsx"};
  m_function_scopes = holds(function_scoped, tree.language);
  m_bare_fields = !holds(by_this, tree.language);
  std::vector<Draft> drafts;
  collect(drafts);
  settle(drafts);
  number(drafts);
}

NodeId Names::function_of(NodeId node) const {
  while (node != 0 && !is_function(m_tree[node].kind)) node = m_tree[node].parent;
  return node;
}

NodeId Names::class_around(NodeId node) const {
  while (node != 0 && m_tree[node].kind != Kind::class_declaration) node = m_tree[node].parent;
  return node;
}

void Names::collect(std::vector<Draft>& drafts) {
  for (NodeId id = 1; id < m_tree.nodes.size(); ++id) {
    if (m_tree[id].kind == Kind::class_declaration) {
      const NodeId name = m_tree.child(id, Role::name);
      if (name != 0) m_classes.push_back({m_tree[name].symbol, id});
    }
    collect_at(id, drafts);
  }
  std::sort(m_classes.begin(), m_classes.end(),
            [](const Class& a, const Class& b) { return std::tie(a.name, a.node) < std::tie(b.name, b.node); });
}

void Names::collect_at(NodeId id, std::vector<Draft>& drafts) const {
  Draft draft;
  Write& write = draft.write;
  write.node = id;
  const syntax::Node& node = m_tree[id];
  switch (node.kind) {
    case Kind::assignment: {
      NodeId target = m_tree.child(id, Role::left);
      if (target == 0) target = m_tree.child(id, Role::name);
      write.value = m_tree.child(id, Role::right);
      if (write.value == 0) write.value = m_tree.child(id, Role::value);
      write.augments = node.symbol != 0;
      write.type = m_tree.child(id, Role::type);
      write.declares = m_function_scopes || (node.flags & syntax::k_declares) != 0;
      return add_targets(target, draft, drafts);
    }
    case Kind::variable_declaration:
    case Kind::parameter:
      write.value = node.kind == Kind::parameter ? 0 : m_tree.child(id, Role::value);
      write.type = m_tree.child(id, Role::type);
      write.declares = true;
      for (NodeId at = m_tree.first_child(id); at != 0; at = m_tree.next_sibling(at)) {
        if (m_tree[at].kind != Kind::modifier) continue;
        const std::string_view word = m_tree.text(at);
        draft.function_scope = draft.function_scope || m_tree[at].symbol == k_var;
        write.fixed = write.fixed || word == "final" || word == "const" || word == "private" || word == "readonly" ||
                      word == "val";
      }
      return add_targets(m_tree.child(id, Role::name), draft, drafts);
    case Kind::for_each_statement:
    case Kind::catch_clause:
      write.declares = true;
      write.type = m_tree.child(id, Role::type);
      add_targets(m_tree.child(id, Role::left), draft, drafts);
      return add_targets(m_tree.child(id, Role::name), draft, drafts);
    case Kind::identifier:
      write.declares = true;
      if (node.role == Role::alias || (node.role == Role::left && m_tree[node.parent].kind == Kind::other))
        add_targets(id, draft, drafts);
      return;
    case Kind::unary:
      write.augments = true;
      if (is_step(node.symbol)) add_targets(m_tree.first_child(id), draft, drafts);
      return;
    default:
      return;
  }
}

void Names::add_targets(NodeId target, Draft draft, std::vector<Draft>& drafts) const {
  if (target == 0) return;
  const syntax::Node& node = m_tree[target];
  if (node.kind == Kind::identifier) {
    draft.name = node.symbol;
    draft.scope = scope_of(draft.write.node, draft);
    draft.field = m_tree[draft.scope].kind == Kind::class_declaration;
    drafts.push_back(draft);
    return;
  }
  if (node.kind == Kind::field_access) {
    const NodeId object = m_tree.first_child(target);
    const NodeId owner = class_of_access(object);
    if (owner == 0) return;
    draft.name = m_tree[m_tree.next_sibling(object)].symbol;
    draft.scope = owner;
    draft.field = draft.write.declares = true;
    drafts.push_back(draft);
    return;
  }
  if (node.kind != Kind::index && node.kind != Kind::call) add_tuple(target, draft, drafts);
}

// `a, b = 1, 2` writes each its own; else what is taken apart is not known.
void Names::add_tuple(NodeId target, const Draft& draft, std::vector<Draft>& drafts) const {
  const NodeId value = draft.write.value;
  const bool both = value != 0 && !draft.write.augments && (m_tree[value].kind == Kind::tuple || m_tree[value].kind == Kind::list) &&
                    m_tree.children(value).size() == m_tree.children(target).size();
  NodeId part = both ? m_tree.first_child(value) : 0;
  for (NodeId at = m_tree.first_child(target); at != 0; at = m_tree.next_sibling(at)) {
    Draft one = draft;
    one.write.value = part;
    one.write.type = 0;
    if (m_tree[at].role != Role::key) add_targets(at, one, drafts);
    if (part != 0) part = m_tree.next_sibling(part);
  }
}

NodeId Names::scope_of(NodeId node, const Draft& draft) const {
  const bool blocks = !m_function_scopes && !draft.function_scope && draft.write.declares;
  const Kind own = m_tree[node].kind;
  NodeId at = own == Kind::for_each_statement || own == Kind::catch_clause ? node : m_tree[node].parent;
  for (; at != 0; at = m_tree[at].parent) {
    const Kind kind = m_tree[at].kind;
    if (is_function(kind) || kind == Kind::class_declaration || kind == Kind::comprehension) return at;
    if (kind == Kind::catch_clause && at == node) return at;
    if (blocks && is_block_scope(kind)) return at;
  }
  return 0;
}

// A plain assignment writes the variable of the scope that declares it, or else one of its function.
void Names::settle(std::vector<Draft>& drafts) {
  const auto order = [](const Draft& a, const Draft& b) {
    return std::tie(a.name, a.scope, a.write.node) < std::tie(b.name, b.scope, b.write.node);
  };
  std::sort(drafts.begin(), drafts.end(), order);
  for (const Draft& draft : drafts) {
    if (!draft.write.declares) continue;
    if (!m_variables.empty() && m_variables.back().name == draft.name && m_variables.back().scope == draft.scope) continue;
    m_variables.push_back({draft.name, draft.scope, 0, 0, 0, 0, draft.field, false});
  }
  for (Draft& draft : drafts) {
    if (draft.write.declares) continue;
    const auto found = find(draft.name, draft.write.node);
    if (found) draft.scope = m_variables[*found].scope;
    if (found) draft.field = m_variables[*found].field;
  }
  std::sort(drafts.begin(), drafts.end(), order);
}

// A second declaration in one scope makes another variable of the same name.
bool Names::declares_again(const Draft& draft) const {
  return !m_function_scopes && !draft.field && m_tree[draft.write.node].kind == Kind::variable_declaration;
}

void Names::number(std::vector<Draft>& drafts) {
  m_variables.clear();
  for (Draft& draft : drafts) {
    const bool known = !m_variables.empty() && m_variables.back().name == draft.name && m_variables.back().scope == draft.scope;
    if (!known || declares_again(draft)) {
      m_variables.push_back({draft.name, draft.scope, known ? draft.write.node : 0, function_of(draft.scope),
                             static_cast<std::uint32_t>(m_writes.size()), 0, draft.field, false});
    }
    Variable& variable = m_variables.back();
    variable.writes += 1;
    variable.escapes = variable.escapes || function_of(draft.write.node) != variable.function;
    draft.write.variable = static_cast<VariableId>(m_variables.size() - 1);
    m_by_place.push_back(static_cast<std::uint32_t>(m_writes.size()));
    m_writes.push_back(draft.write);
  }
  std::sort(m_by_place.begin(), m_by_place.end(),
            [this](std::uint32_t a, std::uint32_t b) { return m_writes[a].node < m_writes[b].node; });
}

std::span<const std::uint32_t> Names::writes_within(NodeId node) const {
  const auto before = [this](std::uint32_t write, NodeId place) { return m_writes[write].node < place; };
  const auto first = std::lower_bound(m_by_place.begin(), m_by_place.end(), node, before);
  const auto last = std::lower_bound(first, m_by_place.end(), m_tree[node].subtree_end, before);
  return {first, last};
}

// Where fields are members of `this`, a bare name means them only in the class body itself.
bool Names::visible(const Variable& variable, NodeId use) const {
  if (!m_tree.inside(use, variable.scope) || use < variable.start) return false;
  if (m_tree[variable.scope].kind != Kind::class_declaration || m_bare_fields) return true;
  return function_of(use) == function_of(variable.scope);
}

std::optional<VariableId> Names::find(Symbol name, NodeId use) const {
  const auto first = std::lower_bound(m_variables.begin(), m_variables.end(), name,
                                      [](const Variable& v, Symbol symbol) { return v.name < symbol; });
  auto at = std::upper_bound(first, m_variables.end(), std::pair(name, use), [](const auto& key, const Variable& v) {
    return std::tie(key.first, key.second) < std::tie(v.name, v.scope);
  });
  for (std::ptrdiff_t tried = 0; at != first && tried < k_candidates_max; ++tried) {
    --at;
    if (visible(*at, use)) return static_cast<VariableId>(at - m_variables.begin());
  }
  return std::nullopt;
}

std::optional<VariableId> Names::find_in(Symbol name, NodeId scope) const {
  const auto found = std::lower_bound(
      m_variables.begin(), m_variables.end(), std::pair(name, scope),
      [](const Variable& v, const auto& key) { return std::tie(v.name, v.scope) < std::tie(key.first, key.second); });
  if (found == m_variables.end() || found->name != name || found->scope != scope) return std::nullopt;
  return static_cast<VariableId>(found - m_variables.begin());
}

NodeId Names::class_of_access(NodeId object) const {
  if (object == 0 || m_tree.next_sibling(object) == 0) return 0;
  const Symbol name = m_tree[object].symbol;
  if (m_tree[object].kind != Kind::identifier) return m_tree.text(object) == "this" ? class_around(object) : 0;
  if (name == k_this || name == k_self || name == k_cls) return class_around(object);
  const auto found = std::lower_bound(m_classes.begin(), m_classes.end(), name,
                                      [](const Class& one, Symbol symbol) { return one.name < symbol; });
  return found != m_classes.end() && found->name == name ? found->node : 0;
}

std::optional<VariableId> Names::variable_of(NodeId expression) const {
  const syntax::Node& node = m_tree[expression];
  if (node.kind == Kind::field_access) {
    const NodeId object = m_tree.first_child(expression);
    const NodeId owner = class_of_access(object);
    return owner == 0 ? std::nullopt : find_in(m_tree[m_tree.next_sibling(object)].symbol, owner);
  }
  if (node.kind != Kind::identifier) return std::nullopt;
  const Kind around = m_tree[node.parent].kind;
  // Members, arguments' names and functions are no variables.
  const bool other = around == Kind::field_access || around == Kind::keyword_argument || around == Kind::pair ||
                     around == Kind::function || around == Kind::class_declaration;
  if (other && node.role == Role::name) return std::nullopt;
  return find(node.symbol, expression);
}

// What `new T()`, `T{}`, `make(T)` and `new(T)` create.
NodeId Names::created(NodeId call) const {
  if (m_tree[call].kind == Kind::unary && m_tree.symbol_text(call) == "&") call = m_tree.first_child(call);
  if (m_tree[call].kind != Kind::call) return 0;
  const NodeId callee = m_tree.first_child(call);
  if ((m_tree[call].flags & syntax::k_creation) != 0) return callee;
  if (m_tree.language != "go" || callee == 0) return 0;
  if (m_tree.text(callee) != "make" && m_tree.text(callee) != "new") return 0;
  const NodeId arguments = m_tree.child(call, Role::arguments);
  return arguments == 0 ? 0 : m_tree.first_child(arguments);
}

NodeId Names::type_of(NodeId expression) const {
  const syntax::Node& node = m_tree[expression];
  if (node.kind == Kind::call || node.kind == Kind::unary) return created(expression);
  if (node.kind == Kind::cast) return m_tree.child(expression, Role::type);
  const auto variable = variable_of(expression);
  if (!variable) return 0;
  const std::span<const Write> writes = writes_of(*variable);
  NodeId type = 0;
  for (const Write& write : writes) {
    if (write.type != 0 && (type == 0 || write.node < expression)) type = write.type;
  }
  const bool inferred = type == 0 || m_tree.text(type) == "var";
  if (inferred && writes.size() == 1 && writes[0].value != 0) return created(writes[0].value);
  return inferred ? 0 : type;
}

bool Names::points(NodeId expression) const {
  NodeId value = value_of(expression);
  if (value == 0) value = expression;
  if (m_tree[value].kind == Kind::unary) return m_tree.symbol_text(value) == "&";
  return m_tree[value].kind == Kind::call && m_tree.text(m_tree.first_child(value)) == "new";
}

NodeId Names::value_of(NodeId expression) const {
  const auto variable = variable_of(expression);
  if (!variable || writes_of(*variable).size() != 1) return 0;
  return writes_of(*variable)[0].value;
}

}  // namespace codelake::sast
