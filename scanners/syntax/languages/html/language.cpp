// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/shapes.h"
#include "scanners/syntax/table_language.h"

extern "C" const TSLanguage* tree_sitter_html();

namespace codelake::syntax::html {

std::unique_ptr<Language> make_language();

namespace {

// Names of elements and attributes are the same in upper and lower case.
void name(Lowering& to, RawId raw, Role role) {
  std::string text(to.text(raw));
  const bool placeholder = text.find(k_placeholder) != std::string::npos;
  if (!placeholder) {
    for (char& byte : text) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  to.leaf(Kind::identifier, role, to.span(raw), symbol_of(text));
}

void element(Lowering& to, RawId raw, Role role) {
  // Without an end tag the grammar lets it reach to the next one.
  const std::size_t last = to.text(raw).find_last_not_of(" \t\r\n");
  const Span whole = to.span(raw);
  to.open(Kind::jsx_element, role, {whole.begin, static_cast<std::uint32_t>(whole.begin + last + 1)});
  for (const RawId part : named_children(to, raw)) {
    const bool tag = to.entry(part).treat == Treat::splice;
    to.lower(part, tag ? Role::none : Role::body);
  }
  to.close();
}

void bare_value(Lowering& to, RawId raw, Role role) { to.string_leaf(Kind::string, role, to.span(raw), to.span(raw)); }

std::vector<Row> rows() {
  return {{.node = "comment", .treat = Treat::drop},
          {.node = "doctype", .treat = Treat::drop},
          {.node = "element", .treat = Treat::hook, .hook = element},
          {.node = "script_element", .treat = Treat::hook, .hook = element},
          {.node = "style_element", .treat = Treat::hook, .hook = element},
          {.node = "start_tag", .treat = Treat::splice},
          {.node = "self_closing_tag", .treat = Treat::splice},
          {.node = "end_tag", .treat = Treat::drop},
          {.node = "tag_name", .treat = Treat::hook, .hook = name},
          {.node = "attribute", .kind = Kind::jsx_attribute, .roles = {{"", Role::name}, {"", Role::value}}},
          {.node = "attribute_name", .treat = Treat::hook, .hook = name},
          {.node = "attribute_value", .treat = Treat::hook, .hook = bare_value},
          {.node = "quoted_attribute_value", .treat = Treat::hook, .hook = quoted_string},
          {.node = "text", .treat = Treat::leaf, .kind = Kind::jsx_text},
          {.node = "entity", .treat = Treat::leaf, .kind = Kind::jsx_text},
          {.node = "raw_text", .treat = Treat::leaf, .kind = Kind::jsx_text}};
}

PatternDialect dialect() {
  return {.slash_comments = false, .dots_spread = false, .joint = ':', .contexts = {{.before = "", .after = "\n"}}};
}

}  // namespace

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "html",
                              .rule_names = {"html"},
                              .grammar = tree_sitter_html(),
                              .rows = rows(),
                              .roles = {},
                              .patterns = dialect()});
}

}  // namespace codelake::syntax::html
