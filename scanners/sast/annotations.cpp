// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/annotations.h"

#include "core/line_index.h"

#include <algorithm>
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

// `ruleid: deepok: some-rule` is for engines that look less far; those that look farther are held to the word behind. We
// look farther than some, so either is right.
Comment without_words(Comment comment) {
  for (comment.ids = trimmed(comment.ids);; comment.ids = trimmed(comment.ids)) {
    const std::size_t end = std::min(comment.ids.find_first_of(" ,"), comment.ids.size());
    if (end == 0 || comment.ids[end - 1] != ':') return comment;
    comment.ids.remove_prefix(end);
    if (comment.kind == Annotation::Kind::ruleid) comment.kind = Annotation::Kind::todoruleid;
    if (comment.kind == Annotation::Kind::ok) comment.kind = Annotation::Kind::todook;
  }
}

std::optional<Comment> annotation_comment(std::string_view line) {
  const auto comment = comment_of(line);
  if (!comment) return std::nullopt;
  constexpr std::array<std::pair<std::string_view, Annotation::Kind>, 8> words = {
      {{"ruleid:", Annotation::Kind::ruleid},
       {"ok:", Annotation::Kind::ok},
       {"todoruleid:", Annotation::Kind::todoruleid},
       {"todook:", Annotation::Kind::todook},
       // What only some engines are held to find, because it takes more than one function or file.
       {"deepruleid:", Annotation::Kind::todoruleid},
       {"deepok:", Annotation::Kind::todook},
       {"proruleid:", Annotation::Kind::todoruleid},
       {"prook:", Annotation::Kind::todook}}};
  for (const auto& [word, kind] : words) {
    if (comment->starts_with(word)) return without_words({kind, comment->substr(word.size())});
  }
  return std::nullopt;
}

// The ids a comment lists, which text may follow.
std::vector<std::string_view> ids_of(const Comment& comment) {
  std::vector<std::string_view> ids;
  for (std::string_view rest = comment.ids; !rest.empty();) {
    const auto comma = rest.find(',');
    std::string_view id = trimmed(rest.substr(0, comma));
    id = id.substr(0, id.find(' '));
    if (!id.empty()) ids.push_back(id);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return ids;
}

// The first line of `text`, without its line break, which is taken off both.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
  return line;
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
    for (const std::string_view id : ids_of(*comment)) waiting.push_back({comment->kind, std::string(id), 0});
  }
  return all;
}

// Looks only where the id stands: this runs for every rule at every start.
std::string example_code(std::string_view text, Annotation::Kind kind, std::string_view rule_id) {
  for (std::size_t at = text.find(rule_id); at != std::string_view::npos; at = text.find(rule_id, at + 1)) {
    std::string_view rest = text.substr(text.find_last_of("\r\n", at) + 1);
    const auto comment = annotation_comment(take_line(rest));
    if (!comment || comment->kind != kind) continue;
    const std::vector<std::string_view> ids = ids_of(*comment);
    if (std::find(ids.begin(), ids.end(), rule_id) == ids.end()) continue;
    std::string code;
    std::string_view line = take_line(rest);
    while (annotation_comment(line)) line = take_line(rest);
    for (std::uint32_t count = 0; count < k_example_lines_max; ++count) {
      if (trimmed(line).empty() || annotation_comment(line)) break;
      code += std::string(line) + "\n";
      line = take_line(rest);
    }
    return code;
  }
  return {};
}

}  // namespace codelake::sast
