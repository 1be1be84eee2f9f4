// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/languages/dockerfile/lines.h"
#include "scanners/syntax/languages/dockerfile/words.h"
#include "scanners/syntax/tree_builder.h"

#include <cstddef>
#include <string_view>

namespace codelake::syntax::dockerfile {

// Reads a Dockerfile, or a pattern for one, into the generic tree:
//
//   RUN --mount=x a b && c    call: RUN; modifiers: pair(--mount, x); arguments: shell(command(a, b), &&, command(c))
//   CMD ["a", "b"]            call: CMD; arguments: list(a, b)
//   FROM node:20@sha AS x     call: FROM; alias: x; label: 20; value: sha; arguments: node
//   ENV A=b                   call: ENV; arguments: pair(A, b)
//
//   ARG A=b                   call: ARG; default_value: b; arguments: A
//
// A "..." between two words is an ellipsis among the words of one command; at the start and end of a command line it is
// one among the commands, too; and a pattern of one command stands for that command among any others.
class Reader {
 public:
  Reader(std::string_view source, bool pattern);

  // Instructions; unknown ones are error nodes.
  Tree instructions();
  // A pattern that is no instruction: one or more shell commands.
  Tree commands();
  // … one word, or a list in brackets.
  Tree word();

 private:
  void instruction(const Line& line, std::size_t begin, int depth);
  void body(std::string_view keyword, const Line& line, std::size_t begin, int depth);
  std::size_t options(const Line& line, std::size_t begin);
  void settings(const Line& line, Word all);
  std::size_t alias(const Line& line, std::size_t begin);
  void shell_or_list(const Line& line, std::size_t begin, bool heredocs);
  bool list(const Line& line, std::size_t begin, Role role);
  void shell(const Line& line, std::size_t begin, bool with_heredocs);
  void command(const Line& line, const Word* first, const Word* last);
  void gap(const Line& line, const Word& word);
  void heredocs(const Line& line, std::size_t begin);
  Word image(const Line& line, std::size_t begin);
  Word user(const Line& line, std::size_t begin);
  Word build_argument(const Line& line, std::size_t begin);
  void entries(const Line& line, std::size_t begin);
  void health_check(const Line& line, std::size_t begin, int depth);
  void words(const Line& line, std::size_t begin);
  void rest(const Line& line, std::size_t begin, Role role);
  void entry(const Line& line, Word name, Word value);
  void leaf(const Line& line, Word word, Role role);
  bool placeholder(const Line& line, Word word, Role role);
  void error(const Line& line);
  WordRules rules(bool operators) const { return {m_lines.escape(), operators}; }

  std::string_view m_source;
  bool m_pattern = false;
  Lines m_lines;
  TreeBuilder m_to;
  std::uint64_t m_error_bytes = 0;
  std::uint32_t m_error_count = 0;
};

// The texts of symbols that need not stand in the source.
const Words& words_of_language();

// Whether the first word is that of an instruction.
bool starts_instruction(std::string_view text);

}  // namespace codelake::syntax::dockerfile
