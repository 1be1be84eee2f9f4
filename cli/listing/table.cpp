// SPDX-License-Identifier: Apache-2.0
#include "cli/listing/table.h"

#include "core/check.h"
#include "reports/formats/text/printable.h"

#include <algorithm>

namespace codelake::cli {

namespace {

using reports::text::columns_of;

// Narrower than this the last column is left whole: a cut would leave nothing to read.
constexpr int k_last_column_min = 20;

std::string cut(const std::string& cell, int columns) {
  if (columns < k_last_column_min || columns_of(cell) <= columns) return cell;
  return reports::text::printable(cell, static_cast<std::size_t>(columns - 3));
}

}  // namespace

void Table::add(const std::vector<std::string>& cells) {
  CODELAKE_CHECK(cells.size() == m_columns.size());
  std::vector<std::string> row;
  for (const std::string& cell : cells) row.push_back(one_line(cell));
  m_rows.push_back(std::move(row));
}

std::string Table::text(int width) const {
  std::vector<std::vector<std::string>> rows = {{}};
  for (const Column& column : m_columns) rows.front().push_back(column.title);
  rows.insert(rows.end(), m_rows.begin(), m_rows.end());
  std::vector<int> widths(m_columns.size(), 0);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  int before_last = 0;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) before_last += widths[i] + 2;
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool last = i + 1 == row.size();
      const std::string cell = last && width > 0 ? cut(row[i], width - before_last) : row[i];
      const std::string space(static_cast<std::size_t>(std::max(0, widths[i] - columns_of(cell))), ' ');
      line += m_columns[i].right ? space + cell : cell + space;
      if (!last) line += "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string one_line(const std::string& text) { return reports::text::printable(text); }

}  // namespace codelake::cli
