// SPDX-License-Identifier: Apache-2.0
// In YAML a column belongs to one mapping or list, and "..." stands in its column:
//
//     steps:           the first in the column of "- run", a list's: an item
//       ...            the second in the column of "run", behind the dash: an entry
//       - run: $X
//         ...
#include "scanners/syntax/languages/yaml/hooks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace codelake::syntax::yaml {

namespace {

constexpr std::string_view k_item = "- {}";
constexpr std::string_view k_entry = "{}: {}";

enum class Content { item, entry, ellipsis, scalar };

// What starts at a column of a line: `- a: b` holds an item and behind it an entry.
struct Start {
  std::size_t column = 0;
  Content content = Content::scalar;
};

bool is_entry(std::string_view text) {
  text = text.substr(0, text.find(" #"));
  while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
  return text.ends_with(':') || text.find(": ") != std::string_view::npos;
}

bool is_ellipsis(std::string_view text) {
  return text.starts_with("...") && text.find_first_not_of(" \t\r", 3) == std::string_view::npos;
}

std::vector<Start> starts_of(std::string_view line) {
  std::vector<Start> starts;
  std::size_t at = 0;
  while (true) {
    at = std::min(line.find_first_not_of(' ', at), line.size());
    const std::string_view rest = line.substr(at);
    if (rest.empty() || rest == "\r" || rest.starts_with('#')) return starts;
    if (!rest.starts_with("- ") && rest != "-") {
      starts.push_back({at, is_ellipsis(rest) ? Content::ellipsis : is_entry(rest) ? Content::entry : Content::scalar});
      return starts;
    }
    starts.push_back({at, Content::item});
    ++at;
  }
}

std::vector<std::vector<Start>> lines_of(std::string_view text) {
  std::vector<std::vector<Start>> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(starts_of(text.substr(0, end)));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::string_view> form_of(Content content) {
  if (content == Content::item) return k_item;
  if (content == Content::entry) return k_entry;
  return std::nullopt;
}

// The form the column has on lines from `line` on; `step` is 1 or -1 (wraps around below 0).
std::optional<std::string_view> form_at(const std::vector<std::vector<Start>>& lines, std::size_t line, std::size_t step,
                                        std::size_t column) {
  for (; line < lines.size(); line += step) {
    const std::vector<Start>& starts = lines[line];
    if (starts.empty() || starts.front().column > column) continue;
    // Below, the first smaller column ends it; above, the column may have begun behind dashes.
    if (step == 1 && starts.front().column < column) return std::nullopt;
    for (const Start& start : starts) {
      if (start.column == column && start.content != Content::ellipsis) return form_of(start.content);
    }
    if (starts.front().column < column) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string_view line_form(std::string_view pattern, std::size_t ellipsis) {
  const std::size_t begin = pattern.substr(0, ellipsis).rfind('\n') + 1;
  const std::size_t column = ellipsis - begin;
  const std::vector<std::vector<Start>> lines = lines_of(pattern);
  const auto number = static_cast<std::size_t>(std::count(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(ellipsis), '\n'));
  const std::vector<Start>& own = lines[number];
  if (own.empty() || own.back().column != column || own.back().content != Content::ellipsis) return {};
  if (const auto below = form_at(lines, number + 1, 1, column)) return *below;
  if (own.size() == 1) {
    if (const auto above = form_at(lines, number - 1, static_cast<std::size_t>(-1), column)) return *above;
  }
  return "{}";
}

}  // namespace codelake::syntax::yaml
