// SPDX-License-Identifier: Apache-2.0
// A licence is known by a few words that stand in it and in no other. The text is folded first, so that line breaks,
// comment signs, markup, quotes and letter case do not matter: words in lower case with one space between them.
//   "# Copyright …\n# Permission to use, copy, modify, and/or distribute …"
//   → " copyright … permission to use copy modify and or distribute … "
// Each mark names words that must all stand there and words that must not: the two and three clause licences of BSD
// differ by one sentence, MIT and its kin by one promise. GNU's texts carry a title with a date; their notices in source
// files say in words whether later versions are meant.
#include "scanners/sca/licenses/license_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_map>
#include <vector>

namespace codelake::sca {

namespace {

constexpr std::size_t k_bytes_max = 512U << 10U;
constexpr std::size_t k_tag_bytes_max = 4U << 10U;
constexpr std::size_t k_name_bytes_max = 2U << 10U;  // of a file that names its licence and does not hold it
constexpr std::string_view k_tag = "SPDX-License-Identifier:";

struct Mark {
  std::string_view id;
  std::array<std::string_view, 3> all;        // folded words; empty: none
  std::array<std::string_view, 3> none = {};  // as well
};

constexpr std::string_view k_grant = " deal in the software without restriction";
constexpr std::string_view k_keep_notice = " permission notice shall be included in all copies or substantial";
constexpr std::string_view k_not_in_advertising = " except as contained in this notice the name";
constexpr std::string_view k_any_purpose_fee = " distribute this software for any purpose with or without fee";
constexpr std::string_view k_appear = " this permission notice appear in all copies";
constexpr std::string_view k_redistribution = " redistribution and use in source and binary forms";
constexpr std::string_view k_binary = " redistributions in binary form must reproduce";
constexpr std::string_view k_endorse = " endorse or promote products derived from";
constexpr std::string_view k_advertising = " advertising materials mentioning features";
constexpr std::string_view k_apache_1 = " the apache software foundation http www apache org";

constexpr auto k_marks = std::to_array<Mark>({
    {"MIT", {k_grant, k_keep_notice}, {k_not_in_advertising, " shall be used for good"}},
    {"MIT-0", {k_grant}, {k_keep_notice, " permission notices shall be included", " permission notice shall be"}},
    {"X11", {k_grant, k_keep_notice, k_not_in_advertising}},
    {"JSON", {k_grant, k_keep_notice, " shall be used for good"}},
    {"NCSA", {" deal with the software without restriction", " redistributions of source code must retain"}},
    {"ISC", {k_any_purpose_fee, k_appear}, {k_not_in_advertising}},
    {"0BSD", {k_any_purpose_fee}, {k_appear}},
    {"curl", {k_any_purpose_fee, k_appear, k_not_in_advertising}},
    {"BSD-1-Clause", {k_redistribution, " redistributions of source code must retain"}, {k_binary, k_endorse}},
    {"BSD-2-Clause", {k_redistribution, k_binary}, {k_endorse, k_advertising, " patent license to make"}},
    {"BSD-2-Clause-Patent", {k_redistribution, k_binary, " patent license to make"}, {k_endorse}},
    {"BSD-3-Clause", {k_redistribution, k_binary, k_endorse}, {k_advertising, " to the limitations in the disclaimer", k_apache_1}},
    {"BSD-3-Clause-Clear", {k_redistribution, k_binary, " to the limitations in the disclaimer"}},
    {"BSD-4-Clause", {k_redistribution, k_binary, k_advertising}, {" by the university of california", " openssl toolkit"}},
    {"BSD-4-Clause-UC", {k_redistribution, k_advertising, " by the university of california"}},
    {"OpenSSL", {k_redistribution, " openssl toolkit", " all advertising materials"}},
    {"Apache-1.1", {k_redistribution, " end user documentation included with the redistribution", k_apache_1}},
    {"Apache-2.0", {" apache license version 2 0 january 2004"}, {" llvm exceptions to the apache"}},
    {"Apache-2.0", {" licensed under the apache license version 2 0"}, {" llvm exception", " apache license version 2 0 january 2004"}},
    {"Apache-2.0 WITH LLVM-exception", {" llvm exceptions to the apache 2 0 license"}},
    {"AGPL-3.0-only", {" gnu affero general public license version 3 19 november 2007"}},
    {"AGPL-1.0-only", {" affero general public license version 1 march 2002"}},
    {"GPL-1.0-only", {" gnu general public license version 1 february 1989"}},
    {"GPL-2.0-only", {" gnu general public license version 2 june 1991"}},
    {"GPL-3.0-only", {" gnu general public license version 3 29 june 2007"}},
    {"LGPL-2.0-only", {" gnu library general public license version 2 june 1991"}},
    {"LGPL-2.1-only", {" gnu lesser general public license version 2 1 february 1999"}},
    {"LGPL-3.0-only", {" gnu lesser general public license version 3 29 june 2007"}},
    {"GFDL-1.1-only", {" gnu free documentation license version 1 1 march 2000"}},
    {"GFDL-1.2-only", {" gnu free documentation license version 1 2 november 2002"}},
    {"GFDL-1.3-only", {" gnu free documentation license version 1 3 3 november 2008"}},
    {"MPL-1.0", {" mozilla public license version 1 0 "}, {" mozilla public license version 1 1 "}},
    {"MPL-1.1", {" mozilla public license version 1 1 "}},
    {"MPL-2.0", {" mozilla public license version 2 0 "}},
    {"MPL-2.0", {" mozilla public license v 2 0 "}, {" mozilla public license version 2 0 "}},
    {"EPL-1.0", {" eclipse public license v 1 0 "}, {" eclipse public license v 2 0 "}},
    {"EPL-2.0", {" eclipse public license v 2 0 "}},
    {"CPL-1.0", {" common public license version 1 0 "}, {" eclipse public license "}},
    {"CDDL-1.0", {" common development and distribution license", " version 1 0 "}, {" version 1 1 "}},
    {"CDDL-1.1", {" common development and distribution license", " version 1 1 "}},
    {"BSL-1.0", {" boost software license version 1 0 "}},
    {"BUSL-1.1", {" business source license 1 1 ", " additional use grant "}},
    {"SSPL-1.0", {" server side public license version 1 october"}},
    {"Elastic-2.0", {" elastic license 2 0 ", " hosted or managed service "}},
    {"EUPL-1.1", {" european union public license v 1 1 "}},
    {"EUPL-1.2", {" european union public license v 1 2 "}},
    {"Unlicense", {" free and unencumbered software released into the public domain"}},
    {"CC0-1.0", {" cc0 1 0 universal "}},
    {"CC-BY-3.0", {" creative commons ", " attribution 3 0 unported "}},
    {"CC-BY-SA-3.0", {" creative commons ", " attribution sharealike 3 0 unported "}},
    {"CC-BY-4.0", {" creative commons ", " attribution 4 0 international "}},
    {"CC-BY-SA-4.0", {" creative commons ", " attribution sharealike 4 0 international "}},
    {"CC-BY-NC-4.0", {" creative commons ", " attribution noncommercial 4 0 international "}},
    {"CC-BY-NC-SA-4.0", {" creative commons ", " attribution noncommercial sharealike 4 0 international "}},
    {"CC-BY-ND-4.0", {" creative commons ", " attribution noderivatives 4 0 international "}},
    {"WTFPL", {" changing it is allowed as long as the name is changed "}},
    {"Zlib", {" altered source versions must be plainly marked"}},
    {"PostgreSQL", {" without fee and without a written agreement is hereby granted"}},
    {"HPND", {" software and its documentation for any purpose", " without fee is hereby granted"}, {" without a written agreement"}},
    {"Artistic-2.0", {" artistic license 2 0 "}},
    {"Artistic-1.0", {" the artistic license ", " state the conditions under which a package may be copied"}, {" artistic license 2 0 "}},
    {"OFL-1.1", {" sil open font license version 1 1 "}},
    {"PSF-2.0", {" python software foundation license version 2 "}, {" beopen "}},
    {"Python-2.0", {" python software foundation license version 2 ", " beopen "}},
    {"Ruby", {" give away verbatim copies of the source form of the software without restriction"}},
    {"BlueOak-1.0.0", {" blue oak model license"}},
    {"UPL-1.0", {" universal permissive license "}},
    {"MS-PL", {" microsoft public license "}},
    {"AFL-3.0", {" academic free license ", " 3 0 ", " licensed under the academic free license version 3 0"}},
    {"OSL-3.0", {" open software license ", " licensed under the open software license version 3 0"}},
    {"Beerware", {" the beer ware license "}},
    {"Unicode-3.0", {" unicode license v3 "}},
    {"MulanPSL-2.0", {" mulan permissive software license version 2 "}},
});

// GNU's licences as notices call them, and what their identifiers begin with.
struct Family {
  std::string_view words;
  std::string_view id;
};
constexpr auto k_gnu = std::to_array<Family>({{" gnu affero general public license as published by the free software foundation", "AGPL-"},
                                              {" gnu lesser general public license as published by the free software foundation", "LGPL-"},
                                              {" gnu library general public license as published by the free software foundation", "LGPL-"},
                                              {" gnu general public license as published by the free software foundation", "GPL-"}});

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Words in lower case, each with a space before it, and one at the end; "licence" is written as Americans do.
std::string folded(std::string_view text) {
  std::string result(1, ' ');
  result.reserve(text.size() + 2);
  for (const char c : text) {
    if (is_word(c)) {
      result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      if (result.back() == 'e' && result.ends_with("licence")) result.replace(result.size() - 2, 1, "s");
    } else if (result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.back() != ' ') result += ' ';
  return result;
}

bool holds(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

// Where the words of the tables first stand in a folded text. They are looked for in one pass: only a word of the text with
// which some of them begin is compared with these.
class Places {
 public:
  explicit Places(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size();) {
      const std::size_t next = text.find(' ', at + 1);
      const auto begun = by_first_word().find(text.substr(at + 1, next - at - 1));
      if (begun != by_first_word().end()) keep(begun->second, text, at);
      at = next;
    }
  }

  std::size_t find(std::string_view words) const {
    const auto place = m_places.find(words);
    return place == m_places.end() ? std::string_view::npos : place->second;
  }
  bool hold(std::string_view words) const { return m_places.count(words) > 0; }

 private:
  using Table = std::unordered_map<std::string_view, std::vector<std::string_view>>;

  static const Table& by_first_word() {
    static const Table table = [] {
      Table made;
      const auto add = [&](std::string_view words) {
        if (!words.empty()) made[words.substr(1, words.find(' ', 1) - 1)].push_back(words);
      };
      for (const Mark& mark : k_marks) {
        std::for_each(mark.all.begin(), mark.all.end(), add);
        std::for_each(mark.none.begin(), mark.none.end(), add);
      }
      for (const Family& family : k_gnu) add(family.words);
      return made;
    }();
    return table;
  }

  void keep(const std::vector<std::string_view>& candidates, std::string_view text, std::size_t at) {
    for (const std::string_view words : candidates) {
      if (text.substr(at).starts_with(words)) m_places.try_emplace(words, at);
    }
  }

  std::unordered_map<std::string_view, std::size_t> m_places;
};

bool fits(const Mark& mark, const Places& text) {
  return std::all_of(mark.all.begin(), mark.all.end(),
                     [&](std::string_view words) { return words.empty() || text.hold(words); }) &&
         std::none_of(mark.none.begin(), mark.none.end(),
                      [&](std::string_view words) { return !words.empty() && text.hold(words); });
}

// The identifiers found, in the order of the table, each once.
class Found {
 public:
  void add(std::string id) {
    if (std::find(m_ids.begin(), m_ids.end(), id) == m_ids.end()) m_ids.push_back(std::move(id));
  }
  bool has(const std::string& id) const { return std::find(m_ids.begin(), m_ids.end(), id) != m_ids.end(); }
  bool empty() const { return m_ids.empty(); }
  std::optional<LicenseExpression> expression() const {
    std::string text;
    for (const std::string& id : m_ids) text += (text.empty() ? "" : " AND ") + id;
    return parse_license(text);
  }

 private:
  std::vector<std::string> m_ids;
};

// What follows the name in a notice: "either version 3 of the license or at your option any later version". The texts
// of the licences end in a model of such a notice, which says nothing where the text itself was found.
void add_notices(std::string_view text, const Places& places, Found& found) {
  constexpr std::size_t window = 160;
  for (const Family& family : k_gnu) {
    const auto at = places.find(family.words);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = text.substr(at + family.words.size(), window);
    const auto version = rest.find(" version ");
    if (version == std::string_view::npos) continue;
    std::string id(family.id);
    const std::string_view number = rest.substr(version + 9);
    id += number.substr(0, 1);
    id += number.starts_with("2 1 ") ? ".1" : ".0";
    const bool later = holds(rest, " any later version") || holds(rest, " or later ");
    if (!found.has(id + "-only") && parse_license(id + "-only")) found.add(id + (later ? "-or-later" : "-only"));
  }
}

// "MIT", "The MIT License (MIT)": a file that says in its first line what it is and holds no text.
std::optional<LicenseExpression> named(std::string_view text) {
  if (text.size() > k_name_bytes_max) return std::nullopt;
  const auto first = text.find_first_not_of(" \t\r\n#*=-");
  if (first == std::string_view::npos) return std::nullopt;
  std::string_view line = text.substr(first, text.find_first_of("\r\n", first) - first);
  line = line.substr(0, line.find('(') == 0 ? line.size() : line.find('('));
  const auto last = line.find_last_not_of(" \t*.");
  return last == std::string_view::npos ? std::nullopt : parse_license(line.substr(0, last + 1));
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// Letter case set aside; `upper` is in capitals.
bool is_same(std::string_view text, std::string_view upper) {
  return std::equal(text.begin(), text.end(), upper.begin(), upper.end(),
                    [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b; });
}
bool starts_with(std::string_view text, std::string_view upper) { return is_same(text.substr(0, upper.size()), upper); }
bool ends_with(std::string_view text, std::string_view upper) {
  return text.size() >= upper.size() && is_same(text.substr(text.size() - upper.size()), upper);
}

// One of the words stands at an end of the name, apart from the rest.
template <std::size_t N>
bool is_named(std::string_view path, const std::array<std::string_view, N>& words) {
  std::string_view name = name_of(path);
  for (const std::string_view extension : {".TXT", ".MD", ".RST", ".HTML", ".MARKDOWN"}) {
    if (ends_with(name, extension)) name.remove_suffix(extension.size());
  }
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    if (starts_with(name, word)) return name.size() == word.size() || holds("-_.", name.substr(word.size(), 1));
    return ends_with(name, word) && holds("-_.", name.substr(name.size() - word.size() - 1, 1));
  });
}

// A word with a dot and the end of a programming language is code: "license.go", "copying.py".
bool is_code(std::string_view path) {
  const std::string_view name = name_of(path);
  constexpr auto ends = std::to_array<std::string_view>({".GO", ".PY", ".JS", ".TS", ".JAVA", ".RB", ".RS", ".C", ".H", ".CPP", ".CC",
      ".CS", ".PHP", ".JSON", ".YAML", ".YML", ".XML", ".TOML", ".SH", ".TSX", ".JSX", ".VUE", ".CSS", ".SVG", ".PNG", ".KT",
      ".SCALA", ".SWIFT", ".EX", ".HS", ".PL", ".TMPL", ".ERB", ".EJS", ".CSV", ".LOCK", ".D"});
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return ends_with(name, end); });
}

