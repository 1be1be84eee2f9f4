// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/purl.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>

namespace codelake::sca {

namespace {

struct PurlType {
  std::string_view ecosystem;
  std::string_view type;
  bool lower_case;
};

constexpr std::array<PurlType, 7> k_types = {{{"npm", "npm", false},
                                              {"PyPI", "pypi", true},
                                              {"Go", "golang", true},
                                              {"crates.io", "cargo", false},
                                              {"RubyGems", "gem", false},
                                              {"Packagist", "composer", true},
                                              {"Maven", "maven", false}}};

// Percent-encodes all but unreserved characters, ':' and the slashes between segments.
std::string encoded(std::string_view text, bool keep_slashes) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    const bool plain =
        is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '_' || c == '~' || c == ':';
    if (plain || (keep_slashes && c == '/')) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += hex[byte >> 4U];
    result += hex[byte & 15U];
  }
  return result;
}

}  // namespace

std::string purl_of(std::string_view ecosystem, std::string_view name, std::string_view version) {
  const auto found = std::find_if(k_types.begin(), k_types.end(), [&](const PurlType& candidate) {
    return candidate.ecosystem == ecosystem;
  });
  if (found == k_types.end() || name.empty()) return {};
  std::string path = found->lower_case ? lower(name) : std::string(name);
  if (ecosystem == "PyPI") std::replace(path.begin(), path.end(), '_', '-');
  if (ecosystem == "Maven") {
    const auto colon = path.find(':');
    if (colon == std::string::npos) return {};
    path[colon] = '/';
  }
  std::string purl = "pkg:" + std::string(found->type) + "/" + encoded(path, true);
  if (!version.empty()) purl += "@" + encoded(version, false);
  return purl;
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
