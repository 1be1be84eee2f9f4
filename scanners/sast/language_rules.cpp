// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/language_rules.h"

#include "core/thread_pool.h"
#include "scanners/sast/formula_reader.h"

#include <algorithm>
#include <optional>

namespace codelake::sast {

struct LanguageRules::Entry {
  Entry(const Rule* of, std::vector<std::size_t> parts_of) : parts(std::move(parts_of)) { compiled.rule = of; }

  std::vector<std::size_t> parts;  // its sources, sanitizers, propagators and sinks, in LanguageRules::m_parts
  mutable std::once_flag once;
  mutable CompiledRule compiled;
  mutable std::vector<RuleError> errors;
};

namespace {

RuleError pattern_error(const Rule& rule, std::size_t index, std::string cause) {
  return {rule.path, rule.patterns[index].line, rule.info.id, std::move(cause)};
}

// Whether the patterns of a rule need no look before they are used: our own are looked at by the tests.
bool is_known(const Rule& rule) { return rule.info.builtin || rule.readable; }

bool applies(const Rule& rule, std::string_view path) {
  return (rule.include.empty() || any_matches(rule.include, path)) && !any_matches(rule.exclude, path);
}

}  // namespace

LanguageRules::LanguageRules(const syntax::Language* language, const RuleShelf& shelf, std::vector<std::size_t> places,
                             Languages all)
    : m_language(language), m_shelf(shelf), m_places(std::move(places)), m_languages(std::move(all)) {}
LanguageRules::~LanguageRules() = default;

void LanguageRules::prepare() const {
  std::call_once(m_prepared, [this] {
    std::vector<std::vector<std::size_t>> parts;
    for (const std::size_t place : m_places) {
      const Rule* rule = m_shelf.rule(place);
      if (rule == nullptr) continue;
      m_follows_data = m_follows_data || rule->mode == Rule::Mode::taint;
      m_rules.push_back(rule);
      parts.push_back(m_parts.add(m_entries.size(), *rule));
      m_entries.push_back(std::make_unique<Entry>(rule, parts.back()));
    }
    m_prefilter = std::make_unique<Prefilter>(m_rules, m_parts, parts, m_language == nullptr);
  });
}

bool LanguageRules::concern(std::string_view path) const {
  prepare();
  return std::any_of(m_rules.begin(), m_rules.end(), [&](const Rule* rule) { return applies(*rule, path); });
}

bool LanguageRules::follows_data() const {
  prepare();
  return m_follows_data;
}

const std::vector<const Rule*>& LanguageRules::rules() const {
  prepare();
  return m_rules;
}

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
  entry.compiled.patterns.resize(entry.compiled.rule->patterns.size());
  for (std::size_t i = 0; i < entry.compiled.rule->patterns.size(); ++i) compile_one(entry, i);
  use_parts(entry);
  // Patterns that are known to be right are read when they are looked for.
  if (!is_known(*entry.compiled.rule)) add_unreadable(entry, entry.errors);
}

void LanguageRules::add_unreadable(const Entry& entry, std::vector<RuleError>& errors) const {
  const Rule& rule = *entry.compiled.rule;
  for (std::size_t i = 0; i < rule.patterns.size(); ++i) {
    const PatternText& text = rule.patterns[i];
    const SharedPattern* shared = entry.compiled.patterns[i].shared;
    // What another of the rule's languages can read just matches nothing in this one.
    if (shared == nullptr || !shared->error() || (text.language.empty() && read_by_another(rule, text.text))) continue;
    const syntax::Language* language = shared->language();
    const std::string name = language == nullptr ? "text" : std::string(language->name());
    errors.push_back(pattern_error(rule, i, "the pattern is not " + name + ": " + shared->error()->text()));
  }
}

