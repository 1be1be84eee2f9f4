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
#include <unordered_map>

namespace codelake::sast {

namespace {

constexpr std::uint64_t k_rule_file_bytes_max = 4U << 20;
// One rule may use this share of a file's steps, so that one costly rule does not silence the others.
constexpr std::size_t k_rule_share = 4;

// By the words of `languages:` the lists of rules that are meant: of languages by their index, and one behind them for any
// text.
using Lists = std::unordered_map<std::string_view, std::vector<std::size_t>>;

Lists lists_of(const std::vector<std::unique_ptr<syntax::Language>>& languages) {
  Lists lists;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    for (const std::string_view word : languages[i]->rule_names()) lists[word].push_back(i);
  }
  for (const std::string_view word : text_languages()) lists[word].push_back(languages.size());
  return lists;
}

RuleShelf shelf_of(std::vector<Rule> rules) {
  RuleShelf shelf;
  shelf.add(std::move(rules));
  return shelf;
}

}  // namespace

RuleSet::RuleSet(std::vector<Rule> rules) : RuleSet(shelf_of(std::move(rules))) {}

RuleSet::RuleSet(RuleShelf rules) : m_shelf(std::make_unique<RuleShelf>(std::move(rules))), m_languages(syntax::all_languages()) {
  const Lists lists = lists_of(m_languages);
  std::vector<std::vector<std::size_t>> places(m_languages.size() + 1);
  for (std::size_t place = 0; place < m_shelf->size(); ++place) {
    for (const std::string_view word : m_shelf->languages(place)) {
      const auto meant = lists.find(word);
      if (meant == lists.end()) continue;
      for (const std::size_t list : meant->second) {
        if (places[list].empty() || places[list].back() != place) places[list].push_back(place);
      }
    }
  }
  std::vector<const syntax::Language*> languages;
  for (const auto& language : m_languages) languages.push_back(language.get());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const syntax::Language* language = i < languages.size() ? languages[i] : nullptr;
    m_for_language.push_back(std::make_unique<LanguageRules>(language, *m_shelf, std::move(places[i]), languages));
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

std::vector<RuleError> RuleSet::check(Which which, std::size_t threads) const {
  std::vector<RuleError> errors;
  const Lists lists = lists_of(m_languages);
  for (const Rule& rule : rules()) {
    const auto& named = rule.info.languages;
    if (std::any_of(named.begin(), named.end(), [&](const std::string& word) { return lists.contains(word); })) continue;
    std::string words;
    for (const std::string& word : rule.info.languages) words += (words.empty() ? "" : ", ") + word;
    errors.push_back({rule.path, rule.line, rule.info.id, "language not supported: " + words});
  }
  for (const auto& rules : m_for_language) {
    rules->compile(which == Which::all, threads);
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
  UserRules::File file;
  std::vector<RuleError> errors;
  std::optional<Error> error;
};

ReadFile read_one(const std::string& name, const RuleCache& cache) {
  ReadFile read;
  read.file.path = name;
  const auto content = read_file(name, k_rule_file_bytes_max);
  if (!content) {
    read.error = content.error();
    return read;
  }
  read.file.key = RuleCache::key_of(*content);
  read.file.known = cache.image(read.file.key);
  if (!read.file.known.empty()) return read;
  const auto document = yaml::parse(*content, name);
  RuleFile file = document ? read_rules(*document, name) : read_rules(*content, name);
  if (document) read.file.image = yaml::image_of(*document);
  read.file.rules = std::move(file.rules);
  read.errors = std::move(file.errors);
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
    all.all_known = all.all_known && !read.file.known.empty();
    keys.insert(read.file.key);
    std::move(read.errors.begin(), read.errors.end(), std::back_inserter(all.errors));
    all.files.push_back(std::move(read.file));
  }
  all.all_known = all.all_known && keys.size() == cache.size();
  return all;
}

std::map<std::string, std::string> UserRules::images(const std::vector<RuleError>& found) const {
  std::set<std::string_view> wrong;
  for (const RuleError& error : found) wrong.insert(error.path);
  std::map<std::string, std::string> kept;
  for (const File& file : files) {
    const std::string_view image = file.known.empty() ? file.image : file.known;
    if (wrong.count(file.path) == 0 && !image.empty()) kept.emplace(file.key, image);
  }
  return kept;
}

void UserRules::move_to(RuleShelf& shelf) {
  for (File& file : files) {
    if (file.known.empty())
      shelf.add(std::move(file.rules));
    else
      shelf.add_known(file.path, file.known, false);
  }
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
