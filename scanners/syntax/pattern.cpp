// SPDX-License-Identifier: Apache-2.0
// A pattern is a piece of program without its surroundings, so it is tried in all surroundings the language's dialect
// lists, with its ellipses filled in all ways it may need; every error-free result counts, once.
#include "scanners/syntax/pattern.h"

#include "scanners/syntax/lowering.h"
#include "scanners/syntax/pattern_text.h"
#include "scanners/syntax/pattern_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

namespace codelake::syntax {

namespace {

constexpr std::size_t k_pattern_bytes_max = 100'000;
constexpr std::size_t k_pattern_depth_max = 400;

class PatternReader {
 public:
  PatternReader(const Grammar& grammar, const PatternDialect& dialect, std::string_view text)
      : m_grammar(grammar), m_dialect(dialect), m_text(text), m_tokens(pattern_tokens(text, dialect)) {}

  Result<std::vector<std::unique_ptr<PatternTree>>> run() {
    const auto says = [](const Token& token) { return token.kind != TokenKind::comment; };
    if (std::none_of(m_tokens.begin(), m_tokens.end(), says)) {
      return fail(ErrorKind::usage, "reading a pattern", std::string(m_text), "it is empty");
    }
    if (!is_header()) read_all(false, false);
    m_thorough = m_readings.empty();
    if (!is_header() && m_thorough) read_all(false, false);
    m_entries_only = is_label();
    if (!is_header() && (m_readings.empty() || m_entries_only)) read_all(true, false);
    if (m_readings.empty()) read_all(false, true);
    if (!m_readings.empty()) return std::move(m_readings);
    return fail(ErrorKind::usage, "reading a pattern", std::string(m_text),
                fmt::format("it is no {} that can be read, from \"{}\" in its line {} on; it was tried as {}", m_grammar.name(),
                            error_excerpt(), error_line(), contexts_tried()));
  }

 private:
  // `if $X:` has no body, but where blocks are made by indentation it parses with an empty one.
  // So does `if ($X)` with the empty statement ";".
  bool is_header() const {
    std::vector<std::string_view> words;
    for (const Token& token : m_tokens) {
      if (token.kind != TokenKind::comment) words.push_back(word(token));
    }
    if (m_dialect.indented) return words.back() == ":";
    constexpr std::array<std::string_view, 5> openers = {"if", "while", "for", "switch", "catch"};
    if (std::find(openers.begin(), openers.end(), words.front()) == openers.end() || words.size() < 3) return false;
    int depth = 0;
    for (std::size_t at = 1; at < words.size(); ++at) {
      if (words[at] == "(") ++depth;
      if (words[at] == ")") --depth;
      if (depth == 0) return at + 1 == words.size() && words[1] == "(";
    }
    return false;
  }

  // `key: $V` is a label before a statement, and just as well an entry or a named argument.
  bool is_label() const {
    return std::any_of(m_readings.begin(), m_readings.end(), [](const std::unique_ptr<PatternTree>& reading) {
      return reading->tree[1].kind == Kind::labeled_statement && reading->tree.children(0).size() == 1;
    });
  }

  void read_all(bool fallback, bool partial) {
    std::set<std::pair<bool, std::string>> texts;
    for (const Filling& filling : fillings()) {
      // Entries have two meanings, sets and maps; an assigned value has just one, and its second form is a last resort.
      if (filling.second && m_dialect.pair == "{}" && !m_readings.empty()) continue;
      const PatternText filled = fill(m_text, m_tokens, m_dialect, filling);
      if (!texts.emplace(filling.members, filled.text).second) continue;
      m_filling_read = false;
      for (const PatternContext& context : m_dialect.contexts) {
        const bool meant = context.fallback == fallback && context.partial == partial;
        if (meant && context.members == filling.members && says_more(filled, context)) read(filled, context);
      }
    }
  }

