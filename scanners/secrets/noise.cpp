// SPDX-License-Identifier: Apache-2.0
// Decides by structure and statistics, never by a list of known values. First by structure: what a person
// writes to stand for a secret repeats, counts up, says "example" or refers to where the secret is. What is
// left is weighed (score.h): what a person writes as anything else is made of words. Worked example: api_key
// = "forgotPasswordTokenExpired" has no mark of a placeholder, but letters that follow each other as in words
// and the shape of a name: noise; for "x7Kq2ZpW9vRtB3mYd81L" every clue points the other way: a secret.
#include "scanners/secrets/noise.h"

#include "core/file_type.h"
#include "scanners/secrets/characters.h"
#include "scanners/secrets/likelihood.h"
#include "scanners/secrets/packed.h"
#include "scanners/secrets/public_values.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/shapes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace codelake::secrets {

namespace {

// From which likelihood on a value is worth a finding.
constexpr double k_password_min = 0.6;
constexpr double k_token_min = 0.55;
constexpr double k_stored_min = 0.3;
constexpr std::size_t k_token_bytes_min = 6;  // less is no token, however it is encoded
constexpr std::size_t k_repeat_min = 12;      // bytes of "ababab…" or the like
constexpr double k_drawn_share_min = 0.93;  // written / drawn, from which a provider's value counts as drawn

// The longest run of one character, and of characters that count up or down.
std::size_t longest_run(std::string_view text, int step) {
  std::size_t best = text.empty() ? 0 : 1;
  std::size_t run = 1;
  for (std::size_t i = 1; i < text.size(); ++i) {
    run = text[i] - text[i - 1] == step ? run + 1 : 1;
    best = std::max(best, run);
  }
  return best;
}

// "abcabcabc": the text is a shorter one said at least twice.
bool repeats(std::string_view text) {
  constexpr std::size_t period_max = 64;
  for (std::size_t period = 1; period <= std::min(text.size() / 2, period_max); ++period) {
    if (text.substr(period) == text.substr(0, text.size() - period)) return true;
  }
  return false;
}

bool says_placeholder(std::string_view lowered) {
  constexpr std::array<std::string_view, 16> words = {
      "example", "sample", "placeholder", "changeme", "change-me", "change_me", "replace", "redacted",
      "xxxx",    "your-",  "your_",       "insert",   "dummy",     "<your",     "....",    "****"};
  return contains_any(lowered, words) || lowered.ends_with("...") || lowered.ends_with("todo");
}

// Zeros, in base64: part of a long token may be empty.
bool holds_zeros(std::string_view value) {
  constexpr std::size_t size_min = 40;
  const auto zeros = static_cast<std::size_t>(std::count(value.begin(), value.end(), 'A'));
  return value.size() >= size_min && 4 * zeros < value.size();
}

bool is_mechanical(std::string_view value) {
  const std::size_t run = value.size() >= 100 ? 12 : 6;
  const std::size_t same = longest_run(value, 0);
  if (same >= run && !(value.find(std::string(same, 'A')) != std::string_view::npos && holds_zeros(value))) return true;
  for (std::size_t period = 2; period <= 4; ++period) {
    if (longest_repeat(value, period) >= std::max(k_repeat_min, value.size() / 3)) return true;
  }
  return longest_run(value, 1) >= run + 1 || longest_run(value, -1) >= run + 1 || repeats(value) ||
         nearly_repeats(value);
}

// A reference to a value that stands elsewhere, or is filled in later.
bool is_template(std::string_view value) {
  constexpr std::array<std::string_view, 16> marks = {"${",  "{{", "}}", "<%",          "%>", "%(",
                                                      "$(",  "#{", "@{", "%s",          "%d", "%v",
                                                      "{0}", "[[", "$[", "\xE2\x80\xA6"};
  constexpr std::array<std::string_view, 8> ciphers = {"enc(", "enc[",   "vault:",     "{cipher}",
                                                       "arn:", "!vault", "secretref:", "op:"};
  if (contains_any(value, marks)) return true;
  const std::string lowered = lower(value.substr(0, 16));
  if (std::any_of(ciphers.begin(), ciphers.end(), [&](auto cipher) { return lowered.starts_with(cipher); }))
    return true;
  const bool variable = value.size() > 1 && (value[0] == '$' || value[0] == '%' || value[0] == '@') &&
                        (is_letter(value[1]) || value[1] == '_');
  const bool in_braces = value.front() == '{' && value.back() == '}';
  return variable || in_braces || (value.front() == '[' && value.back() == ']');
}

// name(…), name.name, name->name, name[…]: code that computes the value.
bool is_expression(std::string_view value) {
  constexpr std::array<std::string_view, 5> marks = {"()", "->", "::", "](", "=>"};
  if (contains_any(value, marks)) return true;
  const auto open = value.find_first_of("([");
  if (open == std::string_view::npos || open == 0) return false;
  const std::string_view callee = value.substr(0, open);
  // "getName.call(that", where the value was cut.
  const auto of_words = [](char c) { return is_letter(c) || c == '.' || c == '_' || c == '('; };
  if (std::all_of(value.begin(), value.end(), of_words) && std::count(value.begin(), value.end(), '(') == 1) return true;
  return std::all_of(callee.begin(), callee.end(), is_name_byte) &&
         (value.back() == ')' || value.back() == ']' || open + 1 == value.size());
}

// "%[a-f0-9]{2}", "^(?:ab)+$": a pattern that values are matched with.
bool is_regular_expression(std::string_view value) {
  constexpr std::array<std::string_view, 9> marks = {"[a-z", "[a-f", "[A-Z", "[A-F", "[0-9", "[^", "(?:", "(?=", "(?!"};
  return contains_any(value, marks);
}

// A URL, a path, a dotted name or a date, by its separators.
bool is_address(std::string_view value) {
  if (value.find("://") != std::string_view::npos || value.starts_with("./") || value.starts_with("../"))
    return true;
  const auto slashes = static_cast<std::size_t>(std::count(value.begin(), value.end(), '/'));
  const bool path_bytes =
      std::all_of(value.begin(), value.end(), [](char c) { return is_name_byte(c) || c == '/'; });
  if (slashes >= 1 && path_bytes && written_bits(value) < 0.95 * drawn_bits(value)) return true;
  return is_mail_address(value) && written_bits(value) < drawn_bits(value);
}

bool is_printable(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return (c >= ' ' || c < 0) && c != '\x7F'; });
}

