// SPDX-License-Identifier: Apache-2.0
// PyPI: PEP 440, "Version specifiers" of the Python packaging guide.
//
//   [N!]N(.N)*[{a|b|rc}N][.postN][.devN][+local]      1!2.0rc1.post2.dev3+ubuntu.1
//
// in many spellings ("1.0-Alpha_1", "v1.0", "1.0-1" for a post-release). Within one release number
//
//   1.0.dev1 < 1.0a1.dev1 < 1.0a1 < 1.0b1 < 1.0rc1 < 1.0 < 1.0+local < 1.0.post1.dev1 < 1.0.post1
//
// What is no PEP 440 version stands before all that are, in the order setuptools gave such versions before
// PEP 440.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>
#include <array>
#include <optional>

namespace codelake::sca::pep440 {

namespace {

// The order of the phases of one release number; `only_dev` is a ".dev" of the release itself.
enum class Phase { only_dev, alpha, beta, candidate, release };

struct Version {
  std::string_view epoch;
  std::vector<std::string_view> release;  // without trailing zeros
  Phase phase = Phase::release;
  std::string_view phase_number;
  std::optional<std::string_view> post;
  std::optional<std::string_view> dev;
  std::optional<std::string_view> local;
};

struct Spelling {
  std::string_view word;
  Phase phase;
};

// Longer spellings before those they start with.
constexpr std::array<Spelling, 8> k_phases = {{{"alpha", Phase::alpha},
                                               {"a", Phase::alpha},
                                               {"beta", Phase::beta},
                                               {"b", Phase::beta},
                                               {"preview", Phase::candidate},
                                               {"pre", Phase::candidate},
                                               {"c", Phase::candidate},
                                               {"rc", Phase::candidate}}};

bool is_separator(char c) {
  return c == '-' || c == '_' || c == '.';
}

void skip_separator(std::string_view& text) {
  if (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
}

std::string_view take_digits(std::string_view& text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

// Takes "[sep]word[sep][digits]" from the front; the digits may be empty, which means 0.
std::optional<std::string_view> take_tag(std::string_view& text, std::string_view word) {
  std::string_view rest = text;
  skip_separator(rest);
  if (!rest.starts_with(word)) return std::nullopt;
  rest.remove_prefix(word.size());
  skip_separator(rest);
  const std::string_view digits = take_digits(rest);
  text = rest;
  return digits;
}

bool take_release(std::string_view& text, Version& version) {
  while (true) {
    const std::string_view number = take_digits(text);
    if (number.empty()) return false;
    version.release.push_back(number);
    if (text.size() < 2 || text.front() != '.' || !is_digit(text[1])) break;
    text.remove_prefix(1);
  }
  while (!version.release.empty() &&
         version.release.back().find_first_not_of('0') == std::string_view::npos) {
    version.release.pop_back();
  }
  return true;
}

void take_phase(std::string_view& text, Version& version) {
  for (const Spelling& spelling : k_phases) {
    if (const auto number = take_tag(text, spelling.word)) {
      version.phase = spelling.phase;
      version.phase_number = *number;
      return;
    }
  }
}

void take_post(std::string_view& text, Version& version) {
  if (text.size() > 1 && text.front() == '-' && is_digit(text[1])) {
    text.remove_prefix(1);
    version.post = take_digits(text);
    return;
  }
  for (const std::string_view word : {"post", "rev", "r"}) {
    version.post = take_tag(text, word);
    if (version.post) return;
  }
}

bool valid_local(std::string_view text) {
  bool empty = true;
  for (const char c : text) {
    if (is_separator(c) && empty) return false;
    if (!is_separator(c) && !is_digit(c) && !is_lower(c)) return false;
    empty = is_separator(c);
  }
  return !empty;
}

// `text` is in lower case and must outlive the result.
std::optional<Version> parse(std::string_view text) {
  Version version;
  text = trimmed(text);
  if (text.starts_with('v')) text.remove_prefix(1);
  if (const auto mark = text.find('!'); mark != std::string_view::npos) {
    version.epoch = text.substr(0, mark);
    if (!all_digits(version.epoch)) return std::nullopt;
    text.remove_prefix(mark + 1);
  }
  if (!take_release(text, version)) return std::nullopt;
  take_phase(text, version);
  take_post(text, version);
  version.dev = take_tag(text, "dev");
  if (version.dev && !version.post && version.phase == Phase::release) version.phase = Phase::only_dev;
  if (text.starts_with('+')) {
    version.local = text.substr(1);
    if (!valid_local(*version.local)) return std::nullopt;
    return version;
  }
  return text.empty() ? std::optional(version) : std::nullopt;
}

// Words before numbers, the end before everything.
void add_local(VersionKey& key, std::string_view local) {
  while (true) {
    const auto end = std::min(local.find_first_of("-_."), local.size());
    const std::string_view part = local.substr(0, end);
    if (all_digits(part)) {
      key.tag(2);
      key.number(part);
    } else {
      key.tag(1);
      key.text(part);
    }
    if (end == local.size()) return key.tag(0);
    local.remove_prefix(end + 1);
  }
}

void add_version(VersionKey& key, const Version& version) {
  key.number(version.epoch);
  for (const std::string_view number : version.release) key.number(number);
  key.tag(1);
  key.tag(static_cast<std::uint8_t>(version.phase));
  key.number(version.phase_number);
  key.tag(version.post ? 1 : 0);
  if (version.post) key.number(*version.post);
  key.tag(version.dev ? 0 : 1);
  if (version.dev) key.number(*version.dev);
  key.tag(version.local ? 1 : 0);
  if (version.local) add_local(key, *version.local);
}

// One part of a version of the time before PEP 440: numbers padded so that they compare as text, words marked
// with "*".
std::string legacy_part(std::string_view part) {
  if (is_digit(part.front()))
    return std::string(part.size() < 8 ? 8 - part.size() : 0, '0') + std::string(part);
  if (part == "pre" || part == "preview" || part == "rc") return "*c";
  if (part == "-") return "*final-";
  if (part == "dev") return "*@";
  return "*" + std::string(part);
}

void add_legacy_part(std::vector<std::string>& parts, std::string part) {
  if (part.front() == '*') {
    while (part < "*final" && !parts.empty() && parts.back() == "*final-") parts.pop_back();
    while (!parts.empty() && parts.back() == "00000000") parts.pop_back();
  }
  parts.push_back(std::move(part));
}

std::vector<std::string> legacy_key(std::string_view text) {
  const auto kind = [](char c) {
    return is_digit(c) ? 1 : is_lower(c) ? 2 : c == '.' ? 3 : c == '-' ? 4 : 5;
  };
  std::vector<std::string> parts;
  while (!text.empty()) {
    std::size_t end = 1;
    const int first = kind(text.front());
    while (end < text.size() && first != 3 && first != 4 && kind(text[end]) == first) ++end;
    if (first != 3) add_legacy_part(parts, legacy_part(text.substr(0, end)));
    text.remove_prefix(end);
  }
  add_legacy_part(parts, "*final");
  return parts;
}

class Pep440Ordering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override { return {"PyPI"}; }

  bool valid(std::string_view version) const override { return parse(lower(version)).has_value(); }

  std::string key(std::string_view version) const override {
    VersionKey key;
    const std::string text = lower(version);
    const auto parsed = parse(text);
    key.tag(parsed ? 1 : 0);
    if (parsed) {
      add_version(key, *parsed);
      return key.take();
    }
    for (const std::string& part : legacy_key(text)) {
      key.tag(1);
      key.text(part);
    }
    key.tag(0);
    return key.take();
  }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<Pep440Ordering>();
}

}  // namespace codelake::sca::pep440