  // Whether the context may give a reading that no context before gives.
  bool says_more(const PatternText& filled, const PatternContext& context) const {
    if (m_thorough) return true;
    const auto has = [this](std::string_view word) { return m_text.find(word) != std::string_view::npos; };
    if (!context.needs.empty() && std::none_of(context.needs.begin(), context.needs.end(), has)) return false;
    const char last = last_of(filled.text);
    if (!context.ends.empty() && context.ends.find(last) == std::string_view::npos) return false;
    if (context.members) return m_readings.empty() || may_declare();
    if (!m_filling_read) return true;
    const bool ended_twice = context.tail == ";" && last == ';';
    return !context.again && !ended_twice && !(context.value && is_plain(last));
  }

  static char last_of(std::string_view text) {
    const std::size_t at = text.find_last_not_of(" \t\r\n");
    return at == std::string_view::npos ? '\0' : text[at];
  }

  // A call, a statement with its ";" or something with "=": no type, and the same as a statement and as a value.
  bool is_plain(char last) const {
    const auto first = std::find_if(m_tokens.begin(), m_tokens.end(),
                                    [](const Token& token) { return token.kind != TokenKind::comment; });
    const bool name = first->kind == TokenKind::word || first->kind == TokenKind::metavariable;
    if (!name && first->kind != TokenKind::string) return false;
    const std::vector<std::string_view>& words = m_dialect.value_words;
    if (std::find(words.begin(), words.end(), word(*first)) != words.end()) return false;
    return last == ')' || last == ';' || m_text.find('=') != std::string_view::npos;
  }

  // A member has a body, or a name after its type.
  bool may_declare() const {
    std::string_view before;
    for (const Token& token : m_tokens) {
      if (token.kind == TokenKind::comment) continue;
      const std::string_view written = word(token);
      if (written == "{") return true;
      const bool name = token.kind == TokenKind::word || token.kind == TokenKind::metavariable;
      const bool typed = before == ">" || before == "]" || before == "..." || ends_word(before);
      if (name && typed && before != "new" && before != "return" && before != "throw") return true;
      before = written;
    }
    return false;
  }

  static bool ends_word(std::string_view text) {
    const char last = text.empty() ? ' ' : text.back();
    return std::isalnum(static_cast<unsigned char>(last)) != 0 || last == '_' || last == '$' ||
           static_cast<unsigned char>(last) >= 0x80;
  }

  std::string_view word(const Token& token) const { return m_text.substr(token.begin, token.end - token.begin); }

  std::vector<Filling> fillings() const {
    std::vector<Filling> all;
    for (const bool members : {false, true}) {
      for (const bool second : {false, true}) {
        for (std::size_t loop = 0; loop < std::max<std::size_t>(1, m_dialect.loop_headers.size()); ++loop) {
          all.push_back({members, second, loop});
        }
      }
    }
    return all;
  }

  void read(const PatternText& filled, const PatternContext& context) {
    std::string text = std::string(context.before) + filled.text + std::string(context.tail) + std::string(context.after);
    if (!m_tried.insert(text).second) return;
    const auto begin = static_cast<std::uint32_t>(context.before.size());
    const auto end = static_cast<std::uint32_t>(begin + filled.text.size() + context.tail.size());
    parse_raw(m_grammar, as_read(text), m_raw);
    const Tree lowered = Lowering(m_grammar, m_raw, text).run(k_pattern_depth_max);
    if (lowered.error_count > 0 || names_keyword(lowered)) {
      note_error(lowered, filled, begin);
      return;
    }
    auto pattern = std::make_unique<PatternTree>();
    pattern->text = m_text;
    std::optional<Tree> tree = pattern_tree(lowered, filled, {{begin, end}, begin, m_dialect.silent_words, m_dialect.single_entries}, pattern->text);
    if (!tree || (context.single && tree->children(0).size() != 1)) return;
    const Kind kind = (*tree)[1].kind;
    if (m_entries_only && kind != Kind::pair && kind != Kind::keyword_argument) return;
    m_filling_read = true;
    if (!m_readings.empty() && only_wraps(*tree)) return;
    if (!m_hashes.insert(tree->nodes.front().hash).second) return;
    pattern->tree = std::move(*tree);
    m_readings.push_back(std::move(pattern));
  }

