// SPDX-License-Identifier: Apache-2.0
//
// The idea: a way is a chain of steps, each of which may not carry what the sender wrote. One that copies, joins or stores a
// value in a named place surely does; a function whose code is unknown may, and the more of them there are the less likely it is
// that all do. Some steps are guesses by themselves: a method taken for the only one of its name, what some other method of
// the class has stored, what was looked up by a tainted key. So the doubts of the steps are added up:
//
//     q = request.get("q"); run("ls " + q.trim())              1: an unknown callee
//     def f(q): box.open(q)      # the only open() there is    9: such a call, into another file
//     self.q = request.get("q")  # run(self.q) elsewhere       6: a field, in and out
//     run(item_of(request.get("q")).path)                      7: what an unknown callee made of it has a part of that name
//     run(safe_name(request.get("q")))                         8: a known function that is called for cleaning it
#include "scanners/sast/flow/doubt.h"

#include <algorithm>
#include <array>
#include <string>

namespace codelake::sast::flow {

Doubt doubt_of(Step step) {
  switch (step) {
    case Step::copy:
    case Step::operand:
    case Step::behind_host:
    case Step::field:
    case Step::store: return 0;
    case Step::argument:
    case Step::receiver: return 1;
    case Step::comparison:
    case Step::effect:
    case Step::element:
    case Step::checked:
    case Step::host_checked:
    case Step::part_checked: return 2;
    case Step::class_field:
    case Step::outer: return 3;
    case Step::index:
    case Step::callback:
    case Step::number: return 6;
  }
  return 0;
}

syntax::Symbol chosen_label() {
  static const syntax::Symbol k_label = syntax::symbol_of("?");
  return k_label;
}

Doubt doubt_of_part(const Edge& edge) {
  const bool made = edge.step == Step::argument || edge.step == Step::index;
  return made && edge.label == 0 ? k_doubt_max : 0;
}

Doubt doubt_of_result(const Function& function) { return function.cleans ? k_doubt_max : 0; }

bool keeps_object(Step step) {
  return step == Step::copy || step == Step::store || step == Step::element || step == Step::receiver || step == Step::class_field || step == Step::outer || step == Step::checked || step == Step::host_checked ||
         step == Step::part_checked;
}

bool is_position(syntax::Symbol label) {
  static const auto k_all = [] {
    std::array<syntax::Symbol, 32> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = syntax::symbol_of("#" + std::to_string(i));
    return all;
  }();
  return std::find(k_all.begin(), k_all.end(), label) != k_all.end();
}

Doubt doubt_of(const Callees& callees, bool far) {
  Doubt doubt = far ? 2 : 1;
  if (callees.functions.size() > 1) doubt += 2;
  if (!callees.certain) doubt += k_doubt_max;
  return doubt;
}

}  // namespace codelake::sast::flow
