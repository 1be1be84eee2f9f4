// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/guard_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace codelake::sast::flow {

using syntax::Symbol;
using syntax::symbol_of;

namespace {

using Names = std::initializer_list<std::string_view>;

void add(std::unordered_map<Symbol, Ask>& all, Ask ask, Names names) {
  for (const std::string_view name : names) all.emplace(symbol_of(name), ask);
}

const std::unordered_map<Symbol, Ask>& known_asks() {
  static const std::unordered_map<Symbol, Ask> k_all = [] {
    std::unordered_map<Symbol, Ask> all;
    add(all, Ask::member, {"contains", "Contains", "includes", "has", "containsKey", "ContainsKey", "containsValue", "include?",
                           "key?", "has_key?", "member?", "hasOwnProperty", "hasOwn", "in_array", "array_key_exists", "isset",
                           "TryGetValue", "indexOf", "IndexOf"});
    add(all, Ask::element_of, {"in?", "isIn", "IsIn"});
    add(all, Ask::equal, {"equals", "Equals", "equalsIgnoreCase", "eql?", "hash_equals", "compare_digest"});
    add(all, Ask::pattern, {"match", "match?", "test", "IsMatch", "MatchString", "preg_match", "search"});
    add(all, Ask::whole, {"matches", "fullmatch", "matchEntire"});
    add(all, Ask::beginning, {"startsWith", "startswith", "start_with?", "StartsWith", "HasPrefix", "str_starts_with",
                              "endsWith", "endswith", "end_with?", "EndsWith", "HasSuffix", "str_ends_with", "is_relative_to"});
    add(all, Ask::characters, {"isalnum", "isdigit", "isnumeric", "isdecimal", "isalpha", "isidentifier", "ctype_alnum",
                               "ctype_alpha", "ctype_digit", "ctype_xdigit", "isNumeric", "isAlphanumeric", "isAlpha"});
    add(all, Ask::number, {"isinstance", "is_numeric", "is_int", "is_float", "is_bool", "isInteger", "isSafeInteger", "isFinite",
                           "TryParse", "is_a?", "kind_of?", "instance_of?"});
    add(all, Ask::no_number, {"isNaN"});
    return all;
  }();
  return k_all;
}

bool is_any(Symbol name, const std::unordered_set<Symbol>& all) { return all.count(name) != 0; }

std::unordered_set<Symbol> symbols(Names names) {
  std::unordered_set<Symbol> all;
  for (const std::string_view name : names) all.insert(symbol_of(name));
  return all;
}

bool holds_any(std::string_view text, Names pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view piece) { return text.find(piece) != std::string_view::npos; });
}

std::string lowered(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return low;
}

bool is_any(std::string_view text, Names all) { return std::find(all.begin(), all.end(), text) != all.end(); }

}  // namespace

Ask ask_of(Symbol name, std::string_view text, bool own) {
  const auto found = known_asks().find(name);
  if (found != known_asks().end()) return found->second;
  const std::string low = lowered(text);
  if (holds_any(low, {"invalid", "unsafe", "disallow", "notallowed", "not_allowed", "untrust", "illegal", "forbidden", "blocked",
                      "malicious", "dangerous"})) {
    return Ask::own_refusal;
  }
  // is_partner(host), isKnownCurrency(code): not those that ask for something else than which value it is.
  const bool asks = own && (text.starts_with("is_") || (low.starts_with("is") && text.size() > 2 && text[2] >= 'A' && text[2] <= 'Z'));
  if (asks && !holds_any(low, {"empty", "blank", "null", "nil", "none", "string", "array", "object", "dir", "file", "list", "defined",
                               "admin", "auth", "login", "logged", "ajax", "secure", "callable", "exist", "open", "ready"})) {
    return Ask::own_check;
  }
  return holds_any(low, {"valid", "allowed", "allow_", "issafe", "safe_", "_safe", "permitted", "trusted", "whitelist", "allowlist", "islocal",
                          "safename", "safepath", "inside", "within", "contained", "descendant"})
             ? Ask::own_check
             : Ask::none;
}

bool fails_unless_good(std::string_view name) {
  for (const std::string_view verb : {"check", "ensure", "verify", "assert", "Check", "Ensure", "Verify", "Assert"}) {
    if (!name.starts_with(verb) || name.size() == verb.size()) continue;
    const char next = name[verb.size()];
    const bool is_word = next == '_' || (next >= 'A' && next <= 'Z');
    return is_word && !is_any(name, {"check_call", "check_output"});
  }
  return false;
}

bool looks_at_host(std::string_view name) {
  return holds_any(lowered(name), {"url", "uri", "host", "domain", "ssrf", "address", "endpoint", "redirect"});
}

