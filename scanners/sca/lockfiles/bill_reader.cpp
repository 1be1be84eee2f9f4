// SPDX-License-Identifier: Apache-2.0
// A component's package URL tells its ecosystem and name; its own name is taken only when there is none. What has no
// registry (pkg:generic, or nothing) is never looked up as if it had one.
//   pkg:npm/%40s/t@2.0.0               npm, "@s/t", 2.0.0
//   pkg:maven/org.example/core@1?…     Maven, "org.example:core", 1
#include "scanners/sca/lockfiles/bill_reader.h"

#include "core/purl.h"
#include "scanners/sca/lockfiles/purl.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>

namespace codelake::sca {

namespace {

PackageSource source_from(std::string_view word) {
  constexpr std::array<PackageSource, 5> all = {PackageSource::registry, PackageSource::git, PackageSource::path,
                                                PackageSource::workspace, PackageSource::url};
  const auto found = std::find_if(all.begin(), all.end(), [&](PackageSource source) { return to_text(source) == word; });
  return found == all.end() ? PackageSource::unknown : *found;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto comma = std::min(text.find(','), text.size());
    words.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return words;
}

void take_purl(Package& package, const Purl& purl) {
  const auto known = registry_package_of(purl);
  package.version = purl.version;
  if (known) {
    package.ecosystem = known->first;
    package.name = known->second;
    return;
  }
  package.ecosystem = purl.type;
  package.name = (purl.name_space.empty() ? "" : purl.name_space + "/") + purl.name;
  if (purl.type != "generic") return;
  package.source = PackageSource::unknown;
  for (const auto& [key, source] : {std::pair{"vcs_url", PackageSource::git}, std::pair{"download_url", PackageSource::url}}) {
    const auto found = purl.qualifiers.find(key);
    if (found == purl.qualifiers.end()) continue;
    package.source = source;
    package.origin = found->second;
  }
}

void take_traits(Package& package, const BillItem& item) {
  for (const auto& [key, value] : item.traits) {
    if (key == "ecosystem" && package.source != PackageSource::registry) package.ecosystem = value;
    if (key == "source" && item.purl.empty()) package.source = source_from(value);
    if (key == "groups") package.groups = split(value);
    if (key == "origin") package.origin = value;
    if (key == "commit") package.commit = value;
    if (key == "requirement") package.requirement = value;
  }
}

}  // namespace

void BillReader::fill(Package& package, const BillItem& item) {
  const auto purl = item.purl.empty() ? fail(Error{}) : parse_purl(item.purl);
  package.source = purl ? PackageSource::registry : PackageSource::unknown;
  if (purl) {
    take_purl(package, *purl);
  } else if (!item.purl.empty()) {
    m_builder.odd_line(item.line, "this is no package URL: " + item.purl.substr(0, 100));
  }
  take_traits(package, item);
  const bool own_name = !purl || package.source != PackageSource::registry;
  if (own_name && !item.name.empty()) package.name = item.name;
  if (own_name) package.version = item.version;
  if (package.version.empty() && package.requirement.empty()) package.version = item.version;
  package.license = item.license;
  package.hashes = item.hashes;
  package.direct_known = !m_subjects.empty();
}

Lockfile BillReader::finish() {
  std::unordered_map<std::string, Package*> by_ref;
  for (const BillItem& item : m_items) {
    if (m_subjects.count(item.ref) > 0) continue;
    Package& package = m_builder.add(item.name, item.version, item.line);
    fill(package, item);
    by_ref.emplace(item.ref, &package);
  }
  for (const auto& [from, to] : m_edges) {
    const auto target = by_ref.find(to);
    if (target == by_ref.end()) continue;
    if (m_subjects.count(from) > 0) target->second->direct = true;
    const auto source = by_ref.find(from);
    if (source != by_ref.end() && source != target) sca::connect(*source->second, {target->second});
  }
  return m_builder.finish();
}

std::vector<std::pair<std::string, std::string>> traits_of_line(std::string_view line) {
  std::vector<std::pair<std::string, std::string>> traits;
  constexpr std::string_view digits = "0123456789abcdef";
  while (!line.empty()) {
    const auto space = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, space);
    line.remove_prefix(std::min(space + 1, line.size()));
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) continue;
    std::string value;
    for (std::size_t i = equals + 1; i < word.size(); ++i) {
      const auto high = word[i] == '%' && i + 2 < word.size() ? digits.find(word[i + 1]) : std::string_view::npos;
      const auto low = high == std::string_view::npos ? high : digits.find(word[i + 2]);
      value += low == std::string_view::npos ? word[i] : static_cast<char>(high * 16 + low);
      if (low != std::string_view::npos) i += 2;
    }
    traits.emplace_back(std::string(word.substr(0, equals)), std::move(value));
  }
  return traits;
}

std::string bill_hash(std::string_view algorithm, std::string_view value) {
  std::string name = lower(algorithm);
  name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
  return name + ":" + std::string(value);
}

}  // namespace codelake::sca
