// SPDX-License-Identifier: Apache-2.0
// The parts of the reader that read command lines and words.
#include "scanners/syntax/languages/dockerfile/reader.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

namespace codelake::syntax::dockerfile {

namespace {

constexpr std::string_view k_space = " \t\r\n\v\f";

bool is_name(std::string_view text) {
  if (text.empty()) return false;
  return std::all_of(text.begin(), text.end(), [](char byte) {
    return std::isupper(static_cast<unsigned char>(byte)) != 0 || std::isdigit(static_cast<unsigned char>(byte)) != 0 ||
           byte == '_';
  });
}

bool is_escape(std::string_view text) {
  if (text.size() < 2) return false;
  if (text[1] != 'u') return std::string_view("\"\\/bfnrt").find(text[1]) != std::string_view::npos;
  const std::string_view digits = text.substr(2, 4);
  return digits.size() == 4 && std::all_of(digits.begin(), digits.end(), [](char byte) {
           return std::isxdigit(static_cast<unsigned char>(byte)) != 0;
         });
}

// The end of the JSON string that starts at `at`; nothing when it is none.
std::optional<std::size_t> string_end(std::string_view text, std::size_t at) {
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '\\') {
      if (!is_escape(text.substr(end))) return std::nullopt;
      ++end;
    } else if (text[end] == '"') {
      return end + 1;
    }
  }
  return std::nullopt;
}

// The elements of a JSON list of strings, in which a pattern may have metavariables and ellipses; nothing when it is
// none, since the text is a command line then.
std::optional<std::vector<Word>> elements(std::string_view text, std::size_t begin, bool pattern) {
  if (begin >= text.size() || text[begin] != '[') return std::nullopt;
  std::vector<Word> all;
  bool comma = true;
  for (std::size_t at = begin + 1; at < text.size();) {
    at = std::min(text.find_first_not_of(k_space, at), text.size());
    if (at == text.size()) return std::nullopt;
    if (text[at] == ']') {
      const bool last = text.find_first_not_of(k_space, at + 1) == std::string_view::npos;
      return last ? std::optional(std::move(all)) : std::nullopt;
    }
    if (text[at] == ',') {
      if (comma) return std::nullopt;
      comma = true;
      ++at;
      continue;
    }
    if (!comma) return std::nullopt;
    std::optional<std::size_t> end;
    if (text[at] == '"') end = string_end(text, at);
    if (text[at] != '"' && pattern) end = std::min(text.find_first_of(" \t,]", at), text.size());
    if (!end) return std::nullopt;
    all.push_back({at, *end, false});
    at = *end;
    comma = false;
  }
  return std::nullopt;
}

bool is_ellipsis(std::string_view text) { return text == "..."; }

}  // namespace

void Reader::shell_or_list(const Line& line, std::size_t begin, bool with_heredocs) {
  begin = std::min(line.text.find_first_not_of(k_space, begin), line.text.size());
  if (begin == line.text.size()) return;
  const bool lone = line.text.find_first_of(k_space, begin) == std::string::npos;
  if (lone && placeholder(line, {begin, line.text.size()}, Role::none)) return;
  if (list(line, begin, Role::none)) return;
  shell(line, begin, with_heredocs);
}

bool Reader::list(const Line& line, std::size_t begin, Role role) {
  const auto all = elements(line.text, begin, m_pattern);
  if (!all) return false;
  m_to.open(Kind::list, role, line.span(begin, line.text.size()));
  for (const Word& word : *all) leaf(line, word, Role::none);
  m_to.close();
  return true;
}

