// SPDX-License-Identifier: Apache-2.0
// A state is the set of steps the last byte may be. Texts lead into few of the many that there could be, so each is
// made when it is first reached, with an entry for each class of bytes that is filled in likewise; bytes are of one class
// when no step tells them apart. Example: after "key" of
// key *= *[0-9] come the states {key}, of " " { }, of "=" {=}, of "1" {[0-9]}: the rule may match.
#include "scanners/secrets/tail_search.h"

#include <algorithm>
#include <bit>
#include <memory>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_searches_max = 4;  // of one thread; the oldest goes

void sort_once(std::vector<std::uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

TailSearch& TailSearch::of_thread(const Tails& tails) {
  thread_local std::vector<std::unique_ptr<TailSearch>> searches;
  const auto known = std::find_if(searches.begin(), searches.end(), [&](const auto& search) { return search->m_serial == tails.serial(); });
  if (known != searches.end()) return **known;
  if (searches.size() == k_searches_max) searches.erase(searches.begin());
  return *searches.emplace_back(std::make_unique<TailSearch>(tails));
}

TailSearch::TailSearch(const Tails& tails) : m_tails(tails), m_serial(tails.serial()), m_class_of(tails.byte_classes()) {
  m_row_bits = static_cast<unsigned>(std::bit_width(unsigned{*std::max_element(m_class_of.begin(), m_class_of.end())}));
  clear();
}

void TailSearch::clear() {
  m_states.clear();
  m_next.clear();
  m_numbers.clear();
  m_starts.assign(m_tails.marks(), k_unknown);
  state_of({});
}

std::uint16_t TailSearch::start(std::size_t mark) {
  Steps steps;
  const Tails::List list = m_tails.mark_steps(mark);
  for (std::uint32_t i = list.begin; i < list.end; ++i) steps.push_back(m_tails.listed(i));
  const std::uint16_t state = state_of(std::move(steps));
  m_starts[mark] = state;
  return state;
}

std::uint16_t TailSearch::make(std::size_t number, unsigned char byte) {
  Steps steps;
  for (const std::uint32_t step : m_states[number].steps) {
    const Tails::List list = m_tails.next(step);
    for (std::uint32_t i = list.begin; i < list.end; ++i) {
      const std::uint32_t next = m_tails.listed(i);
      if (m_tails.may_be(next, byte)) steps.push_back(next);
    }
  }
  const bool full = m_states.size() >= k_states_max;
  const std::uint16_t made = state_of(std::move(steps));
  if (!full) m_next[(number << m_row_bits) + m_class_of[byte]] = made;
  return made;
}

// A full table is begun anew.
std::uint16_t TailSearch::state_of(Steps steps) {
  sort_once(steps);
  const auto known = m_numbers.find(steps);
  if (known != m_numbers.end()) return known->second;
  if (m_states.size() >= k_states_max) clear();
  State state;
  for (const std::uint32_t step : steps) {
    if (m_tails.is_last(step)) state.rules.push_back(m_tails.rule(step));
  }
  sort_once(state.rules);
  const auto number = static_cast<std::uint16_t>(m_states.size() | (state.rules.empty() ? 0U : k_tells));
  m_next.insert(m_next.end(), std::size_t{1} << m_row_bits, k_unknown);
  state.steps = steps;
  m_states.push_back(std::move(state));
  m_numbers.emplace(std::move(steps), number);
  return number;
}

}  // namespace codelake::secrets
