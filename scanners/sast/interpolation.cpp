// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/interpolation.h"

#include <algorithm>
#include <limits>

namespace codelake::sast {

namespace {

constexpr std::size_t k_message_value_bytes_max = 200;

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// The length of the metavariable at the start of a text that begins with '$': "$X", "$...ARGS", "$1"; 1 when it is none.
std::size_t name_length(std::string_view text) {
  std::size_t length = text.substr(1).starts_with("...") ? 4 : 1;
  const std::size_t before = length;
  while (length < text.size() && is_name_character(text[length])) ++length;
  return length == before ? 1 : length;
}

class Interpolation {
 public:
  Interpolation(const Rule& rule, const Match& match, std::string_view source)
      : m_rule(rule), m_match(match), m_source(source) {}

  std::string run(std::string_view text, std::size_t value_bytes_max) const {
    std::string result;
    while (!text.empty()) {
      const auto dollar = text.find('$');
      result += text.substr(0, dollar);
      if (dollar == std::string_view::npos) break;
      text.remove_prefix(dollar);
      const std::string_view name = text.substr(0, name_length(text));
      const std::size_t slot = m_rule.slot_of(name);
      const bool bound = slot < m_match.values.size() && m_match.values[slot].hash != 0;
      result += bound ? code(m_match.values[slot], value_bytes_max) : name;
      text.remove_prefix(name.size());
    }
    return result;
  }

 private:
  std::string_view code(const Value& value, std::size_t bytes_max) const {
    return m_source.substr(value.begin, std::min<std::size_t>(value.end - value.begin, bytes_max));
  }

  const Rule& m_rule;
  const Match& m_match;
  std::string_view m_source;
};

}  // namespace

std::string interpolated(std::string_view text, const Rule& rule, const Match& match, std::string_view source) {
  return Interpolation(rule, match, source).run(text, k_message_value_bytes_max);
}

std::string interpolated_in_full(std::string_view text, const Rule& rule, const Match& match, std::string_view source) {
  return Interpolation(rule, match, source).run(text, std::numeric_limits<std::size_t>::max());
}

}  // namespace codelake::sast
