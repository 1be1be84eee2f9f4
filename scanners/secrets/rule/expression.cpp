// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/expression.h"

#include <algorithm>
#include <charconv>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_depth_max = 40;

std::optional<unsigned char> only_byte(const ByteSet& bytes) {
  if (bytes.count() != 1) return std::nullopt;
  unsigned char c = 0;
  while (!bytes[c]) ++c;
  return c;
}

ByteSet range(unsigned char first, unsigned char last) {
  ByteSet bytes;
  for (unsigned c = first; c <= last; ++c) bytes.set(c);
  return bytes;
}

ByteSet digits() { return range('0', '9'); }
ByteSet word_bytes() { return digits() | range('A', 'Z') | range('a', 'z') | range('_', '_'); }
ByteSet spaces() { return range('\t', '\r') | range(' ', ' '); }

ByteSet with_both_cases(ByteSet bytes) {
  for (unsigned c = 'A'; c <= 'Z'; ++c) {
    const bool either_case = bytes[c] || bytes[c | 0x20U];
    bytes[c] = bytes[c | 0x20U] = either_case;
  }
  return bytes;
}

Expression one_of(const ByteSet& bytes) {
  Expression one;
  one.kind = Expression::Kind::bytes;
  one.bytes = bytes;
  return one;
}

// Reads from left to right; everything gives std::nullopt at what it does not know.
class Reader {
 public:
  explicit Reader(std::string_view pattern) : m_text(pattern) {}

  std::optional<Expression> whole() {
    auto expression = alternatives(false);
    return m_at == m_text.size() ? std::move(expression) : std::nullopt;
  }

 private:
  bool ended() const { return m_at >= m_text.size(); }
  bool at(std::string_view text) const { return m_text.substr(m_at).starts_with(text); }
  bool take(std::string_view text) {
    if (!at(text)) return false;
    m_at += text.size();
    return true;
  }

  std::optional<Expression> alternatives(bool fold) {
    if (++m_depth > k_depth_max) return std::nullopt;
    auto first = sequence(fold);
    if (!first || !at("|")) {
      --m_depth;
      return first;
    }
    Expression either;
    either.kind = Expression::Kind::either;
    either.parts.push_back(std::move(*first));
    while (take("|")) {
      auto other = sequence(fold);
      if (!other) return std::nullopt;
      either.parts.push_back(std::move(*other));
    }
    --m_depth;
    return either;
  }

  std::optional<Expression> sequence(bool fold) {
    Expression all;
    while (!ended() && !at("|") && !at(")")) {
      auto part = atom(fold);
      if (!part || !quantified(*part)) return std::nullopt;
      all.parts.push_back(std::move(*part));
    }
    return all;
  }

  // Applies the repetition that follows, when there is one.
  bool quantified(Expression& part) {
    Expression repetition;
    repetition.kind = Expression::Kind::repetition;
    if (take("?")) {
      repetition.min = 0;
    } else if (take("*")) {
      repetition.min = 0;
      repetition.max = k_unbounded;
    } else if (take("+")) {
      repetition.max = k_unbounded;
    } else if (at("{")) {
      if (!counts(repetition.min, repetition.max)) return false;
    } else {
      return true;
    }
    if (!take("?")) take("+");
    repetition.parts.push_back(std::move(part));
    part = std::move(repetition);
    return true;
  }

  bool counts(std::size_t& min, std::size_t& max) {
    take("{");
    const auto low = number();
    if (!low) return false;
    min = max = *low;
    if (take(",")) {
      max = k_unbounded;
      if (!at("}")) {
        const auto high = number();
        if (!high) return false;
        max = *high;
      }
    }
    return take("}") && min <= max;
  }

  std::optional<std::size_t> number() {
    const std::size_t begin = m_at;
    std::size_t value = 0;
    for (; !ended() && m_text[m_at] >= '0' && m_text[m_at] <= '9' && m_at - begin < 6; ++m_at) {
      value = value * 10 + static_cast<std::size_t>(m_text[m_at] - '0');
    }
    return m_at == begin ? std::nullopt : std::optional(value);
  }

