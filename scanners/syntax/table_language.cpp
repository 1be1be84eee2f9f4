// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/table_language.h"

#include "scanners/syntax/lowering.h"
#include "scanners/syntax/pattern.h"

#include <optional>

namespace codelake::syntax {

namespace {

class TableLanguage final : public Language {
 public:
  explicit TableLanguage(const LanguageTable& table)
      : m_rule_names(table.rule_names),
        m_patterns(table.patterns),
        m_grammar(table.name, table.grammar,
                  {table.rows, table.roles, table.rewrite, table.postfix_around_operations}) {
    if (table.fallback_grammar == nullptr) return;
    m_fallback.emplace(table.name, table.fallback_grammar, Grammar::Tables{table.fallback_rows, table.roles});
  }

  std::string_view name() const override { return m_grammar.name(); }
  std::vector<std::string_view> rule_names() const override { return m_rule_names; }

  Tree parse(std::string_view source, std::size_t depth_max) const override {
    thread_local RawTree raw;
    parse_raw(m_grammar, source, raw);
    Tree tree = Lowering(m_grammar, raw, source).run(depth_max);
    if (!m_fallback || tree.error_count == 0) return tree;
    parse_raw(*m_fallback, source, raw);
    Tree other = Lowering(*m_fallback, raw, source).run(depth_max);
    const bool better = other.error_count == 0 || other.error_bytes < tree.error_bytes;
    return better ? std::move(other) : std::move(tree);
  }

  Result<std::vector<std::unique_ptr<PatternTree>>> parse_pattern(std::string_view text) const override {
    auto readings = read_pattern(m_grammar, m_patterns, text);
    if (readings || !m_fallback) return readings;
    auto more = read_pattern(*m_fallback, m_patterns, text);
    return more ? std::move(more) : std::move(readings);
  }

 private:
  std::vector<std::string_view> m_rule_names;
  PatternDialect m_patterns;
  Grammar m_grammar;
  std::optional<Grammar> m_fallback;
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
