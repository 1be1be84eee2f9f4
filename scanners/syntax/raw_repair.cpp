// SPDX-License-Identifier: Apache-2.0
// Some grammars read `a + b.f()` as `(a + b).f()`. In pre-order the two trees differ in the place of a few nodes only:
//
//     read     call · member · binary · a · b · f · arguments
//     meant    binary · a · call · member · b · f · arguments
//
// The nodes above the operation (here call and member) move behind its left side, in front of its last operand, and
// everything else keeps its order. So one pass copies the nodes over; while it does, a node's `subtree_end` holds the
// size of its subtree, which needs no change when the node moves.
#include "scanners/syntax/raw_repair.h"

#include <algorithm>
#include <utility>

namespace codelake::syntax {

namespace {

class PostfixRepair {
 public:
  PostfixRepair(const Grammar& grammar, std::vector<RawNode>& nodes) : m_grammar(grammar), m_nodes(nodes) {}

  void run() {
    const auto count = static_cast<RawId>(m_nodes.size());
    for (RawId id = 0; id < count; ++id) m_nodes[id].subtree_end -= id;
    m_out.reserve(count);
    m_ranges.push_back({0, count});
    while (!m_ranges.empty()) {
      Range& range = m_ranges.back();
      if (range.begin >= range.end) {
        m_ranges.pop_back();
        continue;
      }
      const RawId id = range.begin++;
      const RawId operation = range.done ? 0 : operation_below(id);
      if (operation == 0) {
        m_out.push_back(m_nodes[id]);
      } else {
        range.begin = id + size(id);
        move(id, operation);
      }
    }
    for (RawId id = 0; id < count; ++id) m_out[id].subtree_end += id;
    m_nodes.swap(m_out);
  }

 private:
  // Nodes still to be written; none of them moves once they are done.
  struct Range {
    RawId begin = 0;
    RawId end = 0;
    bool done = false;
  };

  RawId size(RawId id) const { return m_nodes[id].subtree_end; }
  const Entry& entry(RawId id) const { return m_grammar.entry(m_nodes[id].type); }

  static bool is_postfix(Kind kind) { return kind == Kind::call || kind == Kind::field_access || kind == Kind::index; }
  static bool is_operation(Kind kind) { return kind == Kind::binary || kind == Kind::unary || kind == Kind::conditional; }

  // The operation that starts where the postfix at `id` does, with no bracket between; 0 when there is none.
  RawId operation_below(RawId id) {
    if (id < m_plain_until || !is_postfix(entry(id).kind)) return 0;
    RawId at = id;
    while (size(at) > 1 && m_nodes[at].begin == m_nodes[id].begin) {
      const Kind kind = entry(at).kind;
      if (is_operation(kind) && last_operand(at) != 0) return at;
      if (!is_postfix(kind) && entry(at).treat != Treat::splice) break;
      ++at;
    }
    m_plain_until = at;
    return 0;
  }

  // The child an operation ends with; 0 when it ends with an operator.
  RawId last_operand(RawId operation) const {
    const RawId end = operation + size(operation);
    RawId last = operation + 1;
    while (last + size(last) < end) last += size(last);
    const bool operand = entry(last).named && m_nodes[last].end == m_nodes[operation].end;
    return operand && m_nodes[last].begin > m_nodes[operation].begin ? last : 0;
  }

  // Writes the operation and what is before its last operand; the rest follows as ranges.
  void move(RawId postfix, RawId operation) {
    const RawId end = postfix + size(postfix);
    const RawId tail = operation + size(operation);
    std::vector<RawNode> moving(m_nodes.begin() + postfix, m_nodes.begin() + operation);
    std::uint32_t whole = size(postfix);
    const std::uint32_t end_byte = m_nodes[postfix].end;
    std::vector<Range> before;
    RawId operand = operation;
    while (operation != 0) {
      operand = last_operand(operation);
      RawNode& root = m_nodes[operation];
      const std::uint32_t skipped = size(operation) - size(operand);
      for (RawNode& node : moving) {
        node.subtree_end -= skipped;
        node.begin = m_nodes[operand].begin;
      }
      std::swap(moving.front().field, root.field);
      std::swap(moving.front().field, m_nodes[operand].field);
      root.subtree_end = whole;
      root.end = end_byte;
      whole = moving.front().subtree_end;
      before.push_back({operation, operand});
      operation = inner_operation(operand);
      for (RawId at = operand; operation != 0 && at < operation; ++at) moving.push_back(m_nodes[at]);
    }
    // What moves is written as nodes of its own, between two ranges of the old ones.
    const auto start = static_cast<RawId>(m_nodes.size());
    m_nodes.insert(m_nodes.end(), moving.begin(), moving.end());
    m_ranges.push_back({tail, end});
    m_ranges.push_back({operand, tail});
    m_ranges.push_back({start, static_cast<RawId>(m_nodes.size()), true});
    m_ranges.insert(m_ranges.end(), before.rbegin(), before.rend());
  }

  // The operation an operand consists of, behind nodes that only hold it; 0: none.
  RawId inner_operation(RawId operand) const {
    for (RawId at = operand; size(at) > 1 && m_nodes[at].begin == m_nodes[operand].begin; ++at) {
      if (is_operation(entry(at).kind)) return last_operand(at) != 0 ? at : 0;
      if (entry(at).treat != Treat::splice) return 0;
    }
    return 0;
  }

  const Grammar& m_grammar;
  std::vector<RawNode>& m_nodes;
  std::vector<RawNode> m_out;
  std::vector<Range> m_ranges;  // the next one last
  RawId m_plain_until = 0;  // postfixes before it are known to hold no operation
};

}  // namespace

void bind_postfix_first(const Grammar& grammar, RawTree& raw) { PostfixRepair(grammar, raw.nodes).run(); }

}  // namespace codelake::syntax
