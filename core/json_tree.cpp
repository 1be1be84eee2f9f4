// SPDX-License-Identifier: Apache-2.0
// The values stand in the order of the text, each with the place after its last part:
//
//   {"a": [1, 2], "b": "x"}
//   0 {}→7   1 "a"→2   2 []→5   3 1→4   4 2→5   5 "b"→6   6 "x"→7
//
// so that a loop over a mapping or sequence steps from part to part without looking into them. simdjson looks at all bytes
// once: it tells where brackets, commas, colons, strings and other scalars begin, and that strings are closed and valid
// UTF-8. The walk from one such mark to the next looks at nothing between them but the white space before a mark:
//
//   {"a": [1, 2]}    marks at  { " : [ 1 , 2 ] }    the string at the second goes up to the quote before the third
//
// A string without a backslash is a piece of the text; only the others are copied.
#include "core/json_tree.h"

#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <span>

namespace codelake {

namespace {

constexpr int k_depth_max = 256;
constexpr std::size_t k_values_max = 2'000'000;

using Marks = simdjson::internal::dom_parser_implementation;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Takes the digits that `text` begins with; false when there are none.
bool take_digits(std::string_view& text) {
  const std::size_t before = text.size();
  while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  return text.size() < before;
}

bool take_any_of(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

// RFC 8259, section 6.
bool is_number(std::string_view text) {
  take_any_of(text, "-");
  if (!take_any_of(text, "0") && !take_digits(text)) return false;
  if (take_any_of(text, ".") && !take_digits(text)) return false;
  if (!take_any_of(text, "eE")) return text.empty();
  take_any_of(text, "+-");
  return take_digits(text) && text.empty();
}

}  // namespace

// Walks the marks from front to back. What reads gives false when it cannot go on; failure() then says why.
class JsonTreeReader {
 public:
  JsonTreeReader(JsonTree& tree, const std::string& name) : m_tree(tree), m_text(tree.m_text), m_name(name) {}

  bool read(Marks& marks) {
    if (m_text.empty()) return failed(simdjson::EMPTY);
    if (const auto error = marks.stage1(reinterpret_cast<const std::uint8_t*>(m_text.data()), m_text.size(),
                                        simdjson::stage1_mode::regular))
      return failed(error);
    m_decoder = &marks;
    m_marks = {marks.structural_indexes.get(), marks.n_structural_indexes};
    m_tree.m_records.reserve(std::min((m_marks.size() + 1) / 2, 2 * k_values_max));  // each but the root ends at one
    if (const char root = here(); root != '{' && root != '[') return failed("neither an object nor an array");
    return value(0) && (m_next == m_marks.size() || failed("text after the end of the value"));
  }

  Failure failure() const {
    const auto before = m_text.substr(0, m_last);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return fail(ErrorKind::usage, "reading JSON", m_name + ":" + std::to_string(line), m_cause);
  }

  bool failed(std::string_view cause) {
    m_cause = cause;
    return false;
  }
  bool failed(simdjson::error_code error) { return failed(simdjson::error_message(error)); }

 private:
  using Record = JsonTree::Record;
  using Kind = JsonTree::Kind;

  Record& record(std::size_t at) { return m_tree.m_records[at]; }
  bool close(std::size_t at) {
    record(at).next = static_cast<std::uint32_t>(m_tree.m_records.size());
    return true;
  }

  // The character at the next mark; zero behind the last one.
  char here() const { return m_next < m_marks.size() ? m_text[m_marks[m_next]] : '\0'; }

  // Passes the next mark when it is at that character.
  bool pass(char character) {
    if (here() != character) return false;
    ++m_next;
    return true;
  }

  // Adds a record for what begins at the next mark, of which there must be one, and passes that.
  std::size_t add(Kind kind) {
    m_last = m_marks[m_next++];
    Record& added = m_tree.m_records.emplace_back();
    added.offset = static_cast<std::uint32_t>(m_last);
    added.kind = kind;
    return m_tree.m_records.size() - 1;
  }

  // From the mark that was passed last to the next one, without the white space between.
  std::string_view token() const {
    std::size_t end = m_next < m_marks.size() ? m_marks[m_next] : m_text.size();
    while (end > m_last && is_space(m_text[end - 1])) --end;
    return m_text.substr(m_last, end - m_last);
  }

