// SPDX-License-Identifier: Apache-2.0
// The text is taken apart from its right end, as the specification has it, since names and versions may hold
// the marks of parts that stand further left:
//
//   pkg:npm/%40scope/name@1.0?a=b#sub    → subpath, qualifiers, type (from the left), version, name,
//   namespace
//
// What a type asks for beyond that is one row of a table; the few rules that do not fit a row are functions.
#include "core/purl.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace codelake {

namespace {

constexpr std::size_t k_bytes_max = 16U << 10U;

enum Rule : unsigned {
  k_lower_namespace = 1U << 0U,
  k_lower_name = 1U << 1U,
  k_lower_version = 1U << 2U,
  k_upper_namespace = 1U << 3U,
  k_namespace_required = 1U << 4U,
  k_namespace_prohibited = 1U << 5U,
  k_own_rules = 1U << 6U,  // see own_rules()
};

struct TypeRules {
  std::string_view type;
  unsigned rules;
};

constexpr unsigned k_lower_both = k_lower_namespace | k_lower_name;

// Sorted by type.
constexpr std::array<TypeRules, 42> k_types = {{
    {"alpm", k_lower_both | k_namespace_required},
    {"apk", k_lower_both | k_namespace_required},
    {"bazel", k_namespace_prohibited},
    {"bitbucket", k_lower_both | k_namespace_required},
    {"bitnami", k_lower_name | k_namespace_prohibited},
    {"brew", k_lower_both},
    {"cargo", k_namespace_prohibited},
    {"chrome-extension", k_lower_name | k_namespace_prohibited | k_own_rules},
    {"cocoapods", k_namespace_prohibited},
    {"composer", k_lower_both | k_namespace_required},
    {"conan", k_own_rules},
    {"conda", k_namespace_prohibited},
    {"cpan", k_upper_namespace | k_own_rules},
    {"cran", k_namespace_prohibited},
    {"deb", k_lower_both | k_namespace_required},
    {"docker", 0},
    {"gem", k_namespace_prohibited},
    {"generic", 0},
    {"git", k_lower_both | k_namespace_required | k_own_rules},
    {"github", k_lower_both | k_namespace_required},
    {"golang", k_lower_both},  // advisories name "pkg:golang/stdlib", against the letter of the type
    {"hackage", k_namespace_prohibited},
    {"hex", k_lower_both},
    {"huggingface", k_lower_version | k_namespace_required},
    {"julia", k_namespace_prohibited | k_own_rules},
    {"luarocks", k_lower_both},
    {"maven", k_namespace_required},
    {"mlflow", k_namespace_prohibited | k_own_rules},
    {"npm", 0},
    {"nuget", k_namespace_prohibited},
    {"oci", k_lower_name | k_lower_version | k_namespace_prohibited},
    {"opam", k_namespace_prohibited},
    {"otp", k_lower_name | k_namespace_prohibited | k_own_rules},
    {"pub", k_lower_name | k_namespace_prohibited | k_own_rules},
    {"pypi", k_lower_name | k_lower_version | k_namespace_prohibited | k_own_rules},
    {"qpkg", k_lower_namespace | k_namespace_required},
    {"rpm", k_lower_namespace | k_namespace_required},
    {"swid", k_own_rules},
    {"swift", k_namespace_required},
    {"vcpkg", k_namespace_prohibited},
    {"vscode-extension", k_lower_both | k_lower_version | k_namespace_required},
    {"yocto", k_lower_namespace},
}};

unsigned rules_of(std::string_view type) {
  const auto found = std::lower_bound(k_types.begin(), k_types.end(), type,
                                      [](const TypeRules& row, std::string_view wanted) { return row.type < wanted; });
  return found == k_types.end() || found->type != type ? 0 : found->rules;
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

void lower(std::string& text) {
  std::transform(text.begin(), text.end(), text.begin(), to_lower);
}

Failure refused(std::string_view text, std::string cause) {
  return fail(ErrorKind::usage, "reading a package URL", std::string(text), std::move(cause));
}

constexpr bool is_plain(char c) {
  return is_lower(c) || is_digit(c) || is_upper(c) || c == '.' || c == '-' || c == '_' || c == '~' || c == ':';
}

// Adds `part` to `text`, what is neither plain nor `also_plain` as "%41".
void add_encoded(std::string& text, std::string_view part, char also_plain = '.') {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const auto stays = [&](char c) { return is_plain(c) || c == also_plain; };
  while (!part.empty()) {
    const auto end = std::find_if_not(part.begin(), part.end(), stays);
    const auto count = static_cast<std::size_t>(end - part.begin());
    text += part.substr(0, count);
    part.remove_prefix(count);
    if (part.empty()) return;
    const auto byte = static_cast<unsigned char>(part.front());
    (text += '%') += {hex[byte >> 4U], hex[byte & 15U]};
    part.remove_prefix(1);
  }
}

int hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char low = to_lower(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// "%41" becomes "A"; a '%' that begins no such thing stays.
std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    if (!escape) {
      result += text[i];
      continue;
    }
    result += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
    i += 2;
  }
  return result;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view stripped(std::string_view text, char mark) {
  while (!text.empty() && text.front() == mark) text.remove_prefix(1);
  while (!text.empty() && text.back() == mark) text.remove_suffix(1);
  return text;
}

// Segments without the empty ones; those of a subpath are not "." or ".." either.
std::string joined_path(std::string_view text, bool subpath) {
  const auto counts = [&](std::string_view segment) {
    return !segment.empty() && !(subpath && (segment == "." || segment == ".."));
  };
  if (text.find('/') == std::string_view::npos) return counts(text) ? std::string(text) : std::string();
  std::string result;
  for (const std::string_view segment : split(text, '/')) {
    if (!counts(segment)) continue;
    if (!result.empty()) result += '/';
    result += segment;
  }
  return result;
}

bool valid_type(std::string_view type) {
  if (type.empty() || is_digit(type.front())) return false;
  return std::all_of(type.begin(), type.end(),
                     [](char c) { return is_digit(c) || is_lower(c) || c == '.' || c == '-'; });
}

bool valid_key(std::string_view key) {
  if (key.empty() || is_digit(key.front())) return false;
  return std::all_of(key.begin(), key.end(),
                     [](char c) { return is_digit(c) || is_lower(c) || c == '.' || c == '-' || c == '_'; });
}

// "1.2.3", one to four numbers.
bool is_short_number_list(std::string_view version) {
  const auto parts = split(version, '.');
  return parts.size() <= 4 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
         });
}

