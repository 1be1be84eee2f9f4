// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/parser_table.h"

namespace codelake::sca {

ParserTable::ParserTable(std::vector<std::unique_ptr<LockfileParser>> parsers) : m_parsers(std::move(parsers)) {
  for (std::size_t i = 0; i < m_parsers.size(); ++i) {
    m_taken.add(m_parsers[i]->names(), i);
    m_kept.add(m_parsers[i]->kept_names(), i);
  }
}

const LockfileParser* ParserTable::find(std::string_view path) const {
  const auto found = m_taken.first(path, [&](std::size_t i) { return m_parsers[i]->takes(path); });
  return found ? m_parsers[*found].get() : nullptr;
}

bool ParserTable::keeps(std::string_view path) const {
  return m_kept.first(path, [&](std::size_t i) { return m_parsers[i]->keeps(path); }).has_value();
}

}  // namespace codelake::sca
