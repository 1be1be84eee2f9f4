// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/secrets/rule/rule.h"
#include "scanners/secrets/window.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// A match of a rule: byte offsets into the text that was given.
struct Hit {
  const Rule* rule = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t secret_begin = 0;
  std::size_t secret_end = 0;
};

struct Hits {
  std::vector<Hit> list;    // for each rule in the order of the text, without overlaps
  std::vector<Window> far;  // where rules that reach farther than k_near_window may match or begin to
  std::vector<Window> hot;  // places by which all of this was found: looking there alone finds it again
  bool complete = true;     // false: a limit ended the search
};

// Most rules match no more bytes than this.
constexpr std::size_t k_near_window = 256;

// Finds all matches of many rules in one pass: a look at the places where runs begin (runs.h) and where marks stand
// (mark_search.h), and an automaton for the rules that have neither, tell where a match of which rule may be; the
// rule's own expression confirms it. Const use is safe from several threads. Gives, for each rule, exactly
// what looking for its expression from the start of the text to its end would give, for matches no longer
// than the rule's window.
class Engine {
 public:
  // Builds the automaton now (rules of the user); every mistake in a rule is an error here.
  static Result<Engine> build(std::vector<Rule> rules);
  // Takes prepared rules and the bytes of their tails (rule/tails.h), which must outlive the engine; without them, and
  // when a rule needs an automaton, what is missing is built at the first use.
  static Engine from_stored(std::vector<Rule> rules, std::string_view tails = {});

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  Hits find(std::string_view text) const;
  // The same for a part of the text: the search looks at `windows` only (in order, apart from each other), what it says
  // is confirmed on the whole text.
  Hits find(std::string_view text, std::span<const Window> windows) const;
  const std::vector<Rule>& rules() const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace codelake::secrets
