// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/reach.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

// Whether an edge of a file carries the taint of a question.
inline bool carries(const Project& project, const Question& question, std::uint32_t file, const Edge& edge) {
  if ((question.steps & (1U << static_cast<unsigned>(edge.step))) == 0) return false;
  const bool of_unknown = edge.step == Step::argument || edge.step == Step::receiver || edge.step == Step::effect || edge.step == Step::callback;
  return !of_unknown || !project.is_certain(file, edge.to);
}

// The values that lie between a source and a sink of a question. Wider than what is found: it looks neither at parts of
// objects nor at which call of a function was the one that entered it.
class Relevance {
 public:
  Relevance(const Project& project, const Question& question);

  bool holds(ValueRef at) const {
    const auto& places = m_places[at.file];
    return !places.empty() && places[at.value] != 0 && m_leads[places[at.value] - 1];
  }
  // No value is: nothing can be found.
  bool empty() const { return m_empty; }

 private:
  using Place = std::uint32_t;  // in m_reached

  void go_forward();
  void go_back();
  void step(Place from, ValueRef to);
  std::vector<Place> targets() const;

  const Project& m_project;
  const Question& m_question;
  std::vector<std::vector<Place>> m_places;  // by file and value: one more than the place; a file not reached has none
  std::vector<ValueRef> m_reached;           // from the sources
  std::vector<std::pair<Place, Place>> m_steps;  // among these: where to and where from
  std::vector<bool> m_leads;                 // beside m_reached: to a sink
  bool m_empty = true;
};

}  // namespace codelake::sast::flow
