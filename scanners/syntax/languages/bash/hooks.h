// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/lowering.h"

#include <string>
#include <string_view>

namespace codelake::syntax::bash {

// Long pipelines end in ";" where a line ends, which the grammar needs.
std::string ended_pipelines(std::string_view source);

// A command is the list of its words: its name is a word like the others, which patterns count on.
void command(Lowering& to, RawId raw, Role role);
void command_name(Lowering& to, RawId raw, Role role);
// A command with redirections, which patterns need not say.
void redirected(Lowering& to, RawId raw, Role role);
// A word without quotes: a string, and a name where one is declared.
void word(Lowering& to, RawId raw, Role role);
// A string in double quotes, with what is expanded in it.
void expanded_string(Lowering& to, RawId raw, Role role);
// $x and ${x}, whatever else is done with x.
void expansion(Lowering& to, RawId raw, Role role);
// a | b | c: two and two, from the left.
void pipeline(Lowering& to, RawId raw, Role role);
// $(…), or what a pattern has in its place.
void substitution(Lowering& to, RawId raw, Role role);
// An if with the branches that follow it.
void if_chain(Lowering& to, RawId raw, Role role);
// `a &`: the statement before the sign runs beside what follows.
void background(Lowering& to, RawId raw, Role role);
void heredoc(Lowering& to, RawId raw, Role role);

}  // namespace codelake::syntax::bash
