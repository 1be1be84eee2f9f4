// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"

#include "core/json_tree.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace codelake {

namespace {

constexpr std::size_t k_members_usual = 4;
constexpr std::string_view k_space = " \t\r\n";

// Where a string that begins at `quote` ends: the place after its closing quote.
std::size_t end_of_string(std::string_view text, std::size_t quote) {
  for (std::size_t i = quote + 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return i + 1;
  }
  return text.size();
}

// Where a comment that begins at `start` ends; `start` when none does.
std::size_t end_of_comment(std::string_view text, std::size_t start) {
  if (text.substr(start, 2) == "//") return std::min(text.find('\n', start), text.size());
  if (text.substr(start, 2) != "/*") return start;
  const auto end = text.find("*/", start + 2);
  return end == std::string_view::npos ? text.size() : end + 2;
}

// Comments and commas before a closing bracket become spaces, so that all else keeps its place.
std::string plain_json(std::string_view text) {
  std::string plain(text);
  std::size_t comma = std::string::npos;  // the last thing but space that was seen, when it was a comma
  for (std::size_t i = 0; i < text.size();) {
    if (const auto end = end_of_comment(text, i); end != i) {
      std::replace_if(plain.begin() + static_cast<std::ptrdiff_t>(i), plain.begin() + static_cast<std::ptrdiff_t>(end),
                      [](char c) { return c != '\n'; }, ' ');
      i = end;
      continue;
    }
    const bool closing = text[i] == '}' || text[i] == ']';
    if (closing && comma != std::string::npos) plain[comma] = ' ';
    if (k_space.find(text[i]) == std::string_view::npos) comma = text[i] == ',' ? i : std::string::npos;
    i = text[i] == '"' ? end_of_string(text, i) : i + 1;
  }
  return plain;
}

// Gives the values of a tree, from front to back, so that lines and columns are counted once over the whole text.
class NodeMaker {
 public:
  explicit NodeMaker(std::string_view text) : m_text(text) {}

  // Fills a new node, where it stands: to move it there from level to level costs more than to make it.
  void make(const JsonTree::Value& value, yaml::Node& node) {
    place(node, value.offset());
    if (value.is_mapping()) {
      node.kind = yaml::Node::Kind::mapping;
      node.entries.reserve(k_members_usual);  // to move a node costs more than its place
      for (const auto& [key, entry] : value.entries()) {
        auto& [name, child] = node.entries.emplace_back();
        place(name, key.offset());
        set_text(key, name);
        make(entry, child);
      }
    } else if (value.is_sequence()) {
      node.kind = yaml::Node::Kind::sequence;
      for (const JsonTree::Value item : value.items()) make(item, node.items.emplace_back());
    } else if (value.is_scalar()) {
      set_text(value, node);
    }
  }

 private:
  static void set_text(const JsonTree::Value& value, yaml::Node& node) {
    node.kind = yaml::Node::Kind::scalar;
    node.text = value.text();
    node.quoted = value.quoted();
  }

  void place(yaml::Node& node, std::size_t offset) {
    for (; m_offset + 8 <= offset && pass_word(); m_offset += 8) {
    }
    for (; m_offset < offset; ++m_offset) {
      const bool line_break = m_text[m_offset] == '\n';
      const bool starts_character = (static_cast<unsigned char>(m_text[m_offset]) & 0xC0) != 0x80;
      if (line_break) ++m_line;
      m_column = line_break ? 1 : m_column + (starts_character ? 1 : 0);
    }
    node.line = m_line;
    node.column = m_column;
  }

  // Counts the characters of the next eight bytes; false when a line ends among them.
  bool pass_word() {
    constexpr std::uint64_t ones = 0x0101010101010101;
    std::uint64_t word = 0;
    std::memcpy(&word, m_text.data() + m_offset, 8);
    const std::uint64_t breaks = word ^ (ones * '\n');
    if (((breaks - ones) & ~breaks & (ones << 7U)) != 0) return false;
    const std::uint64_t inside = (word >> 7U) & (~word >> 6U) & ones;  // 10xxxxxx goes on with a character
    m_column += 8 - static_cast<std::uint32_t>(std::popcount(inside));
    return true;
  }

  std::string_view m_text;
  std::size_t m_offset = 0;  // up to here lines are counted
  std::uint32_t m_line = 1;
  std::uint32_t m_column = 1;
};

}  // namespace

Result<yaml::Node> parse_json(std::string_view text, const std::string& name) {
  const JsonTree tree = TRY(JsonTree::parse(text, name));
  yaml::Node node;
  NodeMaker(text).make(tree.root(), node);
  return node;
}

Result<yaml::Node> parse_jsonc(std::string_view text, const std::string& name) {
  return parse_json(plain_json(text), name);
}

}  // namespace codelake