bool common_noise(std::string_view value) {
  return value.empty() || !is_printable(value) || is_template(value) || is_expression(value) ||
         is_regular_expression(value) || is_address(value) || is_date(value) || is_named_digest(value) || is_colour(value) ||
         is_password_hash(value) || is_versioned(value) || is_mechanical(value) || says_placeholder(lower(value));
}

// The part of a token after its prefix says one short text over and over.
bool has_mechanical_body(std::string_view value) {
  constexpr std::size_t body_min = 8;
  const auto joint = value.find_last_of("_-.");
  const std::string_view body = joint == std::string_view::npos ? value : value.substr(joint + 1);
  return body.size() >= body_min && repeats(body);
}

// No key, whatever its form, has so few digits of base64 in a row: what was cut out is code behind the first line of one.
// Nor is one whose middle is left out.
bool has_no_body(std::string_view key) {
  constexpr std::size_t run_min = 24;
  if (key.find("...") != std::string_view::npos) return true;
  std::size_t run = 0;
  for (const char c : key) {
    run = is_word_byte(c) || c == '+' || c == '/' ? run + 1 : 0;
    if (run == run_min) return false;
  }
  return true;
}

bool is_stock_password(std::string_view value) {
  const std::string word = core_word(value);
  return contains_any(word, k_stock_words) && word.size() < 20 && written_bits(value) < 90;
}

// The very word that says what stands there: "password", "secret", "root".
bool is_bare_word(std::string_view value) {
  const std::string word = lower(value);
  return contains_word(word, k_secret_words) || contains_word(word, k_stock_words);
}

// A password hash is shown where hashes are explained.
bool is_shown(const SourceFile& file, const Hit& hit) {
  return (is_document(file) && file.language() != "text") || is_sample_line(file.text(), hit);
}

