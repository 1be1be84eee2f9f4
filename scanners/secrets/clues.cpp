// SPDX-License-Identifier: Apache-2.0
// A value is weighed by many small observations, none of which decides. Example: db_password = "kqnw7RtZ" in
// a program. The value: eight bytes, three classes of characters, letters that do not follow each other as in
// words. The name: ends with "password" and means nothing else. The place: a quoted text of an assignment, no
// comment.
#include "scanners/secrets/clues.h"

#include "core/file_type.h"
#include "scanners/secrets/characters.h"
#include "scanners/secrets/likelihood.h"
#include "scanners/secrets/shapes.h"

#include <algorithm>
#include <bitset>
#include <cmath>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_name_bytes_max = 80;
constexpr std::size_t k_line_bytes_max = 400;  // looked at on each side of a match

// What surrounds a match on its line, as far as it is looked at.
std::string_view line_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < k_line_bytes_max && text[begin - 1] != '\n') --begin;
  return text.substr(begin, at - begin);
}

std::string_view line_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < k_line_bytes_max && text[end] != '\n') ++end;
  return text.substr(at, end - at);
}

bool in_comment(std::string_view before) {
  const auto first = before.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  const std::string_view start = before.substr(first);
  constexpr std::array<std::string_view, 7> signs = {"//", "#", "*", "/*", "--", ";", "<!--"};
  return std::any_of(signs.begin(), signs.end(), [&](auto sign) { return start.starts_with(sign); }) ||
         before.find(" // ") != std::string_view::npos || before.find(" # ") != std::string_view::npos;
}

bool is_quote(char c) {
  return c == '"' || c == '\'' || c == '`';
}

// An odd number of one quote sign stands before: a text has begun and not ended.
bool in_quotes(std::string_view before) {
  for (const char quote : {'"', '\'', '`'}) {
    if (std::count(before.begin(), before.end(), quote) % 2 == 1) return true;
  }
  return false;
}

class Writer {
 public:
  Writer(const SourceFile& file, const Hit& hit)
      : m_file(file),
        m_text(file.text()),
        m_hit(hit),
        m_value(meant_text(m_text.substr(hit.secret_begin, hit.secret_end - hit.secret_begin))) {}

  Clues clues() {
    set(Clue::constant, 1.0);
    value_statistics();
    value_shape();
    name();
    place();
    crossings();
    return m_clues;
  }

 private:
  void set(Clue clue, double value) { m_clues[static_cast<std::size_t>(clue)] = value; }
  void set(Clue clue, bool seen) { set(clue, seen ? 1.0 : 0.0); }
  double get(Clue clue) const { return m_clues[static_cast<std::size_t>(clue)]; }

  void value_statistics() {
    const auto size = static_cast<double>(m_value.size());
    const Classes classes = classes_of(m_value);
    const auto letters = static_cast<double>(classes.lower + classes.upper);
    set(Clue::length, std::log2(std::min(size, 128.0)) - 3);
    set(Clue::short_value, m_value.size() < 6);
    if (letters > 0) {
      const double bits = std::clamp(letter_bits(m_value) - 4, -3.0, 3.0);
      set(Clue::letter_bits, bits);
      set(Clue::letter_evidence, bits * std::min(letters, 24.0) / 4);
    }
    set(Clue::no_letters, letters == 0);
    set(Clue::drawn_share, std::min(2.0, written_bits(m_value) / std::max(1.0, drawn_bits(m_value))) - 1);
    set(Clue::mixed_case, classes.lower > 0 && classes.upper > 0);
    set(Clue::digits, classes.digit > 0);
    set(Clue::digits_only, classes.digit == m_value.size());
    set(Clue::symbols, classes.symbol > 0);
    set(Clue::spaces,
        static_cast<double>(std::min<std::ptrdiff_t>(4, std::count(m_value.begin(), m_value.end(), ' '))));
    set(Clue::classes, static_cast<double>((classes.lower > 0) + (classes.upper > 0) + (classes.digit > 0) +
                                           (classes.symbol > 0) - 1));
    set(Clue::changes, 4 * static_cast<double>(class_changes(m_value)) / size);
    std::bitset<256> seen;
    for (const char c : m_value) seen.set(static_cast<unsigned char>(c));
    set(Clue::distinct, static_cast<double>(seen.count()) / std::min(size, 32.0));
    set(Clue::not_ascii, std::any_of(m_value.begin(), m_value.end(), [](char c) { return c < 0; }));
  }

