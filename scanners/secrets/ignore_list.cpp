// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/ignore_list.h"

#include <algorithm>
#include <charconv>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_entries_max = 100'000;

// Cuts the last part of "a:b:c" off and gives it; paths may hold ':' themselves.
std::string_view cut_last(std::string_view& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view last = text.substr(colon + 1);
  text = text.substr(0, colon);
  return last;
}

bool is_commit(std::string_view text) {
  return (text.size() == 40 || text.size() == 64) &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  return text;
}

}  // namespace

IgnoreList IgnoreList::parse(std::string_view text) {
  IgnoreList list;
  std::uint32_t at = 0;
  while (!text.empty() && list.m_entries.size() < k_entries_max) {
    ++at;
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    Entry entry;
    entry.at = at;
    const std::string_view number = cut_last(line);
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), entry.line);
    if (parsed.ec != std::errc() || cut_last(line).empty()) {
      list.m_strange.push_back(at);
      continue;
    }
    const auto colon = line.find(':');
    if (colon != std::string_view::npos && is_commit(line.substr(0, colon))) {
      entry.commit = line.substr(0, colon);
      line.remove_prefix(colon + 1);
    }
    entry.path = line.starts_with("./") ? line.substr(2) : line;
    list.m_entries.push_back(std::move(entry));
  }
  return list;
}

bool IgnoreList::lists(const SecretPlace& place) {
  bool listed = false;
  for (Entry& entry : m_entries) {
    if (entry.line != place.range.start.line || entry.path != place.path || entry.commit != place.commit)
      continue;
    entry.used = true;
    listed = true;
  }
  return listed;
}

void IgnoreList::note_idle(const Seen& seen, ScanContext& context) const {
  const auto note = [&](std::uint32_t line, const std::string& what) {
    context.note(NoticeKind::suppression, "line " + std::to_string(line) + ": " + what, std::string(k_ignore_list_name));
  };
  for (const std::uint32_t line : m_strange) note(line, "not understood: write path:rule:line or commit:path:rule:line");
  for (const Entry& entry : m_entries) {
    const bool looked = entry.commit.empty() ? seen.work_tree : seen.history;
    if (looked && !entry.used) note(entry.at, "this entry fits no secret");
  }
}

void IgnoreList::apply(std::vector<Finding>& findings, const Seen& seen, ScanContext& context) {
  for (Finding& finding : findings) {
    if (!finding.secret) continue;
    std::vector<SecretPlace>& places = finding.secret->places;
    std::vector<SecretPlace> open;
    for (const SecretPlace& place : places) {
      if (!lists(place)) open.push_back(place);
    }
    if (open.empty()) {
      finding.suppression =
          Suppression{Suppression::Kind::configuration, "listed in " + std::string(k_ignore_list_name)};
    } else if (open.size() < places.size()) {
      // The lines that were shown may be those of a listed place.
      if (open.front().path != finding.path || open.front().range != finding.range) finding.snippet.clear();
      places = std::move(open);
      finding.path = places.front().path;
      finding.range = places.front().range;
    }
  }
  note_idle(seen, context);
}

}  // namespace codelake::secrets
