// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/notice.h"
#include "core/result.h"
#include "scanners/sca/vex/reader.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// A file with statements, read.
struct StatementFile {
  std::string path;    // relative to the root for one of the tree, else as it was given
  std::string format;  // StatementReader::name
  Statements statements;
};

// Whether a file of that path is looked at for statements: a VEX document by its folder (.vex) or its name
// (*.openvex.json, *.vex.json, openvex.json, vex.json), an ignore file of another scanner by its name; .trivyignore and
// .trivyignore.yaml in the root only.
bool is_statement_file(std::string_view path);

// Reads a file: an ignore file by its name, any other as a VEX document by its content. Fails when it is neither.
Result<StatementFile> read_statements(std::string path, std::string_view text);

// All statements that are known in a scan.
class StatementBook {
 public:
  // `today` is "YYYY-MM-DD"; empty: no statement expires.
  explicit StatementBook(std::string today) : m_today(std::move(today)) {}

  void add(StatementFile file);

  // Puts what is said of a finding of type sca into it: the status of the latest VEX statement that fits, and a
  // suppression when that is not_affected or fixed, or when an ignore file names the vulnerability.
  void apply(Finding& finding);

  // What is to be said of the files once all findings have been applied: expired statements, those that fit nothing, and
  // what could not be read.
  std::vector<Notice> notices() const;

 private:
  struct Place {
    std::size_t file = 0;
    std::size_t statement = 0;
    auto operator<=>(const Place&) const = default;
  };
  const Statement& at(const Place& place) const { return m_files[place.file].statements.all[place.statement]; }
  bool expired(const Statement& statement) const;
  bool fits(const Place& place, const Finding& finding) const;

  std::string m_today;
  std::vector<StatementFile> m_files;
  std::vector<std::vector<bool>> m_used;              // by file and statement
  std::map<std::string, std::vector<Place>> m_by_id;  // in lower case; "": statements about every vulnerability
};

}  // namespace codelake::sca
