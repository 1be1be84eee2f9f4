// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/kind.h"
#include "scanners/syntax/tree.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct TSLanguage;

namespace codelake::syntax {

class Lowering;
using RawId = std::uint32_t;
// Lowers one grammar node a table row cannot describe.
using Hook = void (*)(Lowering& lowering, RawId raw, Role role);
// Text of the same length that the grammar can read and that means the same.
using Rewrite = std::string (*)(std::string_view source);

// What becomes of a node of the grammar.
enum class Treat : std::uint8_t {
  node,      // a node of the row's kind, with the children lowered in their order (or the order of the kind)
  leaf,      // a node without children; its symbol is the row's or else its text
  splice,    // no node of its own: the children take its place, and its role where they have none
  drop,      // nothing, with all below it
  symbol,    // a token that gives its parent the symbol: an operator
  flag,      // a token that sets the row's flags on its parent
  modifier,  // a token that becomes a modifier of its parent
  hook,      // the row's function decides
};

// Which role the child in a field of the grammar plays. The empty field stands for the named children in no field:
// the first such row for the first of them and so on, the last row for all that follow.
struct FieldRole {
  std::string_view field;
  Role role = Role::none;
};

// One line of a language's lowering table. Named nodes without a row become Kind::other; tokens without one vanish,
// unless the grammar calls them an operator.
struct Row {
  std::string_view node;  // the grammar's name of a named node or a token
  Treat treat = Treat::node;
  Kind kind = Kind::other;
  std::string_view symbol = {};
  unsigned flags = 0;
  std::vector<FieldRole> roles = {};  // beside the language's own
  Hook hook = nullptr;
};

// Symbols and their texts, for symbols that need not stand in the source.
class Words {
 public:
  Symbol add(std::string_view text);
  std::string_view text(Symbol symbol) const;

 private:
  std::unordered_map<Symbol, std::string> m_texts;
};

// A row made ready for look-up by the grammar's symbol number.
struct Entry {
  Treat treat = Treat::drop;
  Kind kind = Kind::other;
  std::uint16_t flags = 0;
  std::uint16_t roles = 0;       // index into the role tables; 0 is the language's own
  bool named = false;
  bool maybe_operator = false;   // an operator if the grammar's field says so
  Symbol symbol = 0;
  Hook hook = nullptr;
};

// What the rows of a language come to. Const once made, shared by all threads.
class Grammar {
 public:
  struct Tables {
    const std::vector<Row>& rows;
    const std::vector<FieldRole>& roles;
    Rewrite rewrite = nullptr;
    bool postfix_around_operations = false;
  };

  // Rows that name no node of the grammar are bugs of ours.
  Grammar(std::string_view name, const TSLanguage* language, const Tables& tables);

  std::string_view name() const { return m_name; }
  const TSLanguage* language() const { return m_language; }
  const Words& words() const { return m_words; }
  // What is done to a text before it is parsed; null: nothing.
  Rewrite rewrite() const { return m_rewrite; }
  bool postfix_around_operations() const { return m_postfix_around_operations; }
  // `type` is the grammar's symbol number, or error_type().
  const Entry& entry(std::uint16_t type) const { return m_entries[type]; }
  std::uint16_t error_type() const { return static_cast<std::uint16_t>(m_entries.size() - 1); }
  Role field_role(const Entry& entry, std::uint8_t field) const { return m_roles[entry.roles].by_field[field]; }
  Role role_by_position(const Entry& entry, std::size_t position) const;
  bool is_operator_field(std::uint8_t field) const {
    return field != 0 && std::find(m_operators.begin(), m_operators.end(), field) != m_operators.end();
  }
  // The grammar's name of a node type.
  std::string_view type_name(std::uint16_t type) const;
  std::string_view field_name(std::uint8_t field) const;

 private:
  struct Roles {
    std::vector<Role> by_field;
    std::vector<Role> by_position;
  };

  using TypesByName = std::unordered_map<std::string_view, std::vector<std::uint16_t>>;

  void add_row(const Row& row, const TypesByName& types);
  Roles with(Roles roles, const std::vector<FieldRole>& more) const;

  std::string_view m_name;
  const TSLanguage* m_language;
  Rewrite m_rewrite;
  bool m_postfix_around_operations;
  Words m_words;
  std::vector<Entry> m_entries;
  std::vector<Roles> m_roles;
  std::array<std::uint8_t, 3> m_operators{};  // the fields whose tokens may be operators; 0: the grammar has no such field
};

}  // namespace codelake::syntax
