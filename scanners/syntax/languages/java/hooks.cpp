// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/java/hooks.h"

#include "scanners/syntax/shapes.h"

namespace codelake::syntax::java {

void method_invocation(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  const RawId object = to.child(raw, Role::object);
  const RawId name = to.child(raw, Role::name);
  if (object != 0 && name != 0) {
    to.open(Kind::field_access, Role::callee, {to.raw(object).begin, to.raw(name).end});
    for (RawId at = to.first_child(raw); at < name; at = to.next(at)) {
      if (to.role_of(raw, at) != Role::type_arguments) to.lower(at, at == object ? Role::object : Role::none);
    }
    to.lower(name, Role::name);
    to.close();
  } else if (name != 0) {
    to.lower(name, Role::callee);
  }
  for (const Role part : {Role::type_arguments, Role::arguments}) {
    if (const RawId at = to.child(raw, part); at != 0) to.lower(at, part);
  }
  to.close();
}

void scoped_type(Lowering& to, RawId raw, Role role) {
  const std::vector<RawId> parts = named_children(to, raw);
  to.open(Kind::field_access, role, to.span(raw));
  for (const RawId part : parts) to.lower(part, part == parts.back() ? Role::name : Role::object);
  to.close();
}

void catch_type(Lowering& to, RawId raw, Role role) {
  if (named_children(to, raw).size() == 1) {
    to.lower_children(raw, role);
    return;
  }
  to.open(raw, role);
  to.lower_children(raw);
  to.close();
}

void switch_case(Lowering& to, RawId raw, Role role) {
  const NodeId opened = to.open(raw, role);
  const RawId end = to.children_end(raw);
  RawId at = to.first_child(raw);
  for (; at < end && to.type_name(at) == "switch_label"; at = to.next(at)) {
    const std::vector<RawId> values = named_children(to, at);
    if (values.empty()) to.node(opened).symbol = symbol_of("default");
    for (const RawId value : values) to.lower(value, Role::condition);
  }
  const bool block = at < end && to.entry(at).kind == Kind::block && to.next(at) == end;
  if (!block) to.open(Kind::block, Role::body, {at < end ? to.raw(at).begin : to.raw(raw).end, to.raw(raw).end});
  for (; at < end; at = to.next(at)) to.lower(at, block ? Role::body : Role::none);
  if (!block) to.close();
  to.close();
}

void import_declaration(Lowering& to, RawId raw, Role role) {
  to.open(raw, role);
  for (RawId at = to.first_child(raw); at < to.children_end(raw); at = to.next(at)) {
    if (to.entry(at).kind == Kind::modifier) {
      to.lower(at, Role::modifiers);
    } else if (to.type_name(at) == "asterisk") {
      to.open(Kind::import_name, Role::none, to.span(at));
      to.lower(at, Role::name);
      to.close();
    } else {
      to.lower(at, Role::module);
    }
  }
  to.close();
}

}  // namespace codelake::syntax::java
