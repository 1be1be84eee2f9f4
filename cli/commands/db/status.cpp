// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/db/status.h"

#include "cli/output.h"
#include "core/hash.h"
#include "scanners/sca/advisories/index_format.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace codelake::cli::db {

namespace {

using Json = nlohmann::ordered_json;
using Installed = std::vector<sca::InstalledEcosystem>;

std::map<std::string, std::uint64_t> all_sources(const Installed& installed) {
  std::map<std::string, std::uint64_t> sources;
  for (const auto& one : installed) {
    for (const auto& [prefix, count] : one.sources) sources[prefix] += count;
  }
  return sources;
}

// Names exactly these records, wherever and whenever they were imported.
std::string database_id(const Installed& installed) {
  std::string all;
  for (const auto& one : installed) all += one.ecosystem + "\t" + one.sha256 + "\n";
  return sha256_hex(all);
}

}  // namespace

std::string exploitation_line(const sca::ExploitImport& data) {
  return fmt::format("{}: {} CVEs, of {}\n", data.name, data.cves, data.date.empty() ? "an unknown day" : data.date);
}

std::string status_text(const Installed& installed, const std::vector<sca::ExploitImport>& exploitation) {
  std::string text = fmt::format("{:<14}{:>11}{:>10}  {:<22}{:<22}{}\n", "ecosystem", "advisories",
                                 "packages", "newest change", "imported", "from");
  std::uint64_t advisories = 0;
  for (const auto& one : installed) {
    advisories += one.advisories;
    const std::string newest = one.newest_modified.empty() ? "unknown" : one.newest_modified;
    text += fmt::format("{:<14}{:>11}{:>10}  {:<22}{:<22}{}\n", one.ecosystem, one.advisories, one.packages,
                        newest, printable(one.imported_at), printable(one.origin));
  }
  text += fmt::format("\n{} advisories in {} ecosystems, database {}\n", advisories, installed.size(),
                      database_id(installed).substr(0, 12));
  for (const auto& one : installed) {
    if (one.without_versions > 0) {
      text += fmt::format("{}: {} more advisories name commits only and cannot be matched\n", one.ecosystem,
                          one.without_versions);
    }
    if (one.ranges_unreadable > 0) {
      text += fmt::format("{}: {} version ranges cannot be read and were left out\n", one.ecosystem,
                          one.ranges_unreadable);
    }
  }
  for (const sca::ExploitImport& one : exploitation) text += exploitation_line(one);
  text += "\nSources\n";
  for (const auto& [prefix, count] : all_sources(installed)) {
    const sca::DatabaseCredit credit = sca::credit_for(prefix);
    const std::string_view license = credit.license.empty() ? "licence: see the database" : credit.license;
    text += fmt::format("  {:<9}{:>7}  {}, {}\n", printable(prefix), count, printable(credit.name), license);
  }
  return text;
}

std::string status_json(const Installed& installed, const std::vector<sca::ExploitImport>& exploitation) {
  Json ecosystems = Json::array();
  for (const auto& one : installed) {
    ecosystems.push_back({{"ecosystem", one.ecosystem},
                          {"advisories", one.advisories},
                          {"packages", one.packages},
                          {"withdrawn", one.withdrawn},
                          {"without_versions", one.without_versions},
                          {"ranges_unreadable", one.ranges_unreadable},
                          {"newest_modified", one.newest_modified},
                          {"imported_at", one.imported_at},
                          {"origin", one.origin},
                          {"sha256", one.sha256},
                          {"index_bytes", one.index_bytes}});
  }
  Json sources = Json::array();
  for (const auto& [prefix, count] : all_sources(installed)) {
    const sca::DatabaseCredit credit = sca::credit_for(prefix);
    sources.push_back(
        {{"prefix", prefix}, {"name", credit.name}, {"license", credit.license}, {"advisories", count}});
  }
  Json tables = Json::array();
  for (const sca::ExploitImport& one : exploitation)
    tables.push_back({{"name", one.name}, {"date", one.date}, {"cves", one.cves}});
  const Json json = {{"schema_version", sca::index_format::k_version},
                     {"database_id", database_id(installed)},
                     {"ecosystems", ecosystems},
                     {"sources", sources},
                     {"exploitation", tables}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace codelake::cli::db
