// SPDX-License-Identifier: Apache-2.0
#include "core/config.h"

#include "core/file.h"
#include "core/yaml_reader.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <system_error>

namespace codelake {

namespace {

constexpr std::string_view k_file_name = "codelake.yaml";
constexpr std::uint64_t k_file_bytes_max = 1U << 20;

using yaml::Reader;

std::vector<Glob> globs_of(const std::vector<std::string>& texts) {
  std::vector<Glob> globs;
  for (const auto& text : texts) globs.emplace_back(text);
  return globs;
}

// Paths in the file are taken from its folder.
Result<std::vector<std::string>> absolute_paths(const Reader& reader, const yaml::Node& value, const Config& config) {
  const auto folder = std::filesystem::path(config.path).parent_path();
  std::vector<std::string> paths;
  for (const auto& path : TRY(reader.texts(value))) paths.push_back((folder / path).lexically_normal().string());
  return paths;
}

Result<void> read_scan(const Reader& reader, const yaml::Node& node, Config& config) {
  return reader.mapping(
      node,
      {{"types",
        [&](const yaml::Node& value) -> Result<void> {
          for (const auto& word : TRY(reader.texts(value))) {
            const auto type = finding_type_from(word);
            if (!type) return reader.failed(value, "unknown scan type '" + word + "'", "use sast, sca, secrets, iac or quality");
            config.types.push_back(*type);
          }
          return {};
        }},
       {"include",
        [&](const yaml::Node& value) -> Result<void> {
          config.include = globs_of(TRY(reader.texts(value)));
          return {};
        }},
       {"exclude",
        [&](const yaml::Node& value) -> Result<void> {
          config.exclude = globs_of(TRY(reader.texts(value)));
          return {};
        }},
       {"max_file_bytes", [&](const yaml::Node& value) -> Result<void> {
          config.max_file_bytes = TRY(reader.number(value, 1ULL << 32U));
          return {};
        }}});
}

Result<void> read_rules(const Reader& reader, const yaml::Node& node, Config& config) {
  return reader.mapping(
      node, {{"paths",
              [&](const yaml::Node& value) -> Result<void> {
                config.rule_paths = TRY(absolute_paths(reader, value, config));
                return {};
              }},
             {"disable",
              [&](const yaml::Node& value) -> Result<void> {
                config.disabled_rules = TRY(reader.texts(value));
                return {};
              }},
             {"severity", [&](const yaml::Node& value) -> Result<void> {
                if (!value.is_mapping()) return reader.failed(value, "expected rule ids with a severity each");
                for (const auto& [rule, severity] : value.entries) {
                  config.rule_severity[rule.text] = TRY(reader.severity(severity));
                }
                return {};
              }}});
}

Result<SuppressionRule> read_suppression(const Reader& reader, const yaml::Node& node) {
  SuppressionRule rule;
  rule.line = node.line;
  const auto into = [&](std::string& field) {
    return [&](const yaml::Node& value) -> Result<void> {
      field = TRY(reader.text(value));
      return {};
    };
  };
  TRY(reader.mapping(node, {{"rule", into(rule.rule)},
                            {"fingerprint", into(rule.fingerprint)},
                            {"package", into(rule.package)},
                            {"reason", into(rule.reason)},
                            {"expires", into(rule.expires)},
                            {"path", [&](const yaml::Node& value) -> Result<void> {
                               rule.path = Glob(TRY(reader.text(value)));
                               return {};
                             }}}));
  if (rule.reason.empty()) return reader.failed(node, "a suppression without a reason", "add 'reason: …'");
  const bool selects = !rule.rule.empty() || rule.path || !rule.fingerprint.empty() || !rule.package.empty();
  if (!selects) return reader.failed(node, "a suppression that selects nothing", "add rule, path, fingerprint or package");
  const bool is_date = rule.expires.size() == 10 && rule.expires[4] == '-' && rule.expires[7] == '-';
  if (!rule.expires.empty() && !is_date) return reader.failed(node, "'expires' is no date", "write YYYY-MM-DD");
  return rule;
}

Result<void> read_frameworks(const Reader& reader, const yaml::Node& node, Config& config) {
  return reader.mapping(
      node, {{"enabled",
              [&](const yaml::Node& value) -> Result<void> {
                config.enabled_frameworks = value.is_null() ? std::vector<std::string>{} : TRY(reader.texts(value));
                return {};
              }},
             {"disabled_controls", [&](const yaml::Node& value) -> Result<void> {
                if (!value.is_mapping()) return reader.failed(value, "expected framework keys with a list of controls each");
                for (const auto& [key, controls] : value.entries) {
                  config.disabled_controls[key.text] = TRY(reader.texts(controls));
                }
                return {};
              }}});
}

Result<void> read_policy(const Reader& reader, const yaml::Node& node, Config& config) {
  return reader.mapping(node, {{"fail_on",
                                [&](const yaml::Node& value) -> Result<void> {
                                  config.fail_on = TRY(reader.severity(value));
                                  return {};
                                }},
                               {"fail_under", [&](const yaml::Node& value) -> Result<void> {
                                  config.fail_under = static_cast<int>(TRY(reader.number(value, 100)));
                                  return {};
                                }}});
}

Result<void> read_sca(const Reader& reader, const yaml::Node& node, Config& config) {
  return reader.mapping(node, {{"max_age_days",
                                [&](const yaml::Node& value) -> Result<void> {
                                  config.advisory_max_age_days = TRY(reader.number(value, 36'500));
                                  return {};
                                }},
                               {"vex", [&](const yaml::Node& value) -> Result<void> {
                                  config.vex_paths = TRY(absolute_paths(reader, value, config));
                                  return {};
                                }}});
}

// One licence as SPDX writes it, or a pattern as it is.
Result<std::string> license_entry(const Reader& reader, const yaml::Node& value, const std::string& word) {
  if (word.find('*') != std::string::npos) return word;
  const auto license = parse_license(word);
  if (license && license->kind == LicenseExpression::Kind::license) return license->text();
  return reader.failed(value, "'" + word + "' is no licence known here",
                       "give an identifier of SPDX, 'ID WITH EXCEPTION', 'LicenseRef-NAME' or a pattern like \"GPL-*\"");
}

Result<void> read_licenses(const Reader& reader, const yaml::Node& node, Config& config) {
  const auto into = [&](std::vector<std::string>& list) {
    return [&](const yaml::Node& value) -> Result<void> {
      for (const auto& word : TRY(reader.texts(value))) list.push_back(TRY(license_entry(reader, value, word)));
      return {};
    };
  };
  LicensePolicy& policy = config.licenses;
  return reader.mapping(node, {{"allow", into(policy.allow)}, {"review", into(policy.review)}, {"deny", into(policy.deny)}});
}

Result<void> read_sync(const Reader& reader, const yaml::Node& node, Config& config) {
  return reader.mapping(node, {{"url",
                                [&](const yaml::Node& value) -> Result<void> {
                                  config.server_url = TRY(reader.text(value));
                                  return {};
                                }},
                               {"token", [&](const yaml::Node& value) -> Result<void> {
                                  config.server_token = TRY(reader.text(value));
                                  return {};
                                }}});
}

Result<void> read_secrets(const Reader& reader, const yaml::Node& node, Config& config) {
  return reader.mapping(node, {{"allow", [&](const yaml::Node& value) -> Result<void> {
                                  config.allowed_secrets = TRY(reader.texts(value));
                                  return {};
                                }}});
}

Result<void> read_suppressions(const Reader& reader, const yaml::Node& node, Config& config) {
  if (node.is_null()) return {};
  if (!node.is_sequence()) return reader.failed(node, "expected a list here");
  for (const auto& item : node.items) config.suppress.push_back(TRY(read_suppression(reader, item)));
  return {};
}

}  // namespace

Result<Config> parse_config(std::string_view text, const std::string& path) {
  const yaml::Node root = TRY(yaml::parse(text, path));
  const Reader reader("reading the configuration", path);
  Config config;
  config.path = path;
  const auto section = [&](Result<void> (*read)(const Reader&, const yaml::Node&, Config&)) {
    return [&reader, &config, read](const yaml::Node& value) { return read(reader, value, config); };
  };
  TRY(reader.mapping(root, {{"scan", section(read_scan)},
                            {"rules", section(read_rules)},
                            {"suppress", section(read_suppressions)},
                            {"frameworks", section(read_frameworks)},
                            {"policy", section(read_policy)},
                            {"sca", section(read_sca)},
                            {"licenses", section(read_licenses)},
                            {"sync", section(read_sync)},
                            {"secrets", section(read_secrets)},
                            {"project", [&](const yaml::Node& value) -> Result<void> {
                               config.project = TRY(reader.text(value));
                               return {};
                             }}}));
  return config;
}

Result<Config> load_config(const std::string& directory) {
  namespace fs = std::filesystem;
  for (fs::path folder = fs::path(directory);; folder = folder.parent_path()) {
    const fs::path candidate = folder / k_file_name;
    std::error_code error;
    if (fs::exists(candidate, error)) {
      const std::string text = TRY(read_file(candidate.string(), k_file_bytes_max));
      return parse_config(text, candidate.string());
    }
    if (folder == folder.parent_path()) return Config{};
  }
}

bool fits_wildcard(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      retry = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& candidates) {
  const auto distance = [&](std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= word.size(); ++i) {
      std::size_t diagonal = row[0]++;
      for (std::size_t j = 1; j <= other.size(); ++j) {
        const std::size_t change = diagonal + (word[i - 1] == other[j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
      }
    }
    return row[other.size()];
  };
  std::optional<std::string> best;
  std::size_t best_distance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const auto& candidate : candidates) {
    const std::size_t d = distance(candidate);
    if (d >= best_distance) continue;
    best = candidate;
    best_distance = d;
  }
  return best;
}

}  // namespace codelake
