// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/cpp/hooks.h"

#include "scanners/syntax/shapes.h"

namespace codelake::syntax::cpp {

void template_name(Lowering& to, RawId raw, Role role) {
  const RawId name = to.child(raw, Role::name);
  const bool names = role == Role::callee || role == Role::name || role == Role::object;
  if (names && name != 0) {
    to.lower(name, role);
    return;
  }
  to.open(raw, role);
  to.lower_children(raw);
  to.close();
}

void template_declaration(Lowering& to, RawId raw, Role role) {
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind != Kind::type_parameters) to.lower(at, role);
  }
}

void base_classes(Lowering& to, RawId raw, Role /*role*/) {
  to.open(raw, Role::bases);
  for (const RawId at : named_children(to, raw)) {
    if (to.entry(at).kind != Kind::modifier) to.lower(at, Role::none);
  }
  to.close();
}

void lambda(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (const RawId at : named_children(to, raw)) {
    if (to.type_name(at) != "abstract_function_declarator") continue;
    if (const RawId parameters = to.child(at, Role::parameters); parameters != 0) to.lower(parameters, Role::parameters);
  }
  if (const RawId body = to.child(raw, Role::body); body != 0) to.lower(body, Role::body);
  to.close();
}

void catch_clause(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  if (const RawId parameters = to.child(raw, Role::parameters); parameters != 0) to.lower_children(parameters);
  if (const RawId body = to.child(raw, Role::body); body != 0) to.lower(body, Role::body);
  to.close();
}

}  // namespace codelake::syntax::cpp
