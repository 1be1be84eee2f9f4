// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/table_language.h"

#include "scanners/syntax/lowering.h"
#include "scanners/syntax/pattern.h"

#include <mutex>
#include <optional>

namespace codelake::syntax {

namespace {

// The grammars are made when the first text of the language is read: most scans meet few of all languages.
class TableLanguage final : public Language {
 public:
  explicit TableLanguage(const LanguageTable& table) : m_table(table) {}

  std::string_view name() const override { return m_table.name; }
  std::vector<std::string_view> rule_names() const override { return m_table.rule_names; }

  Tree parse(std::string_view source, std::size_t depth_max) const override {
    const auto& [grammar, fallback] = grammars();
    thread_local RawTree raw;
    parse_raw(grammar, source, raw);
    Tree tree = Lowering(grammar, raw, source).run(depth_max);
    if (!fallback || tree.error_count == 0) return tree;
    parse_raw(*fallback, source, raw);
    Tree other = Lowering(*fallback, raw, source).run(depth_max);
    const bool better = other.error_count == 0 || other.error_bytes < tree.error_bytes;
    return better ? std::move(other) : std::move(tree);
  }

  Result<std::vector<std::unique_ptr<PatternTree>>> parse_pattern(std::string_view text) const override {
    const auto& [grammar, fallback] = grammars();
    auto readings = read_pattern(grammar, m_table.patterns, text);
    if (readings || !fallback) return readings;
    auto more = read_pattern(*fallback, m_table.patterns, text);
    return more ? std::move(more) : std::move(readings);
  }

 private:
  struct Grammars {
    explicit Grammars(const LanguageTable& table)
        : own(table.name, table.grammar, {table.rows, table.roles, table.rewrite, table.postfix_around_operations}) {
      if (table.fallback_grammar == nullptr) return;
      fallback.emplace(table.name, table.fallback_grammar, Grammar::Tables{table.fallback_rows, table.roles});
    }
    Grammar own;
    std::optional<Grammar> fallback;
  };

  const Grammars& grammars() const {
    std::call_once(m_once, [this] { m_grammars.emplace(m_table); });
    return *m_grammars;
  }

  LanguageTable m_table;
  mutable std::once_flag m_once;
  mutable std::optional<Grammars> m_grammars;
};

}  // namespace

std::vector<Row> joined(std::initializer_list<std::vector<Row>> tables) {
  std::vector<Row> rows;
  for (const std::vector<Row>& table : tables) rows.insert(rows.end(), table.begin(), table.end());
  return rows;
}

std::unique_ptr<Language> make_table_language(const LanguageTable& table) {
  return std::make_unique<TableLanguage>(table);
}

}  // namespace codelake::syntax