// The value is base64 of a text that says so.
bool encodes_placeholder(std::string_view value) {
  const auto decoded = decode_base64(value);
  return decoded && is_printable(*decoded) && says_placeholder(lower(*decoded));
}

// What stands there is a part of a link, with no space or quote between.
bool is_in_link(std::string_view text, const Hit& hit) {
  constexpr std::size_t link_bytes_max = 1000;
  const std::size_t nearest = hit.secret_begin - std::min(hit.secret_begin, link_bytes_max);
  const std::string_view before = text.substr(nearest, hit.secret_begin - nearest);
  const std::size_t begin = before.find_last_of(" \t\r\n\"'`<>") + 1;
  return before.find("://", begin) != std::string_view::npos;
}

// Whoever is given a link that was signed beforehand sees the id of the key it was signed with.
bool is_in_signed_link(std::string_view text, const Hit& hit) {
  const std::string_view before = text.substr(0, hit.secret_begin);
  return before.ends_with("X-Amz-Credential=") || before.ends_with("AWSAccessKeyId=");
}

// A link that says until when it is good ("?e=1576142006&token=…", "&Expires=…"): what signs it opens nothing else, and
// nothing later.
bool is_in_passing_link(std::string_view text, const Hit& hit) {
  constexpr std::size_t parameters_max = 400;
  constexpr std::size_t digits = 10;  // seconds since 1970, from 2001 to 2286
  if (!is_in_link(text, hit)) return false;
  const std::string_view before = text.substr(0, hit.secret_begin);
  const std::size_t query = before.rfind('?');
  if (query == std::string_view::npos || before.size() - query > parameters_max) return false;
  const std::string said = lower(before.substr(query));
  constexpr std::array<std::string_view, 5> names = {"e=", "expires=", "expire=", "exp=", "deadline="};
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    const auto at = said.find(name);
    if (at == std::string::npos || at == 0 || std::string_view("?&;").find(said[at - 1]) == std::string_view::npos) return false;
    const auto begin = at + name.size();
    const auto end = std::min(said.find_first_not_of("0123456789", begin), said.size());
    return end - begin == digits;
  });
}

bool is_sample_token(std::string_view text, const Hit& hit) {
  const std::string_view value = text.substr(hit.secret_begin, hit.secret_end - hit.secret_begin);
  return is_demonstration_token(meant_text(value)) || (is_passing_token(value) && is_in_link(text, hit));
}

bool noise_for_basic(std::string_view value) {
  const auto decoded = decode_base64(value);
  if (!decoded || !is_printable(*decoded)) return true;
  const auto colon = decoded->find(':');
  if (colon == std::string::npos || colon == 0 || decoded->size() < colon + 4) return true;
  const std::string_view password = std::string_view(*decoded).substr(colon + 1);
  if (decoded->front() == '{') return true;  // the header of a token, not a user
  return says_placeholder(lower(*decoded)) || common_noise(password) || is_stock_password(password);
}

// Texts of a user interface, in many languages.
bool is_translation(std::string_view path) {
  constexpr std::array<std::string_view, 6> folders = {"i18n", "locale", "lang/", "translation", "l10n", ".lproj/"};
  return contains_any(lower(path), folders);
}

// Nothing but words where words are what stands there: in a translation, where a word may hold a digit or two ("S3-Schlüssel"),
// and in a program that was made small, which holds its translations.
bool is_wording(const SourceFile& file, const Hit& hit, std::string_view value) {
  constexpr std::ptrdiff_t digits_max = 2;
  constexpr std::ptrdiff_t letters_min = 8;
  const auto digits = std::count_if(value.begin(), value.end(), is_digit);
  const auto letters = std::count_if(value.begin(), value.end(), [](char c) { return is_letter(c) || c < 0; });
  if (is_translation(file.path())) return digits == 0 || (digits <= digits_max && letters >= letters_min);
  const auto of_words = [](char c) { return is_letter(c) || c < 0 || std::string_view(" -_.'").find(c) != std::string_view::npos; };
  return std::all_of(value.begin(), value.end(), of_words) && is_program(file) && is_on_long_line(file.text(), hit);
}

