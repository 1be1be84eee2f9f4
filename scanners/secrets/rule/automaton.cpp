// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/automaton.h"

#include "scanners/secrets/rule/route.h"

#include <algorithm>
#include <set>

namespace codelake::secrets {

namespace {

// How far an unbounded pattern is followed.
constexpr std::size_t k_window = 4096;
constexpr std::size_t k_window_max = 32U << 10;
constexpr std::size_t k_followed_max = 600;

// Whether the character at `at` is taken literally, having an odd number of backslashes before it.
bool escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - backslashes - 1] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

bool ends_with_plain(std::string_view text, char c) {
  return text.ends_with(c) && !escaped(text, text.size() - 1);
}

bool is_count(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "x{2,5}" → "x{2}", "x+" → "x"; other endings stay.
std::string cut_repetition(std::string_view text) {
  std::string_view body = text;
  const bool twice = body.size() >= 2 && (body.ends_with("}?") || body.ends_with("}+") ||
                                          body.ends_with("+?") || body.ends_with("++"));
  if (twice && !escaped(body, body.size() - 2)) body.remove_suffix(1);
  if (ends_with_plain(body, '+')) return std::string(body.substr(0, body.size() - 1));
  if (!ends_with_plain(body, '}')) return std::string(text);
  const auto open = body.rfind('{');
  if (open == std::string_view::npos || escaped(body, open)) return std::string(text);
  const std::string_view inside = body.substr(open + 1, body.size() - open - 2);
  const std::string_view min = inside.substr(0, inside.find(','));
  if (!is_count(min) || min == "0" || min == inside) return std::string(text);
  return std::string(body.substr(0, open + 1)) + std::string(min) + "}";
}

std::string anchor_of(const Rule& rule) {
  return rule.anchor.empty() ? shortest(rule.pattern) : rule.anchor;
}

// What is looked for by marks. The anchor of a rule stands in far more places than its matches do; those that are very long
// are not followed to their end.
std::string sought_of(const Rule& rule) {
  std::string whole = shortest(rule.pattern);
  return rule.window <= k_followed_max && Tails::suit(whole) ? whole : anchor_of(rule);
}

// A match whose first part is the anchor begins where the anchor begins.
bool begins_with_anchor(const Rule& rule) {
  return rule.anchor.empty() || rule.pattern.starts_with(rule.anchor);
}

std::size_t bounded(std::size_t width) {
  return std::min(width > k_window_max ? k_window : width, k_window_max);
}

Result<Exact> exact(const std::string& pattern, const Regex::Options& options, std::size_t group) {
  Exact made(TRY(Regex::compile(pattern, options)));
  made.secret_group = group;
  for (const auto& [name, number] : made.regex.names()) {
    if (name == "secret") made.secret_group = number;
    if (name == "name") made.name_group = number;
  }
  return made;
}

}  // namespace

std::string shortest(std::string_view pattern) {
  std::size_t closing = 0;
  std::string_view body = pattern;
  while (ends_with_plain(body, ')')) {
    body.remove_suffix(1);
    ++closing;
  }
  return cut_repetition(body) + std::string(closing, ')');
}

Tails tails_of(const std::vector<Rule>& rules) {
  std::vector<Tails::Sought> sought;
  for (std::uint32_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    if (rule.route == Route::marked) sought.push_back({i, sought_of(rule), begins_with_anchor(rule) ? 0 : rule.window});
  }
  return Tails(sought);
}

std::vector<MultiPattern::Expression> expressions(const std::vector<Rule>& rules) {
  std::vector<MultiPattern::Expression> result;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].route == Route::automaton) result.push_back({anchor_of(rules[i]), static_cast<std::uint32_t>(i)});
  }
  return result;
}

Result<Confirmation> confirmation(const Rule& rule) {
  Regex::Options options;
  options.start_limit = true;
  Confirmation made{
      TRY(exact(rule.before + "(?:" + rule.pattern + ")" + rule.after, options, rule.secret_group)), std::nullopt};
  if (rule.next.empty()) return made;
  Regex::Options following;
  following.anchored = true;
  made.next = TRY(exact(rule.next, following, 0));
  return made;
}

Result<void> prepare(std::vector<Rule>& rules) {
  std::set<std::string_view> ids;
  for (Rule& rule : rules) {
    const auto blame = [&](std::string cause) {
      return fail(ErrorKind::usage, "reading secret rules", rule.id, std::move(cause));
    };
    if (!ids.insert(rule.id).second) return blame("two rules have this id");
    const auto exact = confirmation(rule);
    if (!exact) return blame(exact.error().cause);
    const auto width = MultiPattern::width(rule.pattern);
    if (!width) return blame(width.error().cause);
    if (width->min == 0) return blame("the pattern matches the empty text");
    if (rule.window == 0) rule.window = bounded(width->max);
    const auto anchor = MultiPattern::width(anchor_of(rule));
    if (!anchor) return blame(anchor.error().cause);
    if (anchor->min == 0) return blame("the anchor matches the empty text");
    set_route(rule);
    if (rule.route == Route::automaton && Tails::suit(sought_of(rule))) rule.route = Route::marked;
    rule.lead = begins_with_anchor(rule) ? std::min(bounded(anchor->max), rule.window) : rule.window;
  }
  return {};
}

}  // namespace codelake::secrets
