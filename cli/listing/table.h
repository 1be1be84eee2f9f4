// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace codelake::cli {

// A column of a table for people.
struct Column {
  std::string title;
  bool right = false;  // numbers stand to the right
};

// Rows in aligned columns, two spaces apart, under one line of titles. Cells may hold foreign text: what could drive a
// terminal is shown as \xNN.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

  // As many cells as columns.
  void add(const std::vector<std::string>& cells);
  // The last column is cut to keep lines within `width` columns; 0: never.
  std::string text(int width) const;

 private:
  std::vector<Column> m_columns;
  std::vector<std::vector<std::string>> m_rows;  // printable
};

// A foreign text on one line, safe to show.
std::string one_line(const std::string& text);

}  // namespace codelake::cli
