// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/package_name.h"

#include <algorithm>
#include <array>

namespace codelake::sca {

namespace {

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string pep503(std::string_view name) {
  std::string result;
  bool separated = false;
  for (const char c : lower(name)) {
    const bool separator = c == '-' || c == '_' || c == '.';
    if (separator && separated) continue;
    result += separator ? '-' : c;
    separated = separator;
  }
  return result;
}

std::string swift_url(std::string_view name) {
  std::string result = lower(name);
  if (const auto scheme = result.find("://"); scheme != std::string::npos) result.erase(0, scheme + 3);
  while (!result.empty() && result.back() == '/') result.pop_back();
  if (result.size() > 4 && result.compare(result.size() - 4, 4, ".git") == 0) result.erase(result.size() - 4);
  return result;
}

}  // namespace

EcosystemName split_ecosystem(std::string_view ecosystem) {
  const std::size_t colon = ecosystem.find(':');
  if (colon == std::string_view::npos) return {ecosystem, {}};
  return {ecosystem.substr(0, colon), ecosystem.substr(colon + 1)};
}

bool valid_ecosystem(std::string_view base) {
  constexpr std::string_view others = " ._-";
  return !base.empty() && base.size() <= 64 && is_alphanumeric(base.front()) && base.back() != ' ' &&
         std::all_of(base.begin(), base.end(),
                     [&](char c) { return is_alphanumeric(c) || others.find(c) != std::string_view::npos; });
}

std::string normalised_name(std::string_view base, std::string_view name) {
  if (base == "PyPI") return pep503(name);
  if (base == "SwiftURL") return swift_url(name);
  constexpr std::array<std::string_view, 4> caseless = {"Hex", "NuGet", "Packagist", "Pub"};
  const bool fold = std::find(caseless.begin(), caseless.end(), base) != caseless.end();
  return fold ? lower(name) : std::string(name);
}

}  // namespace codelake::sca
