// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/language.h"

#include "core/check.h"

namespace codelake::syntax {

namespace {

struct DerivedTree final : Derived {
  explicit DerivedTree(Tree made) : tree(std::move(made)) {}
  Tree tree;
};

}  // namespace

const Tree& tree_of(const SourceFile& file, const Language& language, std::size_t depth_max) {
  const Derived& derived =
      file.derived([&] { return std::make_unique<DerivedTree>(language.parse(file.text(), depth_max)); });
  const auto* kept = dynamic_cast<const DerivedTree*>(&derived);
  CODELAKE_CHECK(kept != nullptr);
  return kept->tree;
}

}  // namespace codelake::syntax
