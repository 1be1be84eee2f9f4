// SPDX-License-Identifier: Apache-2.0
// A pattern is tried against the path and each of its leading directories: "build" matches "build/x.o" because it
// matches "build". Wildcards are matched by backtracking over the last star only, which is linear for "*" and
// quadratic at worst for "**".
#include "core/glob.h"

#include <algorithm>

namespace codelake {

namespace {

// The end of a character class that starts at `[`, or npos when it is not closed.
std::size_t class_end(std::string_view pattern, std::size_t open) {
  std::size_t i = open + 1;
  if (i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^')) ++i;
  if (i < pattern.size() && pattern[i] == ']') ++i;
  return pattern.find(']', i);
}

bool class_holds(std::string_view body, char c) {
  const bool negated = !body.empty() && (body[0] == '!' || body[0] == '^');
  if (negated) body.remove_prefix(1);
  bool found = false;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (i + 2 < body.size() && body[i + 1] == '-') {
      found = found || (body[i] <= c && c <= body[i + 2]);
      i += 2;
    } else {
      found = found || body[i] == c;
    }
  }
  return found != negated && c != '/';
}

struct Cursor {
  std::string_view pattern;
  std::string_view text;
};

// Consumes one element that is not a star from both sides; false when they differ.
bool step(Cursor& at) {
  const char want = at.pattern[0];
  const char have = at.text[0];
  if (want == '[') {
    const std::size_t end = class_end(at.pattern, 0);
    if (end != std::string_view::npos) {
      if (!class_holds(at.pattern.substr(1, end - 1), have)) return false;
      at.pattern.remove_prefix(end + 1);
      at.text.remove_prefix(1);
      return true;
    }
  }
  const bool escaped = want == '\\' && at.pattern.size() > 1;
  const char literal = escaped ? at.pattern[1] : want;
  const bool any = want == '?' && have != '/';
  if (!any && literal != have) return false;
  at.pattern.remove_prefix(escaped ? 2 : 1);
  at.text.remove_prefix(1);
  return true;
}

bool match(std::string_view pattern, std::string_view text);

bool match_double_star(std::string_view rest, std::string_view text) {
  if (rest.empty()) return true;
  if (rest[0] == '/') rest.remove_prefix(1);
  for (std::size_t i = 0;; ++i) {
    if (match(rest, text.substr(i))) return true;
    i = text.find('/', i);
    if (i == std::string_view::npos) return false;
  }
}

bool match(std::string_view pattern, std::string_view text) {
  Cursor at{pattern, text};
  Cursor retry;
  bool can_retry = false;
  while (!at.text.empty() || !at.pattern.empty()) {
    if (at.pattern.starts_with("**")) return match_double_star(at.pattern.substr(2), at.text);
    if (!at.pattern.empty() && at.pattern[0] == '*') {
      at.pattern.remove_prefix(1);
      retry = at;
      can_retry = true;
      continue;
    }
    if (!at.pattern.empty() && !at.text.empty() && step(at)) continue;
    if (!can_retry || retry.text.empty() || retry.text[0] == '/') return false;
    retry.text.remove_prefix(1);
    at = retry;
  }
  return true;
}

}  // namespace

Glob::Glob(std::string pattern) : m_text(std::move(pattern)), m_pattern(m_text) {
  if (m_pattern.size() > 1 && m_pattern.back() == '/') {
    m_directory_only = true;
    m_pattern.pop_back();
  }
  if (m_pattern.starts_with("./")) m_pattern.erase(0, 2);
  m_anchored = m_pattern.find('/') != std::string::npos;
  if (m_pattern.starts_with('/')) m_pattern.erase(0, 1);
}

bool Glob::matches_entry(std::string_view path, bool is_folder) const {
  if (m_directory_only && !is_folder) return false;
  return match(m_pattern, m_anchored ? path : path.substr(path.rfind('/') + 1));
}

bool Glob::matches(std::string_view path) const {
  for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
    const bool whole = end == std::string_view::npos;
    if (matches_entry(path.substr(0, end), !whole)) return true;
    if (whole) return false;
  }
}

bool any_matches(const std::vector<Glob>& globs, std::string_view path) {
  return std::any_of(globs.begin(), globs.end(), [&](const Glob& glob) { return glob.matches(path); });
}

}  // namespace codelake
