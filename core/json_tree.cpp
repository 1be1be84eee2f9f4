// SPDX-License-Identifier: Apache-2.0
// The values stand in the order of the text, each with the place after its last part:
//
//   {"a": [1, 2], "b": "x"}
//   0 {}→7   1 "a"→2   2 []→5   3 1→4   4 2→5   5 "b"→6   6 "x"→7
//
// so that a loop over a mapping or sequence steps from part to part without looking into them. A string without a
// backslash is a piece of the text between two places that simdjson found; only the others are copied.
#include "core/json_tree.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace codelake {

namespace {

constexpr int k_depth_max = 256;
constexpr std::size_t k_values_max = 2'000'000;
constexpr std::size_t k_bytes_of_a_value = 20;  // of a usual text, to begin with

}  // namespace

// Walks simdjson's on-demand document from front to back.
class JsonTreeReader {
 public:
  using Value = simdjson::ondemand::value;

  JsonTreeReader(JsonTree& tree, std::string_view text, const std::string& name)
      : m_tree(tree), m_text(text), m_name(name) {}

  Result<void> read(Value value, int depth) {
    if (depth > k_depth_max) return failed("nested more than " + std::to_string(k_depth_max) + " levels deep");
    if (++m_values > k_values_max) return failed("more than " + std::to_string(k_values_max) + " values");
    simdjson::ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return failed(error);
    const std::string_view token = value.raw_json_token();
    const std::size_t at = add(token.data());
    switch (type) {
      case simdjson::ondemand::json_type::object: TRY(object(value, at, depth)); break;
      case simdjson::ondemand::json_type::array: TRY(array(value, at, depth)); break;
      case simdjson::ondemand::json_type::string: TRY(string(value, at, without_space(token))); break;
      default: TRY(literal(value, at, without_space(token))); break;
    }
    close(at);
    return {};
  }

  Failure failed(std::string cause) const {
    const auto before = m_text.substr(0, m_last);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    return fail(ErrorKind::usage, "reading JSON", m_name + ":" + std::to_string(line), std::move(cause));
  }
  Failure failed(simdjson::error_code error) const { return failed(simdjson::error_message(error)); }

 private:
  using Record = JsonTree::Record;
  using Kind = JsonTree::Kind;

  static std::string_view without_space(std::string_view token) {
    return token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
  }

  Record& record(std::size_t at) { return m_tree.m_records[at]; }

  std::size_t add(const char* data) {
    m_last = std::min(static_cast<std::size_t>(data - m_text.data()), m_text.size());
    Record& added = m_tree.m_records.emplace_back();
    added.offset = static_cast<std::uint32_t>(m_last);
    return m_tree.m_records.size() - 1;
  }
  void close(std::size_t at) { record(at).next = static_cast<std::uint32_t>(m_tree.m_records.size()); }

  // Of so many bytes, which stand in the text: a string's behind its quote.
  void set_plain(std::size_t at, std::size_t size, bool quoted) {
    record(at).kind = Kind::scalar;
    record(at).quoted = quoted;
    record(at).size = static_cast<std::uint32_t>(size);
  }
  void set_unescaped(std::size_t at, std::string_view text) {
    set_plain(at, m_tree.m_unescaped.size(), true);
    record(at).unescaped = true;
    m_tree.m_unescaped.emplace_back(text);
  }

  Result<void> object(Value value, std::size_t at, int depth) {
    record(at).kind = Kind::mapping;
    simdjson::ondemand::object object;
    if (const auto error = value.get_object().get(object)) return failed(error);
    for (auto result : object) {
      simdjson::ondemand::field field;
      if (const auto error = std::move(result).get(field)) return failed(error);
      TRY(key(field));
      TRY(read(field.value(), depth + 1));
    }
    return {};
  }

  Result<void> key(simdjson::ondemand::field& field) {
    const char* const text = field.key().raw();  // behind its quote
    const std::size_t at = add(text - 1);
    const std::string_view rest = m_text.substr(std::min(m_last + 1, m_text.size()));
    const std::string_view plain = rest.substr(0, rest.find('"'));
    if (plain.find('\\') == std::string_view::npos) {
      set_plain(at, plain.size(), true);
    } else {
      std::string_view unescaped;
      if (const auto error = field.unescaped_key().get(unescaped)) return failed(error);
      set_unescaped(at, unescaped);
    }
    close(at);
    return {};
  }

  Result<void> array(Value value, std::size_t at, int depth) {
    record(at).kind = Kind::sequence;
    simdjson::ondemand::array array;
    if (const auto error = value.get_array().get(array)) return failed(error);
    for (auto result : array) {
      Value item;
      if (const auto error = std::move(result).get(item)) return failed(error);
      TRY(read(item, depth + 1));
    }
    return {};
  }

  // `token` reaches to where the next one begins. What simdjson looked at is valid UTF-8 without control characters.
  Result<void> string(Value value, std::size_t at, std::string_view token) {
    const bool whole = token.size() >= 2 && token.front() == '"' && token.back() == '"';
    if (whole && token.find('\\') == std::string_view::npos) {
      if (const auto error = value.get_raw_json_string().error()) return failed(error);
      set_plain(at, token.size() - 2, true);
      return {};
    }
    std::string_view text;
    if (const auto error = value.get_string().get(text)) return failed(error);
    set_unescaped(at, text);
    return {};
  }

  Result<void> literal(Value value, std::size_t at, std::string_view text) {
    if (text == "null") {
      bool null = false;
      const auto error = value.is_null().get(null);
      if (error || !null) return failed("not a JSON value");
      return {};
    }
    set_plain(at, text.size(), false);
    const bool word = text == "true" || text == "false";
    const auto error = word ? value.get_bool().error() : value.get_double().error();
    if (error) return failed(error);
    return {};
  }

  JsonTree& m_tree;
  std::string_view m_text;
  const std::string& m_name;
  std::size_t m_values = 0;
  std::size_t m_last = 0;  // where the last value or key that was read begins
};

Result<JsonTree> JsonTree::parse(std::string_view text, const std::string& name) {
  JsonTree tree;
  if (text.size() > std::numeric_limits<std::uint32_t>::max() - simdjson::SIMDJSON_PADDING)
    return JsonTreeReader(tree, {}, name).failed("more than 4 GiB of text");
  const std::size_t capacity = text.size() + simdjson::SIMDJSON_PADDING;
  tree.m_text = std::make_unique_for_overwrite<char[]>(capacity);
  char* const copy = tree.m_text.get();
  if (!text.empty()) std::memcpy(copy, text.data(), text.size());
  std::memset(copy + text.size(), 0, simdjson::SIMDJSON_PADDING);
  tree.m_records.reserve(text.size() / k_bytes_of_a_value + 1);
  JsonTreeReader reader(tree, std::string_view(copy, text.size()), name);
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  if (const auto error = parser.iterate(simdjson::padded_string_view(copy, text.size(), capacity)).get(document))
    return reader.failed(error);
  simdjson::ondemand::value root;
  if (const auto error = document.get_value().get(root)) return reader.failed(error);
  TRY(reader.read(root, 0));
  const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  if (!at_end) return reader.failed("text after the end of the value");
  return tree;
}

}  // namespace codelake
