// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// One import statement: what it names, in the spelling of its ecosystem, and its line.
struct SourceImport {
  std::string name;
  std::uint32_t line = 0;  // 1-based
};

// What a source file uses of others.
struct SourceImports {
  std::string_view ecosystem;  // whose packages its language imports; empty: not such a language
  std::vector<SourceImport> imports;
  std::vector<std::uint64_t> names;  // hashes of the identifiers behind "." and "::", of Go and Rust; sorted
};

// The ecosystem that a language (core/file_type.h) imports from; empty for those that are not read.
std::string_view ecosystem_of_language(std::string_view language);

// Reads import statements line by line, without a parser: what stands in a comment or a string at the start
// of a line is taken for one, too. Linear in the text; at most 10,000 imports.
//   npm        the package of 'pkg/part' or '@scope/pkg/part'; nothing that is relative
//   PyPI       the first part of the module, in lower case
//   Maven      the whole name of the class
//   Go         the whole path
//   crates.io  the crate, of "use", "extern crate" and of every path a::b
//   RubyGems   the whole path
//   Packagist  the first part of the namespace, in lower case
SourceImports read_imports(std::string_view language, std::string_view text);

// The hash that `names` holds of an identifier.
std::uint64_t name_hash(std::string_view identifier);

}  // namespace codelake::sca
