// SPDX-License-Identifier: Apache-2.0
#include "core/toml.h"

// toml++ asserts what hostile input can break (a comma for a key in an inline table), and promises the same
// to the optimiser under NDEBUG. Without these assertions it goes on to report the error as it should.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <sstream>

namespace codelake {

namespace {

yaml::Node placed(const toml::source_region& where) {
  yaml::Node node;
  node.line = std::max<std::uint32_t>(where.begin.line, 1);
  node.column = std::max<std::uint32_t>(where.begin.column, 1);
  return node;
}

yaml::Node convert(const toml::node& from);

yaml::Node convert_table(const toml::table& table) {
  yaml::Node node = placed(table.source());
  node.kind = yaml::Node::Kind::mapping;
  node.entries.reserve(table.size());
  for (const auto& [name, value] : table) {
    yaml::Node key = placed(name.source());
    key.kind = yaml::Node::Kind::scalar;
    key.text = name.str();
    node.entries.emplace_back(std::move(key), convert(value));
  }
  return node;
}

yaml::Node convert_array(const toml::array& array) {
  yaml::Node node = placed(array.source());
  node.kind = yaml::Node::Kind::sequence;
  node.items.reserve(array.size());
  for (const toml::node& item : array) node.items.push_back(convert(item));
  return node;
}

yaml::Node convert(const toml::node& from) {
  if (const auto* table = from.as_table()) return convert_table(*table);
  if (const auto* array = from.as_array()) return convert_array(*array);
  yaml::Node node = placed(from.source());
  node.kind = yaml::Node::Kind::scalar;
  if (const auto* string = from.as_string()) {
    node.text = string->get();
    node.quoted = true;
    return node;
  }
  std::ostringstream text;
  from.visit([&](const auto& value) {
    if constexpr (!toml::is_table<decltype(value)> && !toml::is_array<decltype(value)>) text << value;
  });
  node.text = text.str();
  return node;
}

}  // namespace

Result<yaml::Node> parse_toml(std::string_view text, const std::string& name) {
  const toml::parse_result result = toml::parse(text);
  if (result) return convert_table(result.table());
  const toml::parse_error& error = result.error();
  return fail(ErrorKind::usage, "reading TOML", name + ":" + std::to_string(error.source().begin.line),
              std::string(error.description()));
}

}  // namespace codelake
