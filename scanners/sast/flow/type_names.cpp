// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/type_names.h"

#include <algorithm>
#include <array>
#include <set>

namespace codelake::sast::flow {

namespace {

constexpr auto k_numbers = std::to_array<std::string_view>(
    {"BigDecimal", "BigInteger", "Byte", "Date", "DateOnly", "DateTime", "DateTimeOffset", "Double", "Duration", "Float",
     "Float32", "Float64", "Guid", "Instant", "Int", "Int16", "Int32", "Int64", "Integer", "LocalDate", "LocalDateTime",
     "LocalTime", "Long", "ObjectID", "ObjectId", "OffsetDateTime", "Short", "Time", "TimeOnly", "TimeSpan", "Timestamp", "UInt",
     "UInt16", "UInt32", "UInt64", "UUID", "ZonedDateTime", "bigint", "byte", "decimal", "double", "f32", "f64", "float",
     "float32", "float64", "i16", "i32", "i64", "i8", "int", "int16", "int32", "int64", "int8", "integer", "isize", "long", "nint", "number",
     "off_t", "sbyte", "short", "size_t", "ssize_t", "u16", "u32", "u64", "u8", "uint", "uint16", "uint32", "uint64", "uint8",
     "uintptr", "ulong", "unsigned", "ushort", "usize"});
constexpr auto k_booleans = std::to_array<std::string_view>({"Bool", "Boolean", "bool", "boolean"});
// Of a row of these a text can be made.
constexpr auto k_letters = std::to_array<std::string_view>({"Byte", "byte", "i8", "int8", "sbyte", "u8", "uint8"});
constexpr auto k_rows = std::to_array<std::string_view>({"Array", "ArrayList", "Collection", "HashSet", "ICollection", "IEnumerable", "IList", "Iterable",
                                                         "LinkedList", "List", "MutableList", "Sequence", "Set", "Vec", "list", "set"});
constexpr auto k_maybe = std::to_array<std::string_view>({"Nullable", "Option", "Optional"});
constexpr auto k_unsaid = std::to_array<std::string_view>(
    {"Any", "AnyObject", "Object", "T", "any", "auto", "dynamic", "id", "let", "mixed", "object", "unknown", "val", "var", "void"});

// Types no other type of a project extends, texts aside.
constexpr auto k_closed_types = std::to_array<std::string_view>({"Boolean", "Byte", "Character", "Class", "Date", "Double", "File", "FileInfo",
                                                                 "Float", "Guid", "Integer", "Long", "Path", "Short", "URI", "URL", "UUID", "Uri",
                                                                 "boolean", "bool", "byte", "char", "double", "float", "int", "long", "short"});

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Of `java.util.UUID`, `primitive.ObjectID` the last name.
std::string_view last_name(std::string_view type) {
  const auto end = type.find_last_of(".:");
  return end == std::string_view::npos ? type : type.substr(end + 1);
}

// A declared type without what says how many there are.
struct Held {
  std::string_view type;
  bool row = false;
};

// What is left when one such sign is taken off: `T?`, `*T`, `[]T`, `T[]`, `List<T>`, `list[T]`. False when there is none.
bool take_off_one(Held& held) {
  std::string_view& type = held.type;
  if (type.ends_with('?')) return type.remove_suffix(1), true;
  if (type.starts_with('*') || type.starts_with('&')) return type.remove_prefix(1), true;
  if (type.starts_with("[]")) return held.row = true, type.remove_prefix(2), true;
  if (type.ends_with("[]")) return held.row = true, type.remove_suffix(2), true;
  const auto open = type.find_first_of("<[");
  if (open == std::string_view::npos || (!type.ends_with('>') && !type.ends_with(']'))) return false;
  const std::string_view outer = last_name(type.substr(0, open));
  if (!holds(k_rows, outer) && !holds(k_maybe, outer)) return false;
  held.row = held.row || holds(k_rows, outer);
  type = type.substr(open + 1, type.size() - open - 2);
  return true;
}

}  // namespace

std::optional<Step> step_into(std::string_view type) {
  Held held{type};
  while (take_off_one(held)) {
  }
  const std::string_view name = last_name(held.type);
  if (name.empty()) return std::nullopt;
  if (holds(k_booleans, name)) return Step::comparison;
  if (held.row && holds(k_letters, name)) return std::nullopt;
  return holds(k_numbers, name) ? std::optional(Step::number) : std::nullopt;
}

bool says_nothing(std::string_view type) { return holds(k_unsaid, type); }

bool tells_overloads_by_type(std::string_view language) { return language == "java" || language == "kotlin" || language == "csharp"; }

int fit_of_types(syntax::Symbol argument, syntax::Symbol parameter) {
  constexpr int k_cannot_be = -100;
  static const std::set<syntax::Symbol> k_closed = [] {
    std::set<syntax::Symbol> types;
    for (const std::string_view name : k_closed_types) types.insert(syntax::symbol_of(name));
    return types;
  }();
  static const std::set<syntax::Symbol> k_texts = {syntax::symbol_of("String"), syntax::symbol_of("string")};
  if (parameter == 0) return 0;
  if (argument == parameter) return 2;
  const bool closed = k_closed.count(parameter) != 0;
  if (argument != 0) return closed || k_texts.count(parameter) != 0 ? k_cannot_be : 0;
  return closed ? -1 : 0;
}

}  // namespace codelake::sast::flow
