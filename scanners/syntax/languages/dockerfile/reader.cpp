// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/dockerfile/reader.h"

#include "scanners/syntax/grammar.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace codelake::syntax::dockerfile {

namespace {

constexpr std::string_view k_space = " \t\r\n\v\f";
// ONBUILD holds an instruction; more levels make no sense.
constexpr int k_depth_max = 4;
constexpr std::array<std::string_view, 18> k_instructions = {
    "ADD", "ARG",     "CMD", "COPY",  "ENTRYPOINT", "ENV",        "EXPOSE", "FROM",   "HEALTHCHECK",
    "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER",   "VOLUME", "WORKDIR"};

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char byte) { return static_cast<char>(std::toupper(static_cast<unsigned char>(byte))); });
  return out;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(k_space, at), text.size());
}

std::size_t word_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of(k_space, at), text.size());
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

const Words& words_of_language() {
  static const Words words = [] {
    Words all;
    for (const std::string_view word : k_instructions) all.add(word);
    for (const std::string_view word : {"shell", "command", "default"}) all.add(word);
    return all;
  }();
  return words;
}

bool starts_instruction(std::string_view text) {
  const std::size_t begin = skip_space(text, 0);
  const std::string word = upper(text.substr(begin, word_end(text, begin) - begin));
  return std::find(k_instructions.begin(), k_instructions.end(), word) != k_instructions.end();
}

Reader::Reader(std::string_view source, bool pattern)
    : m_source(source), m_pattern(pattern), m_lines(source), m_to("dockerfile", source, &words_of_language()) {
  m_to.open(Kind::module, Role::none, {0, static_cast<std::uint32_t>(source.size())});
}

Tree Reader::instructions() {
  while (const auto line = m_lines.next()) instruction(*line, 0, 0);
  m_to.close();
  Tree tree = m_to.take();
  tree.error_bytes = m_error_bytes;
  tree.error_count = m_error_count;
  return tree;
}

Tree Reader::commands() {
  if (const auto line = m_lines.next()) {
    const std::vector<Word> all = words_of(line->text, 0, rules(true));
    const bool one = std::none_of(all.begin(), all.end(), [](const Word& word) { return word.is_operator; });
    if (one) {
      command(*line, all.data(), all.data() + all.size());
    } else {
      shell(*line, 0, false);
    }
  }
  m_to.close();
  return m_to.take();
}

Tree Reader::word() {
  if (const auto line = m_lines.next()) {
    const std::size_t begin = skip_space(line->text, 0);
    if (!list(*line, begin, Role::none)) leaf(*line, {begin, line->text.size()}, Role::none);
  }
  m_to.close();
  return m_to.take();
}

void Reader::instruction(const Line& line, std::size_t begin, int depth) {
  begin = skip_space(line.text, begin);
  const std::size_t end = word_end(line.text, begin);
  const std::string keyword = upper(std::string_view(line.text).substr(begin, end - begin));
  if (!starts_instruction(std::string_view(line.text).substr(begin)) || depth > k_depth_max) {
    const bool alone = skip_space(line.text, end) == line.text.size();
    if (!alone || !placeholder(line, {begin, end}, Role::none)) error(line);
    return;
  }
  m_to.open(Kind::call, Role::none, line.span(begin, line.text.size()));
  m_to.leaf(Kind::identifier, Role::callee, line.span(begin, end), symbol_of(keyword));
  std::size_t at = end;
  if (is_one_of(keyword, {"RUN", "FROM", "COPY", "ADD", "HEALTHCHECK"})) at = options(line, at);
  Line own = line;
  own.text.resize(keyword == "FROM" ? alias(line, at) : line.text.size());
  Word name{at, own.text.size()};
  const bool named = is_one_of(keyword, {"FROM", "ARG", "USER"});
  if (keyword == "FROM") name = image(own, at);
  if (keyword == "ARG") name = build_argument(own, at);
  if (keyword == "USER") name = user(own, at);
  m_to.open(Kind::arguments, Role::arguments, line.span(skip_space(line.text, name.begin), name.end));
  if (named) {
    if (name.begin < name.end) leaf(own, name, Role::none);
  } else {
    body(keyword, own, at, depth);
  }
  m_to.close();
  m_to.close();
}

