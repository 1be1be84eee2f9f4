// SPDX-License-Identifier: Apache-2.0
// One target for all parsers: the first line is the file's path, which chooses the parser; the rest is the
// file. It is also what every other file of the project says, so that parsers that follow references go
// round.
#include "scanners/sca/lockfiles/parser_table.h"
#include "scanners/sca/lockfiles/project_files.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const codelake::sca::ParserTable parsers(codelake::sca::all_parsers());
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto line_end = input.find('\n');
  if (line_end == std::string_view::npos) return 0;
  codelake::FileInfo info;
  info.path = std::string(input.substr(0, line_end));
  const codelake::sca::LockfileParser* parser = parsers.find(info.path);
  if (parser == nullptr) return 0;
  const codelake::SourceFile file(info, std::string(input.substr(line_end + 1)), {});
  codelake::sca::Lockfile lockfile = codelake::sca::read_lockfile(*parser, file);
  codelake::sca::ProjectFiles files;
  for (const char* path : {"package.json", "pyproject.toml", "pom.xml", "sub/pom.xml", "composer.json",
                           "go.sum", "Directory.Packages.props", "constraints.txt", "../requirements.in"}) {
    files.add(path, &file);
  }
  files.add(info.path, &file);
  parser->complete(lockfile, info.path, files);
  return 0;
}
