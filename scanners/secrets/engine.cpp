// SPDX-License-Identifier: Apache-2.0
// Rules whose matches can only stand where a run of characters begins (rule/route.h) are looked for there, and rules of
// which every match holds one of a few texts by those (rule/tails.h). For the others an automaton says "a match of rule r may reach over e" (it looks for the rule's anchor, which is inside
// every match: the keyword it begins with, or the shortest form of the pattern). Any such match begins before
// e and within the rule's lead, so the exact expression is tried at starts in [floor, e) only, where floor
// rises past what was already tried or matched: no start is tried twice, and the time is linear in the text
// even when every byte is a candidate. Example: pattern "ab{2,9}", text "xabbbab". The automaton ("ab{2}")
// says 4. Starts 0–3 are tried: "abbb" at 1–5. Floor is now 5; a candidate at or before 5 is dropped unseen.
#include "scanners/secrets/engine.h"

#include "core/check.h"
#include "scanners/secrets/beginnings.h"
#include "scanners/secrets/mark_search.h"
#include "scanners/secrets/rule/assignment.h"
#include "scanners/secrets/rule/automaton.h"
#include "scanners/secrets/runs.h"
#include "scanners/secrets/tail_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <mutex>
#include <optional>

namespace codelake::secrets {

namespace {

// Bytes given to exact expressions for one text, all rules together: beyond any honest file.
constexpr std::uint64_t k_confirm_bytes_max = 512U << 20;

// For each rule the first start in a text that was not tried. Most texts have candidates of a few rules only, so that a
// table of all is cleared where it was used.
class Floors {
 public:
  explicit Floors(std::size_t rules) {
    if (table().size() < rules) table().resize(rules);
  }
  Floors(const Floors&) = delete;
  Floors& operator=(const Floors&) = delete;
  ~Floors() {
    for (const std::size_t rule : m_used) table()[rule] = 0;
  }

  std::size_t& of(std::size_t rule) {
    std::size_t& floor = table()[rule];
    if (floor == 0) m_used.push_back(rule);
    return floor;
  }

 private:
  static std::vector<std::size_t>& table() {
    thread_local std::vector<std::size_t> floors;
    return floors;
  }
  std::vector<std::size_t> m_used;
};

// A rule's exact expression, compiled at the first candidate: most rules have none in most checkouts.
struct LazyConfirmation {
  std::once_flag once;
  std::optional<Confirmation> value;
};

}  // namespace

struct Engine::State {
  std::vector<Rule> rules;
  std::string_view stored_tails;
  std::once_flag loaded;
  std::optional<MultiPattern> patterns;  // of the rules of Route::automaton; none when there are no such rules
  Beginnings tokens;
  Beginnings assigned;
  std::size_t reach_max = 0;
  Tails tails;
  MarkSearch marks;
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

  void load() {
    std::call_once(loaded, [&] {
      tokens = beginnings_of(Route::token);
      assigned = beginnings_of(Route::assigned);
      for (const Rule& rule : rules) reach_max = std::max(reach_max, rule.reach);
      tails = stored_tails.empty() ? tails_of(rules) : Tails::from_bytes(stored_tails);
      marks = MarkSearch(tails);
      if (patterns) return;
      CODELAKE_CHECK(build_automaton().has_value());
    });
  }

  Result<void> build_automaton() {
    const auto sought = expressions(rules);
    if (!sought.empty()) patterns.emplace(TRY(MultiPattern::compile(sought)));
    return {};
  }

  Beginnings beginnings_of(Route route) const {
    std::vector<Beginnings::Beginning> beginnings;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
      if (rules[i].route != route) continue;
      for (const std::string& first : rules[i].first_bytes) beginnings.push_back({i, first});
    }
    return Beginnings(beginnings);
  }

  // One search of one text.
  class Search;
};

class Engine::State::Search {
 public:
  Search(State& state, std::string_view text) : m_state(state), m_text(text), m_floors(state.rules.size()) {}

  void automaton(const Window& window) {
    if (!m_state.patterns) return;
    const std::string_view part = m_text.substr(window.begin, window.end - window.begin);
    const auto outcome = m_state.patterns->scan(part, [&](std::uint32_t id, std::size_t end_in_part) {
      const std::size_t end = window.begin + end_in_part;
      const std::size_t lead = m_state.rules[id].lead;
      candidate(id, {end > lead ? end - lead : 0, end}, end);
    });
    if (outcome == MultiPattern::Outcome::too_large) hits.complete = false;
  }

  void marks(const Window& window) {
    TailSearch& search = TailSearch::of_thread(m_state.tails);
    m_state.marks.visit_all(m_text, window, [&](std::size_t mark, std::size_t begin) {
      search.follow(mark, m_text, begin + m_state.tails.mark_size(mark), [&](std::size_t rule) {
        candidate(rule, {begin - std::min(begin, m_state.tails.before_max(rule)), begin + 1}, begin + 1);
      });
    });
  }

  void runs(const Window& window) {
    m_named = window.begin;
    Runs(m_text, window).visit_all([&](std::size_t begin, std::span<const std::uint16_t> places) { tokens(begin, places); },
                                   [&](std::size_t at) { value(at); });
  }

  Hits hits;

 private:
  static bool is_escape(char c) { return c == 'n' || c == 'r' || c == 't'; }

