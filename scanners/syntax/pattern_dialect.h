// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace codelake::syntax {

// A place of a program a pattern may stand for: the text around it. Nodes of the text itself are the pattern's.
struct PatternContext {
  std::string_view before = {};
  std::string_view tail = {};   // completes the pattern and belongs to it: ";", a body left out
  std::string_view after = {};
  bool single = false;     // several nodes make no sense here: a list of arguments is no list of statements
  bool fallback = false;   // tried only for patterns no place before can hold
  bool partial = false;    // tried only for patterns that are incomplete: the tail is what they lack
  bool members = false;    // the pattern's own level is that of class members
  // What follows says which patterns cannot have a reading here that differs from those before. They are tried here
  // only when nothing could read them.
  std::vector<std::string_view> needs = {};  // holds only what has one of these texts
  std::string_view ends = {};   // holds only what ends in one of these characters
  bool again = false;           // holds nothing that contexts before cannot hold, and reads it the same
  bool value = false;           // holds one expression or type
};

// "..." between the braces behind the word stands for cases, in this form; {} is the placeholder.
struct CaseForm {
  std::string_view word;
  std::string_view form;
};

// How patterns of a language are made legal text of that language (syntax/pattern_text.h). In the texts {} is the
// placeholder of an ellipsis.
struct PatternDialect {
  bool hash_comments = false;          // "#" starts a comment
  bool slash_comments = true;          // "//" and "/*" do
  bool indented = false;               // blocks are made by indentation
  bool triple_quotes = false;
  bool dots_spread = true;             // the language has a "..." of its own that touches a name
  std::string_view quotes = "\"'";     // characters that start strings
  bool regexes = false;                // "/" starts a regular expression where a value may stand
  std::string_view template_quotes = {};    // those of them whose strings hold code in braces
  char code_mark = '\0';               // stands before those braces; '\0': there is none
  std::string_view code_brackets = "{}";    // those braces
  std::string_view template_prefixes = {};  // one of these before the quote says so instead
  bool names_in_strings = false;       // $name in a string is code
  bool quoted_names_are_text = true;   // … but alone between the quotes it stands for the string's text
  bool braces_hold_entries = false;    // all "..." between braces stand for entries
  bool bracket_entries = false;        // "..." between square brackets that hold a ":" stand for entries
  bool single_entries = false;         // a mapping of one entry and an unbracketed list of one item stand for it
  bool keys_in_quotes = false;         // names before a ":" are strings
  bool trailing_commas = true;         // the language allows them; patterns may have them in any language
  char joint = '_';                    // the grammar reads it for the "_" of placeholders where its names hold none
  std::string_view expression = "{}";  // a metavariable, and "..." where an expression stands
  std::string_view declared = "{}";      // a metavariable after one of the words that declare or name a type or member
  std::vector<std::string_view> declaring_words = {};
  bool types_before_names = false;       // … and in front of another metavariable: its type
  bool initializers = false;             // braces after `new T(…)` hold values
  std::vector<std::string_view> own_names = {};  // the language's own names that are written as metavariables are
  std::string_view deep_open = "__codelake_deep(";  // "<..."; "...>" is ")"
  std::string_view statement = "{}";   // "..." where a statement stands
  std::string_view lone_statement = {};  // a metavariable that is all of a statement but its ";"; empty: as elsewhere
  // The form of a "..." at that byte of the pattern, outside of brackets, in a language whose lines say what they are;
  // empty or null: brackets and words say it.
  std::string_view (*line)(std::string_view pattern, std::size_t ellipsis) = nullptr;
  std::string_view member = "{}";      // … a member of a class body
  std::string_view field = {};         // … a field of a structure, if that is no member as others are
  std::string_view parameter = "{}";   // … a parameter of a declaration
  std::string_view pair = "{}";        // … an entry between braces, if the bare name is none
  std::string_view assigned = "{}";    // … the value after a "=", if the bare name is none
  std::string_view annotation_argument = "{}";
  std::string_view import_entry = "{}";         // … one of the imports between brackets
  std::vector<std::string_view> loop_headers = {};  // … all of what stands in for (…)
  std::string_view loop_part = "{}";        // … one part of it
  std::string_view loop_rest = {};          // … its second and third part at once; empty: an ellipsis is one part
  std::vector<CaseForm> cases = {};         // … some cases, between the braces of a switch
  std::string_view chain_end = "{}";        // … the last member of a statement like `a. ...;`
  std::string_view typed = {};              // a typed metavariable: {T} its type, {X} its name; empty: there is none
  bool type_first = false;             // (T $X), else ($X : T)
  bool typed_declarations = false;     // `T f(…)` declares f: its parentheses hold parameters
  bool typed_parameters = false;       // a name alone where a parameter is declared lacks its type
  bool class_parameters = false;       // classes have parameters
  std::vector<std::string_view> member_words = {};  // … and class, interface …: the braces after them hold members
  std::vector<std::string_view> silent_words = {};  // keywords that leave no node: what they introduce is told by its kind
  // Keywords the grammar takes for names where no keyword is expected: a reading that has one is none.
  std::vector<std::string_view> reserved_words = {};
  std::vector<std::string_view> value_words = {};  // start a value or type that may read otherwise as a statement
  std::vector<PatternContext> contexts = {};  // tried in this order
};

// A placeholder's identifiers start with this; the letter that follows says what it stands for.
inline constexpr std::string_view k_placeholder = "__codelake_";
// Marks the language may want in front of it: $name is a variable, Cname a constant, !name a tag.
inline constexpr std::string_view k_placeholder_marks = "$C!";
inline constexpr std::string_view k_deep_call = "__codelake_deep";
// The typed form is a call of this, typed(T, X), or an index of it that holds a cast, typed[(T) X].
inline constexpr std::string_view k_typed_call = "__codelake_typed";

}  // namespace codelake::syntax
