// SPDX-License-Identifier: Apache-2.0
// The automaton says "a match of rule r may reach over e" (it looks for the rule's anchor, which is inside
// every match: the keyword it begins with, or the shortest form of the pattern). Any such match begins before
// e and within the rule's lead, so the exact expression is tried at starts in [floor, e) only, where floor
// rises past what was already tried or matched: no start is tried twice, and the time is linear in the text
// even when every byte is a candidate. Example: pattern "ab{2,9}", text "xabbbab". The automaton ("ab{2}")
// says 4. Starts 0–3 are tried: "abbb" at 1–5. Floor is now 5; a candidate at or before 5 is dropped unseen.
#include "scanners/secrets/engine.h"

#include "core/check.h"
#include "scanners/secrets/rule/automaton.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <optional>

namespace codelake::secrets {

namespace {

// Bytes given to exact expressions for one text, all rules together: beyond any honest file.
constexpr std::uint64_t k_confirm_bytes_max = 512U << 20;

// A rule's exact expression, compiled at the first candidate: most rules have none in most checkouts.
struct LazyConfirmation {
  std::once_flag once;
  std::optional<Confirmation> value;
};

}  // namespace

struct Engine::State {
  std::vector<Rule> rules;
  std::vector<std::string_view> automata;
  std::once_flag loaded;
  std::optional<MultiPattern> patterns;
  std::deque<LazyConfirmation> confirmations;

  explicit State(std::vector<Rule> given) : rules(std::move(given)), confirmations(rules.size()) {}

  const Confirmation& confirmation_of(std::size_t rule) {
    LazyConfirmation& lazy = confirmations[rule];
    std::call_once(lazy.once, [&] {
      auto made = confirmation(rules[rule]);
      CODELAKE_CHECK(made.has_value());
      lazy.value.emplace(std::move(*made));
    });
    return *lazy.value;
  }

  // A stored automaton this CPU cannot run does not load; the last way is to build one here, in seconds.
  const MultiPattern& automaton() {
    std::call_once(loaded, [&] {
      for (const std::string_view bytes : automata) {
        if (patterns) break;
        if (auto stored = MultiPattern::from_bytes(bytes)) patterns.emplace(std::move(*stored));
      }
      if (patterns) return;
      auto built = MultiPattern::compile(expressions(rules));
      CODELAKE_CHECK(built.has_value());
      patterns.emplace(std::move(*built));
    });
    return *patterns;
  }
};

namespace {

class Search {
 public:
  Search(std::string_view text, std::size_t rules) : m_text(text), m_rules(rules) {}

  // Whether a candidate has starts that were not tried yet.
  bool is_new(std::size_t rule, std::size_t end) const { return m_floor.empty() || end > m_floor[rule]; }

  void candidate(const Rule& rule, std::size_t index, const Confirmation& exact, std::size_t end) {
    if (m_floor.empty()) m_floor.resize(m_rules);
    std::size_t& floor = m_floor[index];
    floor = std::max(floor, end > rule.lead ? end - rule.lead : 0);
    const std::string_view subject = m_text.substr(0, std::min(m_text.size(), end + rule.window));
    while (floor < end) {
      m_spent += subject.size() - floor;
      if (m_spent > k_confirm_bytes_max) {
        hits.complete = false;
        return;
      }
      RegexLimit limit = RegexLimit::not_hit;
      const auto match = exact.first.regex.find_starting_by(end - 1, subject, floor, &limit);
      if (limit == RegexLimit::hit) hits.complete = false;
      if (!match) {
        floor = end;
        return;
      }
      floor = std::max(match->end(), floor + 1);
      const auto& secret = exact.first.secret_of(*match);
      hits.list.push_back({&rule, exact.first.begin_of(*match), match->end(), secret.begin, secret.end});
      if (exact.next) follow(*exact.next, subject);
    }
  }

  // The secrets that follow the one of the last hit, each right behind the one before it.
  void follow(const Exact& next, std::string_view subject) {
    std::size_t from = hits.list.back().secret_end;
    while (const auto match = next.regex.find(subject, from)) {
      const auto& secret = next.secret_of(*match);
      if (secret.end <= from) return;
      hits.list.push_back({hits.list.back().rule, next.begin_of(*match), match->end(), secret.begin, secret.end});
      from = secret.end;
    }
  }

  // Stretches that overlap are one, so that their number stays small.
  void far_candidate(const Rule& rule, std::size_t end) {
    const Window reach{end > rule.window ? end - rule.window : 0, std::min(m_text.size(), end + rule.window)};
    if (!hits.far.empty() && reach.begin <= hits.far.back().end && reach.begin >= hits.far.back().begin) {
      hits.far.back().end = std::max(hits.far.back().end, reach.end);
    } else {
      hits.far.push_back(reach);
    }
  }

  Hits hits;

 private:
  std::string_view m_text;
  std::size_t m_rules;
  // For each rule, the first start that was not tried; empty before any candidate.
  std::vector<std::size_t> m_floor;
  std::uint64_t m_spent = 0;
};

}  // namespace

Engine::Engine(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::build(std::vector<Rule> rules) {
  TRY(prepare(rules));
  auto state = std::make_unique<State>(std::move(rules));
  state->patterns.emplace(TRY(MultiPattern::compile(expressions(state->rules))));
  return Engine(std::move(state));
}

Engine Engine::from_stored(std::vector<Rule> rules, std::vector<std::string_view> automata) {
  auto state = std::make_unique<State>(std::move(rules));
  state->automata = std::move(automata);
  return Engine(std::move(state));
}

Hits Engine::find(std::string_view text) const {
  const Window whole{0, text.size()};
  return find(text, {&whole, 1});
}

Hits Engine::find(std::string_view text, std::span<const Window> windows) const {
  State& state = *m_state;
  Search search(text, state.rules.size());
  for (const Window& window : windows) {
    const std::string_view part = text.substr(window.begin, window.end - window.begin);
    const auto outcome = state.automaton().scan(part, [&](std::uint32_t id, std::size_t end_in_part) {
      const std::size_t end = window.begin + end_in_part;
      const Rule& rule = state.rules[id];
      if (rule.window > k_near_window) search.far_candidate(rule, end);
      if (search.is_new(id, end)) search.candidate(rule, id, state.confirmation_of(id), end);
    });
    if (outcome == MultiPattern::Outcome::too_large) search.hits.complete = false;
  }
  return std::move(search.hits);
}

const std::vector<Rule>& Engine::rules() const {
  return m_state->rules;
}

}  // namespace codelake::secrets
