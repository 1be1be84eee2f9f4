// SPDX-License-Identifier: Apache-2.0
#include "compliance/pass_condition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace codelake::compliance {

namespace {

using Kind = PassCondition::Kind;

constexpr std::array<std::string_view, 5> k_nouns = {"secrets", "findings", "issues", "vulnerabilities", "cves"};
constexpr std::array<std::string_view, 3> k_process_words = {"gate_passed", "gate_enforced", "no_sla_breach"};

std::vector<std::string_view> parts_of(std::string_view word) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = word.find('_');
    parts.push_back(word.substr(0, end));
    if (end == std::string_view::npos) return parts;
    word.remove_prefix(end + 1);
  }
}

// A whole number of at most five digits; -1 for anything else.
int number_of(std::string_view text) {
  int value = -1;
  const char* end = text.data() + text.size();
  const bool digits = !text.empty() && text.size() <= 5 && text.find_first_not_of("0123456789") == text.npos;
  if (!digits || std::from_chars(text.data(), end, value).ptr != end) return -1;
  return value;
}

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<PassCondition> severity_condition(std::string_view severity, std::string_view noun, int allowed) {
  const auto level = severity_from(severity);
  const bool lower_case = severity.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == severity.npos;
  if (!level || !lower_case || !holds(k_nouns, noun) || allowed < 0) return std::nullopt;
  return PassCondition{Kind::severity, *level, allowed, {}};
}

std::optional<PassCondition> parsed(std::string_view word) {
  if (word == "no_findings") return PassCondition{};
  if (word == "inventory_complete") return PassCondition{Kind::inventory_complete, Severity::info, 0, {}};
  if (holds(k_process_words, word)) return PassCondition{Kind::process, Severity::info, 0, {}};
  const auto parts = parts_of(word);
  if (parts.size() == 3 && parts[0] == "no") return severity_condition(parts[1], parts[2], 0);
  if (parts.size() != 4) return std::nullopt;
  if (parts[0] == "max") return severity_condition(parts[2], parts[3], number_of(parts[1]));
  if (word.starts_with("scanned_within_") && parts[3] == "days" && number_of(parts[2]) > 0) {
    return PassCondition{Kind::scanned_within, Severity::info, number_of(parts[2]), {}};
  }
  const int percent = number_of(parts[3]);
  if (word.starts_with("reviewed_ratio_ge_") && percent >= 0 && percent <= 100) {
    return PassCondition{Kind::process, Severity::info, percent, {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<PassCondition> pass_condition_from(std::string_view word) {
  auto condition = parsed(word);
  if (condition) condition->text = word;
  return condition;
}

}  // namespace codelake::compliance
