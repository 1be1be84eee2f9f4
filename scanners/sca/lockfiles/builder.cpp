// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/builder.h"

#include "scanners/sca/lockfiles/purl.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <tuple>

namespace codelake::sca {

namespace {

constexpr std::size_t k_range_bytes_max = 200;  // of a line: a minified lockfile has a single one
constexpr std::size_t k_same_name_max = 50;     // packages of one name that edges can lead to

// A name that would mean something to a shell or leave a folder: nobody's real package is called so.
bool odd_name(std::string_view name) {
  constexpr std::string_view shell = "`$;|&<>\\\"'*?{}\n\r\t ";
  return name.find_first_of(shell) != std::string_view::npos || name.find("../") != std::string_view::npos ||
         std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

void sort_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

auto identity(const Package& package) {
  return std::tie(package.name, package.version, package.source, package.requirement, package.ecosystem);
}

void append(std::vector<std::string>& list, std::vector<std::string>& more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  sort_unique(list);
}

// Adds what another place of the same file says of the same package.
void merge(Package& into, Package& other) {
  into.direct = into.direct || other.direct;
  append(into.groups, other.groups);
  append(into.dependencies, other.dependencies);
  append(into.hashes, other.hashes);
  if (into.license.empty()) into.license = std::move(other.license);
}

}  // namespace

Package& LockfileBuilder::add(std::string_view name, std::string_view version, std::uint32_t line) {
  Package& package = m_packages.emplace_back();
  package.ecosystem = m_ecosystem;
  package.name = name;
  package.version = version;
  m_lines.push_back(line);
  return package;
}

void LockfileBuilder::note(NoticeKind kind, std::string message) {
  m_notices.push_back({kind, {}, {}, std::move(message)});
}

void LockfileBuilder::odd_line(std::uint32_t line, std::string_view what) {
  if (m_odd_line) return;
  m_odd_line = true;
  note(NoticeKind::malformed, "line " + std::to_string(line) + ": " + std::string(what));
}

void LockfileBuilder::complete(Package& package, std::uint32_t line) {
  package.path = m_file.path();
  const std::string_view text = m_file.lines().line(line);
  if (text.data() != nullptr) {
    const auto first = std::min(text.find_first_not_of(" \t"), text.size());
    auto end = std::min(text.size(), first + k_range_bytes_max);
    while (end > first && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    const auto start = static_cast<std::size_t>(text.data() - m_file.text().data());
    const Position begin = m_file.lines().position(start + first);
    package.range = {begin, m_file.lines().position_after(begin, start + end)};
  }
  if (package.source == PackageSource::registry) {
    if (odd_name(package.name)) odd_line(line, "an odd name of a package");
    package.purl = purl_of(package.ecosystem, package.name, package.version);
  }
  sort_unique(package.groups);
  sort_unique(package.dependencies);
  sort_unique(package.hashes);
}

Lockfile LockfileBuilder::finish() {
  for (std::size_t i = 0; i < m_packages.size(); ++i) complete(m_packages[i], m_lines[i]);
  std::vector<Package*> sorted;  // moving pointers is much less than moving packages
  sorted.reserve(m_packages.size());
  for (Package& package : m_packages) sorted.push_back(&package);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Package* a, const Package* b) {
    return std::tuple_cat(identity(*a), std::tie(a->range)) <
           std::tuple_cat(identity(*b), std::tie(b->range));
  });
  Lockfile lockfile;
  lockfile.packages.reserve(sorted.size());
  for (Package* package : sorted) {
    const bool again = !lockfile.packages.empty() && identity(lockfile.packages.back()) == identity(*package);
    if (again)
      merge(lockfile.packages.back(), *package);
    else
      lockfile.packages.push_back(std::move(*package));
  }
  lockfile.notices = std::move(m_notices);
  return lockfile;
}

Lockfile LockfileBuilder::unreadable(const Error& error) {
  Lockfile lockfile;
  lockfile.readable = false;
  const auto colon = error.subject.find(':');
  const std::string place =
      colon == std::string::npos ? "" : "line " + error.subject.substr(colon + 1) + ": ";
  lockfile.notices.push_back({NoticeKind::malformed, {}, {}, place + error.cause});
  return lockfile;
}

void supersede(Lockfile& lockfile) {
  lockfile.packages.clear();
  lockfile.notices.clear();
  lockfile.superseded = true;
}

std::string edge_to(std::string_view name, std::string_view version) {
  std::string edge;
  edge.reserve(name.size() + version.size() + 1);
  edge += name;
  if (!version.empty()) (edge += '@') += version;
  return edge;
}

std::string edge_to(const Package& package) {
  return edge_to(package.name, package.version);
}

void PackagesByName::add(Package& package) {
  auto& same_name = m_by_name[canonical_name(m_ecosystem, package.name)];
  if (same_name.size() < k_same_name_max) same_name.push_back(&package);
}

std::vector<Package*> PackagesByName::find(std::string_view name, std::string_view version) const {
  const auto found = m_by_name.find(canonical_name(m_ecosystem, name));
  if (found == m_by_name.end()) return {};
  if (version.empty()) return found->second;
  std::vector<Package*> result;
  std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(result),
               [&](const Package* package) { return package->version == version; });
  return result;
}

void connect(Package& package, const std::vector<Package*>& targets) {
  for (const Package* target : targets) package.dependencies.push_back(edge_to(*target));
}

std::vector<std::string> hashes_of_integrity(std::string_view integrity) {
  std::vector<std::string> hashes;
  while (!integrity.empty()) {
    const auto space = std::min(integrity.find(' '), integrity.size());
    std::string hash(integrity.substr(0, space));
    if (const auto dash = hash.find('-'); dash != std::string::npos) {
      hash[dash] = ':';
      hashes.push_back(std::move(hash));
    }
    integrity.remove_prefix(std::min(space + 1, integrity.size()));
  }
  return hashes;
}

std::string_view unquoted(std::string_view word) {
  if (word.size() < 2 || word.front() != word.back()) return word;
  const bool quoted = word.front() == '"' || word.front() == '\'' || word.front() == '`';
  return quoted ? word.substr(1, word.size() - 2) : word;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t offset = 0;
  std::string_view line;
  for (std::uint32_t number = 1; next_line(text, offset, line); ++number) {
    const auto indent = line.find_first_not_of(" \t");
    if (const std::string_view content = trimmed(line); !content.empty())
      lines.push_back({content, number, indent});
  }
  return lines;
}

bool next_line(std::string_view text, std::size_t& offset, std::string_view& line) {
  if (offset >= text.size()) return false;
  const auto end = std::min(text.find('\n', offset), text.size());
  line = text.substr(offset, end - offset);
  if (line.ends_with('\r')) line.remove_suffix(1);
  offset = end + 1;
  return true;
}

}  // namespace codelake::sca