bool cleans(std::string_view name) {
  if (name.size() < 4) return false;
  const std::string low = lowered(name);
  if (holds_any(low, {"unescape", "unsafe", "invalid", "safely", "unquote"})) return false;
  return holds_any(low, {"saniti", "escape", "purif", "clean", "safe", "slug", "makevalid", "make_valid", "tovalid", "to_valid",
                         "getvalid", "get_valid", "validname", "valid_name", "validfile", "valid_file", "validpath", "valid_path",
                         "striptags", "strip_tags", "whitelist", "allowlist", "quote"}) ||
         fails_unless_good(name) || low.starts_with("validate");
}

bool keeps_meaning(Symbol name) {
  static const auto k_all = symbols({"lower", "upper", "strip", "trim", "toLowerCase", "toUpperCase", "toString", "str", "String",
                                     "to_s", "downcase", "upcase", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant",
                                     "Trim", "ToString", "casefold", "normalize", "resolve", "realpath", "abspath", "normpath",
                                     "getCanonicalPath", "getCanonicalFile", "toRealPath", "toAbsolutePath", "GetFullPath", "Clean",
                                     "TrimSpace", "strtolower", "strtoupper", "expand_path"});
  return is_any(name, k_all);
}

bool reads_address(Symbol name) {
  static const auto k_all = symbols({"urlparse", "urlsplit", "URL", "URI", "Uri", "parse_url", "parse", "Parse", "ParseRequestURI"});
  return is_any(name, k_all);
}

bool names_host(Symbol name) {
  static const auto k_all = symbols({"netloc", "hostname", "host", "Host", "Hostname", "origin", "getHost", "getAuthority",
                                     "authority", "Authority", "DnsSafeHost", "IdnHost"});
  return is_any(name, k_all);
}

bool parses_or_fails(std::string_view language, std::string_view object, std::string_view name) {
  if (language == "python") {
    return (object.empty() && is_any(name, {"int", "UUID"})) ||
           (object == "uuid" && name == "UUID") || object == "ipaddress";
  }
  if (language == "java" || language == "kotlin") {
    const bool number = is_any(object, {"Integer", "Long", "Short", "Byte", "Double", "Float"}) && name.starts_with("parse");
    return number || (object == "UUID" && name == "fromString");
  }
  if (language == "csharp") {
    return name == "Parse" && is_any(object, {"int", "long", "short", "byte", "uint", "double", "float", "decimal", "Guid", "bool",
                                              "Int32", "Int64", "DateTime"});
  }
  return language == "ruby" && object.empty() && is_any(name, {"Integer", "Float"});
}

bool is_plain_type(std::string_view name) {
  return is_any(name, {"int", "float", "bool", "complex", "date", "datetime", "UUID", "Decimal", "Integer", "Long", "Short", "Byte",
                       "Double", "Float", "Boolean", "BigInteger", "BigDecimal", "Number", "long", "double", "decimal", "Guid",
                       "number", "boolean", "bigint", "Numeric"});
}

bool never_returns(std::string_view language, std::string_view callee) {
  if (language == "python") return is_any(callee, {"sys.exit", "exit", "quit", "os._exit", "abort", "flask.abort"});
  if (language == "go") return is_any(callee, {"panic", "os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf"});
  if (language == "php") return is_any(callee, {"exit", "die", "abort"});
  if (language == "ruby") return is_any(callee, {"raise", "abort", "exit", "fail", "halt"});
  if (language == "java" || language == "kotlin") return callee == "System.exit" || callee == "exitProcess";
  if (language == "csharp") return callee == "Environment.Exit";
  if (language == "rust") return callee == "std::process::exit" || callee == "process::exit";
  if (language == "c" || language == "cpp") return is_any(callee, {"exit", "abort", "_exit", "std::exit", "std::abort"});
  return callee == "process.exit";
}

// `^[a-z]+$` fits texts of letters alone; `^https:.*` says of the rest of a text nothing, `[;&|]` nothing of the others.
Fit fit_of(std::string_view regex, bool whole, bool begins) {
  if (regex.size() > 1 && regex.front() == '/') {
    const auto end = regex.rfind('/');
    regex = regex.substr(1, end == 0 ? std::string_view::npos : end - 1);
  }
  const bool starts = whole || begins || regex.starts_with('^') || regex.starts_with("\\A");
  const bool ends = whole || regex.ends_with('$') || regex.ends_with("\\z") || regex.ends_with("\\Z");
  if (!starts || !ends) return Fit::some;
  for (std::size_t i = 0; i + 1 < regex.size(); ++i) {
    if (regex[i] == '\\') {
      const char next = regex[++i];
      if (next == 'S' || next == 'W' || next == 'D') return Fit::some;
      continue;
    }
    const bool repeats = regex[i + 1] == '*' || regex[i + 1] == '+' || regex[i + 1] == '{';
    if ((regex[i] == '.' && repeats) || (regex[i] == '[' && regex[i + 1] == '^')) return Fit::some;
  }
  return Fit::all;
}

}  // namespace codelake::sast::flow
