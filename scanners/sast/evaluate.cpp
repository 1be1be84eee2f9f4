// SPDX-License-Identifier: Apache-2.0
// A formula is evaluated to the set of ranges where it holds, each with the bindings it holds under.
// `patterns` starts with its positive patterns, joins them (one range inside the other, equal bindings),
// keeps what lies inside its `pattern-inside` ranges and out of its negations, asks its conditions, and moves
// to the focus at last. Example: patterns [f($X), inside g($X, ...)] on `g(a, f(a), f(b))`: f(a) and f(b)
// hold with X=a and X=b, the inside holds with X=a, so f(a) is left. Parts are evaluated only while something
// is left.
#include "scanners/sast/evaluate.h"

#include "scanners/sast/analysis.h"
#include "scanners/sast/binding_filter.h"
#include "scanners/sast/comparison.h"
#include "scanners/sast/types.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace codelake::sast {

using syntax::NodeId;
using Matches = std::vector<Match>;

namespace {

bool before(const Match& a, const Match& b) {
  const auto place = std::tie(a.begin, a.end) <=> std::tie(b.begin, b.end);
  if (place != 0) return place < 0;
  const auto order = [](const Value& x, const Value& y) {
    return std::tie(x.begin, x.end, x.hash) < std::tie(y.begin, y.end, y.hash);
  };
  if (std::lexicographical_compare(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(), order)) return true;
  if (std::lexicographical_compare(b.values.begin(), b.values.end(), a.values.begin(), a.values.end(), order)) return false;
  return !a.focused && b.focused;  // what a pattern matched as a whole stands for both
}

// Which metavariables a rule puts its focus on: there the place matters, else only what stands there.
using Focused = std::array<bool, k_slots_max>;

void find_focused(const Formula& formula, Focused& focused) {
  for (const std::vector<Slot>& any : formula.focus) {
    for (const Slot slot : any) focused[slot] = true;
  }
  for (const Formula& child : formula.children) find_focused(child, focused);
  for (const Condition& condition : formula.conditions) {
    for (const Formula& nested : condition.formula) find_focused(nested, focused);
  }
}

// Kinds that may hold code of another language: a string, or what stands in a script element.
bool is_text(syntax::Kind kind) { return kind == syntax::Kind::string || kind == syntax::Kind::jsx_text; }

bool is_inside(const Formula& formula) {
  return formula.kind == Formula::Kind::inside;
}

bool is_anywhere(const Formula& formula) {
  return formula.kind == Formula::Kind::anywhere;
}

// Whether a formula finds nothing but surroundings: `pattern-inside`, a choice of them, or all of several.
bool surrounds(const Formula& formula) {
  if (is_inside(formula) || is_anywhere(formula)) return true;
  const bool joins = formula.kind == Formula::Kind::any || formula.kind == Formula::Kind::all;
  if (!joins || !formula.focus.empty()) return false;
  bool found = false;
  for (const Formula& child : formula.children) {
    if (child.kind == Formula::Kind::negation) continue;
    if (!surrounds(child)) return false;
    found = true;
  }
  return found;
}

constexpr std::size_t k_nested_depth_max = 200;  // of code within a text

class Evaluator {
 public:
  Evaluator(const CompiledRule& rule, const Formula& formula, const Subject& subject, Budget& budget)
      : m_compiled(rule),
        m_rule(*rule.rule),
        m_subject(subject),
        m_filter(*rule.rule, subject.text(), subject.file()),
        m_budget(budget) {
    find_focused(formula, m_focused);
  }

  Matches evaluate(const Formula& formula, const Extent& extent) {
    if (m_budget.exhausted) return {};
    switch (formula.kind) {
      case Formula::Kind::pattern:
        return pattern(formula, extent);
      case Formula::Kind::regex:
        return regex(formula, extent);
      case Formula::Kind::any:
        return any(formula, extent);
      case Formula::Kind::all:
        return all(formula, extent);
      case Formula::Kind::inside:
      case Formula::Kind::anywhere:
        return evaluate(formula.children[0], extent);
      case Formula::Kind::negation:
        return {};
    }
    return {};
  }

