// SPDX-License-Identifier: Apache-2.0
// The grammar takes the line after a pipeline of three commands for more words of its last one, when a redirection
// follows anywhere below. A ";" in place of the line's end says the same and is read right. Example:
//
//     a | b | c          a | b | c;
//     d > e              d > e
#include "scanners/syntax/languages/bash/hooks.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace codelake::syntax::bash {

namespace {

// Words after which no command ends.
constexpr std::array<std::string_view, 5> k_openers = {"then", "do", "else", "in", "!"};

bool in_word(char byte) { return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_' || byte == '-'; }

std::size_t pipes_in(std::string_view line) {
  std::size_t pipes = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool doubled = line.substr(at).starts_with("||");
    if (line[at] == '|' && !doubled) ++pipes;
    if (doubled) ++at;
  }
  return pipes;
}

// Whether the line is a whole pipeline of three commands or more.
bool is_long_pipeline(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  if (line.empty() || pipes_in(line) < 2 || line.find('#') != std::string_view::npos) return false;
  const auto odd = [line](char quote) { return std::count(line.begin(), line.end(), quote) % 2 != 0; };
  if (odd('"') || odd('\'') || odd('`') || std::count(line.begin(), line.end(), '(') != std::count(line.begin(), line.end(), ')')) {
    return false;
  }
  const char last = line.back();
  if (!in_word(last) && last != '"' && last != '\'' && last != '}') return false;
  const auto start = std::find_if_not(line.rbegin(), line.rend(), in_word).base();
  const std::string_view word = line.substr(static_cast<std::size_t>(start - line.begin()));
  return std::find(k_openers.begin(), k_openers.end(), word) == k_openers.end();
}

}  // namespace

std::string ended_pipelines(std::string_view source) {
  std::string text(source);
  // The end of a here document must stand on a line of its own.
  if (source.find("<<") != std::string_view::npos || source.find('|') == std::string_view::npos) return text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end < text.size() && is_long_pipeline(source.substr(at, end - at))) text[end] = ';';
    at = end + 1;
  }
  return text;
}

}  // namespace codelake::syntax::bash
