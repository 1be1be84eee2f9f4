// SPDX-License-Identifier: Apache-2.0
// Lines are cut into words ([A-Za-z0-9_]+) and single marks; blank space is left out. Example:
//
//     server {           server { [listen ( [80] ) ;] }
//       listen (80);
//     }
#include "scanners/sast/text_tree.h"

#include <algorithm>

namespace codelake::sast {

namespace {

constexpr std::uint32_t k_tab_width = 8;
constexpr std::size_t k_depth_max = 200;

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}
char closing(char open) {
  return open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : '\0';
}

class Reader {
 public:
  Reader(std::string_view text, bool pattern) : m_text(text), m_pattern(pattern) {}

  TextTree run() {
    m_tree.nodes.push_back({TextNode::Kind::block, 0, static_cast<std::uint32_t>(m_text.size()), 0, 0, 0, 0});
    m_open.push_back({0, 0});
    std::uint32_t line = 0;
    for (std::size_t at = 0; at < m_text.size(); ++line) {
      const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
      read_line(at, end, line);
      at = end + 1;
    }
    while (!m_open.empty()) close();
    return std::move(m_tree);
  }

 private:
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t indent = 0;
  };

  void read_line(std::size_t at, std::size_t end, std::uint32_t line) {
    std::uint32_t indent = 0;
    for (; at < end && is_blank(m_text[at]); ++at) indent += m_text[at] == '\t' ? k_tab_width : 1;
    if (at == end) return;
    m_line = line;
    while (m_open.back().indent > indent) close();
    if (m_open.back().indent < indent) open(static_cast<std::uint32_t>(at), indent);
    tokens(at, end);
  }

  void tokens(std::size_t at, std::size_t end) {
    std::vector<Bracket> brackets;
    while (at < end) {
      const char c = m_text[at];
      const std::size_t length = is_blank(c) ? 1 : token_length(at, end);
      if (!is_blank(c) && !close_bracket(brackets, at)) {
        add(at, length);
        if (!m_pattern && closing(c) != '\0' && m_open.size() < k_depth_max) open_bracket(brackets, at);
      }
      at += length;
    }
    // A bracket that does not close on its line makes no block.
    while (!brackets.empty()) {
      dissolve(brackets.back());
      brackets.pop_back();
    }
  }

  struct Bracket {
    char close = '\0';
    std::uint32_t block = 0;
  };

  void open_bracket(std::vector<Bracket>& brackets, std::size_t at) {
    brackets.push_back({closing(m_text[at]), static_cast<std::uint32_t>(m_tree.nodes.size())});
    open(static_cast<std::uint32_t>(at + 1), m_open.back().indent);
  }

  bool close_bracket(std::vector<Bracket>& brackets, std::size_t at) {
    if (brackets.empty() || brackets.back().close != m_text[at]) return false;
    const std::uint32_t block = brackets.back().block;
    brackets.pop_back();
    if (m_tree.nodes.size() == block + 1) {
      m_tree.nodes.pop_back();
      m_open.pop_back();
    } else {
      close();
    }
    add(at, 1);
    return true;
  }

  // The block's content becomes its parent's.
  void dissolve(const Bracket& bracket) {
    const std::uint32_t parent = m_tree.nodes[bracket.block].parent;
    m_tree.nodes.erase(m_tree.nodes.begin() + bracket.block);
    m_open.pop_back();
    for (std::uint32_t at = bracket.block; at < m_tree.nodes.size(); ++at) {
      TextNode& node = m_tree.nodes[at];
      if (node.parent == bracket.block)
        node.parent = parent;
      else if (node.parent > bracket.block)
        --node.parent;
      if (node.subtree_end > 0) --node.subtree_end;
    }
  }

  std::size_t token_length(std::size_t at, std::size_t end) const {
    const std::string_view rest = m_text.substr(at, end - at);
    if (is_word(rest[0])) return word_length(rest);
    if (!m_pattern) return 1;
    if (rest.starts_with("...")) {
      const std::size_t dots = std::min(rest.find_first_not_of('.'), rest.size());
      return dots;
    }
    const std::size_t name = rest.starts_with("$...") ? 4 : 1;
    const bool named = rest[0] == '$' && rest.size() > name && rest[name] >= 'A' && rest[name] <= 'Z';
    return named ? name + word_length(rest.substr(name)) : 1;
  }

  static std::size_t word_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_word(text[length])) ++length;
    return length;
  }

  void add(std::size_t at, std::size_t length) {
    const std::string_view text = m_text.substr(at, length);
    TextNode node;
    node.begin = static_cast<std::uint32_t>(at);
    node.end = static_cast<std::uint32_t>(at + length);
    node.line = m_line;
    node.parent = m_open.back().node;
    node.kind = is_word(text[0]) ? TextNode::Kind::word : TextNode::Kind::mark;
    if (m_pattern && length > 1 && text[0] == '$')
      node.kind = text[1] == '.' ? TextNode::Kind::ellipsis : TextNode::Kind::metavariable;
    if (m_pattern && text == "...") node.kind = TextNode::Kind::ellipsis;
    if (node.kind == TextNode::Kind::mark && length > 1) return add_dots(node);
    node.symbol = syntax::symbol_of(text);
    m_tree.nodes.push_back(node);
  }

  // Four dots and more are just dots.
  void add_dots(TextNode node) {
    const std::uint32_t end = node.end;
    node.symbol = syntax::symbol_of(".");
    for (; node.begin < end; ++node.begin) {
      node.end = node.begin + 1;
      m_tree.nodes.push_back(node);
    }
  }

  void open(std::uint32_t at, std::uint32_t indent) {
    const auto id = static_cast<std::uint32_t>(m_tree.nodes.size());
    m_tree.nodes.push_back({TextNode::Kind::block, at, at, m_line, m_open.back().node, 0, 0});
    m_open.push_back({id, indent});
  }

  void close() {
    TextNode& block = m_tree.nodes[m_open.back().node];
    block.subtree_end = static_cast<std::uint32_t>(m_tree.nodes.size());
    block.end = std::max(block.end, m_tree.nodes.back().end);
    m_open.pop_back();
  }

  std::string_view m_text;
  bool m_pattern;
  TextTree m_tree;
  std::vector<Open> m_open;
  std::uint32_t m_line = 0;
};

void blank_between(std::string& text, std::string_view open, std::string_view close) {
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    std::size_t end = text.find(close, at + open.size());
    end = end == std::string::npos ? text.size() : end + (close == "\n" ? 0 : close.size());
    for (; at < end; ++at) {
      if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
    }
  }
}

}  // namespace

TextTree text_tree(std::string_view text) {
  return Reader(text, false).run();
}
TextTree pattern_text_tree(std::string_view text) {
  return Reader(text, true).run();
}

std::string without_comments(std::string_view text, std::string_view style) {
  std::string result(text);
  if (style == "shell") blank_between(result, "#", "\n");
  if (style == "cpp") blank_between(result, "//", "\n");
  if (style == "c" || style == "cpp") blank_between(result, "/*", "*/");
  return result;
}

}  // namespace codelake::sast
