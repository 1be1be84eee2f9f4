// SPDX-License-Identifier: Apache-2.0
// gitignore(5): blank lines and lines that start with '#' are nothing; '!' takes back; a trailing '/' means folders only;
// unescaped trailing spaces do not count; a '/' elsewhere ties a pattern to the file's own folder. The last fitting line
// of the innermost file decides. Example: ".gitignore" says "*.log" and "sub/.gitignore" says "!keep.log"; then
// "sub/keep.log" is decided by the inner file (taken back) and "sub/drop.log" by the outer one (ignored).
//
// Why not libgit2: it drops a '!' line without wildcards unless a line of the same file precedes it that it takes back,
// so the example's keep.log stays ignored there (docs/decisions/0004).
#include "scanners/discover/ignore.h"

namespace codelake::discover {

namespace {

// Without the line break and the spaces that do not count.
std::string_view significant(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

IgnoreFile::IgnoreFile(std::string_view text, std::string folder) : m_folder(std::move(folder)) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = significant(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    if (line.empty() || line[0] == '#') continue;
    const bool negated = line[0] == '!';
    if (negated) line.remove_prefix(1);
    if (line.empty() || line == "/") continue;
    m_rules.push_back({Glob(std::string(line)), negated});
  }
}

std::optional<bool> IgnoreFile::decides(std::string_view path, bool is_folder) const {
  const std::string_view below = path.substr(m_folder.size());
  for (auto rule = m_rules.rbegin(); rule != m_rules.rend(); ++rule) {
    if (rule->glob.matches_entry(below, is_folder)) return !rule->negated;
  }
  return std::nullopt;
}

bool is_ignored(const std::vector<const IgnoreFile*>& files, std::string_view path, bool is_folder) {
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (const auto decision = (*file)->decides(path, is_folder)) return *decision;
  }
  return false;
}

}  // namespace codelake::discover
