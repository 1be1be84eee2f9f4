// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/languages/javascript/rows.h"

extern "C" const TSLanguage* tree_sitter_tsx();

namespace codelake::syntax::tsx {

std::unique_ptr<Language> make_language();

std::unique_ptr<Language> make_language() {
  return make_table_language({.name = "tsx",
                              .rule_names = {"tsx", "typescript", "ts"},
                              .grammar = tree_sitter_tsx(),
                              .rows = javascript::joined({javascript::typed_rows(), javascript::jsx_rows()}),
                              .roles = javascript::roles(),
                              .patterns = javascript::patterns()});
}

}  // namespace codelake::syntax::tsx
