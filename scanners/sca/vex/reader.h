// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/notice.h"
#include "core/yaml.h"
#include "scanners/sca/vex/statement.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// A file that may hold statements.
struct StatementSource {
  std::string path;
  std::string_view text;
  const yaml::Node* json = nullptr;  // the text as JSON; nullptr when it is none
};

// What a file says.
struct Statements {
  std::vector<Statement> all;      // in the order written
  bool own_folder = false;         // they hold for lockfiles in the file's own folder only
  std::vector<std::string> odd;    // what could not be read, for people: "line 3: …"
};

// Reads one format. Stateless; shared by all threads. Time and memory are linear in the text, but for a logarithm.
class StatementReader {
 public:
  virtual ~StatementReader() = default;

  // The format's name for people.
  virtual std::string_view name() const = 0;

  // The name of the files of a tool in whose folder they hold; empty for documents, which are told by their content.
  virtual std::string_view file_name() const { return {}; }

  // Whether a document is of this format.
  virtual bool takes(const yaml::Node& json) const {
    static_cast<void>(json);
    return false;
  }

  // Fails when nothing of it can be read.
  virtual Result<Statements> read(const StatementSource& source) const = 0;
};

// One of each, in alphabetical order of their folders; generated from vex/*/reader.cpp.
std::vector<std::unique_ptr<StatementReader>> all_statement_readers();

}  // namespace codelake::sca