constexpr auto k_certain = std::to_array<std::string_view>({"LICENSE", "LICENCE", "LICENSES", "COPYING", "UNLICENSE"});
constexpr auto k_possible = std::to_array<std::string_view>({"NOTICE", "COPYRIGHT", "COPYLEFT"});

}  // namespace

bool is_license_file(std::string_view path) {
  return must_hold_license(path) || (is_named(path, k_possible) && !is_code(path));
}

bool must_hold_license(std::string_view path) {
  const std::string_view folder = path.substr(0, path.size() - name_of(path).size());
  const bool meant = folder == "LICENSES/" || folder.ends_with("/LICENSES/") || is_named(path, k_certain);
  return meant && !is_code(path);
}

std::optional<LicenseExpression> identify_license(std::string_view text) {
  const std::string words = folded(text.substr(0, k_bytes_max));
  const Places places(words);
  Found found;
  for (const Mark& mark : k_marks) {
    if (fits(mark, places)) found.add(std::string(mark.id));
  }
  add_notices(words, places, found);
  if (!found.empty()) return found.expression();
  if (auto tag = license_tag(text)) return tag;
  return named(text);
}

std::optional<LicenseExpression> license_tag(std::string_view text) {
  text = text.substr(0, k_tag_bytes_max);
  const auto at = text.find(k_tag);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = text.substr(at + k_tag.size());
  rest = rest.substr(0, rest.find_first_of("\r\n"));
  for (const std::string_view end : {"*/", "-->", "#}", "\"", "'"}) rest = rest.substr(0, rest.find(end));
  const auto first = rest.find_first_not_of(" \t");
  if (first == std::string_view::npos) return std::nullopt;
  return parse_license(rest.substr(first, rest.find_last_not_of(" \t*;") - first + 1));
}

}  // namespace codelake::sca
