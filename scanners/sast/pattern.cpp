// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/pattern.h"

#include "scanners/sast/kinds.h"
#include "scanners/sast/rule.h"

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Tree;

namespace {

std::string_view symbol_text(const Tree& tree, NodeId id) {
  const std::string_view text = tree.symbol_text(id);
  return text.empty() ? tree.text(id) : text;
}

bool is_metavariable_name(std::string_view text) {
  if (text.size() < 2 || text[0] != '$') return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (!((c >= 'A' && c <= 'Z') || c == '_' || (i > 1 && c >= '0' && c <= '9'))) return false;
  }
  return true;
}

class Compiler {
 public:
  Compiler(Reading& reading, const std::vector<std::string>& metavariables, const RuleOptions& options)
      : m_reading(reading), m_tree(reading.tree()), m_metavariables(metavariables), m_options(options) {}

  Result<void> run() {
    m_reading.nodes.resize(m_tree.nodes.size());
    for (NodeId id = 1; id < m_tree.nodes.size(); ++id) {
      PatternNode& node = m_reading.nodes[id];
      const Kind kind = m_tree[id].kind;
      if (kind == Kind::metavariable || kind == Kind::metavariable_ellipsis)
        node.slot = slot(symbol_text(m_tree, id));
      if (kind == Kind::string) TRY(string(id, node));
      if (kind == Kind::regex) regex(id, node);
      if (kind == Kind::ellipsis) open(m_tree[id].parent);
      if (kind == Kind::field_access || kind == Kind::identifier) node.dotted = dotted(id);
    }
    anchor();
    return {};
  }

 private:
  // A list with an ellipsis; a chain of one operator, `a + ... + b`, is one list.
  void open(NodeId list) {
    m_reading.nodes[list].open = true;
    const NodeId around = m_tree[list].parent;
    const bool chain = m_tree[list].kind == Kind::binary && m_tree[around].kind == Kind::binary;
    if (chain && m_tree[around].symbol == m_tree[list].symbol) open(around);
  }

  std::uint8_t slot(std::string_view name) const {
    if (name == "$_") return PatternNode::k_no_slot;
    const std::size_t found = slot_in(m_metavariables, name);
    return found < k_slots_max ? static_cast<std::uint8_t>(found) : PatternNode::k_no_slot;
  }

  Result<void> string(NodeId id, PatternNode& node) {
    const std::string_view content = m_tree.content(id);
    if (content == "...") {
      const char prefix = m_tree.text(id).front();
      const bool is_template = prefix == 'f' || prefix == 'F' || prefix == '`' || prefix == '$' || prefix == 's';
      node.string_mode = is_template ? StringMode::any_template : StringMode::any;
    } else if (is_metavariable_name(content)) {
      node.string_mode = StringMode::binding;
      node.slot = slot(content);
    } else if (content.starts_with("=~/") && content.rfind('/') > 2) {
      node.string_mode = StringMode::regex;
      node.regex = static_cast<std::uint16_t>(m_reading.regexes.size());
      Regex::Options options;
      options.utf = true;
      const auto slash = content.rfind('/');
      options.ignore_case = content.substr(slash).find('i') != std::string_view::npos;
      m_reading.regexes.push_back(TRY(Regex::compile(content.substr(3, slash - 3), options)));
    }
    return {};
  }

  // `/$X/` binds what stands between the slashes, `/.../` is any regular expression.
  void regex(NodeId id, PatternNode& node) const {
    const std::string_view text = m_tree.text(id);
    if (text.size() < 3) return;
    const std::string_view content = text.substr(1, text.rfind('/') - 1);
    if (content == "...") node.string_mode = StringMode::any;
    if (!is_metavariable_name(content)) return;
    node.string_mode = StringMode::binding;
    node.slot = slot(content);
  }

  // The hash of "a.b.c" when the chain holds nothing but names.
  std::uint64_t dotted(NodeId id) const {
    const Kind kind = m_tree[id].kind;
    if (kind == Kind::identifier) return names_hash(0, m_tree[id].symbol);
    if (kind != Kind::field_access || (m_tree[id].flags & syntax::k_optional) != 0) return 0;
    const NodeId object = m_tree.first_child(id);
    const NodeId name = object == 0 ? 0 : m_tree.next_sibling(object);
    if (name == 0 || m_tree[name].kind != Kind::identifier) return 0;
    const std::uint64_t before = dotted(object);
    return before == 0 ? 0 : names_hash(before, m_tree[name].symbol);
  }

