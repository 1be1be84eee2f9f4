// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/file_view.h"
#include "scanners/sast/match.h"
#include "scanners/sast/pattern.h"

#include <array>
#include <vector>

namespace codelake::sast {

// Bytes of the file that matches must lie in.
struct Extent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0xFFFFFFFF;

  bool is_all() const { return begin == 0 && end == 0xFFFFFFFF; }
};

// Finds every place in a file where one reading of a pattern holds.
class Matcher {
 public:
  // All must outlive the matcher.
  Matcher(const Reading& reading, const FileView& file, const RuleOptions& options, Budget& budget);

  // Tries all nodes of the pattern's kinds, whatever their symbols.
  void try_everywhere() { m_dispatch = false; }
  // Appends the matches inside `extent`, with bindings for `slots` metavariables, to `out`.
  void find(const Extent& extent, std::size_t slots, std::vector<Match>& out);

 private:
  // What is still to be matched, as a list on the stack; the innermost frame is tried first.
  struct Task {
    enum class Kind : std::uint8_t { list, arguments, unordered, parts, statements, chain, operands };
    Kind kind = Kind::list;
    bool open = false;       // unordered, statements: the code may hold more than the pattern says
    bool outermost = false;  // statements: the pattern itself is this list, so it ends where the match ends
    syntax::NodeId pattern = 0;  // the next pattern sibling; 0: none left
    syntax::NodeId code = 0;     // the next code sibling; unordered and parts: the parent
    syntax::NodeId last = 0;     // statements: the last statement matched
    syntax::NodeId end = 0;      // statements: where the list's subtree ends
    std::uint64_t used = 0;      // code children already taken, by position
    const Task* next = nullptr;
  };

  // Each tries to match and then goes on with `next`; every full match is emitted. True: stop, the budget is
  // empty.
  bool proceed(const Task* next);
  bool node(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool one_node(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool structure(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool as_complete(syntax::NodeId pattern, syntax::NodeId code) const;
  bool same_kind(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool bind(std::uint8_t slot, const Value& value, const Task* next);
  bool bind_node(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool typed(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool string(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool name(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool path(syntax::NodeId pattern, std::span<const NamePart> parts, const Task* next);
  bool path_end(syntax::NodeId pattern, std::span<const NamePart> parts, const Task* next);
  bool chain(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool holds_statements(syntax::NodeId code) const;
  bool anywhere(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool regex(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool bind_content(std::uint8_t slot, syntax::NodeId code, const Task* next);
  bool bind_folded(std::uint8_t slot, syntax::NodeId code, const Task* next);
  bool declaration(syntax::NodeId pattern, syntax::NodeId code, const Task* next);

  bool is_inner_link(syntax::NodeId pattern) const;
  bool operands_apply(syntax::NodeId pattern, syntax::NodeId code) const;
  bool chained(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool operands(const Task& task);
  bool operand_run(syntax::NodeId wanted, syntax::NodeId first, Task rest);
  bool required(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool module_path(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool passes_cast(syntax::NodeId pattern) const;
  bool implied(syntax::NodeId pattern, syntax::NodeId code) const;
  bool bare_call(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool literal_pointer(syntax::NodeId type, const Task& rest);
  bool applied(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool gives(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool bare_decorator(syntax::NodeId pattern, syntax::NodeId code, const Task* next);

  bool list(const Task& task);
  bool list_gap(const Task& task);
  bool arguments(const Task& task);
  bool keyword(const Task& task);
  bool is_taken(syntax::NodeId code) const;
  bool unordered(const Task& task);
  bool nested_block(syntax::NodeId pattern, syntax::NodeId code, const Task* next);
  bool parts(const Task& task);
  bool import_parts(const Task& task);
  bool imports_one_of(const Task& task, syntax::NodeId module);
  bool statements(const Task& task);
  bool statement_gap(const Task& task);
  bool statement(syntax::NodeId pattern, const Task& rest);
  bool sequence_at(syntax::NodeId code, const Extent& extent);

  bool same_modifier(syntax::NodeId pattern, syntax::NodeId code) const;
  bool interpolates(syntax::NodeId code) const;
  bool stands_for_list(syntax::NodeId block) const;
  bool is_gap(syntax::NodeId pattern) const;
  bool is_hole(syntax::NodeId pattern) const;
  bool is_in_brackets(syntax::NodeId pattern) const;
  bool may_be_absent(syntax::NodeId pattern) const;
  Value value_of(syntax::NodeId code) const;
  Value value_between(syntax::NodeId first, syntax::NodeId end, syntax::NodeId parent) const;
  bool emit();
  bool stands(syntax::NodeId id) const;
  void try_kind(syntax::Kind kind, const Extent& extent);
  void try_node(syntax::NodeId code, const Extent& extent);

  const Reading& m_reading;
  const FileView& m_file;
  const syntax::Tree& m_pattern;
  const syntax::Tree& m_code;
  const RuleOptions& m_options;
  Budget& m_budget;
  bool m_dispatch = true;
  std::array<Value, k_slots_max> m_values{};
  std::vector<syntax::NodeId> m_taken;  // of lists without an order, on the way to here
  std::size_t m_slots = 0;
  std::size_t m_orders_left = 0;  // of the operands of the innermost chain
  std::uint32_t m_begin = 0;  // the match being made
  std::uint32_t m_end = 0;
  std::vector<Match>* m_out = nullptr;
};

}  // namespace codelake::sast