// The rules that are no row of the table; what is wrong, or nothing.
std::optional<std::string> own_rules(Purl& purl) {
  std::string& name = purl.name;
  if (purl.type == "pypi") std::replace(name.begin(), name.end(), '_', '-');
  if (purl.type == "pub") {
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !is_lower(c) && !is_digit(c); }, '_');
  }
  if (purl.type == "mlflow") {
    const auto url = purl.qualifiers.find("repository_url");
    if (url != purl.qualifiers.end() && url->second.find("databricks") != std::string::npos) lower(name);
  }
  if (purl.type == "git" && purl.name_space.find('/') != std::string::npos)
    return "a host of several segments";
  if (purl.type == "otp") lower(purl.subpath);
  if (purl.type == "cpan" && name.find("::") != std::string::npos) return "a module, not a distribution";
  if (purl.type == "julia" && purl.qualifiers.count("uuid") == 0) return "without a uuid";
  if (purl.type == "swid" && purl.qualifiers.count("tag_id") == 0) return "without a tag_id";
  if (purl.type == "conan" && purl.name_space.empty() && purl.qualifiers.count("channel") != 0)
    return "a channel without a namespace";
  if (purl.type != "chrome-extension") return std::nullopt;
  const bool letters = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'p'; });
  if (name.size() != 32 || !letters) return "not the name of an extension";
  if (!purl.version.empty() && !is_short_number_list(purl.version)) return "not the version of an extension";
  return std::nullopt;
}

// How the keys of qualifiers may begin: a text that is to be made canonical may have any letter there.
enum class KeyCase { lower_first, any };

// Takes "key=value&…" apart; what is wrong, or nothing.
std::optional<std::string> read_qualifiers(std::string_view text, KeyCase key_case, Purl& purl) {
  for (const std::string_view pair : split(text, '&')) {
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    std::string key(pair.substr(0, equals));
    if (key_case == KeyCase::lower_first && !key.empty() && is_upper(key.front()))
      return "the key '" + key + "' begins in upper case";
    lower(key);
    if (!valid_key(key)) return "'" + key + "' is no key of a qualifier";
    std::string value = equals == std::string_view::npos ? std::string() : decoded(pair.substr(equals + 1));
    if (!value.empty() && !purl.qualifiers.emplace(std::move(key), std::move(value)).second)
      return "a qualifier twice";
  }
  return std::nullopt;
}