 private:
  bool equal(const Match& a, const Match& b) const {
    if (!a.same_range(b)) return false;
    for (std::size_t slot = 0; slot < a.values.size(); ++slot) {
      if (a.values[slot].hash != b.values[slot].hash) return false;
      if (m_focused[slot] && a.values[slot].begin != b.values[slot].begin) return false;
    }
    return true;
  }

  void make_unique(Matches& matches) const {
    std::sort(matches.begin(), matches.end(), before);
    matches.erase(std::unique(matches.begin(), matches.end(), [this](const auto& a, const auto& b) { return equal(a, b); }),
                  matches.end());
  }

  bool same(const Value& a, const Value& b) const {
    if (m_subject.file() == nullptr) return a.hash == b.hash;
    return m_subject.file()->same(a, b, m_rule.options.constant_propagation);
  }

  // Makes `into` agree with `from` where both are bound; false when they differ.
  bool unify(std::vector<Value>& into, const std::vector<Value>& from) const {
    for (std::size_t slot = 0; slot < into.size(); ++slot) {
      if (from[slot].hash == 0) continue;
      if (into[slot].hash == 0)
        into[slot] = from[slot];
      else if (!same(into[slot], from[slot]))
        return false;
    }
    return true;
  }

  bool compatible(const std::vector<Value>& a, const std::vector<Value>& b) const {
    for (std::size_t slot = 0; slot < a.size(); ++slot) {
      if (a[slot].hash != 0 && b[slot].hash != 0 && !same(a[slot], b[slot])) return false;
    }
    return true;
  }

  Matches pattern(const Formula& formula, const Extent& extent) {
    const PatternUse& use = m_compiled.patterns[formula.index];
    const bool is_text = use.shared->is_text();
    Matches within;
    const Matches* all = &within;
    if (is_text || extent.is_all()) {
      const PatternMatches& known = m_subject.matches_of(*use.shared);
      m_budget.spend(known.steps);
      m_budget.exhausted = m_budget.exhausted || known.limit_hit;
      all = &known.matches;
    } else {
      m_subject.find_within(extent, *use.shared, m_budget, within);
    }
    Matches found;
    for (const Match& match : *all) {
      if (is_text && (match.begin < extent.begin || match.end > extent.end)) continue;
      Match own = renumbered(match, use.slots, m_rule.metavariables.size());
      if (is_text || m_filter.accepts(own.values)) found.push_back(std::move(own));
    }
    make_unique(found);
    return found;
  }

  // A part of the text is searched as if it were all: ^ and $ are its ends.
  Matches regex(const Formula& formula, const Extent& extent) {
    Matches found;
    const Regex& pattern = m_rule.regexes[formula.index];
    const std::string_view text = m_subject.text().substr(extent.begin, extent.end - extent.begin);
    for (std::size_t from = 0; from <= text.size();) {
      RegexLimit limit = RegexLimit::not_hit;
      const auto match = pattern.find(text, from, &limit);
      if (limit == RegexLimit::hit) m_budget.exhausted = true;
      if (!match || !m_budget.spend()) break;
      found.push_back(regex_match(pattern, *match, extent.begin));
      from = match->end() > match->begin() ? match->end() : match->end() + 1;
    }
    return found;
  }

  Match regex_match(const Regex& pattern, const RegexMatch& match, std::size_t offset) const {
    Match result{static_cast<std::uint32_t>(offset + match.begin()), static_cast<std::uint32_t>(offset + match.end()),
                 std::vector<Value>(m_rule.metavariables.size())};
    for (std::size_t group = 1; group < match.groups.size(); ++group) {
      set_group(result, "$" + std::to_string(group), match.groups[group], offset);
    }
    for (const auto& [name, number] : pattern.names()) {
      if (number < match.groups.size()) set_group(result, "$" + name, match.groups[number], offset);
    }
    return result;
  }

