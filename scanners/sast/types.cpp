// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/types.h"

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;

bool same_type(std::string_view wanted, std::string_view found) {
  if (wanted == found) return true;
  found = found.substr(0, found.find_first_of("<["));
  if (wanted == found) return true;
  const auto wanted_dot = wanted.rfind('.');
  const auto found_dot = found.rfind('.');
  if (wanted_dot != std::string_view::npos && found_dot == std::string_view::npos)
    return wanted.substr(wanted_dot + 1) == found;
  if (found_dot != std::string_view::npos && wanted_dot == std::string_view::npos)
    return found.substr(found_dot + 1) == wanted;
  return false;
}

bool is_literal_of_type(const FileView& file, NodeId code, std::string_view type) {
  const syntax::Tree& tree = file.tree();
  const Kind kind = tree[code].kind;
  if (type == "String" || type == "string" || type == "str") return file.is_constant_text(code);
  if (kind == Kind::boolean) return type == "bool" || type == "boolean";
  if (kind != Kind::number) return false;
  // JavaScript has one type of number.
  if (tree.language != "python" && tree.language != "java" && tree.language != "go")
    return type == "number" || type == "int" || type == "float";
  const bool fraction = tree.text(code).find('.') != std::string_view::npos;
  return fraction ? type == "float" || type == "double" : type == "int" || type == "long" || type == "number";
}

bool has_type(const FileView& file, NodeId code, std::string_view type) {
  if (is_literal_of_type(file, code, type)) return true;
  const NodeId found = file.names().type_of(code);
  return found != 0 && same_type(type, file.tree().text(found));
}

}  // namespace codelake::sast
