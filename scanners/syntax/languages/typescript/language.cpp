// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/javascript/rows.h"

extern "C" const TSLanguage* tree_sitter_typescript();
extern "C" const TSLanguage* tree_sitter_tsx();

namespace codelake::syntax::typescript {

std::unique_ptr<Language> make_language();

std::unique_ptr<Language> make_language() {
  const std::vector<Row> own = {
      {.node = "type_assertion", .kind = Kind::cast, .roles = {{"", Role::type}, {"", Role::value}}}};
  // A rule's `languages: [typescript]` means .tsx files too, so patterns may hold JSX.
  return make_table_language({.name = "typescript",
                              .rule_names = {"typescript", "ts"},
                              .grammar = tree_sitter_typescript(),
                              .rows = javascript::joined({javascript::typed_rows(), own}),
                              .roles = javascript::roles(),
                              .patterns = javascript::patterns(),
                              .fallback_grammar = tree_sitter_tsx(),
                              .fallback_rows = javascript::joined({javascript::typed_rows(), javascript::jsx_rows()})});
}

}  // namespace codelake::syntax::typescript