  // Finds the kinds and the symbol a code node must have so that trying it makes sense.
  void anchor() {
    NodeId first = m_tree.first_child(0);
    const bool several = first != 0 && m_tree.next_sibling(first) != 0;
    m_reading.sequence = several || is_statement(first);
    while (several && m_tree[first].kind == Kind::ellipsis && m_tree.next_sibling(first) != 0) {
      first = m_tree.next_sibling(first);
    }
    m_reading.first = first;
    m_reading.lone_metavariable = !several && m_tree[first].kind == Kind::metavariable;
    kinds(first);
  }

  // `f(...);` is the statement that holds the call.
  bool is_statement(NodeId first) const {
    if (!is_expression(m_tree[first].kind) || m_tree[first].kind == Kind::metavariable) return false;
    const std::size_t last = m_tree.source.find_last_not_of(" \t\r\n");
    return last != std::string_view::npos && m_tree.source[last] == ';';
  }

  void kinds(NodeId first) {
    const Kind kind = m_tree[first].kind;
    switch (kind) {
      case Kind::metavariable:
      case Kind::ellipsis:
      case Kind::deep:
      case Kind::typed_metavariable:
      case Kind::metavariable_ellipsis:
        return;
      case Kind::assignment:
        m_reading.kinds = {Kind::assignment, Kind::variable_declaration};
        m_reading.anchor = 0;
        return;
      case Kind::field_access:
      case Kind::identifier:
      case Kind::type_name:
        m_reading.kinds = {Kind::field_access, Kind::identifier, Kind::type_name};
        // A name that stands for an expression need not be written like it.
        m_reading.anchor = m_options.symbolic_propagation ? 0 : last_name(first);
        return;
      case Kind::string:
        m_reading.kinds = {Kind::string, Kind::string_template, Kind::identifier, Kind::field_access,
                           Kind::binary, Kind::conditional};
        return;
      case Kind::call:
        m_reading.kinds = {Kind::call};
        // A name alone may be a call.
        if (m_tree.language == "ruby") m_reading.kinds.push_back(Kind::identifier);
        m_reading.anchor = callee_name(first);
        return;
      case Kind::number:
      case Kind::boolean:
        m_reading.kinds = {kind, Kind::identifier, Kind::field_access, Kind::binary};
        return;
      case Kind::lambda:
      case Kind::function:
        m_reading.kinds = {Kind::lambda, Kind::function};
        return;
      case Kind::regex:
        m_reading.kinds = {kind};
        return;
      case Kind::import_statement:
        m_reading.kinds = {Kind::import_statement, Kind::variable_declaration};
        return;
      case Kind::class_declaration:
        m_reading.kinds = {kind};
        m_reading.anchor = has_any_symbol(m_tree, first) ? 0 : m_tree[first].symbol;
        return;
      default:
        m_reading.kinds = {kind};
        m_reading.anchor = m_tree[first].symbol;
    }
  }

  syntax::Symbol callee_name(NodeId call) const {
    // The companion's method may be called instead.
    if (m_tree.language == "scala" && (m_tree[call].flags & syntax::k_creation) != 0) return 0;
    const NodeId callee = m_tree.first_child(call);
    return callee == 0 || m_tree[callee].kind == Kind::type_name ? 0 : last_name(callee);
  }

  // "c" of `a.b.c`; 0 when it is no plain name.
  syntax::Symbol last_name(NodeId name) const {
    if (m_tree[name].kind == Kind::type_name) return m_tree[name].symbol;
    if (m_tree[name].kind == Kind::field_access) {
      const NodeId object = m_tree.first_child(name);
      name = object == 0 ? 0 : m_tree.next_sibling(object);
    }
    return name != 0 && m_tree[name].kind == Kind::identifier ? m_tree[name].symbol : 0;
  }

  Reading& m_reading;
  const Tree& m_tree;
  const std::vector<std::string>& m_metavariables;
  const RuleOptions& m_options;
};

}  // namespace

std::uint64_t names_hash(std::uint64_t before, syntax::Symbol part) {
  std::uint64_t mixed = (before ^ part) * 0x9E3779B97F4A7C15U;
  mixed ^= mixed >> 29U;
  return mixed | 1U;
}

Result<Pattern> compile_pattern(std::string_view text, const std::vector<std::string>& metavariables,
                                const RuleOptions& options, const syntax::Language& language) {
  Pattern pattern;
  for (auto& read : TRY(language.parse_pattern(text))) {
    Reading reading;
    reading.pattern = std::move(read);
    if (reading.tree().first_child(0) == 0) continue;
    TRY(Compiler(reading, metavariables, options).run());
    pattern.readings.push_back(std::move(reading));
  }
  return pattern;
}

}  // namespace codelake::sast
