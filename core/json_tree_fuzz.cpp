// SPDX-License-Identifier: Apache-2.0
#include "core/check.h"
#include "core/json_tree.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using codelake::JsonTree;

// Every text lies in the one given or in a string of its own, and every part ends within what it is a part of.
std::size_t look(const JsonTree::Value& value) {
  std::size_t sum = 0;
  for (const char c : value.text()) sum += static_cast<unsigned char>(c);
  for (const auto& [key, entry] : value.entries()) {
    CODELAKE_CHECK(key.offset() < entry.offset());
    sum += look(key) + look(entry);
  }
  for (const JsonTree::Value item : value.items()) {
    CODELAKE_CHECK(value.offset() < item.offset());
    sum += look(item);
  }
  return sum;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto tree = JsonTree::parse(text, "fuzz");
  if (tree) {
    CODELAKE_CHECK(tree->root().offset() < size);
    static_cast<void>(look(tree->root()));
  }
  return 0;
}
