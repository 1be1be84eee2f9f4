// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstdint>
#include <string_view>

namespace codelake::sast::flow {

// What a call asks of a value, told by its last name: the names that the libraries of all languages share.
enum class Ask : std::uint8_t {
  none,
  member,      // C.contains(x), in_array(x, C)
  element_of,  // x.in?(C)
  equal,       // a.equals(b)
  pattern,     // P.match(x), x.matches("…"): somewhere in it or all of it, as the pattern says
  whole,       // P.fullmatch(x): always all of it
  beginning,   // x.startsWith(p): also its end, or that it lies below a folder
  characters,  // x.isdigit(), ctype_digit(x): of which characters it is
  number,      // isinstance(x, int), int.TryParse(x, out n)
  no_number,   // isNaN(x)
  own_check,   // is_valid(x): a function that is called like a check
  own_refusal, // is_unsafe(x)
};

// `text` is the text of `name`; `own`: the function is called without an object of a library.
Ask ask_of(syntax::Symbol name, std::string_view text, bool own);

// check_access(path), ensureInside(path): a function whose name says that it lets only good values pass, not which those are.
bool fails_unless_good(std::string_view name);

// Whether that name says that it is an address or its host which is looked at: checkHost(x), ensure_public_url(x).
bool looks_at_host(std::string_view name);

// sanitizeName(x), escape_html(x), safe_path(x): a function whose name says that what it gives is cleaner than what it is given,
// not of what.
bool cleans(std::string_view name);

// A call that gives the same value in another form: x.lower(), str(x), realpath(x).
bool keeps_meaning(syntax::Symbol name);

// A call that takes an address apart: urlparse(x), new URL(x); and the name of the part that says whose address it is.
bool reads_address(syntax::Symbol name);
bool names_host(syntax::Symbol name);

// A function that fails, and so ends the way, when its argument is no number or the like: int(x), UUID.fromString(x).
// `object` is the text of what it is called on.
bool parses_or_fails(std::string_view language, std::string_view object, std::string_view name);

// A type none of whose values can carry code: int, UUID, Boolean.
bool is_plain_type(std::string_view name);

// A call that never returns: exit(1), flask.abort(403), log.Fatal(…). `callee` as written, without its arguments.
bool never_returns(std::string_view language, std::string_view callee);

// What a regular expression says of a text that fits it.
enum class Fit : std::uint8_t { all, some };  // all of it is of few kinds of characters, or only some of it is known
// `whole`: it is matched against the whole text; `begins`: at least from its beginning.
Fit fit_of(std::string_view regex, bool whole, bool begins);

}  // namespace codelake::sast::flow