  void value_shape() {
    const Classes classes = classes_of(m_value);
    const std::string lowered = lower(m_value);
    const bool name_like = std::all_of(m_value.begin(), m_value.end(), is_word_byte) && !is_digit(m_value[0]);
    const bool joint = m_value.find('_') != std::string_view::npos;
    set(Clue::joined_words,
        name_like && classes.digit == 0 &&
            (joint ? classes.upper == 0 : classes.upper > 0 && classes.lower > classes.upper));
    set(Clue::upper_name, name_like && classes.lower == 0 && classes.upper > 2);
    const auto dots = std::count(m_value.begin(), m_value.end(), '.');
    set(Clue::dotted, dots > 0 && classes.symbol == 0);
    // Where letters of both cases and digits stand, "-" is one more character of an alphabet rather than between words.
    const bool alphabet = classes.lower > 0 && classes.upper > 0 && classes.digit > 0;
    const auto hyphens = std::min<std::ptrdiff_t>(4, std::count(m_value.begin(), m_value.end(), '-'));
    set(Clue::hyphenated, alphabet ? 0.0 : static_cast<double>(hyphens));
    const bool hexadecimal = m_value.size() >= 16 && std::all_of(m_value.begin(), m_value.end(), is_hex);
    set(Clue::hex, hexadecimal);
    constexpr std::array<std::size_t, 5> digests = {32, 40, 56, 64, 128};
    set(Clue::digest_size,
        hexadecimal && std::find(digests.begin(), digests.end(), m_value.size()) != digests.end());
    set(Clue::long_base64,
        m_value.size() >= 40 && classes.lower > 0 && classes.upper > 0 && classes.digit > 0);
    set(Clue::says_name, contains_any(lowered, k_secret_words));
    set(Clue::stock_word, contains_any(core_word(m_value), k_stock_words));
    set(Clue::sentence_end, std::string_view(".:,!?").find(m_value.back()) != std::string_view::npos);
  }

  void name() {
    const std::string name = name_of(m_text, m_hit);
    std::size_t end = 0;
    for (const std::string_view word : k_secret_words) {
      if (const auto at = name.rfind(word); at != std::string::npos) end = std::max(end, at + word.size());
    }
    set(Clue::name_exact, contains_word(name, k_secret_words));
    set(Clue::name_ends, end > 0 && end == name.size());
    set(Clue::name_means_other, end > 0 && contains_any(std::string_view(name).substr(end), k_other_tails));
    constexpr std::array<std::string_view, 5> passwords = {"passw", "pwd", "passphrase", "pass", "psw"};
    set(Clue::name_password, contains_any(name, passwords));
    set(Clue::name_secret, name.find("secret") != std::string::npos);
    set(Clue::name_token, name.find("token") != std::string::npos);
    set(Clue::name_key, name.find("key") != std::string::npos);
    set(Clue::name_auth, name.find("auth") != std::string::npos || name.find("cred") != std::string::npos);
    set(Clue::name_salt, name.find("salt") != std::string::npos || name.find("nonce") != std::string::npos);
    const bool first_upper = m_hit.begin < m_text.size() && is_upper(m_text[m_hit.begin]);
    set(Clue::name_upper,
        first_upper && m_hit.begin + 1 < m_text.size() && is_upper(m_text[m_hit.begin + 1]));
    set(Clue::name_dotted, name.find('.') != std::string::npos);
  }

  void place() {
    const std::string_view before = line_before(m_text, m_hit.begin);
    const std::string_view between = m_text.substr(m_hit.begin, m_hit.secret_begin - m_hit.begin);
    set(Clue::quoted, m_hit.secret_begin > 0 && is_quote(m_text[m_hit.secret_begin - 1]));
    set(Clue::assigned, between.find('=') != std::string_view::npos);
    set(Clue::called, between.find('(') != std::string_view::npos);
    set(Clue::spaced, between.find_first_of("=:(,>") == std::string_view::npos);
    set(Clue::listed, between.find(',') != std::string_view::npos);
    set(Clue::address, between.starts_with("://"));
    const bool program = is_program(m_file);
    const bool document = is_document(m_file);
    set(Clue::program, program);
    set(Clue::document, document);
    set(Clue::configuration, !program && !document);
    set(Clue::test, m_file.info().test);
    set(Clue::comment, in_comment(before));
    set(Clue::sample_line, is_sample_line(m_text, m_hit));
    set(Clue::long_line, is_on_long_line(m_text, m_hit));
  }

  void crossings() {
    set(Clue::quoted_program, get(Clue::quoted) * get(Clue::program));
    set(Clue::plain_program, (1 - get(Clue::quoted)) * get(Clue::program));
    const bool word = get(Clue::digits) == 0 && get(Clue::symbols) == 0;
    set(Clue::plain_word, word ? 1 - get(Clue::quoted) : 0.0);
    set(Clue::word_in_test, word ? get(Clue::test) : 0.0);
  }

