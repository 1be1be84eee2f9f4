// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/import_time.h"

#include "core/file.h"

#include <nlohmann/json.hpp>

namespace codelake::sca {

namespace {

constexpr std::uint64_t k_status_bytes_max = 1U << 20U;

}  // namespace

std::string imported_at(const std::string& directory, const std::string& ecosystem) {
  const std::string base = ecosystem.substr(0, ecosystem.find(':'));
  const auto text = read_file(directory + "/" + base + ".json", k_status_bytes_max);
  if (!text) return {};
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  const auto found = json.is_object() ? json.find("imported_at") : json.end();
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace codelake::sca
