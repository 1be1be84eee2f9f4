// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/yaml/hooks.h"

#include "scanners/syntax/shapes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace codelake::syntax::yaml {

namespace {

Span trimmed(const Lowering& of, RawId raw) {
  const std::string_view text = of.text(raw);
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  const std::size_t length = last == std::string_view::npos ? 0 : last + 1;
  return {of.raw(raw).begin, static_cast<std::uint32_t>(of.raw(raw).begin + length)};
}

}  // namespace

void block(Lowering& to, RawId raw, Role role) {
  to.open(to.entry(raw).kind, role, trimmed(to, raw));
  to.lower_children(raw);
  to.close();
}

void pair(Lowering& to, RawId raw, Role role) {
  const Span whole = trimmed(to, raw);
  to.open(Kind::pair, role, whole);
  to.lower_children(raw);
  if (to.child(raw, Role::value) == 0) to.string_leaf(Kind::string, Role::value, {whole.end, whole.end}, {whole.end, whole.end});
  to.close();
}

void value(Lowering& to, RawId raw, Role role) {
  RawId tag = 0;
  RawId content = 0;
  for (const RawId part : named_children(to, raw)) {
    if (to.type_name(part) == "tag") {
      tag = part;
    } else {
      content = part;
    }
  }
  // "!!" tags name types the value has anyway.
  const bool called = tag != 0 && !to.text(tag).starts_with("!!");
  if (called) {
    to.open(Kind::call, role, to.span(raw));
    to.leaf(Kind::identifier, Role::callee, to.span(tag));
    to.open(Kind::arguments, Role::arguments, {to.raw(tag).end, to.raw(raw).end});
  }
  if (content != 0) to.lower(content, called ? Role::none : role);
  if (called) {
    to.close();
    to.close();
  }
}

// A value that YAML 1.1 takes for a boolean is one for most programs that read it; as a key it is a name (`on:`).
void plain_string(Lowering& to, RawId raw, Role role) {
  constexpr std::array<std::string_view, 6> k_words = {"yes", "no", "on", "off", "y", "n"};
  const auto same = [text = to.text(raw)](std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == b; });
  };
  if (role != Role::key && std::any_of(k_words.begin(), k_words.end(), same)) {
    to.leaf(Kind::boolean, role, to.span(raw));
  } else {
    to.string_leaf(Kind::string, role, to.span(raw), to.span(raw));
  }
}

void block_scalar(Lowering& to, RawId raw, Role role) {
  const Span whole = trimmed(to, raw);
  const std::string_view text = to.text(whole);
  const std::size_t header = std::min(text.find('\n'), text.size() - 1) + 1;
  to.string_leaf(Kind::string, role, whole, {static_cast<std::uint32_t>(whole.begin + header), whole.end});
}

}  // namespace codelake::syntax::yaml
