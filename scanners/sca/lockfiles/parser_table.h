// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/file_names.h"
#include "scanners/sca/lockfiles/parser.h"

namespace codelake::sca {

// The parsers, found by the names of files. Const and safe for several threads.
class ParserTable {
 public:
  explicit ParserTable(std::vector<std::unique_ptr<LockfileParser>> parsers);

  // The first parser that takes the file of that path; nullptr when none does.
  const LockfileParser* find(std::string_view path) const;

  // Whether any parser's complete() wants the text of that file.
  bool keeps(std::string_view path) const;

 private:
  std::vector<std::unique_ptr<LockfileParser>> m_parsers;
  FileNameTable m_taken;
  FileNameTable m_kept;
};

}  // namespace codelake::sca
