// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/plain_results.h"

#include "scanners/sast/flow/type_names.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace codelake::sast::flow {

namespace {

enum class Form { function, method };  // f(x), x.f()

struct Row {
  std::string_view language;
  Form form;
  Step step;
  std::initializer_list<std::string_view> names;
};

constexpr auto k_number = Step::number;
constexpr auto k_truth = Step::comparison;

// NOLINTNEXTLINE(readability-function-size): a table
const auto& rows() {
  static const std::array k_rows = {
      Row{"php", Form::function, k_number, {"intval", "floatval", "doubleval", "strlen", "mb_strlen", "count", "sizeof", "ord", "crc32", "strpos", "stripos",
                                            "strrpos", "similar_text", "levenshtein", "strcmp", "strcasecmp", "array_sum", "abs", "round", "floor", "ceil"}},
      Row{"php", Form::function, k_truth, {"boolval", "isset", "empty", "is_numeric", "is_string", "is_array", "is_int", "is_null", "in_array", "array_key_exists",
                                           "ctype_alnum", "ctype_alpha", "ctype_digit", "file_exists", "is_file", "is_dir", "str_contains", "str_starts_with",
                                           "str_ends_with", "preg_match", "password_verify", "hash_equals", "checkdate"}},
      Row{"ruby", Form::method, k_number, {"to_i", "to_f", "to_r", "to_c", "size", "length", "count", "bytesize", "ord", "hash", "hex", "index", "rindex", "sum"}},
      Row{"ruby", Form::method, k_truth, {"nil?", "empty?", "blank?", "present?", "include?", "start_with?", "end_with?", "match?", "any?", "all?", "none?", "key?",
                                          "has_key?", "is_a?", "kind_of?", "respond_to?", "eql?", "equal?", "frozen?", "zero?", "positive?", "negative?", "even?"}},
      Row{"ruby", Form::function, k_number, {"Integer", "Float", "Rational"}},
      Row{"csharp", Form::method, k_number, {"ToInt32", "ToInt64", "ToInt16", "ToUInt32", "ToUInt64", "ToDouble", "ToDecimal", "ToSingle", "ToByte", "Count", "LongCount",
                                             "IndexOf", "LastIndexOf", "GetHashCode", "CompareTo"}},
      Row{"csharp", Form::function, k_number, {"nameof", "sizeof"}},
      Row{"csharp", Form::method, k_truth, {"ToBoolean", "Any", "All", "Contains", "ContainsKey", "StartsWith", "EndsWith", "Equals", "IsMatch", "TryParse",
                                            "IsNullOrEmpty", "IsNullOrWhiteSpace", "SequenceEqual"}},
      Row{"kotlin", Form::method, k_number, {"toInt", "toIntOrNull", "toLong", "toLongOrNull", "toDouble", "toDoubleOrNull", "toFloat", "toFloatOrNull", "toShort", "toByte",
                                             "toBigDecimal", "toBigInteger", "toUInt", "toULong", "count", "indexOf", "lastIndexOf", "hashCode", "compareTo", "sumOf"}},
      Row{"kotlin", Form::method, k_truth, {"toBoolean", "any", "all", "none", "contains", "containsKey", "startsWith", "endsWith", "matches", "isEmpty", "isNotEmpty",
                                            "isBlank", "isNotBlank", "isNullOrEmpty", "isNullOrBlank", "equals"}},
      Row{"scala", Form::method, k_number, {"toInt", "toIntOption", "toLong", "toLongOption", "toDouble", "toDoubleOption", "toFloat", "toShort", "toByte", "length",
                                            "size", "count", "indexOf", "hashCode"}},
      Row{"scala", Form::method, k_truth, {"toBoolean", "exists", "forall", "contains", "startsWith", "endsWith", "matches", "isEmpty", "nonEmpty", "isDefined"}},
      Row{"rust", Form::method, k_number, {"len", "count"}},
      Row{"rust", Form::method, k_truth, {"is_empty", "is_some", "is_none", "is_ok", "is_err", "contains", "starts_with", "ends_with", "any", "all", "contains_key"}},
      Row{"swift", Form::method, k_truth, {"contains", "hasPrefix", "hasSuffix", "allSatisfy", "elementsEqual"}},
      Row{"swift", Form::function, k_number, {"Int", "Double", "Float", "UInt", "Int64", "Int32"}},
      Row{"c", Form::function, k_number, {"strlen", "strnlen", "atoi", "atol", "atoll", "atof", "strtol", "strtoll", "strtoul", "strtoull", "strtod", "strcmp", "strncmp",
                                          "strcasecmp", "memcmp", "sizeof"}},
      Row{"cpp", Form::function, k_number, {"strlen", "strnlen", "atoi", "atol", "atoll", "atof", "strtol", "strtoll", "strtoul", "strtoull", "strtod", "strcmp", "strncmp",
                                            "strcasecmp", "memcmp", "stoi", "stol", "stoll", "stoul", "stoull", "stod", "stof"}},
      Row{"cpp", Form::method, k_number, {"size", "length", "find", "rfind", "compare", "count"}},
      Row{"cpp", Form::method, k_truth, {"empty", "contains", "starts_with", "ends_with"}},
  };
  return k_rows;
}

}  // namespace

bool counts(std::string_view language, std::string_view field) {
  if (language == "csharp") return field == "Length" || field == "Count";
  if (language == "kotlin") return field == "length" || field == "size";
  return language == "swift" && field == "count";
}

std::optional<Step> step_into_result(std::string_view language, const Called& call) {
  // int.Parse(text), Guid.NewGuid()
  if (language == "csharp" && call.name == "Parse") return step_into(call.object);
  for (const Row& row : rows()) {
    if (row.language != language || (row.form == Form::method) != call.has_receiver) continue;
    if (std::find(row.names.begin(), row.names.end(), call.name) != row.names.end()) return row.step;
  }
  return std::nullopt;
}

}  // namespace codelake::sast::flow
