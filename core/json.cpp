// SPDX-License-Identifier: Apache-2.0
#include "core/json.h"

#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>

namespace codelake {

namespace {

using Value = simdjson::ondemand::value;

constexpr int k_depth_max = 256;
constexpr std::size_t k_values_max = 2'000'000;
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

// Walks simdjson's on-demand document from front to back, so that lines are counted in one pass.
class JsonReader {
 public:
  JsonReader(std::string_view text, const std::string& name) : m_text(text), m_name(name) {}

  // Fills a new node, where it stands: to move it there from level to level costs more than to read it.
  Result<void> read(Value value, int depth, yaml::Node& node) {
    if (depth > k_depth_max)
      return failed("nested more than " + std::to_string(k_depth_max) + " levels deep");
    if (++m_values > k_values_max) return failed("more than " + std::to_string(k_values_max) + " values");
    simdjson::ondemand::json_type type{};
    if (const auto error = value.type().get(type)) return failed(error);
    const std::string_view token = value.raw_json_token();
    place(node, token.data());
    switch (type) {
      case simdjson::ondemand::json_type::object:
        return object(value, node, depth);
      case simdjson::ondemand::json_type::array:
        return array(value, node, depth);
      case simdjson::ondemand::json_type::string:
        return string(value, node);
      default:
        return literal(value, node, token);
    }
  }

  Failure failed(std::string cause) const {
    return fail(ErrorKind::usage, "reading JSON", m_name + ":" + std::to_string(m_line), std::move(cause));
  }
  Failure failed(simdjson::error_code error) const { return failed(simdjson::error_message(error)); }

 private:
  // Places are asked for from front to back, so that lines and columns are counted once over the whole text.
  void place(yaml::Node& node, const char* at) {
    const auto offset = std::min(static_cast<std::size_t>(at - m_text.data()), m_text.size());
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

  Result<void> object(Value value, yaml::Node& node, int depth) {
    node.kind = yaml::Node::Kind::mapping;
    simdjson::ondemand::object object;
    if (const auto error = value.get_object().get(object)) return failed(error);
    node.entries.reserve(k_members_usual);  // to move a node costs more than its place
    for (auto result : object) {
      simdjson::ondemand::field field;
      if (const auto error = std::move(result).get(field)) return failed(error);
      auto& [key, entry] = node.entries.emplace_back();
      place(key, field.key().raw() - 1);  // the quote before it
      std::string_view text;
      if (const auto error = field.unescaped_key().get(text)) return failed(error);
      key.kind = yaml::Node::Kind::scalar;
      key.quoted = true;
      key.text = text;
      TRY(read(field.value(), depth + 1, entry));
    }
    return {};
  }

  Result<void> array(Value value, yaml::Node& node, int depth) {
    node.kind = yaml::Node::Kind::sequence;
    simdjson::ondemand::array array;
    if (const auto error = value.get_array().get(array)) return failed(error);
    for (auto result : array) {
      Value item;
      if (const auto error = std::move(result).get(item)) return failed(error);
      TRY(read(item, depth + 1, node.items.emplace_back()));
    }
    return {};
  }

  Result<void> string(Value value, yaml::Node& node) const {
    std::string_view text;
    if (const auto error = value.get_string().get(text)) return failed(error);
    node.kind = yaml::Node::Kind::scalar;
    node.quoted = true;
    node.text = text;
    return {};
  }

  Result<void> literal(Value value, yaml::Node& node, std::string_view token) const {
    node.text = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    if (node.text == "null") {
      node.text.clear();
      if (!value.is_null()) return failed("not a JSON value");
      return {};
    }
    node.kind = yaml::Node::Kind::scalar;
    const bool word = node.text == "true" || node.text == "false";
    const auto error = word ? value.get_bool().error() : value.get_double().error();
    if (error) return failed(error);
    return {};
  }

  std::string_view m_text;
  const std::string& m_name;
  std::size_t m_values = 0;
  std::size_t m_offset = 0;  // up to here lines are counted
  std::uint32_t m_line = 1;
  std::uint32_t m_column = 1;
};

}  // namespace

Result<yaml::Node> parse_json(std::string_view text, const std::string& name) {
  JsonReader reader(text, name);
  if (text.size() > std::numeric_limits<std::uint32_t>::max())
    return reader.failed("more than 4 GiB of text");
  const simdjson::padded_string padded(text);
  JsonReader padded_reader(std::string_view(padded.data(), padded.size()), name);
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  if (const auto error = parser.iterate(padded).get(document)) return reader.failed(error);
  Value root;
  if (const auto error = document.get_value().get(root)) return reader.failed(error);
  yaml::Node node;
  TRY(padded_reader.read(root, 0, node));
  const bool at_end = document.current_location().error() == simdjson::OUT_OF_BOUNDS;
  if (!at_end) return padded_reader.failed("text after the end of the value");
  return node;
}

Result<yaml::Node> parse_jsonc(std::string_view text, const std::string& name) {
  return parse_json(plain_json(text), name);
}

}  // namespace codelake
