// SPDX-License-Identifier: Apache-2.0
// Rules that say `{model: request}` hold the same hundred patterns each: reading them and looking for them once saves
// most of the time of a scan. What the rules bind differs only in the numbers of their slots, so a pattern has numbers
// of its own: `f($B, $A, $B)` binds $B as 0 and $A as 1, whatever the rule around it binds before.
#include "scanners/sast/shared_pattern.h"

#include "core/hash.h"
#include "scanners/sast/formula_reader.h"
#include "scanners/sast/rule.h"

namespace codelake::sast {

struct PatternPool::Entry {
  bool small_letters = false;
  std::once_flag once;
  SharedPattern shared;

  bool is_for(const Key& key, const RuleOptions& options) const {
    return shared.text == key.text && shared.language == key.language && small_letters == key.small_letters &&
           shared.options == options;
  }

  void read() {
    for (const std::string_view name : metavariables_in(shared.text, small_letters)) {
      if (slot_in(shared.metavariables, name) == k_slots_max) shared.metavariables.emplace_back(name);
    }
    if (shared.language == nullptr) {
      auto text = compile_text_pattern(shared.text, shared.metavariables);
      if (text)
        shared.pattern.text = std::move(*text);
      else
        shared.error = text.error();
      return;
    }
    auto pattern = compile_pattern(shared.text, shared.metavariables, shared.options, *shared.language);
    if (pattern)
      shared.pattern = std::move(*pattern);
    else
      shared.error = pattern.error();
  }
};

PatternPool::PatternPool() = default;
PatternPool::~PatternPool() = default;

const SharedPattern& PatternPool::get(const Key& key) const {
  const RuleOptions options = of_matching(*key.options);
  Entry* entry = nullptr;
  {
    const std::lock_guard lock(m_mutex);
    const std::uint64_t hash = fast_hash(key.text);
    const auto [first, last] = m_entries.equal_range(hash);
    for (auto at = first; at != last && entry == nullptr; ++at) {
      if (at->second->is_for(key, options)) entry = at->second.get();
    }
    if (entry == nullptr) {
      entry = m_entries.emplace(hash, std::make_unique<Entry>())->second.get();
      entry->small_letters = key.small_letters;
      entry->shared.text = key.text;
      entry->shared.language = key.language;
      entry->shared.options = options;
    }
  }
  std::call_once(entry->once, [&] { entry->read(); });
  return entry->shared;
}

}  // namespace codelake::sast
