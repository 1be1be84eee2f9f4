// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/language_rules.h"

#include "scanners/sast/formula_reader.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace codelake::sast {

struct LanguageRules::Entry {
  explicit Entry(const Rule* of) { compiled.rule = of; }

  mutable std::once_flag once;
  mutable CompiledRule compiled;
  mutable std::vector<RuleError> errors;
};

namespace {

RuleError pattern_error(const Rule& rule, std::size_t index, std::string cause) {
  return {rule.path, rule.patterns[index].line, rule.info.id, std::move(cause)};
}

bool applies(const Rule& rule, std::string_view path) {
  return (rule.include.empty() || any_matches(rule.include, path)) && !any_matches(rule.exclude, path);
}

}  // namespace

LanguageRules::LanguageRules(const syntax::Language* language, const std::vector<const Rule*>& rules,
                             Languages all)
    : m_language(language), m_languages(std::move(all)), m_prefilter(rules, language == nullptr) {
  for (const Rule* rule : rules) {
    m_entries.push_back(std::make_unique<Entry>(rule));
    m_follows_data = m_follows_data || rule->mode == Rule::Mode::taint;
  }
}
LanguageRules::~LanguageRules() = default;

const syntax::Language* LanguageRules::named(std::string_view word) const {
  for (const syntax::Language* language : m_languages) {
    if (language->name() == word) return language;
  }
  for (const syntax::Language* language : m_languages) {
    const auto words = language->rule_names();
    if (std::find(words.begin(), words.end(), word) != words.end()) return language;
  }
  return nullptr;
}

bool LanguageRules::read_by_another(const Rule& rule, std::string_view pattern) const {
  return std::any_of(rule.info.languages.begin(), rule.info.languages.end(), [&](const std::string& word) {
    const syntax::Language* other = named(word);
    return other != nullptr && other != m_language && other->parse_pattern(pattern);
  });
}

void LanguageRules::compile(const Entry& entry) const {
  for (std::size_t i = 0; i < entry.compiled.rule->patterns.size(); ++i) compile_one(entry, i);
}

void LanguageRules::compile_one(const Entry& entry, std::size_t index) const {
  const Rule& rule = *entry.compiled.rule;
  const PatternText& text = rule.patterns[index];
  const bool own = text.language.empty();
  const bool any_text = own ? m_language == nullptr : is_text_language(text.language);
  const syntax::Language* language = own ? m_language : any_text ? nullptr : named(text.language);
  if (!own) entry.compiled.languages.emplace_back(text.language, language);
  if (!any_text && language == nullptr) {
    entry.errors.push_back(pattern_error(rule, index, "language not supported: " + text.language));
    return;
  }
  Pattern pattern;
  std::optional<Error> error;
  if (any_text) {
    auto read = compile_text_pattern(text.text, rule);
    if (read)
      pattern.text = std::move(*read);
    else
      error = read.error();
  } else {
    auto read = compile_pattern(text.text, rule, *language);
    if (read)
      pattern = std::move(*read);
    else
      error = read.error();
  }
  const std::string name = language == nullptr ? "text" : std::string(language->name());
  // What another of the rule's languages can read just matches nothing in this one.
  if (error && own && read_by_another(rule, text.text)) error.reset();
  if (error) entry.errors.push_back(pattern_error(rule, index, "the pattern is not " + name + ": " + error->text()));
  entry.compiled.patterns.push_back(std::move(pattern));
}

void LanguageRules::add(const Entry& entry, Candidates& to) const {
  std::call_once(entry.once, [&] { compile(entry); });
  const bool taint = entry.compiled.rule->mode == Rule::Mode::taint;
  if (entry.errors.empty()) (taint ? to.taint_rules : to.rules).push_back(&entry.compiled);
  to.errors.insert(to.errors.end(), entry.errors.begin(), entry.errors.end());
}

LanguageRules::Candidates LanguageRules::candidates(std::string_view text, std::string_view path) const {
  Candidates found;
  for (const std::size_t index : m_prefilter.possible(text)) {
    const Rule& rule = *m_entries[index]->compiled.rule;
    if (applies(rule, path)) add(*m_entries[index], found);
  }
  return found;
}

LanguageRules::Candidates LanguageRules::all(bool builtin) const {
  Candidates found;
  for (const auto& entry : m_entries) {
    if (builtin || !entry->compiled.rule->info.builtin) add(*entry, found);
  }
  return found;
}

const CompiledRule* LanguageRules::find(const Rule& rule) const {
  for (const auto& entry : m_entries) {
    if (entry->compiled.rule != &rule) continue;
    Candidates one;
    add(*entry, one);
    if (!one.taint_rules.empty()) return one.taint_rules.front();
    return one.rules.empty() ? nullptr : one.rules.front();
  }
  return nullptr;
}

}  // namespace codelake::sast
