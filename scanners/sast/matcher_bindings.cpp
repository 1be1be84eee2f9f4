// SPDX-License-Identifier: Apache-2.0
//
// What metavariables are bound to. Two bindings of one name must be the same code; the hash of a value says whether they
// may be.
#include "scanners/sast/matcher.h"

#include "scanners/sast/kinds.h"

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

Value Matcher::value_of(NodeId code) const {
  const syntax::Node& found = m_code[code];
  Value value{found.hash, found.begin, found.end, code};
  // A name is the same name wherever it stands, as a type, a variable or a piece of a string.
  const bool key = found.kind == Kind::string && found.role == Role::key;
  if (found.kind == Kind::identifier || found.kind == Kind::type_name || key) value.hash = found.symbol;
  if (value.hash == 0) value.hash = 1;
  return value;
}

Value Matcher::value_between(NodeId first, NodeId end, NodeId parent) const {
  Value value{1, m_code[parent].end, m_code[parent].end, 0};
  if (first == end) return value;
  value.begin = m_code[first].begin;
  for (NodeId at = first; at != end && at != 0; at = next_code(m_code, at)) {
    value.hash = names_hash(value.hash, value_of(at).hash);
    value.end = m_code[at].end;
  }
  return value;
}

bool Matcher::bind(std::uint8_t slot, const Value& value, const Task* next) {
  if (slot == PatternNode::k_no_slot) return proceed(next);
  Value& bound = m_values[slot];
  if (bound.hash != 0) return m_file.same(bound, value, m_options.constant_propagation) && proceed(next);
  bound = value;
  const bool stop = proceed(next);
  m_values[slot] = Value{};
  return stop;
}

}  // namespace codelake::sast
