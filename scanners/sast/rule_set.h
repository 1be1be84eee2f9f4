// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/language_rules.h"
#include "scanners/sast/rule_cache.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// What one rule found in one text.
struct RuleMatches {
  const Rule* rule = nullptr;
  std::vector<Match> matches;
  bool limit_hit = false;  // the step limit ended this rule's search
};

// Rules and the languages they are for. Const and safe for several threads.
class RuleSet {
 public:
  explicit RuleSet(RuleShelf rules);
  explicit RuleSet(std::vector<Rule> rules);
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  const RuleShelf& shelf() const { return *m_shelf; }
  // The rules that had been read when the set was made: all, unless it was made from a shelf.
  const std::vector<Rule>& rules() const { return m_shelf->read_before(); }
  // All languages there are, alphabetically.
  const std::vector<std::unique_ptr<syntax::Language>>& languages() const { return m_languages; }
  // The supported language of that name (core/file_type.h); nullptr when there is none.
  const syntax::Language* language(std::string_view name) const;
  // The rules of a supported language of this set.
  const LanguageRules& rules_of(const syntax::Language& language) const;
  // Rules for any text (`languages: [regex]`).
  const LanguageRules& text_rules() const { return *m_for_language.back(); }
  // Compiles all rules that had been read, or those given by the user that were not found right before; what is wrong, in
  // the order of the rules, whatever the threads.
  enum class Which { all, given };
  std::vector<RuleError> check(Which which = Which::all, std::size_t threads = 1) const;

 private:
  std::unique_ptr<const RuleShelf> m_shelf;
  std::vector<std::unique_ptr<syntax::Language>> m_languages;
  std::vector<std::unique_ptr<LanguageRules>>
      m_for_language;  // beside m_languages; the last one is for any text
};

// Reads the rule files of `path`: one file, or all *.yaml and *.yml below a folder but *.test.yaml. Every
// error of every file is listed in the one that is returned.
Result<RuleSet> load_rules(const std::string& path);

// The rule files of a user in their order, with what is wrong, and what to keep of those that are right.
struct UserRules {
  struct File {
    std::string path;
    std::string key;           // RuleCache::key_of
    std::vector<Rule> rules;   // none when the cache knows it
    std::string image;         // empty when the cache knows it
    std::string_view known;    // the image, a piece of the cache, when it does
  };
  std::vector<File> files;
  std::vector<RuleError> errors;
  bool all_known = false;  // all of them, and no other, are in the cache

  // What to keep, when `found` is all that is wrong.
  std::map<std::string, std::string> images(const std::vector<RuleError>& found) const;
  // Puts the rules on a shelf, which the cache must outlive.
  void move_to(RuleShelf& shelf);
};

// The rules of files and folders, with the help of what a cache knows.
Result<UserRules> read_user_rules(const std::vector<std::string>& paths, const RuleCache& cache, std::size_t threads);

// The rules of files and folders, appended to `rules`; what is wrong is appended to `errors`.
Result<void> read_rule_paths(const std::vector<std::string>& paths, std::vector<Rule>& rules,
                             std::vector<RuleError>& errors);

// The paths of the rule files at or below `path`, sorted.
Result<std::vector<std::string>> rule_files(const std::string& path);

// Matches rules against one file's text. `file` is null when there is no tree; `steps_max` is for all rules
// together.
std::vector<RuleMatches> run_rules(std::span<const CompiledRule* const> rules, const Subject& subject,
                                   std::size_t steps_max);

}  // namespace codelake::sast
