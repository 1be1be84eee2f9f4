// SPDX-License-Identifier: Apache-2.0
//
// The idea: most of what a source reaches leads to no sink, and following it exactly, part by part and call by call, is what
// costs. So what the sources reach is marked first, each value once, and of that only what leads to a sink is kept:
//
//     q = source(); log = f(q); sink(q)      forward: q, f's parameter, f's result, log; back from the sink: q alone
//
// Every way that the exact search takes is one of these steps, so that what it finds is the same.
#include "scanners/sast/flow/relevance.h"

namespace codelake::sast::flow {

Relevance::Relevance(const Project& project, const Question& question)
    : m_project(project), m_question(question), m_places(project.file_count()) {
  go_forward();
  m_leads.resize(m_reached.size());
  go_back();
  m_steps = {};
}

void Relevance::go_forward() {
  // A source that requires labels is one that may get them.
  for (const Source& source : m_question.sources) step(0, source.at);
  m_steps.clear();
  for (Place from = 0; from < m_reached.size(); ++from) {
    const ValueRef at = m_reached[from];
    for (const Edge& edge : m_project.graph(at.file).edges_of(at.value)) {
      if (carries(m_project, m_question, at.file, edge)) step(from, {at.file, edge.to});
    }
    const auto more = m_question.propagators.find(at.key());
    if (more != m_question.propagators.end()) {
      for (const ValueId to : more->second) step(from, {at.file, to});
    }
    for (const Entry& entry : m_project.entries(at)) step(from, entry.to);
    for (const Exit& exit : m_project.exits(at)) step(from, {exit.call.file, exit.to});
  }
}

void Relevance::step(Place from, ValueRef to) {
  if (to.value == 0 || m_question.sanitized.count(to.key()) != 0) return;
  auto& places = m_places[to.file];
  if (places.empty()) places.resize(m_project.graph(to.file).values.size());
  Place& place = places[to.value];
  if (place == 0) {
    m_reached.push_back(to);
    place = static_cast<Place>(m_reached.size());
  }
  m_steps.emplace_back(place - 1, from);
}

std::vector<Relevance::Place> Relevance::targets() const {
  std::vector<Place> targets;
  const auto add = [&](ValueRef at) {
    const auto& places = m_places[at.file];
    if (!places.empty() && places[at.value] != 0) targets.push_back(places[at.value] - 1);
  };
  for (const Sink& sink : m_question.sinks) add(sink.at);
  if (targets.empty()) return targets;
  for (const Source& source : m_question.sources) {
    if (source.requires_labels) add(source.at);
  }
  return targets;
}

void Relevance::go_back() {
  std::vector<Place> open;
  const auto lead = [&](Place place) {
    if (m_leads[place]) return;
    m_leads[place] = true;
    open.push_back(place);
  };
  for (const Place target : targets()) lead(target);
  m_empty = open.empty();
  if (m_empty) return;
  // The steps by where they go to.
  std::vector<Place> starts(m_reached.size() + 1);
  for (const auto& [to, from] : m_steps) starts[to + 1] += 1;
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<Place> origins(m_steps.size());
  std::vector<Place> next(starts.begin(), starts.end() - 1);
  for (const auto& [to, from] : m_steps) origins[next[to]++] = from;
  while (!open.empty()) {
    const Place at = open.back();
    open.pop_back();
    for (Place i = starts[at]; i < starts[at + 1]; ++i) lead(origins[i]);
  }
}

}  // namespace codelake::sast::flow
