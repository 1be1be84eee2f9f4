// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/changed_ids.h"

#include "scanners/sca/advisories/timestamp.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca {

namespace {

// What may become a part of a URL.
bool harmless(std::string_view id) {
  constexpr std::string_view others = "-_.:";
  return !id.empty() && id.size() <= 128 && id.front() != '.' &&
         std::all_of(id.begin(), id.end(), [&](char c) {
           return is_digit(c) || is_letter(c) || others.find(c) != std::string_view::npos;
         });
}

}  // namespace

std::optional<std::vector<std::string>> changed_ids(std::string_view list, std::uint32_t since,
                                                    std::size_t count_max) {
  std::vector<std::string> ids;
  while (!list.empty()) {
    const auto end = std::min(list.find('\n'), list.size());
    const std::string_view line = trimmed(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    const auto comma = line.find(',');
    const std::uint32_t time = comma == std::string_view::npos ? 0 : seconds_of(line.substr(0, comma));
    if (time == 0) return std::nullopt;
    if (time < since) return ids;
    const std::string_view path = line.substr(comma + 1);
    const auto slash = path.rfind('/');
    const std::string_view id = slash == std::string_view::npos ? path : path.substr(slash + 1);
    if (!harmless(id) || ids.size() == count_max) return std::nullopt;
    ids.emplace_back(id);
  }
  return std::nullopt;
}

}  // namespace codelake::sca