  const SourceFile& m_file;
  std::string_view m_text;
  const Hit& m_hit;
  std::string m_value;
  Clues m_clues{};
};

}  // namespace

const std::array<ClueInfo, k_clues> k_clue_infos = {{
    {"constant", ""},
    {"length", ""},
    {"short_value", ""},
    {"letter_bits", "its letters do not follow each other as in words"},
    {"letter_evidence", "its letters do not follow each other as in words"},
    {"no_letters", ""},
    {"drawn_share", "it looks drawn at random rather than written"},
    {"mixed_case", "it mixes upper and lower case"},
    {"digits", "it holds digits"},
    {"digits_only", ""},
    {"symbols", "it holds symbols"},
    {"spaces", ""},
    {"classes", "it mixes several classes of characters"},
    {"changes", "its classes of characters change often"},
    {"distinct", "its characters hardly repeat"},
    {"joined_words", ""},
    {"upper_name", ""},
    {"dotted", ""},
    {"hyphenated", ""},
    {"hex", "it is hexadecimal"},
    {"digest_size", ""},
    {"long_base64", "it is long base64"},
    {"says_name", ""},
    {"stock_word", ""},
    {"sentence_end", ""},
    {"not_ascii", ""},
    {"name_exact", "its name says that it is secret"},
    {"name_ends", "its name says that it is secret"},
    {"name_means_other", ""},
    {"name_password", "its name says that it is a password"},
    {"name_secret", "its name says that it is secret"},
    {"name_token", "its name says that it is a token"},
    {"name_key", "its name says that it is a key"},
    {"name_auth", "its name speaks of authentication"},
    {"name_salt", ""},
    {"name_upper", ""},
    {"name_dotted", ""},
    {"quoted", "it is a quoted text"},
    {"assigned", "it is assigned"},
    {"called", ""},
    {"spaced", ""},
    {"listed", ""},
    {"program", ""},
    {"configuration", "it stands in a configuration"},
    {"document", ""},
    {"test", ""},
    {"comment", ""},
    {"sample_line", ""},
    {"long_line", ""},
    {"quoted_program", "it is a quoted text"},
    {"plain_program", ""},
    {"plain_word", ""},
    {"word_in_test", ""},
    {"address", "it is the password of a URL"},
}};

std::string name_of(std::string_view text, const Hit& hit) {
  const std::string_view match = text.substr(hit.begin, hit.secret_begin - hit.begin);
  if (match.starts_with("variable")) {  // variable "name" { default = "value" }
    const auto open = match.find('"');
    const auto close = match.find('"', open + 1);
    if (close != std::string_view::npos) return lower(match.substr(open + 1, close - open - 1));
  }
  const std::size_t from = hit.begin + (match.starts_with("${") ? 2 : 0);
  std::size_t begin = from;
  while (begin > 0 && from - begin < k_name_bytes_max && is_name_byte(text[begin - 1])) --begin;
  std::size_t end = from;
  while (end < hit.secret_begin && is_name_byte(text[end])) ++end;
  return lower(text.substr(begin, end - begin));
}

bool stands_in_text(std::string_view text, const Hit& hit) {
  if (hit.secret_begin > 0 && is_quote(text[hit.secret_begin - 1])) return true;
  if (text.substr(hit.begin).starts_with("://")) return true;  // no code is written like an address
  const std::string_view before = line_before(text, hit.begin);
  return in_comment(before) || in_quotes(before) || in_quotes(line_before(text, hit.secret_begin));
}

bool is_document(const SourceFile& file) {
  const std::string_view language = file.language();
  return language == "markdown" || language == "text" || language == "html" || file.path().ends_with(".rst") ||
         file.path().ends_with(".adoc");
}

bool is_sample_line(std::string_view text, const Hit& hit) {
  constexpr std::array<std::string_view, 6> samples = {"example", "e.g.", "sample", "placeholder", "dummy", "fake"};
  return contains_any(lower(line_before(text, hit.begin)) + lower(line_after(text, hit.secret_end)), samples);
}

bool is_on_long_line(std::string_view text, const Hit& hit) {
  return line_before(text, hit.begin).size() + line_after(text, hit.secret_end).size() >= k_line_bytes_max;
}

bool is_program(const SourceFile& file) {
  const std::string_view language = file.language();
  return is_programming_language(language) && language != "bash" && language != "powershell";
}

Clues clues_of(const SourceFile& file, const Hit& hit) {
  return Writer(file, hit).clues();
}

}  // namespace codelake::secrets