// Words with spaces between.
bool is_sentence(std::string_view value) {
  constexpr std::ptrdiff_t spaces_min = 3;
  return std::count(value.begin(), value.end(), ' ') >= spaces_min;
}

// What a name says of a value that only stands in for one. The name of what it belongs to does not: in
// "mockUser.password" the password is as real as any.
bool is_stand_in_name(std::string_view lowered_name) {
  const std::string_view last = lowered_name.substr(lowered_name.rfind('.') + 1);
  return contains_any(last, k_stand_ins) || last.find("example") != std::string_view::npos ||
         last.find("placeholder") != std::string_view::npos;
}

// A private key in a file whose name says that it is none that anything is locked with.
bool is_stand_in_file(const SourceFile& file, const Rule& rule) {
  return rule.provider == "private-key" && contains_any(lower(file.info().name()), k_stand_ins);
}

// "{{ $password = tpl …": what stands there without quotes is code that a template runs.
bool is_in_template_code(std::string_view text, const Hit& hit) {
  const std::string_view line = text.substr(0, hit.begin).substr(text.substr(0, hit.begin).rfind('\n') + 1);
  const char before = text[hit.secret_begin - std::min<std::size_t>(hit.secret_begin, 1)];
  return std::string_view("\"'`").find(before) == std::string_view::npos &&
         line.rfind("{{") != std::string_view::npos && line.find("}}", line.rfind("{{")) == std::string_view::npos;
}

// "${PWD:=…}" gives a variable a value only when it has none; "Pass `--flag`" is prose.
bool is_other_use(std::string_view text, const Hit& hit, const std::string& name) {
  const std::string_view match = text.substr(hit.begin, hit.secret_begin - hit.begin);
  if (hit.begin >= 2 && text.substr(hit.begin - 2, 2) == "${") return true;
  // "relating to `password`, `tfa` and …" lists names.
  if (match.ends_with('`') && match.find("`,") != std::string_view::npos) return true;
  const bool spaced = match.find_first_of("=:(,>|?<{") == std::string_view::npos && match.find(" is ") == match.npos;
  // In "['visible-password'],look:['dark']" the quote behind the name ends a text, and so does one that nothing parts from
  // the name.
  const bool ended = std::string_view("])},;+").find(text[hit.secret_begin]) != std::string_view::npos ||
                     (std::string_view("\"'`").find(match.empty() ? ' ' : match.back()) != std::string_view::npos &&
                      match.find_first_of(" \t") == std::string_view::npos);
  // In "(list "auth.password") "skip"" what follows is the next argument.
  const auto close = match.rfind(')');
  const bool argument =
      close != std::string_view::npos && match.find_first_not_of(" \t\"'`", close + 1) == std::string_view::npos;
  // Other names than of secrets are those of rules that say more than a name.
  const bool named = spaced && contains_any(name, k_secret_words);
  return (named && (match.ends_with('`') || name == "pass" || ended || argument)) || is_in_template_code(text, hit);
}

// "unhexlify('…')", "hex.DecodeString(…)": nobody needs the bytes of a commit id.
bool is_taken_for_bytes(const SourceFile& file, const Hit& hit) {
  const std::string match = lower(file.text().substr(hit.begin, hit.secret_begin - hit.begin));
  return match.find("hex") != std::string::npos && match.find('(') != std::string::npos;
}

// What ends so names the kind of something.
bool is_name_of_kind(std::string_view lowered_name) {
  constexpr std::array<std::string_view, 8> ends = {"mode",      "backend", "algorithm", "provider",
                                                    "mechanism", "cipher",  "strategy",  "encoding"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return lowered_name.ends_with(end); });
}

// "cacheKey", "primary_key", "sort-key": what finds an entry, not what opens anything.
bool is_name_of_entry_key(std::string_view lowered_name) {
  constexpr std::array<std::string_view, 14> kinds = {"cache",   "primary", "foreign", "sort",   "partition", "idempotency", "query",
                                                      "storage", "object",  "translation", "lookup", "message", "dedup", "map"};
  if (!lowered_name.ends_with("key")) return false;
  lowered_name.remove_suffix(3);
  if (lowered_name.ends_with('_') || lowered_name.ends_with('-')) lowered_name.remove_suffix(1);
  return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) { return lowered_name.ends_with(kind); });
}

