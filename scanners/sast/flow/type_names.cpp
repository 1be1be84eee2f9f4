// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/type_names.h"

#include <algorithm>
#include <array>

namespace codelake::sast::flow {

namespace {

constexpr auto k_numbers = std::to_array<std::string_view>(
    {"BigDecimal", "BigInteger", "Byte",  "Double",  "Duration", "Float",  "Float32", "Float64", "Guid",    "Instant", "Int",     "Int16",
     "Int32",      "Int64",      "Integer", "LocalDate", "LocalDateTime", "Long", "Short", "TimeSpan", "UInt", "UInt16", "UInt32", "UInt64",
     "UUID",       "bigint",     "byte",  "decimal", "double",   "f32",    "f64",     "float",   "float32", "float64", "i16",     "i32",
     "i64",        "i8",         "int",   "int16",   "int32",    "int64",  "int8",    "int?",    "isize",   "long",    "long?",   "nint",
     "number",     "off_t",      "sbyte", "short",   "size_t",   "ssize_t", "u16",    "u32",     "u64",     "u8",      "uint",    "uint16",
     "uint32",     "uint64",     "uint8", "uintptr", "ulong",    "unsigned", "ushort", "usize"});
constexpr auto k_booleans = std::to_array<std::string_view>({"Bool", "Boolean", "bool", "bool?", "boolean"});
constexpr auto k_unsaid = std::to_array<std::string_view>(
    {"Any", "AnyObject", "Object", "T", "any", "auto", "dynamic", "id", "let", "mixed", "object", "unknown", "val", "var", "void"});

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

}  // namespace codelake::sast::flow