  // Words in runs, and what follows an escape there. Few tokens begin like a word, but which is not foretold: places
  // are kept or not without a branch.
  void tokens(std::size_t begin, std::span<const std::uint16_t> places) {
    const Beginnings& beginnings = m_state.tokens;
    const char* text = m_text.data() + begin;
    std::array<std::uint16_t, 2 * k_chunk_bytes> kept;
    std::size_t used = 0;
    for (const std::uint16_t place : places) {
      kept[used] = place;
      used += beginnings.is_used(text + place) ? 1 : 0;
      const bool escaped = begin + place > 0 && text[static_cast<std::ptrdiff_t>(place) - 1] == '\\';
      kept[used] = static_cast<std::uint16_t>(place + 1);
      used += escaped && is_escape(text[place]) ? 1 : 0;
    }
    for (std::size_t i = 0; i < used; ++i) {
      if (!beginnings.may_begin(text + kept[i])) continue;
      const std::size_t at = begin + kept[i];
      beginnings.visit_at(m_text, at, [&](std::size_t rule) { candidate(rule, {at, at + 1}, at + 1); });
    }
  }

  // Names that the value at `at` may be given to.
  void value(std::size_t at) {
    const std::size_t floor = std::max(m_named, at > m_state.reach_max ? at - m_state.reach_max : 0);
    const auto name = name_of_value(m_text, at, floor);
    if (!name) return;
    m_named = *name;
    for (; m_named < at; m_named += k_block_bytes) names({m_named, std::min(m_named + k_block_bytes, at)}, at);
    m_named = at;
  }

  // Looks at a block or less, before a value.
  void names(const Window& window, std::size_t value) {
    std::uint64_t begins = name_begins(m_text, window.begin);
    if (window.end - window.begin < k_block_bytes) begins &= (std::uint64_t{1} << (window.end - window.begin)) - 1;
    for (; begins != 0; begins &= begins - 1) {
      const std::size_t at = window.begin + static_cast<unsigned>(std::countr_zero(begins));
      if (!m_state.assigned.is_used(m_text.data() + at)) continue;
      m_state.assigned.visit_at(m_text, at, [&](std::size_t rule) { candidate(rule, {at, at + 1}, value + 1); });
    }
  }

  // A match of the rule may begin in `starts`, as what stands before `seen` says. Requires for each rule that what lies
  // before was looked at, or is no start.
  void candidate(std::size_t index, const Window& starts, std::size_t seen) {
    const Rule& rule = m_state.rules[index];
    if (rule.window > k_near_window) {
      far_candidate(rule, starts.end);
      add_window(hits.hot, {starts.begin, seen});
    }
    std::size_t& floor = m_floors.of(index);
    if (starts.end <= floor) return;
    floor = std::max(floor, starts.begin);
    const Confirmation& exact = m_state.confirmation_of(index);
    const std::string_view subject = m_text.substr(0, std::min(m_text.size(), starts.end + rule.window));
    while (floor < starts.end) {
      m_spent += subject.size() - floor;
      if (m_spent > k_confirm_bytes_max) {
        hits.complete = false;
        return;
      }
      RegexLimit limit = RegexLimit::not_hit;
      const auto match = exact.first.regex.find_starting_by(starts.end - 1, subject, floor, &limit);
      if (limit == RegexLimit::hit) hits.complete = false;
      if (!match) {
        floor = starts.end;
        return;
      }
      floor = std::max(match->end(), floor + 1);
      const auto& secret = exact.first.secret_of(*match);
      hits.list.push_back({&rule, exact.first.begin_of(*match), match->end(), secret.begin, secret.end});
      add_window(hits.hot, {std::min(starts.begin, match->begin()), std::max(seen, match->end())});
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

  void far_candidate(const Rule& rule, std::size_t end) {
    add_window(hits.far, {end > rule.window ? end - rule.window : 0, std::min(m_text.size(), end + rule.window)});
  }

  // Windows that overlap are one, so that their number stays small.
  static void add_window(std::vector<Window>& windows, const Window& next) {
    if (!windows.empty() && next.begin <= windows.back().end && next.begin >= windows.back().begin) {
      windows.back().end = std::max(windows.back().end, next.end);
    } else {
      windows.push_back(next);
    }
  }

  State& m_state;
  std::string_view m_text;
  Floors m_floors;
  std::uint64_t m_spent = 0;
  std::size_t m_named = 0;  // names were looked for up to here
};

Engine::Engine(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::build(std::vector<Rule> rules) {
  TRY(prepare(rules));
  auto state = std::make_unique<State>(std::move(rules));
  TRY(state->build_automaton());
  return Engine(std::move(state));
}

Engine Engine::from_stored(std::vector<Rule> rules, std::string_view tails) {
  auto state = std::make_unique<State>(std::move(rules));
  state->stored_tails = tails;
  return Engine(std::move(state));
}

Hits Engine::find(std::string_view text) const {
  const Window whole{0, text.size()};
  return find(text, {&whole, 1});
}

Hits Engine::find(std::string_view text, std::span<const Window> windows) const {
  m_state->load();
  State::Search search(*m_state, text);
  for (const Window& window : windows) {
    search.automaton(window);
    search.marks(window);
    search.runs(window);
  }
  return std::move(search.hits);
}

const std::vector<Rule>& Engine::rules() const {
  return m_state->rules;
}

}  // namespace codelake::secrets