  // The text as long as it is, with placeholders that the grammar takes for names.
  std::string as_read(std::string text) const {
    if (m_dialect.joint == '_') return text;
    for (std::size_t at = text.find(k_placeholder); at != std::string::npos; at = text.find(k_placeholder, at)) {
      for (; at < text.size() && ends_word(std::string_view(text).substr(at, 1)); ++at) {
        if (text[at] == '_') text[at] = m_dialect.joint;
      }
    }
    return text;
  }

  // `x` as an entry, parameter or member without type and value says no more than the expression x.
  static bool only_wraps(const Tree& tree) {
    const Node& root = tree[1];
    const bool wraps = root.kind == Kind::pair || root.kind == Kind::parameter || root.kind == Kind::variable_declaration ||
                       root.kind == Kind::import_name;
    return wraps && tree.nodes.size() > 2 && root.subtree_end == tree.nodes.size() && tree[2].begin == root.begin &&
           tree[2].end == root.end;
  }

  bool names_keyword(const Tree& lowered) const {
    const std::vector<std::string_view>& words = m_dialect.reserved_words;
    for (NodeId id = 1; id < lowered.nodes.size(); ++id) {
      const Kind kind = lowered[id].kind;
      if (kind != Kind::identifier && kind != Kind::type_name) continue;
      if (std::find(words.begin(), words.end(), lowered.text(id)) != words.end()) return true;
    }
    return false;
  }

  // Keeps the farthest place any reading got to.
  void note_error(const Tree& lowered, const PatternText& filled, std::uint32_t begin) {
    for (const Node& node : lowered.nodes) {
      if (node.kind != Kind::error && (node.flags & k_missing) == 0) continue;
      const std::uint32_t inside = std::max(node.begin, begin) - begin;
      m_error_at = std::max(m_error_at, filled.origin(inside, inside).begin);
      return;
    }
  }

  std::size_t error_line() const {
    const auto before = m_text.substr(0, m_error_at);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  }

  // The surroundings, the pattern as "…".
  std::string contexts_tried() const {
    std::set<std::string> seen;
    std::string all;
    for (const PatternContext& context : m_dialect.contexts) {
      if (context.partial) continue;
      const std::string whole = std::string(context.before) + "…" + std::string(context.tail) + std::string(context.after);
      std::string line;
      for (const char c : whole) {
        const bool white = c == '\n' || c == ' ';
        if (!white) line += c;
        if (white && !line.empty() && line.back() != ' ') line += ' ';
      }
      while (!line.empty() && line.back() == ' ') line.pop_back();
      if (!seen.insert(line).second) continue;
      all += (all.empty() ? "`" : ", `") + line + "`";
    }
    return all;
  }

  std::string error_excerpt() const {
    const std::string_view rest = m_text.substr(std::min<std::size_t>(m_error_at, m_text.size()));
    return std::string(rest.substr(0, std::min<std::size_t>(rest.find('\n'), 40)));
  }

  const Grammar& m_grammar;
  const PatternDialect& m_dialect;
  std::string_view m_text;
  std::vector<Token> m_tokens;
  std::vector<std::unique_ptr<PatternTree>> m_readings;
  RawTree m_raw;
  std::set<std::string> m_tried;
  std::set<std::uint64_t> m_hashes;
  std::uint32_t m_error_at = 0;
  bool m_filling_read = false;  // the text tried now has a reading
  bool m_entries_only = false;  // other readings are far-fetched now
  bool m_thorough = false;      // nothing is left out because it looks needless
};

}  // namespace

Result<std::vector<std::unique_ptr<PatternTree>>> read_pattern(const Grammar& grammar, const PatternDialect& dialect,
                                                               std::string_view text) {
  if (text.size() > k_pattern_bytes_max) {
    return fail(ErrorKind::usage, "reading a pattern", std::string(text.substr(0, 40)),
                fmt::format("it is longer than {} bytes", k_pattern_bytes_max));
  }
  return PatternReader(grammar, dialect, text).run();
}

}  // namespace codelake::syntax
