// SPDX-License-Identifier: Apache-2.0
// Rules that say `{model: request}` hold the same hundred patterns each: reading them and looking for them once saves
// most of the time of a scan. What the rules bind differs only in the numbers of their slots, so a pattern has numbers
// of its own: `f($B, $A, $B)` binds $B as 0 and $A as 1, whatever the rule around it binds before.
#include "scanners/sast/shared_pattern.h"

#include "core/hash.h"
#include "scanners/sast/formula_reader.h"
#include "scanners/sast/rule.h"

namespace codelake::sast {

SharedPattern::SharedPattern(const Key& key)
    : m_text(key.text), m_language(key.language), m_small_letters(key.small_letters), m_options(of_matching(*key.options)) {
  for (const std::string_view name : metavariables_in(m_text, m_small_letters)) {
    if (slot_in(m_metavariables, name) == k_slots_max) m_metavariables.emplace_back(name);
  }
}

bool SharedPattern::is_for(const Key& key) const {
  return m_text == key.text && m_language == key.language && m_small_letters == key.small_letters &&
         m_options == of_matching(*key.options);
}

const Pattern& SharedPattern::pattern() const {
  std::call_once(m_read, [this] { read(); });
  return m_pattern;
}

const std::optional<Error>& SharedPattern::error() const {
  pattern();
  return m_error;
}

void SharedPattern::read() const {
  if (m_language == nullptr) {
    auto text = compile_text_pattern(m_text, m_metavariables);
    if (text)
      m_pattern.text = std::move(*text);
    else
      m_error = text.error();
    return;
  }
  auto pattern = compile_pattern(m_text, m_metavariables, m_options, *m_language);
  if (pattern)
    m_pattern = std::move(*pattern);
  else
    m_error = pattern.error();
}

const SharedPattern& PatternPool::get(const SharedPattern::Key& key) const {
  const std::lock_guard lock(m_mutex);
  const std::uint64_t hash = fast_hash(key.text);
  const auto [first, last] = m_patterns.equal_range(hash);
  for (auto at = first; at != last; ++at) {
    if (at->second->is_for(key)) return *at->second;
  }
  return *m_patterns.emplace(hash, std::make_unique<SharedPattern>(key))->second;
}

}  // namespace codelake::sast
