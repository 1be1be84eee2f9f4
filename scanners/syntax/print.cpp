// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/grammar.h"
#include "scanners/syntax/tree.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <utility>

namespace codelake::syntax {

namespace {

constexpr std::array k_flag_names = {
    std::pair{k_creation, "creation"}, std::pair{k_async, "async"},     std::pair{k_generator, "generator"},
    std::pair{k_optional, "optional"}, std::pair{k_missing, "missing"}, std::pair{k_declares, "declares"}};

void append_escaped(std::string& out, std::string_view text) {
  for (const char byte : text) {
    if (byte == '\n') {
      out += "\\n";
    } else if (byte == '\r') {
      out += "\\r";
    } else if (byte == '\t') {
      out += "\\t";
    } else {
      out += byte;
    }
  }
}

}  // namespace

std::string print(const Tree& tree) {
  std::string out;
  std::vector<NodeId> ends;
  for (NodeId id = 0; id < tree.nodes.size(); ++id) {
    const Node& node = tree[id];
    while (!ends.empty() && ends.back() <= id) ends.pop_back();
    out.append(2 * ends.size(), ' ');
    ends.push_back(node.subtree_end);
    out += to_text(node.kind);
    if (node.role != Role::none) fmt::format_to(std::back_inserter(out), "/{}", to_text(node.role));
    if (node.symbol != 0) {
      out += " '";
      append_escaped(out, tree.symbol_text(id));
      out += '\'';
    }
    for (const auto& [flag, name] : k_flag_names) {
      if ((node.flags & flag) != 0) fmt::format_to(std::back_inserter(out), " {}", name);
    }
    fmt::format_to(std::back_inserter(out), " [{}-{}]\n", node.begin, node.end);
  }
  return out;
}

}  // namespace codelake::syntax
