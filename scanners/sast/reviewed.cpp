// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/reviewed.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace codelake::sast {

namespace {

constexpr std::uint32_t k_lines_max = 12;  // of code whose comments are all about it
constexpr std::size_t k_line_max = 1000;

// A tool's word, and what must stand behind it for the word to speak of security.
struct Marker {
  std::string_view word;
  std::string_view about;
};

constexpr auto k_markers = std::to_array<Marker>({{"nolint", "gosec"},
                                                  {"nosec", ""},
                                                  {"NOSONAR", ""},
                                                  {"nosemgrep", ""},
                                                  {"skipcq", ""},
                                                  {"lgtm[", ""},
                                                  {"codeql[", ""},
                                                  {"DevSkim:", "ignore"},
                                                  {"eslint-disable", "security"},
                                                  {"rubocop:disable", "Security/"},
                                                  {"phpcs:ignore", "Security"}});

// `# noqa: S501`: the letter of the rules on security before a number.
bool names_security_rule(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool starts = i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0;
    if (starts && text[i] == 'S' && std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0) return true;
  }
  return false;
}

bool holds_marker(std::string_view line) {
  line = line.substr(0, k_line_max);
  const auto comment = std::min({line.find("//"), line.find('#'), line.find("/*"), line.find("--")});
  if (comment == std::string_view::npos) return false;
  line.remove_prefix(comment);
  const auto noqa = line.find("noqa:");
  if (noqa != std::string_view::npos && names_security_rule(line.substr(noqa + 5))) return true;
  return std::any_of(k_markers.begin(), k_markers.end(), [&](const Marker& marker) {
    const auto at = line.find(marker.word);
    return at != std::string_view::npos && line.find(marker.about, at + marker.word.size()) != std::string_view::npos;
  });
}

// A comment that has a line of its own speaks of the next one.
bool is_comment(std::string_view line) {
  const auto start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return false;
  line.remove_prefix(start);
  return line.starts_with("//") || line.starts_with('#') || line.starts_with("/*");
}

}  // namespace

bool is_marked_reviewed(const LineIndex& lines, const Range& range) {
  const std::uint32_t first = range.start.line;
  const std::uint32_t last = range.end.line - first < k_lines_max ? range.end.line : first;
  for (std::uint32_t number = first; number <= last; ++number) {
    if (holds_marker(lines.line(number))) return true;
  }
  return first > 1 && is_comment(lines.line(first - 1)) && holds_marker(lines.line(first - 1));
}

}  // namespace codelake::sast
