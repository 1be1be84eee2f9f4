// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_set.h"

#include "core/check.h"
#include "core/file.h"
#include "core/thread_pool.h"
#include "core/yaml_image.h"
#include "scanners/sast/formula_reader.h"
#include "scanners/sast/rule_reader.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

namespace codelake::sast {

namespace {

constexpr std::uint64_t k_rule_file_bytes_max = 4U << 20;
// One rule may use this share of a file's steps, so that one costly rule does not silence the others.
constexpr std::size_t k_rule_share = 4;

bool means(const Rule& rule, const syntax::Language& language) {
  const auto names = language.rule_names();
  return std::any_of(rule.info.languages.begin(), rule.info.languages.end(), [&](const std::string& word) {
    return std::find(names.begin(), names.end(), word) != names.end();
  });
}

bool is_text_rule(const Rule& rule) {
  return std::any_of(rule.info.languages.begin(), rule.info.languages.end(), is_text_language);
}

}  // namespace

RuleSet::RuleSet(std::vector<Rule> rules) : m_rules(std::move(rules)), m_languages(syntax::all_languages()) {
  std::vector<const syntax::Language*> languages;
  for (const auto& language : m_languages) languages.push_back(language.get());
  for (std::size_t i = 0; i <= m_languages.size(); ++i) {
    const syntax::Language* language = i < m_languages.size() ? m_languages[i].get() : nullptr;
    std::vector<const Rule*> own;
    for (const Rule& rule : m_rules) {
      if (language == nullptr ? is_text_rule(rule) : means(rule, *language)) own.push_back(&rule);
    }
    m_for_language.push_back(std::make_unique<LanguageRules>(language, own, languages));
  }
}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

const syntax::Language* RuleSet::language(std::string_view name) const {
  for (const auto& language : m_languages) {
    if (language->name() == name) return language.get();
  }
  return nullptr;
}

const LanguageRules& RuleSet::rules_of(const syntax::Language& language) const {
  const auto found = std::find_if(m_for_language.begin(), m_for_language.end(),
                                  [&](const auto& rules) { return rules->language() == &language; });
  CODELAKE_CHECK(found != m_for_language.end());
  return **found;
}

std::vector<RuleError> RuleSet::check(Which which) const {
  std::vector<RuleError> errors;
  for (const Rule& rule : m_rules) {
    const bool known =
        is_text_rule(rule) || std::any_of(m_languages.begin(), m_languages.end(),
                                          [&](const auto& language) { return means(rule, *language); });
    if (known) continue;
    std::string words;
    for (const std::string& word : rule.info.languages) words += (words.empty() ? "" : ", ") + word;
    errors.push_back({rule.path, rule.line, rule.info.id, "language not supported: " + words});
  }
  for (const auto& rules : m_for_language) {
    const std::vector<RuleError> more = rules->all(which == Which::all).errors;
    errors.insert(errors.end(), more.begin(), more.end());
  }
  std::stable_sort(errors.begin(), errors.end(), [](const RuleError& a, const RuleError& b) {
    return std::tie(a.path, a.line) < std::tie(b.path, b.line);
  });
  return errors;
}

Result<std::vector<std::string>> rule_files(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    const bool yaml = name.ends_with(".yaml") || name.ends_with(".yml");
    const bool test = name.ends_with(".test.yaml") || name.ends_with(".test.yml");
    if (yaml && !test && at->is_regular_file(error)) files.push_back(at->path().string());
  }
  if (error) return fail(ErrorKind::environment, "reading SAST rules", path, error.message());
  std::sort(files.begin(), files.end());
  return files;
}

namespace {

// One rule file of the user as it was read.
struct ReadFile {
  std::string path;
  RuleFile file;
  std::string key;
  std::string image;  // empty when the cache knows it
  bool known = false;
  std::optional<Error> error;
};

ReadFile read_one(const std::string& name, const RuleCache& cache) {
  ReadFile read;
  read.path = name;
  const auto content = read_file(name, k_rule_file_bytes_max);
  if (!content) {
    read.error = content.error();
    return read;
  }
  read.key = RuleCache::key_of(*content);
  std::optional<yaml::Node> document = cache.find(read.key);
  read.known = document.has_value();
  if (!document) {
    auto parsed = yaml::parse(*content, name);
    if (parsed) document = std::move(*parsed);
  }
  read.file = document ? read_rules(*document, name) : read_rules(*content, name);
  if (document && !read.known) read.image = yaml::image_of(*document);
  for (Rule& rule : read.file.rules) rule.readable = read.known;
  return read;
}

}  // namespace

Result<UserRules> read_user_rules(const std::vector<std::string>& paths, const RuleCache& cache, std::size_t threads) {
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    for (std::string& name : TRY(rule_files(path))) names.push_back(std::move(name));
  }
  std::vector<ReadFile> files(names.size());
  run_in_parallel(names.size(), threads, [&](std::size_t i) { files[i] = read_one(names[i], cache); });
  UserRules all;
  all.all_known = true;
  std::set<std::string> keys;
  for (ReadFile& read : files) {
    if (read.error) return fail(std::move(*read.error));
    all.all_known = all.all_known && read.known;
    if (read.known) read.image = cache.image(read.key);
    keys.insert(read.key);
    all.files.push_back({std::move(read.path), std::move(read.key), std::move(read.image)});
    std::move(read.file.rules.begin(), read.file.rules.end(), std::back_inserter(all.rules));
    std::move(read.file.errors.begin(), read.file.errors.end(), std::back_inserter(all.errors));
  }
  all.all_known = all.all_known && keys.size() == cache.size();
  return all;
}

std::map<std::string, std::string> UserRules::images(const std::vector<RuleError>& found) const {
  std::set<std::string_view> wrong;
  for (const RuleError& error : found) wrong.insert(error.path);
  std::map<std::string, std::string> kept;
  for (const File& file : files) {
    if (wrong.count(file.path) == 0 && !file.image.empty()) kept.emplace(file.key, file.image);
  }
  return kept;
}

Result<void> read_rule_paths(const std::vector<std::string>& paths, std::vector<Rule>& rules,
                             std::vector<RuleError>& errors) {
  for (const std::string& path : paths) {
    for (const std::string& name : TRY(rule_files(path))) {
      RuleFile file = read_rules(TRY(read_file(name, k_rule_file_bytes_max)), name);
      std::move(file.rules.begin(), file.rules.end(), std::back_inserter(rules));
      std::move(file.errors.begin(), file.errors.end(), std::back_inserter(errors));
    }
  }
  return {};
}

Result<RuleSet> load_rules(const std::string& path) {
  std::vector<Rule> rules;
  std::vector<RuleError> errors;
  TRY(read_rule_paths({path}, rules, errors));
  RuleSet set(std::move(rules));
  const std::vector<RuleError> more = set.check();
  errors.insert(errors.end(), more.begin(), more.end());
  if (!errors.empty()) return fail(joined(errors));
  return set;
}

std::vector<RuleMatches> run_rules(std::span<const CompiledRule* const> rules, const Subject& subject,
                                   std::size_t steps_max) {
  std::vector<RuleMatches> all;
  std::size_t left = steps_max;
  for (const CompiledRule* rule : rules) {
    Budget budget{std::min(left, steps_max / k_rule_share), false};
    const std::size_t given = budget.left;
    RuleMatches found{rule->rule, evaluate(*rule, subject, budget), budget.exhausted};
    left -= given - budget.left;
    if (!found.matches.empty() || found.limit_hit) all.push_back(std::move(found));
  }
  return all;
}

}  // namespace codelake::sast