Result<void> make_canonical(Purl& purl) {
  lower(purl.type);
  purl.name_space = joined_path(purl.name_space, false);
  if (const auto name = stripped(purl.name, '/'); name.size() < purl.name.size()) purl.name = std::string(name);
  purl.subpath = joined_path(purl.subpath, true);
  if (!valid_type(purl.type)) return refused(purl.type, "not a type");
  if (purl.name.empty()) return refused(purl.type, "without a name");
  const unsigned rules = rules_of(purl.type);
  if ((rules & k_namespace_required) != 0 && purl.name_space.empty())
    return refused(purl.name, purl.type + " without a namespace");
  if ((rules & k_namespace_prohibited) != 0 && !purl.name_space.empty())
    return refused(purl.name, purl.type + " with a namespace");
  if ((rules & k_lower_namespace) != 0) lower(purl.name_space);
  if ((rules & k_lower_name) != 0) lower(purl.name);
  if ((rules & k_lower_version) != 0) lower(purl.version);
  if ((rules & k_upper_namespace) != 0) {
    for (char& c : purl.name_space) c = is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  }
  std::erase_if(purl.qualifiers, [](const auto& item) { return item.second.empty(); });
  for (const auto& [key, value] : purl.qualifiers) {
    if (!valid_key(key)) return refused(purl.name, "'" + key + "' is no key of a qualifier");
  }
  if ((rules & k_own_rules) == 0) return {};
  if (const auto wrong = own_rules(purl)) return refused(purl.name, *wrong);
  return {};
}

Result<Purl> parse(std::string_view text, KeyCase key_case) {
  std::string_view rest = text;
  Purl purl;
  if (text.size() > k_bytes_max) return refused(text.substr(0, 64), "too long");
  const auto colon = rest.find(':');
  std::string scheme(rest.substr(0, colon == std::string_view::npos ? 0 : colon));
  lower(scheme);
  if (scheme != "pkg") return refused(text, "does not begin with 'pkg:'");
  rest.remove_prefix(colon + 1);
  if (const auto hash = rest.rfind('#'); hash != std::string_view::npos) {
    purl.subpath = decoded(rest.substr(hash + 1));
    rest = rest.substr(0, hash);
  }
  if (const auto question = rest.rfind('?'); question != std::string_view::npos) {
    if (const auto wrong = read_qualifiers(rest.substr(question + 1), key_case, purl))
      return refused(text, *wrong);
    rest = rest.substr(0, question);
  }
  rest = stripped(rest, '/');
  const auto slash = rest.find('/');
  if (slash == std::string_view::npos) return refused(text, "without a type");
  purl.type = rest.substr(0, slash);
  rest = stripped(rest.substr(slash + 1), '/');
  // An '@' before the last '/' is the scope of a name that was not encoded.
  const auto at = rest.rfind('@');
  const auto last_slash = rest.rfind('/');
  if (at != std::string_view::npos && (last_slash == std::string_view::npos || at > last_slash || at > 0)) {
    purl.version = decoded(rest.substr(at + 1));
    rest = rest.substr(0, at);
  }
  // Behind the host of a git repository all is its name.
  const auto name = purl.type == "git" ? rest.find('/') : rest.rfind('/');
  purl.name = decoded(name == std::string_view::npos ? rest : rest.substr(name + 1));
  if (name != std::string_view::npos) purl.name_space = decoded(rest.substr(0, name));
  TRY(make_canonical(purl));
  return purl;
}

}  // namespace

Result<Purl> canonical_purl(Purl purl) {
  TRY(make_canonical(purl));
  return purl;
}

Result<Purl> parse_purl(std::string_view text) {
  return parse(text, KeyCase::lower_first);
}

Result<std::string> canonical_purl_text(std::string_view text) {
  return purl_text(TRY(parse(text, KeyCase::any)));
}

Result<std::string> purl_text(Purl purl) {
  TRY(make_canonical(purl));
  std::string text;
  text.reserve(purl.type.size() + purl.name_space.size() + purl.name.size() + purl.version.size() + 16);
  ((text += "pkg:") += purl.type) += '/';
  if (!purl.name_space.empty()) {
    add_encoded(text, purl.name_space, '/');
    text += '/';
  }
  add_encoded(text, purl.name, purl.type == "git" ? '/' : '.');
  if (!purl.version.empty()) add_encoded(text += '@', purl.version);
  char mark = '?';
  for (const auto& [key, value] : purl.qualifiers) {
    ((text += mark) += key) += '=';
    add_encoded(text, value);
    mark = '&';
  }
  if (!purl.subpath.empty()) add_encoded(text += '#', purl.subpath, '/');
  return text;
}

}  // namespace codelake