  void set_group(Match& match, const std::string& name, const RegexMatch::Group& group, std::size_t offset) const {
    const std::size_t slot = m_rule.slot_of(name);
    if (slot >= match.values.size() || !group.matched) return;
    const std::size_t begin = offset + group.begin;
    const std::string_view text = m_subject.text().substr(begin, group.end - group.begin);
    match.values[slot] = {syntax::symbol_of(text) | 1U, static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(offset + group.end), 0};
  }

  Matches any(const Formula& formula, const Extent& extent) {
    Matches found;
    for (const Formula& child : formula.children) {
      Matches more = evaluate(child, extent);
      found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    make_unique(found);
    return found;
  }

  bool is_lone_metavariable(const Formula& formula) const {
    if (formula.kind != Formula::Kind::pattern || m_subject.file() == nullptr) return false;
    const auto& readings = m_compiled.patterns[formula.index].shared->pattern().readings;
    return !readings.empty() && readings.front().lone_metavariable;
  }

  Matches all(const Formula& formula, const Extent& extent) {
    push_conditions(formula);
    Matches found = positives(formula, extent);
    pop_conditions(formula, found);
    // A negation must not be refused for a value that only the whole is asked for.
    const std::vector<const Condition*> outer = m_filter.exchange({});
    for (const Formula& child : formula.children) {
      if (child.kind == Formula::Kind::negation && !found.empty()) subtract(found, child.children[0], extent);
    }
    conditions(formula, found);
    m_filter.exchange(outer);
    focus(formula, found);
    make_unique(found);
    return found;
  }

  Matches positives(const Formula& formula, const Extent& extent) {
    std::vector<const Formula*> positive;
    for (const Formula& child : formula.children) {
      if (child.kind != Formula::Kind::negation) positive.push_back(&child);
    }
    // Patterns first, then what they must be inside of; `$X` alone holds at every expression, so it comes
    // last and is looked for only in what is left.
    const auto rank = [this](const Formula* child) {
      return is_lone_metavariable(*child) ? 2 : surrounds(*child) ? 1 : 0;
    };
    std::stable_sort(positive.begin(), positive.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
    Matches found;
    // Only what a metavariable stands for can be asked for nothing but negations: all of it holds then.
    if (positive.empty())
      found.push_back({extent.begin, std::min(extent.end, static_cast<std::uint32_t>(m_subject.text().size())),
                       std::vector<Value>(m_rule.metavariables.size())});
    for (std::size_t i = 0; i < positive.size(); ++i) {
      const Formula& child = *positive[i];
      if (i == 0)
        found = evaluate(child, extent);
      else if (is_lone_metavariable(child))
        found = select(found, child);
      else
        found = join(found, evaluate(child, extent), joined_as(*positive.front(), child));
      if (found.empty()) return found;
    }
    return found;
  }

  // What must lie in surroundings, but where there are only surroundings, the innermost is what is found.
  static Formula::Kind joined_as(const Formula& first, const Formula& child) {
    if (is_anywhere(child)) return child.kind;
    return surrounds(child) && !surrounds(first) ? Formula::Kind::inside : Formula::Kind::pattern;
  }

  // All expressions in the ranges found, bound to the metavariable of the pattern.
  Matches select(const Matches& found, const Formula& child) {
    Matches result;
    for (const Match& match : found) {
      for (Match& inner : pattern(child, {match.begin, match.end})) {
        if (unify(inner.values, match.values)) result.push_back(std::move(inner));
      }
    }
    make_unique(result);
    return result;
  }

  Matches join(const Matches& left, const Matches& right, Formula::Kind right_kind) {
    Matches result;
    for (const Match& a : left) {
      for (const Match& b : right) {
        if (!m_budget.spend()) return result;
        const bool a_within = right_kind == Formula::Kind::anywhere || a.within(b);
        if (!a_within && (right_kind == Formula::Kind::inside || !b.within(a))) continue;
        Match merged = a_within ? a : b;
        if (unify(merged.values, a_within ? b.values : a.values)) result.push_back(std::move(merged));
      }
    }
    make_unique(result);
    return result;
  }

  void subtract(Matches& found, const Formula& excluded, const Extent& extent) {
    const Matches without = evaluate(excluded, extent);
    const bool inside = is_inside(excluded);
    const bool anywhere = is_anywhere(excluded);
    const bool text = excluded.kind == Formula::Kind::regex;
    const auto hit = [&](const Match& match) {
      return std::any_of(without.begin(), without.end(), [&](const Match& other) {
        if (!m_budget.spend()) return false;
        const bool placed = anywhere ? true
                            : inside ? match.within(other)
                            : text ? match.within(other) || other.within(match)
                                   : match.same_range(other);
        return placed && compatible(match.values, other.values);
      });
    };
    found.erase(std::remove_if(found.begin(), found.end(), hit), found.end());
  }

  // Regular expressions are cheap: what they refuse is dropped where it is found, and again once everything
  // is bound.
  void push_conditions(const Formula& formula) {
    for (const Condition& condition : formula.conditions) {
      if (condition.kind == Condition::Kind::regex) m_filter.push(condition);
    }
  }

  void pop_conditions(const Formula& formula, Matches& found) {
    for (const Condition& condition : formula.conditions) {
      if (condition.kind != Condition::Kind::regex) continue;
      m_filter.pop();
      const auto refused = [&](const Match& match) {
        const Value& value = match.values[condition.slot];
        return value.hash == 0 || !m_filter.holds(condition, value);
      };
      found.erase(std::remove_if(found.begin(), found.end(), refused), found.end());
    }
  }

  void conditions(const Formula& formula, Matches& found) {
    for (const Condition& condition : formula.conditions) {
      if (condition.kind == Condition::Kind::regex) continue;
      if (condition.kind == Condition::Kind::formula) {
        Matches kept;
        for (Match& match : found) nested(condition, match, kept);
        found = std::move(kept);
        continue;
      }
      std::erase_if(found, [&](const Match& match) { return !holds(condition, match); });
    }
  }

  bool holds(const Condition& condition, const Match& match) const {
    if (condition.kind == Condition::Kind::comparison) return compare(condition, match);
    const Value& value = match.values[condition.slot];
    if (value.hash == 0) return false;
    if (condition.kind == Condition::Kind::entropy) return looks_random(content_of(value));
    if (condition.kind == Condition::Kind::redos) return may_explode(content_of(value));
    return value.node != 0 && m_subject.file() != nullptr &&
           std::any_of(condition.types.begin(), condition.types.end(),
                       [&](const std::string& type) { return has_type(*m_subject.file(), value.node, type); });
  }

  std::string_view text_of(const Value& value) const {
    return m_subject.text().substr(value.begin, value.end - value.begin);
  }

  // What a text in the code holds; other code as it is written.
  std::string_view content_of(const Value& value) const {
    if (value.node == 0 || m_subject.file() == nullptr) return text_of(value);
    const syntax::Tree& tree = m_subject.file()->tree();
    if (tree[value.node].kind == syntax::Kind::string) return tree.content(value.node);
    const std::string_view text = text_of(value);
    if (tree[value.node].kind != syntax::Kind::regex || text.size() < 2) return text;
    return text.substr(1, text.rfind('/') - 1);
  }

  void nested(const Condition& condition, const Match& match, Matches& kept) {
    const Value& value = match.values[condition.slot];
    if (value.hash == 0) return;
    const Formula& formula = condition.formula[0];
    const Matches found = condition.language.empty() ? evaluate(formula, {value.begin, value.end})
                                                     : in_other_language(condition, value);
    for (const Match& inner : found) {
      Match merged = match;
      if (unify(merged.values, inner.values)) kept.push_back(std::move(merged));
    }
  }

  // Reads what the metavariable holds as code of another language, or as text. Only text can hold other code.
  Matches in_other_language(const Condition& condition, const Value& value) {
    const auto named = std::find_if(m_compiled.languages.begin(), m_compiled.languages.end(),
                                    [&](const auto& one) { return one.first == condition.language; });
    const syntax::Language* language = named == m_compiled.languages.end() ? nullptr : named->second;
    const bool code = value.node != 0 && m_subject.file() != nullptr && !is_text(m_subject.file()->tree()[value.node].kind);
    if (language != nullptr && code) {
      if (language->name() != m_subject.file()->tree().language) return {};
      return evaluate(condition.formula[0], {value.begin, value.end});
    }
    const std::string_view text = content_of(value);
    Matches found;
    if (language == nullptr) {
      found = nested_evaluation(condition, Subject(text, nullptr));
    } else {
      const syntax::Tree tree = language->parse(text, k_nested_depth_max);
      const FileView view(tree);
      found = nested_evaluation(condition, Subject(text, &view));
    }
    const auto offset = static_cast<std::uint32_t>(text.data() - m_subject.text().data());
    for (Match& match : found) shift(match, offset);
    return found;
  }

  Matches nested_evaluation(const Condition& condition, const Subject& subject) {
    return Evaluator(m_compiled, m_rule.formula, subject, m_budget).evaluate(condition.formula[0], Extent{});
  }

  static void shift(Match& match, std::uint32_t offset) {
    match.begin += offset;
    match.end += offset;
    for (Value& value : match.values) {
      if (value.hash == 0) continue;
      value.begin += offset;
      value.end += offset;
      value.node = 0;
    }
  }

  bool compare(const Condition& condition, const Match& match) const {
    const auto lookup = [&](std::string_view name) -> std::optional<std::string> {
      const std::size_t slot = m_rule.slot_of(name);
      if (slot >= match.values.size() || match.values[slot].hash == 0) return std::nullopt;
      const Value& value = match.values[slot];
      if (value.node != 0 && m_subject.file() != nullptr) {
        const Constant constant = m_subject.file()->constants().value_of(value.node);
        if (constant.literal != 0) return std::string(m_subject.file()->tree().text(constant.literal));
        if (constant.kind == Constant::Kind::number) return std::to_string(constant.number);
        if (constant.kind == Constant::Kind::text) return '"' + constant.text + '"';
      }
      return std::string(text_of(value));
    };
    return comparison_holds(condition.text, {lookup, condition.strip, condition.base});
  }

  void focus(const Formula& formula, Matches& found) const {
    for (const std::vector<Slot>& any : formula.focus) {
      Matches moved;
      for (const Match& match : found) {
        for (const Slot slot : any) {
          const Value& value = match.values[slot];
          if (value.hash == 0) continue;
          Match at = match;
          at.begin = value.begin;
          at.end = value.end;
          at.focused = at.focused || !at.same_range(match);
          // What both have in common: a focus around the match leaves the match.
          if (at.within(match))
            moved.push_back(std::move(at));
          else if (match.within(at))
            moved.push_back(match);
        }
      }
      found = std::move(moved);
    }
    if (!formula.name) return;
    for (Match& match : found) {
      const std::string_view text = m_subject.text().substr(match.begin, match.end - match.begin);
      match.values[*formula.name] = {syntax::symbol_of(text) | 1U, match.begin, match.end, 0};
    }
  }

  const CompiledRule& m_compiled;
  const Rule& m_rule;
  const Subject& m_subject;
  BindingFilter m_filter;
  Budget& m_budget;
  Focused m_focused{};
};

}  // namespace

std::vector<Match> evaluate(const CompiledRule& rule, const Subject& subject, Budget& budget) {
  Matches found = evaluate(rule, rule.rule->formula, subject, budget);
  std::sort(found.begin(), found.end(), before);
  found.erase(
      std::unique(found.begin(), found.end(), [](const Match& a, const Match& b) { return a.same_range(b); }),
      found.end());
  return found;
}

std::vector<Match> evaluate(const CompiledRule& rule, const Formula& formula, const Subject& subject, Budget& budget) {
  return Evaluator(rule, formula, subject, budget).evaluate(formula, Extent{});
}

}  // namespace codelake::sast
