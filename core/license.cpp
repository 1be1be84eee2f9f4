// SPDX-License-Identifier: Apache-2.0
// A declaration is first looked up as a whole, folded: lower case, without punctuation and the words that say nothing.
// Else it is read as an expression whose identifiers are looked up the same way.
//   "Apache License, Version 2.0"  folds to "apache2.0", as does "Apache-2.0", the identifier
//   "(MIT OR gplv3) AND Zlib"      all_of(one_of(MIT, GPL-3.0-only), Zlib)
#include "core/license.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <utility>

namespace codelake {

namespace {

using Kind = LicenseExpression::Kind;

constexpr std::size_t k_bytes_max = 4096;
constexpr int k_depth_max = 32;

// The identifiers that packages declare most. What is not here counts as unknown, never as another.
constexpr auto k_ids = std::to_array<std::string_view>({
    "0BSD", "AAL", "AFL-2.1", "AFL-3.0", "AGPL-1.0-only", "AGPL-1.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later",
    "Apache-1.0", "Apache-1.1", "Apache-2.0", "APSL-2.0", "Artistic-1.0", "Artistic-1.0-Perl", "Artistic-2.0",
    "Beerware", "BlueOak-1.0.0", "BSD-1-Clause", "BSD-2-Clause", "BSD-2-Clause-Patent", "BSD-3-Clause",
    "BSD-3-Clause-Attribution", "BSD-3-Clause-Clear", "BSD-3-Clause-LBNL", "BSD-4-Clause", "BSD-4-Clause-UC",
    "BSL-1.0", "BUSL-1.1", "bzip2-1.0.6", "CC-BY-2.0", "CC-BY-2.5", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-NC-3.0",
    "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-3.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-3.0", "CC-BY-ND-4.0",
    "CC-BY-SA-3.0", "CC-BY-SA-4.0", "CC0-1.0", "CDDL-1.0", "CDDL-1.1", "CDLA-Permissive-2.0", "CECILL-2.1",
    "CECILL-B", "CECILL-C", "CPAL-1.0", "CPL-1.0", "curl", "ECL-2.0", "Elastic-2.0", "EPL-1.0", "EPL-2.0",
    "EUPL-1.1", "EUPL-1.2", "Fair", "FTL", "GFDL-1.1-only", "GFDL-1.1-or-later", "GFDL-1.2-only",
    "GFDL-1.2-or-later", "GFDL-1.3-only", "GFDL-1.3-or-later", "GPL-1.0-only", "GPL-1.0-or-later", "GPL-2.0-only",
    "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "Hippocratic-2.1", "HPND", "ICU", "IJG", "IPL-1.0",
    "ISC", "JSON", "LGPL-2.0-only", "LGPL-2.0-or-later", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only",
    "LGPL-3.0-or-later", "libpng-2.0", "LPPL-1.3c", "MIT", "MIT-0", "MIT-CMU", "MPL-1.0", "MPL-1.1", "MPL-2.0",
    "MS-PL", "MS-RL", "MulanPSL-2.0", "NAIST-2003", "NCSA", "NTP", "ODbL-1.0", "OFL-1.1", "OGL-UK-3.0", "OLDAP-2.8",
    "OpenSSL", "OSL-3.0", "PDDL-1.0", "PHP-3.01", "PostgreSQL", "PSF-2.0", "Python-2.0", "QPL-1.0", "Ruby",
    "Sleepycat", "SSPL-1.0", "TCL", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "UPL-1.0", "Vim", "W3C",
    "WTFPL", "X11", "Zend-2.0", "Zlib", "ZPL-2.1"});

// Folded names people use, and GNU's identifiers from before 2018. "BSD" alone is none: there are several.
constexpr std::array<std::pair<std::string_view, std::string_view>, 46> k_aliases = {{
    {"agpl3", "AGPL-3.0-only"},            {"agpl3.0", "AGPL-3.0-only"},
    {"agpl3+", "AGPL-3.0-or-later"},       {"agpl3.0+", "AGPL-3.0-or-later"},
    {"apache2", "Apache-2.0"},             {"apachesoftware2.0", "Apache-2.0"},
    {"asl2.0", "Apache-2.0"},              {"bsd2", "BSD-2-Clause"},
    {"bsd3", "BSD-3-Clause"},              {"2clausebsd", "BSD-2-Clause"},
    {"3clausebsd", "BSD-3-Clause"},        {"simplifiedbsd", "BSD-2-Clause"},
    {"freebsd", "BSD-2-Clause"},           {"newbsd", "BSD-3-Clause"},
    {"modifiedbsd", "BSD-3-Clause"},       {"boost1.0", "BSL-1.0"},
    {"cc0", "CC0-1.0"},                    {"cc01.0universal", "CC0-1.0"},
    {"eclipsepublic1.0", "EPL-1.0"},       {"eclipsepublic2.0", "EPL-2.0"},
    {"expat", "MIT"},                      {"gpl2", "GPL-2.0-only"},
    {"gpl2.0", "GPL-2.0-only"},            {"gpl2+", "GPL-2.0-or-later"},
    {"gpl2.0+", "GPL-2.0-or-later"},       {"gpl3", "GPL-3.0-only"},
    {"gpl3.0", "GPL-3.0-only"},            {"gpl3+", "GPL-3.0-or-later"},
    {"gpl3.0+", "GPL-3.0-or-later"},       {"gnugpl2", "GPL-2.0-only"},
    {"gnugpl3", "GPL-3.0-only"},           {"lgpl2.1", "LGPL-2.1-only"},
    {"lgpl2.1+", "LGPL-2.1-or-later"},     {"lgpl3", "LGPL-3.0-only"},
    {"lgpl3.0", "LGPL-3.0-only"},          {"lgpl3+", "LGPL-3.0-or-later"},
    {"lgpl3.0+", "LGPL-3.0-or-later"},     {"gnulgpl3", "LGPL-3.0-only"},
    {"mitexpat", "MIT"},                   {"mozillapublic2.0", "MPL-2.0"},
    {"mpl2", "MPL-2.0"},                   {"publicdomaincc0", "CC0-1.0"},
    {"pythonsoftwarefoundation", "PSF-2.0"}, {"psf", "PSF-2.0"},
    {"zliblibpng", "Zlib"},
    {"zopepublic2.1", "ZPL-2.1"}}};

constexpr std::array<std::string_view, 6> k_exceptions = {
    "Autoconf-exception-3.0", "Bison-exception-2.2", "Classpath-exception-2.0", "GCC-exception-3.1",
    "LLVM-exception", "Linux-syscall-note"};

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
bool is_letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool says_nothing(std::string_view word) {
  constexpr std::array<std::string_view, 6> words = {"the", "license", "licence", "licensed", "version", "v"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "The Apache License, v2.0" → "apache2.0", "GPLv3+" → "gpl3+".
std::string folded(std::string_view text) {
  std::string result;
  std::string word;
  const auto end_word = [&] {
    if (!says_nothing(word)) result += word;
    word.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dot = text[i] == '.' && i + 1 < text.size() && is_digit(text[i + 1]);
    const bool v = lower(text[i]) == 'v' && i + 1 < text.size() && is_digit(text[i + 1]);
    if (v) continue;
    if (is_letter_or_digit(text[i]) || dot || text[i] == '+')
      word += lower(text[i]);
    else
      end_word();
  }
  end_word();
  return result;
}

using Names = std::unordered_map<std::string, std::string_view>;

const Names& ids_by_name() {
  static const Names names = [] {
    Names made;
    for (const std::string_view id : k_ids) made.emplace(folded(id), id);
    for (const auto& [name, id] : k_aliases) made.emplace(name, id);
    return made;
  }();
  return names;
}

// A licence that stands in the document itself, or in another.
bool is_reference(std::string_view name) {
  const bool begins = name.starts_with("LicenseRef-") || name.starts_with("DocumentRef-");
  return begins && std::all_of(name.begin(), name.end(), [](char c) {
           return is_letter_or_digit(c) || c == '-' || c == '.' || c == ':';
         });
}

std::optional<std::string> id_of(std::string_view name) {
  if (is_reference(name)) return std::string(name);
  if (name.find_first_of("()") != std::string_view::npos) return std::nullopt;
  const auto found = ids_by_name().find(folded(name));
  if (found == ids_by_name().end()) return std::nullopt;
  return std::string(found->second);
}

std::optional<std::string> exception_of(std::string_view name) {
  const auto found = std::find_if(k_exceptions.begin(), k_exceptions.end(),
                                  [&](std::string_view known) { return lowered(known) == lowered(name); });
  if (found == k_exceptions.end()) return std::nullopt;
  return std::string(*found);
}

LicenseExpression license(std::string id) {
  LicenseExpression made;
  made.id = std::move(id);
  return made;
}

LicenseExpression joined(Kind kind, std::vector<LicenseExpression> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  LicenseExpression made;
  made.kind = kind;
  made.parts = std::move(parts);
  return made;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (const char c : text) {
    const bool bracket = c == '(' || c == ')';
    if (!bracket && std::isspace(static_cast<unsigned char>(c)) == 0) {
      word += c;
      continue;
    }
    end_word();
    if (bracket) words.emplace_back(1, c);
  }
  end_word();
  return words;
}

// Recursive descent over the words of an expression.
class Reader {
 public:
  explicit Reader(std::string_view text) : m_words(words_of(text)) {}

  std::optional<LicenseExpression> read() {
    auto expression = list(Kind::one_of);
    if (m_next != m_words.size()) return std::nullopt;
    return expression;
  }

 private:
  bool takes(std::string_view lower_case) {
    if (m_next == m_words.size() || lowered(m_words[m_next]) != lower_case) return false;
    ++m_next;
    return true;
  }

  std::optional<LicenseExpression> list(Kind kind) {
    const bool choice = kind == Kind::one_of;
    std::vector<LicenseExpression> parts;
    do {
      auto part = choice ? list(Kind::all_of) : one();
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    } while (takes(choice ? "or" : "and"));
    return joined(kind, std::move(parts));
  }

  std::optional<LicenseExpression> one() {
    if (takes("(")) {
      if (++m_depth > k_depth_max) return std::nullopt;
      auto inner = list(Kind::one_of);
      --m_depth;
      return takes(")") ? inner : std::nullopt;
    }
    if (m_next == m_words.size()) return std::nullopt;
    auto id = id_of(m_words[m_next++]);
    if (!id) return std::nullopt;
    LicenseExpression made = license(std::move(*id));
    if (!takes("with")) return made;
    if (m_next == m_words.size()) return std::nullopt;
    auto exception = exception_of(m_words[m_next++]);
    if (!exception) return std::nullopt;
    made.exception = std::move(*exception);
    return made;
  }

  std::vector<std::string> m_words;
  std::size_t m_next = 0;
  int m_depth = 0;
};

// "MIT/Apache-2.0" and "MIT, BSD-3-Clause": the reader may choose in the first, and is told too little by the second.
std::optional<LicenseExpression> old_choice(std::string_view text) {
  if (text.find('/') == std::string_view::npos) return std::nullopt;
  std::vector<LicenseExpression> parts;
  while (!text.empty()) {
    const auto slash = std::min(text.find('/'), text.size());
    auto id = id_of(text.substr(0, slash));
    if (!id) return std::nullopt;
    parts.push_back(license(std::move(*id)));
    text.remove_prefix(std::min(slash + 1, text.size()));
  }
  return joined(Kind::one_of, std::move(parts));
}

}  // namespace

std::string LicenseExpression::text() const {
  if (kind == Kind::license) return exception.empty() ? id : id + " WITH " + exception;
  std::string result;
  for (const LicenseExpression& part : parts) {
    if (!result.empty()) result += kind == Kind::all_of ? " AND " : " OR ";
    const bool brackets = kind == Kind::all_of && part.kind == Kind::one_of;
    result += brackets ? "(" + part.text() + ")" : part.text();
  }
  return result;
}

std::optional<LicenseExpression> parse_license(std::string_view declared) {
  if (declared.empty() || declared.size() > k_bytes_max) return std::nullopt;
  if (auto id = id_of(declared)) return license(std::move(*id));
  if (auto expression = Reader(declared).read()) return expression;
  return old_choice(declared);
}

}  // namespace codelake
