// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/scala/hooks.h"

#include <cctype>

namespace codelake::syntax::scala {

namespace {

constexpr std::size_t k_type_bytes_max = 400;

bool is_space(char byte) { return byte == ' ' || byte == '\t'; }
bool in_name(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_'; }

class BlockParameter {
 public:
  explicit BlockParameter(std::string& text) : m_text(text) {}

  // `at` is behind the opening bracket.
  void read(std::size_t at) {
    const std::size_t first = skip_spaces(at);
    std::size_t name = first;
    if (m_text.compare(first, 8, "implicit") == 0 && is_space(byte(first + 8))) name = skip_spaces(first + 8);
    if (!in_name(byte(name))) return;
    std::size_t end = name;
    while (in_name(byte(end))) ++end;
    end = skip_spaces(end);
    if (byte(end) != ':' || byte(end + 1) == ':') return;
    const std::size_t arrow = arrow_after(end + 1);
    if (arrow == 0 || !is_space(m_text[arrow - 1]) || !is_space(m_text[name - 1])) return;
    for (std::size_t each = first; each < name; ++each) m_text[each] = ' ';
    m_text[name - 1] = '(';
    m_text[arrow - 1] = ')';
  }

 private:
  char byte(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\0'; }

  std::size_t skip_spaces(std::size_t at) const {
    while (is_space(byte(at))) ++at;
    return at;
  }

  // Where "=>" stands behind a type; 0 when something else does.
  std::size_t arrow_after(std::size_t at) const {
    const std::size_t end = at + k_type_bytes_max;
    for (; at < end && at < m_text.size(); ++at) {
      const char here = m_text[at];
      if (here == '=' && byte(at + 1) == '>') return at;
      const bool of_type = in_name(here) || is_space(here) || here == '.' || here == '[' || here == ']' || here == ',';
      if (!of_type) return 0;
    }
    return 0;
  }

  std::string& m_text;
};

}  // namespace

std::string bracket_block_parameters(std::string_view source) {
  std::string text(source);
  BlockParameter parameter(text);
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) parameter.read(at + 1);
  return text;
}

}  // namespace codelake::syntax::scala