void Reader::body(std::string_view keyword, const Line& line, std::size_t begin, int depth) {
  if (is_one_of(keyword, {"RUN", "CMD", "ENTRYPOINT", "SHELL"})) return shell_or_list(line, begin, keyword == "RUN");
  if (keyword == "ENV") return entries(line, begin);
  if (keyword == "LABEL") {
    // Labels may stand in any order, and patterns need not name them all.
    m_to.open(Kind::dictionary, Role::none, line.span(skip_space(line.text, begin), line.text.size()));
    entries(line, begin);
    return m_to.close();
  }
  if (keyword == "HEALTHCHECK") return health_check(line, begin, depth);
  if (keyword == "ONBUILD") return instruction(line, begin, depth + 1);
  if (is_one_of(keyword, {"MAINTAINER", "WORKDIR"})) return rest(line, begin, Role::none);
  if (is_one_of(keyword, {"ADD", "COPY", "VOLUME"}) && list(line, skip_space(line.text, begin), Role::none)) return;
  words(line, begin);
  if (is_one_of(keyword, {"ADD", "COPY"})) heredocs(line, begin);
}

// "--name=value" before all else.
std::size_t Reader::options(const Line& line, std::size_t begin) {
  std::size_t at = skip_space(line.text, begin);
  // Patterns need not name the options; "..." before an instruction says so.
  const std::size_t after = std::min(at + 3, line.text.size());
  if (m_pattern && line.text.compare(at, 3, "...") == 0 && starts_instruction(std::string_view(line.text).substr(after))) {
    return skip_space(line.text, after);
  }
  while (std::string_view(line.text).substr(at).starts_with("--")) {
    const std::size_t end = word_end(line.text, at);
    const std::size_t equals = std::min(line.text.find('=', at), end);
    m_to.open(Kind::pair, Role::modifiers, line.span(at, end));
    leaf(line, {at, equals}, Role::key);
    const Word value{equals + 1, end};
    if (equals < end && line.text.compare(at, equals - at, "--mount") == 0) {
      settings(line, value);
    } else if (equals < end) {
      leaf(line, value, Role::value);
    }
    m_to.close();
    at = skip_space(line.text, end);
  }
  return at;
}

// type=cache,target=/x: in any order.
void Reader::settings(const Line& line, Word all) {
  if (placeholder(line, all, Role::value)) return;
  m_to.open(Kind::dictionary, Role::value, line.span(all.begin, all.end));
  for (std::size_t at = all.begin; at < all.end;) {
    const std::size_t end = std::min(line.text.find(',', at), all.end);
    const std::size_t equals = std::min(line.text.find('=', at), end);
    if (at < end) entry(line, {at, equals}, {std::min(equals + 1, end), end});
    at = end + 1;
  }
  m_to.close();
}

// "AS name" at the end of FROM: lowers the name and gives where it starts.
std::size_t Reader::alias(const Line& line, std::size_t begin) {
  const std::vector<Word> all = words_of(line.text, begin, rules(false));
  if (all.size() < 3) return line.text.size();
  const Word& as = all[all.size() - 2];
  if (upper(std::string_view(line.text).substr(as.begin, as.end - as.begin)) != "AS") return line.text.size();
  leaf(line, all.back(), Role::alias);
  return all[all.size() - 3].end;
}

