// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/language_rules.h"

#include <mutex>

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

LanguageRules::LanguageRules(const syntax::Language* language, const std::vector<const Rule*>& rules)
    : m_language(language), m_prefilter(rules) {
  for (const Rule* rule : rules) m_entries.push_back(std::make_unique<Entry>(rule));
}
LanguageRules::~LanguageRules() = default;

void LanguageRules::compile(const Entry& entry) const {
  const Rule& rule = *entry.compiled.rule;
  for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
    if (m_language == nullptr) {
      entry.errors.push_back(pattern_error(rule, i, "without a language only pattern-regex is supported"));
      return;
    }
    auto pattern = compile_pattern(rule.patterns[i].text, rule, *m_language);
    if (pattern) {
      entry.compiled.patterns.push_back(std::move(*pattern));
      continue;
    }
    entry.errors.push_back(pattern_error(
        rule, i, "the pattern is not " + std::string(m_language->name()) + ": " + pattern.error().text()));
  }
}

void LanguageRules::add(const Entry& entry, Candidates& to) const {
  std::call_once(entry.once, [&] { compile(entry); });
  if (entry.errors.empty()) to.rules.push_back(&entry.compiled);
  to.errors.insert(to.errors.end(), entry.errors.begin(), entry.errors.end());
}

LanguageRules::Candidates LanguageRules::candidates(std::string_view text, std::string_view path) const {
  Candidates found;
  for (const std::size_t index : m_prefilter.possible(text)) {
    if (applies(*m_entries[index]->compiled.rule, path)) add(*m_entries[index], found);
  }
  return found;
}

LanguageRules::Candidates LanguageRules::all() const {
  Candidates found;
  for (const auto& entry : m_entries) add(*entry, found);
  return found;
}

const CompiledRule* LanguageRules::find(const Rule& rule) const {
  for (const auto& entry : m_entries) {
    if (entry->compiled.rule != &rule) continue;
    Candidates one;
    add(*entry, one);
    return one.rules.empty() ? nullptr : one.rules.front();
  }
  return nullptr;
}

}  // namespace codelake::sast