void Reader::shell(const Line& line, std::size_t begin, bool with_heredocs) {
  std::vector<Word> all = words_of(line.text, begin, rules(true));
  const bool ended = m_pattern && !all.empty() && all.back().is_operator && line.text[all.back().begin] == ';';
  if (ended) all.pop_back();
  m_to.node(m_to.open(Kind::other, Role::none, line.span(begin, line.text.size()))).symbol = symbol_of("shell");
  const auto ellipsis = [&](const Word& word) {
    return m_pattern && is_ellipsis(std::string_view(line.text).substr(word.begin, word.end - word.begin));
  };
  const bool one = m_pattern && std::none_of(all.begin(), all.end(), [](const Word& word) { return word.is_operator; });
  if (!all.empty() && (one || ellipsis(all.front()))) gap(line, all.front());
  for (std::size_t at = 0; at < all.size();) {
    if (all[at].is_operator) {
      const Span span = line.span(all[at].begin, all[at].end);
      m_to.leaf(Kind::other, Role::none, span,
                symbol_of(std::string_view(line.text).substr(all[at].begin, all[at].end - all[at].begin)));
      ++at;
      continue;
    }
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(at);
    const auto last = std::find_if(first, all.end(), [](const Word& word) { return word.is_operator; });
    at = static_cast<std::size_t>(last - all.begin());
    // "..." alone is any number of commands.
    if (last - first == 1 && ellipsis(*first)) {
      if (first != all.begin()) gap(line, *first);
      continue;
    }
    command(line, &*first, &*first + (last - first));
  }
  if (!all.empty() && (one || (all.size() > 1 && ellipsis(all.back())))) gap(line, all.back());
  if (with_heredocs) heredocs(line, begin);
  m_to.close();
}

void Reader::command(const Line& line, const Word* first, const Word* last) {
  if (first == last) return;
  m_to.node(m_to.open(Kind::other, Role::none, line.span(first->begin, (last - 1)->end))).symbol = symbol_of("command");
  for (const Word* word = first; word != last; ++word) leaf(line, *word, Role::none);
  m_to.close();
}

void Reader::gap(const Line& line, const Word& word) {
  m_to.leaf(Kind::ellipsis, Role::none, line.span(word.begin, word.end), symbol_of("..."));
}

// What stands below an instruction that says <<NAME is text of it.
void Reader::heredocs(const Line& line, std::size_t begin) {
  const std::string_view text = line.text;
  for (std::size_t at = text.find("<<", begin); at != std::string_view::npos; at = text.find("<<", at)) {
    at += 2;
    const bool indented = at < text.size() && text[at] == '-';
    if (indented) ++at;
    std::size_t end = at;
    while (end < text.size() && (k_space.find(text[end]) == std::string_view::npos) && text[end] != ';' && text[end] != '>') {
      ++end;
    }
    std::string delimiter(text.substr(at, end - at));
    std::erase_if(delimiter, [](char byte) { return byte == '"' || byte == '\''; });
    const bool word = !delimiter.empty() && (std::isalpha(static_cast<unsigned char>(delimiter[0])) != 0 || delimiter[0] == '_');
    if (!word) continue;
    const Span body = m_lines.take_heredoc(delimiter, indented);
    if (body.begin < body.end) m_to.string_leaf(Kind::string, Role::none, body, body);
    at = end;
  }
}

bool Reader::placeholder(const Line& line, Word word, Role role) {
  if (!m_pattern) return false;
  const std::string_view text = std::string_view(line.text).substr(word.begin, word.end - word.begin);
  const Span span = line.span(word.begin, word.end);
  if (is_ellipsis(text)) {
    m_to.leaf(Kind::ellipsis, role, span, symbol_of(text));
  } else if (text.starts_with("$...") && is_name(text.substr(4))) {
    m_to.leaf(Kind::metavariable_ellipsis, role, span, symbol_of(text));
  } else if (text.starts_with('$') && is_name(text.substr(1))) {
    m_to.leaf(Kind::metavariable, role, span, symbol_of(text));
  } else {
    return false;
  }
  return true;
}

void Reader::leaf(const Line& line, Word word, Role role) {
  if (placeholder(line, word, role)) return;
  const std::string_view text = std::string_view(line.text).substr(word.begin, word.end - word.begin);
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front() &&
                      text.substr(1).find(text.front()) == text.size() - 2;
  const std::size_t inset = quoted ? 1 : 0;
  const Span content = line.span(word.begin + inset, word.end - inset);
  const NodeId id = m_to.leaf(Kind::string, role, line.span(word.begin, word.end),
                              symbol_of(text.substr(inset, text.size() - 2 * inset)));
  m_to.set_content(id, content);
}

}  // namespace codelake::syntax::dockerfile
