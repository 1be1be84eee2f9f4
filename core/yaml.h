// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::yaml {

// A YAML 1.2 value with its place, aliases expanded. Bounded: 64 levels, 2 million values,
// 100,000 of them from aliases.
struct Node {
  // Defined where the type is complete: clang 14 needs that for a type that holds pairs of itself.
  Node();
  Node(const Node&);
  Node(Node&&) noexcept;
  Node& operator=(const Node&);
  Node& operator=(Node&&) noexcept;
  ~Node();

  enum class Kind { null, scalar, sequence, mapping };
  Kind kind = Kind::null;
  std::string text;                                // of a scalar
  bool quoted = false;                             // a scalar in quotes or a block: always a string
  std::uint32_t line = 1;                          // 1-based
  std::uint32_t column = 1;                        // 1-based
  std::vector<Node> items;                         // of a sequence
  std::vector<std::pair<Node, Node>> entries;      // of a mapping, in the order written; keys are unique

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_null() const { return kind == Kind::null; }
  // The value of a key of a mapping; nullptr when there is none or this is no mapping.
  const Node* find(std::string_view key) const;
  // The text of the scalar under `key`; empty when there is none.
  std::string_view text_of(std::string_view key) const;
};

// Parses the first document of `text`; text that is not UTF-8 is refused (YAML 1.2 §5.2). `name` stands for it in
// errors: "name:line:column: what". No exception, no include, no tag is executed. An empty document is a null node.
Result<Node> parse(std::string_view text, const std::string& name);

}  // namespace codelake::yaml
