// SPDX-License-Identifier: Apache-2.0
//
// The idea: a way is a chain of steps, each of which may not carry what the sender wrote. One that copies, joins or stores a
// value in a named place surely does; a function whose code is unknown may, and the more of them there are the less likely it is
// that all do. Some steps are guesses by themselves: a method taken for the only one of its name, what some other method of
// the class has stored, what was looked up by a tainted key. So the doubts of the steps are added up:
//
//     q = request.get("q"); run("ls " + q.trim())              1: an unknown callee
//     def f(q): box.open(q)      # the only open() there is    11: such a call, into another file
//     self.q = request.get("q")  # run(self.q) elsewhere       6: a field, in and out
#include "scanners/sast/flow/doubt.h"

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
    case Step::class_field: return 3;
    case Step::index:
    case Step::callback:
    case Step::number: return 6;
  }
  return 0;
}

Doubt doubt_of(const Callees& callees, bool far) {
  Doubt doubt = far ? 2 : 1;
  if (callees.functions.size() > 1) doubt += 2;
  if (!callees.certain) doubt += k_doubt_max;
  return doubt;
}

}  // namespace codelake::sast::flow
