// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::sast {

// One part of a dotted name, as an import writes it.
struct NamePart {
  syntax::Symbol symbol = 0;
  std::uint32_t begin = 0;  // bytes of the file
  std::uint32_t end = 0;
};

// Where an import takes something from.
struct ImportSource {
  syntax::NodeId module = 0;  // its string or dotted name; 0: `name` says it all
  syntax::NodeId name = 0;    // what is taken of it; 0: all of it, under one name
  bool wildcard = false;      // all of it, each thing under its own name
};

// What the names a file imports stand for: after `from os import path as p` the name p is os.path.
class Imports {
 public:
  explicit Imports(const syntax::Tree& tree);

  // The parts of what an imported name stands for, outermost first; empty when the identifier is not
  // imported.
  std::span<const NamePart> path_of(syntax::NodeId identifier) const;

  // What an identifier is imported from; null when it is not imported.
  const ImportSource* source_of(syntax::NodeId identifier) const;

  // All that the file imports, in the order written, names bound or not: `import "./side"`, `export * from "./all"`,
  // `use(require("./parts"))`.
  std::span<const ImportSource> sources() const { return m_sources; }

  // The hash (names_hash) of a chain of plain names with its first name resolved; 0 for other expressions.
  std::uint64_t dotted(syntax::NodeId expression) const;

  // Whether a chain of plain names, below a module all of whose names are imported, has that hash.
  bool means_by_wildcard(syntax::NodeId expression, std::uint64_t wanted) const;

  // The last part of what a callee is called: "run" for `sp.run`, and for `r` after `from subprocess import
  // run as r`.
  syntax::Symbol last_name(syntax::NodeId callee) const;

 private:
  struct Import {
    syntax::Symbol local = 0;
    syntax::NodeId node = 0;
    std::uint32_t first = 0;  // in m_parts
    std::uint32_t count = 0;
    std::uint32_t source = 0;  // in m_sources
  };

  void add_statement(syntax::NodeId statement);
  void add_name(syntax::NodeId name, syntax::NodeId module, std::size_t module_first, std::size_t module_count);
  void add_source(syntax::NodeId id);
  void add_require(syntax::NodeId declaration);
  void add(syntax::NodeId at, syntax::Symbol local, std::size_t first);
  void append_parts(syntax::NodeId name);
  void append_module(syntax::NodeId text);
  const Import* find(syntax::NodeId use) const;
  bool starts_import(syntax::NodeId name) const;
  std::uint64_t written_below(std::uint64_t module, syntax::NodeId expression) const;

  const syntax::Tree& m_tree;
  std::vector<Import> m_imports;  // sorted by local name, then node; a use is named by the last one before it
  std::vector<NamePart> m_parts;
  std::vector<ImportSource> m_sources;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> m_wildcards;  // first and count in m_parts
};

}  // namespace codelake::sast