  std::optional<Expression> atom(bool fold) {
    if (take("(")) return group(fold);
    std::optional<ByteSet> bytes;
    if (take("[")) {
      bytes = byte_class();
    } else if (take("\\")) {
      bytes = escape();
    } else if (take(".")) {
      bytes = ~ByteSet{};
    } else if (std::string_view("^$*+?{").find(m_text[m_at]) == std::string_view::npos) {
      bytes = literal(m_text[m_at++]);
    }
    if (!bytes) return std::nullopt;
    return one_of(fold ? with_both_cases(*bytes) : *bytes);
  }

  std::optional<Expression> group(bool fold) {
    const bool looks = take("?=") || take("?!") || take("?<=") || take("?<!");
    if (!looks && !opening(fold)) return std::nullopt;
    auto inside = alternatives(fold);
    if (!inside || !take(")")) return std::nullopt;
    return looks ? Expression{} : std::move(inside);
  }

  // What stands between a bracket and what it groups.
  bool opening(bool& fold) {
    if (!take("?")) return true;
    if (take("-i:")) {
      fold = false;
      return true;
    }
    if (take("i:")) {
      fold = true;
      return true;
    }
    if (take(":")) return true;
    const std::size_t end = m_text.find('>', m_at);
    if (!take("<") || end == std::string_view::npos) return false;
    m_at = end + 1;
    return true;
  }

  static ByteSet literal(char c) {
    ByteSet bytes;
    bytes.set(static_cast<unsigned char>(c));
    return bytes;
  }

  std::optional<ByteSet> escape() {
    if (ended()) return std::nullopt;
    const char c = m_text[m_at++];
    switch (c) {
      case 'd': return digits();
      case 'D': return ~digits();
      case 'w': return word_bytes();
      case 'W': return ~word_bytes();
      case 's': return spaces();
      case 'S': return ~spaces();
      case 't': return literal('\t');
      case 'n': return literal('\n');
      case 'r': return literal('\r');
      case 'x': return hexadecimal();
      default: break;
    }
    if (word_bytes()[static_cast<unsigned char>(c)]) return std::nullopt;
    return literal(c);
  }

  // The two digits after \x.
  std::optional<ByteSet> hexadecimal() {
    unsigned char c = 0;
    const char* first = m_text.data() + m_at;
    const char* last = first + std::min<std::size_t>(2, m_text.size() - m_at);
    const auto read = std::from_chars(first, last, c, 16);
    if (read.ec != std::errc() || read.ptr != first + 2) return std::nullopt;
    m_at += 2;
    return literal(static_cast<char>(c));
  }

  std::optional<ByteSet> byte_class() {
    const bool other = take("^");
    ByteSet bytes;
    for (bool first = true; !ended(); first = false) {
      if (!first && take("]")) return other ? ~bytes : bytes;
      if (at("[:") || at("[.") || at("[=")) return std::nullopt;
      const auto member = class_member();
      if (!member) return std::nullopt;
      bytes |= *member;
    }
    return std::nullopt;
  }

  std::optional<ByteSet> class_member() {
    const char c = m_text[m_at++];
    const auto bytes = c == '\\' ? escape() : literal(c);
    if (!bytes || !at("-") || at("-]")) return bytes;
    ++m_at;
    if (ended()) return std::nullopt;
    const char d = m_text[m_at++];
    const auto last = d == '\\' ? escape() : literal(d);
    const auto from = only_byte(*bytes);
    const auto to = last ? only_byte(*last) : std::nullopt;
    if (!from || !to || *from > *to) return std::nullopt;
    return range(*from, *to);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::size_t m_depth = 0;
};

}  // namespace

std::optional<Expression> read_expression(std::string_view pattern) {
  return Reader(pattern).whole();
}

}  // namespace codelake::secrets
