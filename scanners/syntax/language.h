// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/source_file.h"
#include "scanners/syntax/tree.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// A language of scanners/syntax/languages/<name>/. Const, shared by all threads (each thread keeps its own parser).
class Language {
 public:
  virtual ~Language() = default;

  // As core/file_type.h names it: "python", "javascript", "typescript", "tsx", "java", "go".
  virtual std::string_view name() const = 0;

  // The words of a rule's `languages:` that mean this language: "python", "py", "python3".
  virtual std::vector<std::string_view> rule_names() const = 0;

  // Parses and lowers. Never fails: what cannot be read becomes error nodes. `source` must outlive the tree.
  virtual Tree parse(std::string_view source, std::size_t depth_max) const = 0;

  // Every distinct error-free reading of a pattern of the rule language (as expression, statements, declaration, type,
  // import …), or why there is none. Metavariables and ellipses are the pattern kinds of syntax/kind.h.
  // Trees refer to text they own themselves; a tree's root is the module node whose children are the pattern: one
  // child for an expression or statement, several for a statement sequence.
  virtual Result<std::vector<std::unique_ptr<struct PatternTree>>> parse_pattern(std::string_view text) const = 0;
};

// One reading of a pattern; owns the text its tree refers to.
struct PatternTree {
  std::string text;
  Tree tree;
};

// All languages, alphabetically; made once by the caller that keeps them.
std::vector<std::unique_ptr<Language>> all_languages();

// A file's tree, parsed at the first call and kept with the file (core/source_file.h).
const Tree& tree_of(const SourceFile& file, const Language& language, std::size_t depth_max);

}  // namespace codelake::syntax
