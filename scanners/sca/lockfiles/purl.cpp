// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/purl.h"

#include "core/purl.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace codelake::sca {

namespace {

// How the name of an ecosystem becomes namespace and name.
enum class Split { none, last_slash, colon, action };

struct PurlType {
  std::string_view ecosystem;
  std::string_view type;
  Split split = Split::none;
  std::string_view name_space = {};  // the same for all of the ecosystem
};

// Sorted by ecosystem.
constexpr std::array<PurlType, 24> k_types = {{{"Alpine", "apk", Split::none, "alpine"},
                                               {"Bitnami", "bitnami"},
                                               {"CRAN", "cran"},
                                               {"Chainguard", "apk", Split::none, "chainguard"},
                                               {"CocoaPods", "cocoapods"},
                                               {"ConanCenter", "conan"},
                                               {"Debian", "deb", Split::none, "debian"},
                                               {"GitHub Actions", "github", Split::action},
                                               {"Go", "golang", Split::last_slash},
                                               {"Hackage", "hackage"},
                                               {"Hex", "hex"},
                                               {"Maven", "maven", Split::colon},
                                               {"NuGet", "nuget"},
                                               {"Packagist", "composer", Split::last_slash},
                                               {"Pub", "pub"},
                                               {"PyPI", "pypi"},
                                               {"RubyGems", "gem"},
                                               {"SwiftURL", "swift", Split::last_slash},
                                               {"Ubuntu", "deb", Split::none, "ubuntu"},
                                               {"Wolfi", "apk", Split::none, "wolfi"},
                                               {"crates.io", "cargo"},
                                               {"npm", "npm", Split::last_slash},
                                               {"opam", "opam"},
                                               {"vcpkg", "vcpkg"}}};

void set_name(Purl& purl, const PurlType& type, std::string_view name) {
  purl.name_space = type.name_space;
  const char mark = type.split == Split::colon ? ':' : '/';
  std::size_t at = type.split == Split::none ? std::string_view::npos
                   : mark == ':'             ? name.find(mark)
                                             : name.rfind(mark);
  if (type.split == Split::action) {
    at = name.find('/');
    const auto path = at == std::string_view::npos ? at : name.find('/', at + 1);
    if (path != std::string_view::npos) purl.subpath = name.substr(path + 1);
    name = name.substr(0, path);
  }
  if (at != std::string_view::npos) purl.name_space = name.substr(0, at);
  purl.name = at == std::string_view::npos ? name : name.substr(at + 1);
}

}  // namespace

std::string purl_of(std::string_view ecosystem, std::string_view name, std::string_view version) {
  const std::string_view base = ecosystem.substr(0, ecosystem.find(':'));
  const auto found = std::lower_bound(k_types.begin(), k_types.end(), base,
                                      [](const PurlType& type, std::string_view wanted) { return type.ecosystem < wanted; });
  if (found == k_types.end() || found->ecosystem != base) return {};
  Purl purl;
  purl.type = found->type;
  set_name(purl, *found, name);
  purl.version = version;
  return purl_text(std::move(purl)).value_or(std::string());
}

std::optional<std::pair<std::string, std::string>> registry_package_of(const Purl& purl) {
  const auto found = std::find_if(k_types.begin(), k_types.end(), [&](const PurlType& type) {
    return type.type == purl.type && (type.name_space.empty() || type.name_space == purl.name_space);
  });
  if (found == k_types.end()) return std::nullopt;
  const bool own_space = found->name_space.empty() && !purl.name_space.empty();
  const char* mark = found->split == Split::colon ? ":" : "/";
  std::string name = (own_space ? purl.name_space + mark : "") + purl.name;
  if (found->split == Split::action && !purl.subpath.empty()) name += "/" + purl.subpath;
  return std::pair{std::string(found->ecosystem), std::move(name)};
}

std::string canonical_name(std::string_view ecosystem, std::string_view name) {
  if (ecosystem == "Packagist") return lower(name);
  if (ecosystem != "PyPI") return std::string(name);
  std::string result;
  for (const char c : name) {
    const bool separator = c == '-' || c == '_' || c == '.';
    if (!separator)
      result += to_lower(c);
    else if (result.empty() || result.back() != '-')
      result += '-';
  }
  return result;
}

}  // namespace codelake::sca
