// SPDX-License-Identifier: Apache-2.0
// The type of an expression is what is declared of it, or what its operator always gives: `a == b` is a truth value
// whatever a and b are. Boxed types are their plain ones: `(int $X)` holds for an Integer.
#include "scanners/sast/types.h"

#include <algorithm>
#include <array>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr int k_depth_max = 16;

// Names of one type in different languages, the first for all.
constexpr std::array<std::array<std::string_view, 4>, 6> k_same_types = {{{"bool", "boolean", "Boolean", "Bool"},
                                                                          {"int", "Integer", "Int", "int"},
                                                                          {"long", "Long", "long", "int64"},
                                                                          {"float", "Float", "float", "float64"},
                                                                          {"double", "Double", "double", "double"},
                                                                          {"string", "String", "str", "char *"}}};
constexpr std::size_t k_longest = 7;  // of these: most types are asked for by longer names

std::string_view plain(std::string_view type) {
  const auto dot = type.rfind('.');
  const bool boxed = dot == std::string_view::npos || type.starts_with("java.lang.");
  const std::string_view last = boxed ? type.substr(dot == std::string_view::npos ? 0 : dot + 1) : type;
  if (last.size() > k_longest) return type;
  for (const auto& names : k_same_types) {
    if (std::find(names.begin(), names.end(), last) != names.end()) return names[0];
  }
  return type;
}

bool is_fraction(std::string_view number) {
  return number.find('.') != std::string_view::npos;
}

class Inference {
 public:
  explicit Inference(const FileView& file) : m_file(file), m_tree(file.tree()) {}

  // The plain name of the type; empty when it is not known.
  std::string_view type_of(NodeId code, int depth) const {
    if (code == 0 || depth > k_depth_max) return {};
    switch (m_tree[code].kind) {
      case Kind::boolean: return "bool";
      case Kind::string:
      case Kind::string_template: return "string";
      case Kind::number: return is_fraction(m_tree.text(code)) ? "float" : "int";
      case Kind::unary: return of_unary(code, depth);
      case Kind::binary: return of_binary(code, depth);
      case Kind::conditional: return of_conditional(code, depth);
      case Kind::instance_of: return "bool";
      default: break;
    }
    if (const NodeId type = m_file.names().type_of(code); type != 0) return plain(m_tree.text(type));
    const NodeId value = m_file.names().value_of(code);
    return value == code ? std::string_view{} : type_of(value, depth + 1);
  }

 private:
  std::string_view of_unary(NodeId code, int depth) const {
    const std::string_view sign = m_tree.symbol_text(code);
    if (sign == "!" || sign == "not") return "bool";
    const NodeId type = m_file.names().type_of(code);
    if (type != 0) return plain(m_tree.text(type));
    const NodeId operand = m_tree.first_child(code);
    if (sign == "&") return {};
    if (sign == "*") return pointed_to(operand);
    return type_of(operand, depth + 1);
  }

  // `T *` or `*T` without the star.
  std::string_view pointed_to(NodeId pointer) const {
    const NodeId declared = m_file.names().type_of(pointer);
    if (declared == 0) return {};
    std::string_view type = m_tree.text(declared);
    const bool behind = type.ends_with('*');
    if (!behind && !type.starts_with('*')) return {};
    type = behind ? type.substr(0, type.size() - 1) : type.substr(1);
    while (type.ends_with(' ')) type.remove_suffix(1);
    return plain(type);
  }

  std::string_view of_binary(NodeId code, int depth) const {
    constexpr std::array<std::string_view, 8> comparisons = {"==", "!=", "<", ">", "<=", ">=", "===", "!=="};
    const std::string_view sign = m_tree.symbol_text(code);
    if (std::find(comparisons.begin(), comparisons.end(), sign) != comparisons.end()) return "bool";
    // Elsewhere they give one of their operands.
    const bool truths = m_tree.language == "java" || m_tree.language == "go" || m_tree.language == "csharp";
    if (truths && (sign == "&&" || sign == "||")) return "bool";
    const std::string_view left = type_of(m_tree.first_child(code), depth + 1);
    const std::string_view right = type_of(m_tree.next_sibling(m_tree.first_child(code)), depth + 1);
    if (sign == "+" && (left == "string" || right == "string")) return "string";
    return left == right ? left : std::string_view{};
  }

  std::string_view of_conditional(NodeId code, int depth) const {
    const std::string_view left = type_of(m_tree.child(code, Role::consequence), depth + 1);
    return left == type_of(m_tree.child(code, Role::alternative), depth + 1) ? left : std::string_view{};
  }

  const FileView& m_file;
  const syntax::Tree& m_tree;
};

}  // namespace

bool same_type(std::string_view wanted, std::string_view found) {
  if (wanted == found) return true;
  if (wanted.find('.') == std::string_view::npos && plain(wanted) == plain(found)) return true;
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

bool has_type(const FileView& file, NodeId code, std::string_view type) {
  // A pointer is what its declaration says, or the address of something new.
  const bool pointer = type.starts_with("*");
  const NodeId declared = file.names().type_of(code);
  if (declared != 0 && same_type(type, file.tree().text(declared))) return true;
  if (pointer && declared != 0) return same_type(type.substr(1), file.tree().text(declared)) && file.names().points(code);
  const std::string_view found = Inference(file).type_of(code, 0);
  if (found.empty()) return plain(type) == "string" && file.is_constant_text(code);
  if (type == "number" && (found == "float" || found == "int")) return true;
  if (found == "float" && plain(type) == "double") return true;
  // Scripts have one type of number.
  const std::string_view language = file.tree().language;
  const bool script = language == "javascript" || language == "typescript" || language == "tsx";
  if (script && (found == "float" || found == "int") && (type == "float" || type == "int")) return true;
  return same_type(plain(type), found);
}

}  // namespace codelake::sast
