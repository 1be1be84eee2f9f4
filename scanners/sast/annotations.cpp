// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/annotations.h"

#include "core/line_index.h"

#include <array>
#include <optional>

namespace codelake::sast {

namespace {

constexpr std::uint32_t k_example_lines_max = 8;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// What stands in a comment that fills its line; nullopt for other lines.
std::optional<std::string_view> comment_of(std::string_view line) {
  line = trimmed(line);
  constexpr std::array<std::string_view, 8> openings = {"{/*", "<!--", "(*", "/*", "//", "#", ";;", "'"};
  for (const std::string_view opening : openings) {
    if (!line.starts_with(opening)) continue;
    line.remove_prefix(opening.size());
    constexpr std::array<std::string_view, 4> closings = {"*/}", "-->", "*/", "*)"};
    for (const std::string_view closing : closings) {
      if (line.ends_with(closing)) line.remove_suffix(closing.size());
    }
    return trimmed(line);
  }
  return std::nullopt;
}

struct Comment {
  Annotation::Kind kind = Annotation::Kind::ruleid;
  std::string_view ids;
};

std::optional<Comment> annotation_comment(std::string_view line) {
  const auto comment = comment_of(line);
  if (!comment) return std::nullopt;
  constexpr std::array<std::pair<std::string_view, Annotation::Kind>, 4> words = {
      {{"ruleid:", Annotation::Kind::ruleid},
       {"ok:", Annotation::Kind::ok},
       {"todoruleid:", Annotation::Kind::todoruleid},
       {"todook:", Annotation::Kind::todook}}};
  for (const auto& [word, kind] : words) {
    if (comment->starts_with(word)) return Comment{kind, comment->substr(word.size())};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Annotation> annotations_of(std::string_view text) {
  std::vector<Annotation> all;
  std::vector<Annotation> waiting;
  const LineIndex lines(text);
  for (std::uint32_t number = 1; number <= lines.line_count(); ++number) {
    const auto comment = annotation_comment(lines.line(number));
    if (!comment) {
      for (Annotation& annotation : waiting) {
        annotation.line = number;
        all.push_back(std::move(annotation));
      }
      waiting.clear();
      continue;
    }
    for (std::string_view rest = comment->ids; !rest.empty();) {
      const auto comma = rest.find(',');
      std::string_view id = trimmed(rest.substr(0, comma));
      id = id.substr(0, id.find(' '));
      if (!id.empty()) waiting.push_back({comment->kind, std::string(id), 0});
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
  }
  return all;
}

std::string example_code(std::string_view text, Annotation::Kind kind, std::string_view rule_id) {
  const LineIndex lines(text);
  for (const Annotation& annotation : annotations_of(text)) {
    if (annotation.kind != kind || annotation.rule_id != rule_id) continue;
    std::string code;
    for (std::uint32_t number = annotation.line; number < annotation.line + k_example_lines_max; ++number) {
      const std::string_view line = lines.line(number);
      if (trimmed(line).empty() || annotation_comment(line)) break;
      code += std::string(line) + "\n";
    }
    return code;
  }
  return {};
}

}  // namespace codelake::sast
