// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/environment.h"

#include <algorithm>

namespace codelake::sast::flow {

namespace {

// The finalizer of SplitMix64: spreads the bits of two numbers over one.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = a * 0x9E3779B97F4A7C15U + b;
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
  return hash ^ (hash >> 31U);
}

}  // namespace

Place variable_of(std::uint32_t function, syntax::Symbol name) { return mixed(2U * std::uint64_t{function} + 1, name); }
Place part_of(ObjectId object, syntax::Symbol label) { return mixed(2U * std::uint64_t{object}, label); }

const Operand* Environment::find(Place place) const {
  const auto found = m_places.find(place);
  return found == m_places.end() ? nullptr : &found->second;
}

void Environment::set(Place place, const Operand& operand) {
  const auto [at, added] = m_places.try_emplace(place, operand);
  if (added) {
    m_trail.push_back({place, std::nullopt});
  } else if (at->second != operand) {
    m_trail.push_back({place, at->second});
    at->second = operand;
  }
}

std::vector<Environment::Change> Environment::changes_since(Checkpoint checkpoint) const {
  std::vector<Change> changes(m_trail.begin() + static_cast<std::ptrdiff_t>(checkpoint), m_trail.end());
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.place < b.place; });
  const auto last = std::unique(changes.begin(), changes.end(),
                                [](const Change& a, const Change& b) { return a.place == b.place; });
  changes.erase(last, changes.end());
  for (Change& change : changes) {
    const Operand* now = find(change.place);
    change.operand = now == nullptr ? std::nullopt : std::optional(*now);
  }
  return changes;
}

void Environment::undo_to(Checkpoint checkpoint) {
  while (m_trail.size() > checkpoint) {
    const Change& change = m_trail.back();
    if (change.operand) {
      m_places[change.place] = *change.operand;
    } else {
      m_places.erase(change.place);
    }
    m_trail.pop_back();
  }
}

}  // namespace codelake::sast::flow