// name:tag@digest. Tag and digest are parts beside the arguments, which a pattern need not mention. Gives the name.
Word Reader::image(const Line& line, std::size_t begin) {
  const std::vector<Word> all = words_of(line.text, begin, rules(false));
  if (all.empty()) return {begin, begin};
  const Word name = all.front();
  const std::string_view text = std::string_view(line.text).substr(0, name.end);
  const std::size_t digest = std::min(text.find('@', name.begin), name.end);
  // A colon before the last slash is that of a host's port; one in braces gives a variable's default.
  std::size_t tag = digest;
  int braces = 0;
  for (std::size_t at = name.begin; at < digest; ++at) {
    if (text[at] == '{') ++braces;
    if (text[at] == '}') --braces;
    if (text[at] == '/') tag = digest;
    if (text[at] == ':' && braces == 0) tag = at;
  }
  if (tag < digest) leaf(line, {tag + 1, digest}, Role::label);
  if (digest < name.end) leaf(line, {digest + 1, name.end}, Role::value);
  return {name.begin, tag};
}

// A group is a part beside the arguments, as is an image's tag.
Word Reader::user(const Line& line, std::size_t begin) {
  begin = skip_space(line.text, begin);
  const std::size_t brace = line.text.find("${", begin);
  const std::size_t closed = brace == std::string::npos ? begin : std::min(line.text.find('}', brace), line.text.size());
  const std::size_t colon = std::min(line.text.find(':', brace == begin ? closed : begin), line.text.size());
  if (colon < line.text.size()) leaf(line, {colon + 1, line.text.size()}, Role::label);
  return {begin, colon};
}

// So is the default value, but a pattern without one stands for arguments without one.
Word Reader::build_argument(const Line& line, std::size_t begin) {
  begin = skip_space(line.text, begin);
  const std::size_t equals = std::min(line.text.find('=', begin), line.text.size());
  if (equals < line.text.size()) {
    m_to.node(m_to.parent()).symbol = symbol_of("default");
    leaf(line, {equals + 1, line.text.size()}, Role::default_value);
  }
  return {begin, equals};
}

// NAME=value …, or the older NAME value.
void Reader::entries(const Line& line, std::size_t begin) {
  const std::vector<Word> all = words_of(line.text, begin, rules(false));
  const auto equals = [&](const Word& word) { return std::min(line.text.find('=', word.begin), word.end); };
  const auto is_gap = [&](const Word& word) {
    return m_pattern && line.text.compare(word.begin, word.end - word.begin, "...") == 0;
  };
  const bool modern = std::any_of(all.begin(), all.end(),
                                  [&](const Word& word) { return equals(word) < word.end || is_gap(word); });
  if (!modern && all.size() > 1) {
    entry(line, all.front(), {all[1].begin, all.back().end});
    return;
  }
  for (const Word& word : all) {
    if (!placeholder(line, word, Role::none)) {
      entry(line, {word.begin, equals(word)}, {std::min(equals(word) + 1, word.end), word.end});
    }
  }
}

void Reader::entry(const Line& line, Word name, Word value) {
  m_to.open(Kind::pair, Role::none, line.span(name.begin, std::max(name.end, value.end)));
  leaf(line, name, Role::key);
  if (m_pattern && value.begin == value.end) {
    m_to.leaf(Kind::ellipsis, Role::value, line.span(name.end, name.end), symbol_of("..."));
  } else {
    leaf(line, value, Role::value);
  }
  m_to.close();
}

void Reader::health_check(const Line& line, std::size_t begin, int depth) {
  if (starts_instruction(std::string_view(line.text).substr(begin))) return instruction(line, begin, depth + 1);
  words(line, begin);
}

void Reader::words(const Line& line, std::size_t begin) {
  for (const Word& word : words_of(line.text, begin, rules(false))) leaf(line, word, Role::none);
}

void Reader::rest(const Line& line, std::size_t begin, Role role) {
  begin = skip_space(line.text, begin);
  if (begin < line.text.size()) leaf(line, {begin, line.text.size()}, role);
}

void Reader::error(const Line& line) {
  const Span span = line.span(0, line.text.size());
  ++m_error_count;
  m_error_bytes += span.end - span.begin;
  m_to.leaf(Kind::error, Role::none, span, 0);
}

}  // namespace codelake::syntax::dockerfile
