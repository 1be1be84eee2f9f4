// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/grammar.h"

#include "core/check.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <array>

namespace codelake::syntax {

namespace {

// Tokens a grammar may put into its field of operators.
bool looks_like_operator(std::string_view token) {
  constexpr std::array words = {"and",    "or",     "not",    "in",         "of",     "is",
                                "not in", "is not", "typeof", "instanceof", "delete", "void"};
  if (std::find(words.begin(), words.end(), token) != words.end()) return true;
  return !token.empty() && token.find_first_not_of("+-*/%&|^~!<>=?:@") == std::string_view::npos && token != ":";
}

std::uint8_t field_id(const TSLanguage* language, std::string_view name) {
  return static_cast<std::uint8_t>(
      ts_language_field_id_for_name(language, name.data(), static_cast<std::uint32_t>(name.size())));
}

// `+=` says what `+` says; `=` alone says nothing an assignment does not say itself.
std::string_view operator_meaning(std::string_view token) {
  constexpr std::array comparisons = {"==", "!=", "<=", ">=", "===", "!=="};
  if (std::find(comparisons.begin(), comparisons.end(), token) != comparisons.end()) return token;
  return token.ends_with('=') ? token.substr(0, token.size() - 1) : token;
}

}  // namespace

Symbol Words::add(std::string_view text) {
  const Symbol symbol = symbol_of(text);
  if (symbol != 0) m_texts.emplace(symbol, text);
  return symbol;
}

std::string_view Words::text(Symbol symbol) const {
  const auto found = m_texts.find(symbol);
  return found == m_texts.end() ? std::string_view{} : std::string_view(found->second);
}

Grammar::Grammar(std::string_view name, const TSLanguage* language, const Tables& tables)
    : m_name(name),
      m_language(language),
      m_rewrite(tables.rewrite),
      m_postfix_around_operations(tables.postfix_around_operations) {
  const std::uint32_t count = ts_language_symbol_count(language);
  m_entries.resize(count + 1);
  m_operators = {field_id(language, "operator"), field_id(language, "operators"), field_id(language, "op")};
  m_roles.push_back(with({std::vector<Role>(ts_language_field_count(language) + 1, Role::none), {}}, tables.roles));
  TypesByName types;
  for (std::uint16_t type = 0; type < count; ++type) {
    const std::string_view text = type_name(type);
    types[text].push_back(type);
    Entry& entry = m_entries[type];
    entry.named = ts_language_symbol_type(language, type) == TSSymbolTypeRegular;
    entry.treat = entry.named ? Treat::node : Treat::drop;
    entry.maybe_operator = !entry.named && looks_like_operator(text);
    if (entry.named) entry.symbol = m_words.add(text);
    if (entry.maybe_operator) entry.symbol = m_words.add(operator_meaning(text));
  }
  // Words that lowering hooks give as symbols.
  for (const std::string_view word : {"default", "!", "-", "+", "*", "&", "~", "++", "--", "postfix ++", "postfix --", "not in"}) m_words.add(word);
  m_entries[count] = {.treat = Treat::node, .kind = Kind::error, .named = true};
  for (const Row& row : tables.rows) add_row(row, types);
}

void Grammar::add_row(const Row& row, const TypesByName& types) {
  std::uint16_t roles = 0;
  if (!row.roles.empty()) {
    roles = static_cast<std::uint16_t>(m_roles.size());
    m_roles.push_back(with(m_roles.front(), row.roles));
  }
  const auto found = types.find(row.node);
  CODELAKE_CHECK(found != types.end());
  const bool token_row = row.treat == Treat::symbol || row.treat == Treat::flag || row.treat == Treat::modifier;
  const auto meant = [this, token_row](std::uint16_t type) { return m_entries[type].named != token_row; };
  // A token and a named node may share a name; the treatment tells which of them a row means.
  const bool exists = std::any_of(found->second.begin(), found->second.end(), meant);
  for (const std::uint16_t type : found->second) {
    if (exists && !meant(type)) continue;
    Entry& entry = m_entries[type];
    entry.treat = row.treat;
    entry.kind = row.kind;
    entry.flags = static_cast<std::uint16_t>(row.flags);
    entry.roles = roles;
    entry.hook = row.hook;
    entry.maybe_operator = false;
    const bool keeps_name = row.kind == Kind::other || token_row;
    entry.symbol = !row.symbol.empty() ? m_words.add(row.symbol) : keeps_name ? m_words.add(row.node) : 0;
  }
}

Grammar::Roles Grammar::with(Roles roles, const std::vector<FieldRole>& more) const {
  for (const FieldRole& row : more) {
    if (row.field.empty()) {
      roles.by_position.push_back(row.role);
    } else {
      // Languages that share roles need not have all of the fields.
      const std::uint8_t id = field_id(m_language, row.field);
      if (id != 0) roles.by_field[id] = row.role;
    }
  }
  return roles;
}

Role Grammar::role_by_position(const Entry& entry, std::size_t position) const {
  const std::vector<Role>& roles = m_roles[entry.roles].by_position;
  return roles.empty() ? Role::none : roles[std::min(position, roles.size() - 1)];
}

std::string_view Grammar::type_name(std::uint16_t type) const {
  const char* name = type == error_type() ? "ERROR" : ts_language_symbol_name(m_language, type);
  return name == nullptr ? std::string_view{} : std::string_view(name);
}

std::string_view Grammar::field_name(std::uint8_t field) const {
  const char* name = ts_language_field_name_for_id(m_language, field);
  return name == nullptr ? std::string_view{} : std::string_view(name);
}

}  // namespace codelake::syntax