// "field_65b25a5b6981f": a word, and the time in microseconds since 1970 in hexadecimal digits, as PHP makes ids.
bool is_timed_id(std::string_view value) {
  constexpr std::size_t digits = 13;
  if (value.size() < digits + 2) return false;
  const std::string_view time = value.substr(value.size() - digits);
  const std::string_view word = value.substr(0, value.size() - digits);
  const auto joint = [](char c) { return c == '_' || c == '-' || c == '.'; };
  return joint(word.back()) && std::all_of(word.begin(), word.end(), [&](char c) { return is_lower(c) || joint(c); }) &&
         time[0] >= '4' && time[0] <= '7' && std::all_of(time.begin(), time.end(), [](char c) { return is_hex(c) && !is_upper(c); });
}

// Under such a name a value that is drawn tells which, not with what.
bool is_name_of_identity(std::string_view lowered_name, std::string_view value) {
  constexpr std::size_t digits_min = 16;
  constexpr std::array<std::string_view, 3> private_words = {"secret", "private", "api"};
  if (is_fingerprint(value) && lowered_name.ends_with("key")) return !contains_any(lowered_name, private_words);
  if (is_name_of_entry_key(lowered_name) || (is_timed_id(value) && is_bare_name(lowered_name))) return true;
  return is_name_of_key_id(lowered_name) && value.size() >= digits_min && std::all_of(value.begin(), value.end(), is_hex);
}

// The letters of a text, in lower case: "pm-60-UseIt" → "pmuseit".
std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : lower(text)) {
    if (is_lower(c)) letters += c;
  }
  return letters;
}

// A text that says its own name, as keys of texts and names of switches do: PasswordResetByMail = "pm-60-password-reset-by-mail".
bool repeats_name(std::string_view name, std::string_view value) {
  constexpr std::size_t letters_min = 12;
  const std::string said = letters_of(name);
  return said.size() >= letters_min && letters_of(value).find(said) != std::string::npos;
}

// "m5.pdf", "settings2.json": one dot, and an ending that is known.
bool is_file_name(std::string_view value) {
  const auto dot = value.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || value.find('.') != dot || value.size() - dot > 6) return false;
  return std::all_of(value.begin(), value.end(), is_name_byte) && (is_opaque(value) || !language_of_path(value).empty());
}

// What is public by its form or by what its name says it is.
bool is_public_value(std::string_view name, std::string_view value) {
  return is_public_key(value) || is_algorithm(value) || is_file_mode(value) || is_other_script(value) ||
         is_name_of_kind(name) || is_name_of_identity(name, value) || repeats_name(name, value) || is_file_name(value);
}

// What a Secret stores in base64 under a name that says "password" is one, were it a plain word; so are a user and a
// password under any name. Where Secrets are explained plain words stand for others.
bool is_stored_password(const SourceFile& file, const Hit& hit, const std::string& meant) {
  const bool encoded = meant != file.text().substr(hit.secret_begin, hit.secret_end - hit.secret_begin);
  if (hit.rule->filter != Filter::stored || !encoded || is_document(file)) return false;
  return contains_any(name_of(file.text(), hit), k_secret_words) || is_user_and_password(meant);
}