  bool value(int depth) {
    if (depth > k_depth_max) return failed("nested more than " + std::to_string(k_depth_max) + " levels deep");
    if (++m_values > k_values_max) return failed("more than " + std::to_string(k_values_max) + " values");
    switch (here()) {
      case '{': return object(depth);
      case '[': return array(depth);
      case '"': return string();
      case '\0': return failed(simdjson::INCOMPLETE_ARRAY_OR_OBJECT);
      default: return literal();
    }
  }

  bool object(int depth) {
    const std::size_t at = add(Kind::mapping);
    for (bool first = true; !pass('}'); first = false) {
      const bool key = (first || pass(',')) && here() == '"';
      if (!key) return failed(simdjson::TAPE_ERROR);
      if (!string()) return false;
      if (!pass(':')) return failed(simdjson::TAPE_ERROR);
      if (!value(depth + 1)) return false;
    }
    return close(at);
  }

  bool array(int depth) {
    const std::size_t at = add(Kind::sequence);
    for (bool first = true; !pass(']'); first = false) {
      if (!first && !pass(',')) return failed(simdjson::TAPE_ERROR);
      if (!value(depth + 1)) return false;
    }
    return close(at);
  }

  bool string() {
    const std::size_t at = add(Kind::scalar);
    const std::string_view text = token();
    if (text.size() < 2 || text.back() != '"') return failed(simdjson::STRING_ERROR);
    const std::string_view content = text.substr(1, text.size() - 2);
    record(at).quoted = true;
    record(at).size = static_cast<std::uint32_t>(content.size());
    if (content.find('\\') != std::string_view::npos && !unescape(content, record(at))) return false;
    return close(at);
  }

  bool unescape(std::string_view content, Record& record) {
    constexpr std::size_t room = simdjson::SIMDJSON_PADDING + 1;
    std::string escaped(content);
    escaped += '"';
    escaped.append(room, ' ');
    std::string plain(content.size() + room, '\0');
    auto* const begin = reinterpret_cast<std::uint8_t*>(plain.data());
    const std::uint8_t* const end =
        m_decoder->parse_string(reinterpret_cast<const std::uint8_t*>(escaped.data()), begin);
    if (end == nullptr) return failed(simdjson::STRING_ERROR);
    plain.resize(static_cast<std::size_t>(end - begin));
    record.unescaped = true;
    record.size = static_cast<std::uint32_t>(m_tree.m_unescaped.size());
    m_tree.m_unescaped.push_back(std::move(plain));
    return true;
  }

  bool literal() {
    const std::size_t at = add(Kind::null);
    const std::string_view text = token();
    if (text != "null") {
      if (text != "true" && text != "false" && !is_number(text)) return failed("not a JSON value");
      record(at).kind = Kind::scalar;
      record(at).size = static_cast<std::uint32_t>(text.size());
    }
    return close(at);
  }

  JsonTree& m_tree;
  std::string_view m_text;
  const std::string& m_name;
  const Marks* m_decoder = nullptr;
  std::span<const std::uint32_t> m_marks;
  std::size_t m_next = 0;  // the mark to look at next
  std::size_t m_values = 0;
  std::size_t m_last = 0;  // where the last value or key that was read begins
  std::string m_cause;     // of a failure
};

Result<JsonTree> JsonTree::parse(std::string_view text, const std::string& name) {
  JsonTree tree;
  tree.m_text = text;
  JsonTreeReader reader(tree, name);
  const auto read = [&] {
    if (text.size() > std::numeric_limits<std::uint32_t>::max() - simdjson::SIMDJSON_PADDING)
      return reader.failed("more than 4 GiB of text");
    std::unique_ptr<Marks> marks;
    const auto error = simdjson::get_active_implementation()->create_dom_parser_implementation(
        text.size() + simdjson::SIMDJSON_PADDING, k_depth_max, marks);
    return error ? reader.failed(error) : reader.read(*marks);
  };
  if (!read()) return reader.failure();
  return tree;
}

}  // namespace codelake
