// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/severity.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// How hard a candidate is looked at before it is believed.
enum class Filter {
  provider,  // a token of known shape: only placeholders are left out
  random,    // any machine-made value in a telling place: must look random, not written
  password,  // a value a person may have chosen: must not be a word, template or expression
  basic,     // base64 of user and password: the password must not be a placeholder
  stored,    // what stands where only secrets should: must not be of a shape that is none, nor a plain word
  bytes,     // a list of numbers: the bytes they say must look drawn
  none,
};

// How matches of a rule are looked for.
enum class Route {
  automaton,  // everywhere, by an automaton of such rules
  token,      // where a word begins that goes on for long without space or quotes
  assigned,   // before such a word that holds a digit, or is very long, and stands where values stand
  marked,     // where a text stands that every match holds ("secret"), by what comes after it (tails.h)
};

// In which files a rule holds.
enum class FileScope {
  any,
  config,  // data, markup, shell and configuration, where values stand without quotes; not programming
           // languages
};

// A text the rule must or must not fire on, in the notation of notation.h.
struct RuleExample {
  std::string text;
  std::string path;  // the file it stands in; decides FileScope
};

// What `before` says of most tokens: no letter, digit or underscore may stand before one, but an escaped line
// break may.
inline constexpr std::string_view k_word_begins = R"((?:(?<![0-9A-Za-z_])|(?<=\\[nrt])))";

// What it says of names: one begins a word ("shop_key", "myShopKey", but not "workshop_key").
inline constexpr std::string_view k_name_begins = "(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))";

// One kind of secret. What is matched: `before`, `pattern`, `after` one after the other (PCRE2, on bytes);
// the group named `secret`, or the whole match, is the secret; the group `name`, if there is one, what it is
// given to. The automaton looks for `anchor`, an expression that matches somewhere inside every match of
// `pattern`; without one, for the shortest form of `pattern`. So `before` and `after` are assertions
// (look-around) only.
struct Rule {
  std::string id;
  std::string provider;
  std::string title;
  std::string message;
  std::string help;
  Severity severity = Severity::high;
  Confidence confidence = Confidence::high;
  std::vector<int> cwe = {798};
  std::vector<std::string> references;
  std::string pattern;
  std::string anchor;
  std::string before;
  std::string after;
  std::string next;        // leads from right behind a secret to a further one, again and again; empty: no more
  std::size_t window = 0;  // bytes a match can have at most; 0: from the pattern
  std::size_t lead = 0;    // bytes before a candidate's end at which a match can begin; set by prepare()
  // Of an assignment (assignment.h): where in `pattern` the value begins; 0: it is none.
  std::size_t value_at = 0;
  // Set by prepare() (route.h).
  Route route = Route::automaton;
  std::size_t reach = 0;    // of Route::assigned: bytes before the value of a match at most
  // Of tokens and assignments: what a match begins with, one of these, as sets of 32 bytes.
  std::vector<std::string> first_bytes;
  double entropy_min = 0;  // Shannon, bits per character
  Filter filter = Filter::provider;
  FileScope files = FileScope::any;
  std::size_t secret_group = 0;  // the group that holds the secret where none has that name; 0: the whole match
  std::string verify;        // name of an offline check (verify.h); empty: none
  std::string bad_example;   // masked, for reports
  std::string good_example;  // masked, for reports
  bool builtin = true;
  std::vector<RuleExample> examples;         // only of rules read from YAML
  std::vector<RuleExample> counterexamples;  // likewise

  // Rules for any secret give way to those that know the provider.
  bool generic() const { return provider == "generic"; }
};

}  // namespace codelake::secrets