bool is_ruled_out_value(const SourceFile& file, const Hit& hit, std::string_view value) {
  const std::string name = name_of(file.text(), hit);
  const std::string meant = meant_text(value);
  const bool stored = hit.rule->filter == Filter::stored;
  const bool object = stored && meant.starts_with('{') && meant.find('"') != std::string::npos;
  if (object) return !contains_any(lower(meant), k_secret_words);
  // The salt of hashes is secret where they are.
  if ((contains_any(name, k_other_heads) && !name.ends_with("hash_salt")) || is_stand_in_name(name)) return true;
  if (common_noise(meant) || is_wording(file, hit, meant) || is_public_value(name, meant)) return true;
  if (!stored && is_bare_word(meant)) return true;
  if (is_uuid(meant)) {
    return !is_name_of_secret_id(name) && !(stored && name.ends_with("key") && !is_bare_name(name));
  }
  if (is_other_use(file.text(), hit, name) || is_in_passing_link(file.text(), hit)) return true;
  // An object in base64 with no signature; a signed one has its own rule.
  if (value.starts_with("eyJ") || is_demonstration_token(meant)) return true;
  if (hit.rule->filter != Filter::password) {
    if (std::any_of(meant.begin(), meant.end(), [](char c) { return c < 0; })) return true;  // a word of some language
    if (meant.size() < k_token_bytes_min || is_counted(meant) || holds_count(meant)) return true;
    if (is_serial_number(meant) || is_encoded_message(meant) || has_mechanical_body(meant)) return true;
    if (is_digest_sized(meant) && (is_name_of_key_id(name) || (is_bare_name(name) && !is_taken_for_bytes(file, hit))))
      return true;
  }
  if (stored) return is_sentence(meant) || (!is_stored_password(file, hit, meant) && is_stock_password(meant));
  return is_program(file) && !stands_in_text(file.text(), hit);
}

}  // namespace

bool is_ruled_out(const SourceFile& file, const Hit& hit) {
  const std::string_view text = file.text();
  const std::string_view value = text.substr(hit.secret_begin, hit.secret_end - hit.secret_begin);
  if (value.empty() || shannon_bits(value) < hit.rule->entropy_min) return true;
  switch (hit.rule->filter) {
    case Filter::none:
      return false;
    case Filter::provider:
      return is_mechanical(value) || has_mechanical_body(value) || says_placeholder(lower(value)) ||
             encodes_placeholder(value) || is_sample_token(text, hit) || is_stand_in_file(file, *hit.rule) ||
             (hit.rule->provider == "private-key" && has_no_body(value)) || is_in_signed_link(text, hit) ||
             (is_password_hash(value) && is_shown(file, hit));
    case Filter::bytes: {
      const auto bytes = listed_bytes(value);
      return !bytes || !are_drawn_bytes(*bytes) || contains_any(name_of(text, hit), k_other_heads);
    }
    case Filter::basic:
      return noise_for_basic(value);
    case Filter::random:
    case Filter::password:
    case Filter::stored:
      break;
  }
  return is_ruled_out_value(file, hit, value);
}

bool is_weighed(const Rule& rule) {
  const bool any_secret = rule.filter == Filter::random || rule.filter == Filter::password;
  return rule.filter == Filter::stored || (rule.generic() && any_secret);
}

Story story_of(Filter filter) {
  return filter == Filter::random ? Story::token : Story::password;
}

bool is_noise(const SourceFile& file, const Hit& hit) {
  if (is_ruled_out(file, hit)) return true;
  const std::string_view value = file.text().substr(hit.secret_begin, hit.secret_end - hit.secret_begin);
  const Filter filter = hit.rule->filter;
  if (!is_weighed(*hit.rule)) {
    return filter == Filter::random && written_bits(value) < k_drawn_share_min * drawn_bits(value);
  }
  if (is_uuid(meant_text(value))) return false;  // its name alone has decided
  if (is_stored_password(file, hit, meant_text(value))) return false;
  const double least = filter == Filter::stored     ? k_stored_min
                       : filter == Filter::password ? k_password_min
                                                    : k_token_min;
  return likelihood_of(clues_of(file, hit), story_of(filter)) < least;
}

std::string why_secret(const SourceFile& file, const Hit& hit) {
  return is_weighed(*hit.rule) ? reasons_of(clues_of(file, hit), story_of(hit.rule->filter)) : std::string();
}

bool is_config_file(const FileInfo& file) {
  if (file.language == "bash" || file.language == "powershell") return true;
  if (!file.language.empty()) return !is_programming_language(file.language);
  constexpr std::array<std::string_view, 18> extensions = {
      "conf",    "cnf",    "config", "cfg",   "rc",     "log",         "list",     "service",  "template",
      "tpl",     "example", "sample", "dist", "local", "secret", "credentials", "htpasswd", "htdigest"};
  const std::string_view name = file.name();
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return true;
  return std::find(extensions.begin(), extensions.end(), name.substr(dot + 1)) != extensions.end();
}

}  // namespace codelake::secrets
