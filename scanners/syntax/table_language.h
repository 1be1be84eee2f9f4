// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/grammar.h"
#include "scanners/syntax/language.h"
#include "scanners/syntax/pattern_dialect.h"

#include <initializer_list>
#include <memory>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// The rows of several tables, one behind the other.
std::vector<Row> joined(std::initializer_list<std::vector<Row>> tables);

// All a language consists of: a grammar, a lowering table, and how its rule patterns are written.
struct LanguageTable {
  std::string_view name;
  std::vector<std::string_view> rule_names;
  const TSLanguage* grammar = nullptr;
  std::vector<Row> rows;
  std::vector<FieldRole> roles;  // of the grammar's fields, wherever a row says nothing else
  PatternDialect patterns;
  // What the grammar reads in a way of its own: see syntax/grammar.h and syntax/raw_repair.h.
  Rewrite rewrite = nullptr;
  bool postfix_around_operations = false;  // a + b.f() is (a + b).f()
  // Reads the patterns the grammar cannot, and the texts it reads better; null: there is none.
  const TSLanguage* fallback_grammar = nullptr;
  std::vector<Row> fallback_rows = {};
};

std::unique_ptr<Language> make_table_language(const LanguageTable& table);

}  // namespace codelake::syntax