void LanguageRules::use_parts(const Entry& entry) const {
  const Rule& rule = *entry.compiled.rule;
  std::size_t next = 0;
  for (const auto* list : {&rule.taint.sources, &rule.taint.sanitizers, &rule.taint.propagators, &rule.taint.sinks}) {
    for (const TaintPart& part : *list) {
      const std::size_t number = entry.parts[next++];
      const SharedPart& shared = m_parts[number];
      // The first rule that has a part stands before this one, or is this one: no two wait for each other.
      const Entry& first = *m_entries[shared.rule];
      if (&first != &entry) std::call_once(first.once, [&] { compile(first); });
      PartUse use{number, &first.compiled, shared.part, &part, shared.role, {}};
      for (const std::string& name : first.compiled.rule->metavariables) use.slots.push_back(static_cast<Slot>(rule.slot_of(name)));
      entry.compiled.parts.push_back(std::move(use));
    }
  }
}

void LanguageRules::compile_one(const Entry& entry, std::size_t index) const {
  const Rule& rule = *entry.compiled.rule;
  const PatternText& text = rule.patterns[index];
  const auto& words = rule.info.languages;
  const bool own = text.language.empty();
  const bool any_text = own ? m_language == nullptr : is_text_language(text.language);
  const syntax::Language* language = own ? m_language : any_text ? nullptr : named(text.language);
  if (!own) entry.compiled.languages.emplace_back(text.language, language);
  if (!any_text && language == nullptr) {
    entry.errors.push_back(pattern_error(rule, index, "language not supported: " + text.language));
    return;
  }
  const bool small_letters = own ? std::any_of(words.begin(), words.end(), is_text_language) : any_text;
  const SharedPattern& shared = m_patterns.get({text.text, language, small_letters, &rule.options});
  std::vector<Slot> slots;
  for (const std::string& name : shared.metavariables()) slots.push_back(static_cast<Slot>(rule.slot_of(name)));
  entry.compiled.patterns[index] = {&shared, std::move(slots)};
}

void LanguageRules::add(const Entry& entry, Candidates& to) const {
  std::call_once(entry.once, [&] { compile(entry); });
  const bool taint = entry.compiled.rule->mode == Rule::Mode::taint;
  if (entry.errors.empty()) (taint ? to.taint_rules : to.rules).push_back(&entry.compiled);
  to.errors.insert(to.errors.end(), entry.errors.begin(), entry.errors.end());
}

LanguageRules::Candidates LanguageRules::candidates(std::string_view text, std::string_view path) const {
  prepare();
  Candidates found;
  Prefilter::Possible possible = m_prefilter->possible(text);
  found.parts = std::move(possible.parts);
  for (const std::size_t index : possible.rules) {
    const Rule& rule = *m_entries[index]->compiled.rule;
    if (applies(rule, path)) add(*m_entries[index], found);
  }
  return found;
}

// The places among its rules.
std::vector<std::size_t> LanguageRules::wanted(bool known) const {
  std::vector<std::size_t> wanted;
  const auto is_unknown = [&](std::size_t place) { return m_shelf.was_read(place) && !is_known(*m_shelf.rule(place)); };
  if (!known && std::none_of(m_places.begin(), m_places.end(), is_unknown)) return wanted;
  prepare();
  for (std::size_t i = 0; i < m_rules.size(); ++i) {
    if (known || !is_known(*m_rules[i])) wanted.push_back(i);
  }
  return wanted;
}

LanguageRules::Candidates LanguageRules::all(bool known) const {
  Candidates found;
  for (const std::size_t i : wanted(known)) {
    add(*m_entries[i], found);
    if (is_known(*m_rules[i])) add_unreadable(*m_entries[i], found.errors);
  }
  return found;
}

void LanguageRules::compile(bool known, std::size_t threads) const {
  const std::vector<std::size_t> rules = wanted(known);
  run_in_parallel(rules.size(), threads, [&](std::size_t i) {
    const Entry& entry = *m_entries[rules[i]];
    std::call_once(entry.once, [&] { compile(entry); });
  });
}

const CompiledRule* LanguageRules::find(const Rule& rule) const {
  prepare();
  const auto found = std::lower_bound(m_rules.begin(), m_rules.end(), &rule,
                                      [](const Rule* a, const Rule* b) { return a->number < b->number; });
  if (found == m_rules.end() || *found != &rule) return nullptr;
  Candidates one;
  add(*m_entries[static_cast<std::size_t>(found - m_rules.begin())], one);
  if (!one.taint_rules.empty()) return one.taint_rules.front();
  return one.rules.empty() ? nullptr : one.rules.front();
}

}  // namespace codelake::sast
