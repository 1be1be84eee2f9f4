// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/type_names.h"

#include <algorithm>
#include <array>
#include <set>

namespace codelake::sast::flow {

namespace {

constexpr auto k_numbers = std::to_array<std::string_view>(
    {"BigDecimal", "BigInteger", "Byte",  "Double",  "Duration", "Float",  "Float32", "Float64", "Guid",    "Instant", "Int",     "Int16",
     "Int32",      "Int64",      "Integer", "LocalDate", "LocalDateTime", "Long", "Short", "TimeSpan", "UInt", "UInt16", "UInt32", "UInt64",
     "UUID",       "bigint",     "byte",  "decimal", "double", "integer",   "f32",    "f64",     "float",   "float32", "float64", "i16",     "i32",
     "i64",        "i8",         "int",   "int16",   "int32",    "int64",  "int8",    "int?",    "isize",   "long",    "long?",   "nint",
     "number",     "off_t",      "sbyte", "short",   "size_t",   "ssize_t", "u16",    "u32",     "u64",     "u8",      "uint",    "uint16",
     "uint32",     "uint64",     "uint8", "uintptr", "ulong",    "unsigned", "ushort", "usize"});
constexpr auto k_booleans = std::to_array<std::string_view>({"Bool", "Boolean", "bool", "bool?", "boolean"});
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

}  // namespace

std::optional<Step> step_into(std::string_view type) {
  if (type.empty()) return std::nullopt;
  if (holds(k_booleans, type)) return Step::comparison;
  return holds(k_numbers, type) ? std::optional(Step::number) : std::nullopt;
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
