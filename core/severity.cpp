// SPDX-License-Identifier: Apache-2.0
#include "core/severity.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace codelake {

namespace {

constexpr std::array<std::string_view, 5> k_severities = {"info", "low", "medium", "high", "critical"};

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
  });
}

}  // namespace

std::string_view to_text(Severity severity) { return k_severities.at(static_cast<std::size_t>(severity)); }

std::string_view to_text(Confidence confidence) { return k_severities.at(static_cast<std::size_t>(confidence) + 1); }

std::optional<Severity> severity_from(std::string_view text) {
  for (std::size_t i = 0; i < k_severities.size(); ++i) {
    if (equal_ignoring_case(text, k_severities[i])) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

std::optional<Confidence> confidence_from(std::string_view text) {
  for (std::size_t i = 1; i < 4; ++i) {
    if (equal_ignoring_case(text, k_severities[i])) return static_cast<Confidence>(i - 1);
  }
  return std::nullopt;
}

}  // namespace codelake
