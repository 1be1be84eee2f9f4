// SPDX-License-Identifier: Apache-2.0
// Makes one component of all that the files of a project say of one package. Edges are names within one file, so they
// are resolved file by file before the files are merged:
//   a/package-lock.json: x@1 → y@1     b/package-lock.json: y@1 → z@2     bill: x@1 → y@1 → z@2
#include "reports/sbom/bill.h"

#include "core/hash.h"
#include "core/license.h"
#include "core/purl.h"
#include "core/report_json.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace codelake::reports::sbom {

namespace {

struct Algorithm {
  std::string_view name;
  std::size_t bytes;
};
constexpr std::array<Algorithm, 5> k_algorithms = {
    {{"md5", 16}, {"sha1", 20}, {"sha256", 32}, {"sha384", 48}, {"sha512", 64}}};

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4U];
    text += digits[byte & 15U];
  }
  return text;
}

// The bytes of base64 text (RFC 4648 §4); short when a character has no place in it.
std::string from_base64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos) return {};
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>((bits >> count) & 255U);
  }
  return bytes;
}

bool is_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// Hashes that are none of the package's file, or of a kind the standards do not name, are left out.
std::vector<Digest> digests_of(const std::set<std::string>& hashes) {
  std::vector<Digest> digests;
  for (const std::string& hash : hashes) {
    const auto colon = hash.find(':');
    const auto algorithm = std::find_if(k_algorithms.begin(), k_algorithms.end(), [&](const Algorithm& known) {
      return known.name == std::string_view(hash).substr(0, colon);
    });
    if (colon == std::string::npos || algorithm == k_algorithms.end()) continue;
    std::string value = hash.substr(colon + 1);
    if (value.size() != 2 * algorithm->bytes || !is_hex(value)) value = hex_of(from_base64(value));
    std::transform(value.begin(), value.end(), value.begin(), [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
    if (value.size() == 2 * algorithm->bytes) digests.push_back({std::string(algorithm->name), value});
  }
  return digests;
}

// What makes two entries of lockfiles the same package.
using Key = std::tuple<std::string, std::string, std::string, std::string, PackageSource, std::string, std::string>;
Key key_of(const Package& package) {
  const bool local = package.source != PackageSource::registry;
  return {package.ecosystem, package.name, package.version, package.requirement, package.source,
          local ? package.origin : std::string(), local ? package.commit : std::string()};
}

// Everything the files say of one package.
struct Merged {
  const Package* package = nullptr;
  bool direct = false;
  bool has_parent = false;
  bool direct_known = true;
  std::set<std::string> groups;
  std::set<std::string> hashes;
  std::string license;
  std::set<const Merged*> needs;
  std::size_t index = 0;
};

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

// A package URL under which nobody's advisories for a registry package of the same name are found.
std::string generic_purl(const Package& package) {
  const bool remote = package.source == PackageSource::git || package.source == PackageSource::url;
  if (!remote) return {};
  Purl purl;
  purl.type = "generic";
  purl.name = package.name.substr(package.name.rfind('/') + 1);
  purl.version = package.version.empty() ? package.commit : package.version;
  if (!package.origin.empty()) {
    const bool git = package.source == PackageSource::git;
    const std::string commit = !git || package.commit.empty() || package.origin.find(package.commit) != std::string::npos ? "" : "@" + package.commit;
    purl.qualifiers[git ? "vcs_url" : "download_url"] = package.origin + commit;
  }
  return purl_text(purl).value_or(std::string());
}

void set_names(Component& component, const Package& package) {
  component.full_name = valid_utf8(package.name);
  component.name = component.full_name;
  const auto purl = package.purl.empty() ? fail(Error{}) : parse_purl(package.purl);
  const bool maven = package.ecosystem == "Maven";
  const auto mark = component.name.rfind(maven ? ':' : '/');
  if (!purl || purl->name_space.empty() || mark == std::string::npos) return;
  component.name_space = component.name.substr(0, mark);
  component.name = component.name.substr(mark + 1);
}

std::string ref_of(const Component& component, const Package& package) {
  if (!component.purl.empty() && package.requirement.empty()) return component.purl;
  const std::string version = package.version.empty() ? package.requirement : package.version;
  std::string ref = package.ecosystem + ":" + package.name + (version.empty() ? "" : "@" + version);
  ref += ":" + std::string(to_text(package.source));
  if (!package.origin.empty()) ref += ":" + package.origin;
  return valid_utf8(ref);
}

Component component_of(const Merged& merged) {
  const Package& package = *merged.package;
  Component component;
  component.purl = package.source == PackageSource::registry ? package.purl : generic_purl(package);
  set_names(component, package);
  component.version = valid_utf8(package.version);
  component.digests = digests_of(merged.hashes);
  if (const auto license = parse_license(merged.license))
    component.license = license->text();
  else
    component.declared_license = valid_utf8(merged.license);
  const auto outside = [](const std::string& group) { return group == "dev" || group == "test"; };
  component.development = !merged.groups.empty() && std::any_of(merged.groups.begin(), merged.groups.end(), outside) && merged.groups.count("prod") == 0;
  component.optional = merged.groups.count("optional") + merged.groups.count("peer") > 0 && merged.groups.count("prod") == 0;
  const auto trait = [&](const char* key, const std::string& value) {
    if (!value.empty()) component.traits.emplace_back(key, valid_utf8(value));
  };
  trait("ecosystem", package.ecosystem);
  trait("source", std::string(to_text(package.source)));
  trait("groups", joined(merged.groups));
  trait("origin", package.origin);
  trait("commit", package.commit);
  trait("requirement", package.requirement);
  component.ref = ref_of(component, package);
  return component;
}

// All packages of a report, each once, with the edges of every file.
class Merger {
 public:
  explicit Merger(const std::vector<Package>& packages) {
    for (const Package& package : packages) add(package);
    for (const Package& package : packages) connect(package);
  }

  std::vector<Merged*> all() {
    std::vector<Merged*> result;
    for (auto& [key, merged] : m_merged) result.push_back(&merged);
    return result;
  }

 private:
  static std::string edge_key(const Package& package, const std::string& edge) { return package.path + "\n" + edge; }

  void add(const Package& package) {
    Merged& merged = m_merged[key_of(package)];
    if (merged.package == nullptr) merged.package = &package;
    merged.direct = merged.direct || package.direct;
    merged.direct_known = merged.direct_known && package.direct_known;
    merged.groups.insert(package.groups.begin(), package.groups.end());
    merged.hashes.insert(package.hashes.begin(), package.hashes.end());
    if (merged.license.empty()) merged.license = package.license;
    const std::string edge = package.version.empty() ? package.name : package.name + "@" + package.version;
    m_by_edge[edge_key(package, edge)].push_back(&merged);
  }

  void connect(const Package& package) {
    Merged& from = m_merged.at(key_of(package));
    for (const std::string& edge : package.dependencies) {
      const auto found = m_by_edge.find(edge_key(package, edge));
      if (found == m_by_edge.end()) continue;
      for (Merged* to : found->second) {
        if (to == &from) continue;
        from.needs.insert(to);
        to->has_parent = true;
      }
    }
  }

  std::map<Key, Merged> m_merged;
  std::unordered_map<std::string, std::vector<Merged*>> m_by_edge;
};

std::string content_of(const Bill& bill) {
  std::string content = bill.name + "\n" + bill.version + "\n" + bill.created + "\n";
  for (const Component& component : bill.components) {
    content += component.ref + " " + traits_line(component) + " " + component.license + component.declared_license;
    for (const Digest& digest : component.digests) content += " " + digest.hex;
    for (const std::size_t need : component.needs) content += " " + std::to_string(need);
    content += "\n";
  }
  return content;
}

bool is_complete(const ScanReport& report) {
  return report.notices.empty() && std::all_of(report.packages.begin(), report.packages.end(), [](const Package& package) {
           return package.direct_known && package.requirement.empty();
         });
}

}  // namespace

Bill bill_of(const ScanReport& report) {
  Bill bill;
  bill.name = valid_utf8(report.project.name);
  bill.version = report.scan.commit;
  bill.ref = "project:" + bill.name;
  bill.created = report.scan.started_at;
  bill.complete = is_complete(report);
  Merger merger(report.packages);
  std::vector<std::pair<Component, Merged*>> made;
  for (Merged* merged : merger.all()) made.emplace_back(component_of(*merged), merged);
  std::stable_sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.first.ref < b.first.ref; });
  std::set<std::string> refs = {bill.ref};
  for (std::size_t i = 0; i < made.size(); ++i) {
    made[i].second->index = i;
    std::string& ref = made[i].first.ref;
    if (!refs.insert(ref).second) refs.insert(ref += "#" + std::to_string(i));
  }
  for (auto& [component, merged] : made) {
    for (const Merged* need : merged->needs) component.needs.push_back(need->index);
    std::sort(component.needs.begin(), component.needs.end());
    // Where a file does not tell, what nothing else needs is what the project needs.
    if (merged->direct || (!merged->direct_known && !merged->has_parent)) bill.direct.push_back(merged->index);
    bill.components.push_back(std::move(component));
  }
  bill.uuid = uuid_of(content_of(bill));
  return bill;
}

std::string traits_line(const Component& component) {
  std::string line;
  for (const auto& [key, value] : component.traits) {
    line += (line.empty() ? "" : " ") + key + "=";
    for (const char c : value) {
      if (c == ' ' || c == '%' || static_cast<unsigned char>(c) < 0x20)
        line += "%" + hex_of(std::string_view(&c, 1));
      else
        line += c;
    }
  }
  return line;
}

}  // namespace codelake::reports::sbom
