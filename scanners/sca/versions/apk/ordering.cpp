// SPDX-License-Identifier: Apache-2.0
// Alpine and the other users of apk: numbers, a letter, suffixes, a commit and a revision.
//
//   1.2.3b_rc1_p2~ab12-r3
//
// A version is a row of tokens; where two rows differ in the kind of token, it is the kind that decides:
//
//   what cannot be read < _alpha _beta _pre _rc < END < -r < ~ < number of a suffix < _cvs _svn _git _hg _p <
//   letter
//     < digits after a letter < number after a dot
//
// A number after a dot that begins with zeros is the smaller the more there are, then what follows counts:
// 1.00 < 1.0 < 1.0a < 1.0.1 < 1.01 < 1.1. The rest from where it cannot be read on is one token; all of these
// are equal.
#include "scanners/sca/versions/ordering.h"

#include "scanners/sca/versions/characters.h"
#include "scanners/sca/versions/version_key.h"

#include <algorithm>
#include <array>
#include <optional>

namespace codelake::sca::apk {

namespace {

enum : std::uint8_t {
  k_unreadable = 1,
  k_before = 2,
  k_end,
  k_revision,
  k_commit,
  k_suffix_number,
  k_after,
  k_no_number,
  k_letter,
  k_digits,
  k_dot_number
};

constexpr std::array<std::string_view, 4> k_suffixes_before = {"alpha", "beta", "pre", "rc"};
constexpr std::array<std::string_view, 5> k_suffixes_after = {"cvs", "svn", "git", "hg", "p"};

// Reads a version from the front into a key; `readable` ends as whether apk would take all of it.
class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text) {}

  std::string key() {
    if (m_text.empty() || !(is_digit(m_text.front()) || m_text.front() == '.')) {
      m_readable = false;
      m_key.tag(k_unreadable);
      m_key.text(m_text);
      return m_key.take();
    }
    m_readable = is_digit(m_text.front());
    m_key.tag(m_readable ? k_digits : k_no_number);
    if (m_readable) m_key.number(take(is_digit));
    numbers();
    suffixes();
    commit();
    revision();
    m_key.tag(m_text.empty() ? k_end : k_unreadable);
    m_readable = m_readable && m_text.empty();
    return m_key.take();
  }
  bool readable() const { return m_readable; }

 private:
  std::string_view take(bool (*accepts)(char)) {
    std::size_t end = 0;
    while (end < m_text.size() && accepts(m_text[end])) ++end;
    const std::string_view taken = m_text.substr(0, end);
    m_text.remove_prefix(end);
    return taken;
  }

  void numbers() {
    while (!m_text.empty()) {
      if (m_text.front() == '.') {
        m_text.remove_prefix(1);
        dot_number(take(is_digit));
      } else if (is_lower(m_text.front())) {
        m_key.tag(k_letter);
        m_key.tag(static_cast<std::uint8_t>(m_text.front()));
        m_text.remove_prefix(1);
        if (m_text.empty() || !is_digit(m_text.front())) return;
        m_key.tag(k_digits);
        m_key.number(take(is_digit));
      } else {
        return;
      }
    }
  }

  void dot_number(std::string_view digits) {
    if (digits.empty()) {
      m_key.tag(k_no_number);
      m_readable = false;
      return;
    }
    const auto zeros = std::min(digits.find_first_not_of('0'), digits.size());
    m_key.tag(k_dot_number);
    m_key.tag(zeros > 0 ? 0 : 1);
    if (zeros == 0) return m_key.number(digits);
    m_key.descending_count(zeros);
    m_key.number(digits.substr(zeros));
  }

  // Takes "_word" and its number from the front, as long as the word is known.
  void suffixes() {
    while (m_text.size() > 1 && m_text.front() == '_') {
      const std::string_view rest = m_text;
      m_text.remove_prefix(1);
      const std::string_view word = take(is_letter);
      const auto before = std::find(k_suffixes_before.begin(), k_suffixes_before.end(), word);
      const auto after = std::find(k_suffixes_after.begin(), k_suffixes_after.end(), word);
      if (before != k_suffixes_before.end()) {
        m_key.tag(k_before);
        m_key.tag(static_cast<std::uint8_t>(before - k_suffixes_before.begin()));
      } else if (after != k_suffixes_after.end()) {
        m_key.tag(k_after);
        m_key.tag(static_cast<std::uint8_t>(after - k_suffixes_after.begin()));
      } else {
        m_text = rest;
        return;
      }
      if (m_text.empty() || !is_digit(m_text.front())) continue;
      m_key.tag(k_suffix_number);
      m_key.number(take(is_digit));
    }
  }

  void commit() {
    if (m_text.size() < 2 || m_text.front() != '~') return;
    m_text.remove_prefix(1);
    m_key.tag(k_commit);
    m_key.text(take([](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }));
  }

  // "-r" with or without a number, but not the beginning of a word.
  void revision() {
    if (!m_text.starts_with("-r") || (m_text.size() > 2 && is_letter(m_text[2]))) return;
    m_text.remove_prefix(2);
    m_key.tag(k_revision);
    m_key.number(take(is_digit));
  }

  std::string_view m_text;
  VersionKey m_key;
  bool m_readable = true;
};

class ApkOrdering final : public VersionOrdering {
 public:
  std::vector<std::string_view> ecosystems() const override {
    return {"Alpaquita", "Alpine", "BellSoft Hardened Containers", "Chainguard", "MinimOS", "Wolfi"};
  }

  bool valid(std::string_view version) const override {
    Reader reader(version);
    reader.key();
    return reader.readable();
  }

  std::string key(std::string_view version) const override { return Reader(version).key(); }
};

}  // namespace

std::unique_ptr<VersionOrdering> make_ordering() {
  return std::make_unique<ApkOrdering>();
}

}  // namespace codelake::sca::apk
