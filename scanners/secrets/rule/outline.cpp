// SPDX-License-Identifier: Apache-2.0
// Each part of an expression becomes a shape: which bytes can stand at each place from its start, and which
// lengths it can have. One part after another is the second's shape begun at every length of the first:
//
//   (?:sk|live)_[0-9]      place   0     1     2     3     4     5
//     (?:sk|live)                  s l   k i   v     e               lengths 2, 4
//     then _                       s l   k i   v _   e     _         lengths 3, 5
//     then [0-9]                   s l   k i   v _   e 0-9 _     0-9 lengths 4, 6
//
// Places that every match has (here four) are the outline. What stood together is told apart no more, so that
// it holds more than the expression ("kv_1"), never less. Look-around takes no place and is passed over.
#include "scanners/secrets/rule/outline.h"

#include <algorithm>
#include <array>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_depth_max = 40;

struct Shape {
  std::array<ByteSet, k_outline_bytes> at;
  std::bitset<k_outline_bytes + 1> lengths;  // the last: that long or longer
  std::size_t length_max = 0;
};

Shape nothing() {
  Shape shape;
  shape.lengths.set(0);
  return shape;
}

Shape one_of(const ByteSet& bytes) {
  Shape shape;
  shape.at[0] = bytes;
  shape.lengths.set(1);
  shape.length_max = 1;
  return shape;
}

Shape joined(const Shape& first, const Shape& second) {
  Shape shape = first;
  shape.lengths.reset();
  shape.lengths[k_outline_bytes] = first.lengths[k_outline_bytes];
  for (std::size_t begin = 0; begin < k_outline_bytes; ++begin) {
    if (!first.lengths[begin]) continue;
    for (std::size_t i = 0; begin + i < k_outline_bytes; ++i) shape.at[begin + i] |= second.at[i];
    for (std::size_t length = 0; length <= k_outline_bytes; ++length) {
      if (second.lengths[length]) shape.lengths.set(std::min(begin + length, k_outline_bytes));
    }
  }
  shape.length_max = std::min(first.length_max + second.length_max, k_unbounded);
  return shape;
}

Shape either(const Shape& first, const Shape& second) {
  Shape shape = first;
  for (std::size_t i = 0; i < k_outline_bytes; ++i) shape.at[i] |= second.at[i];
  shape.lengths |= second.lengths;
  shape.length_max = std::max(first.length_max, second.length_max);
  return shape;
}

// Times more than an outline holds add nothing.
Shape repeated(const Shape& once, std::size_t min, std::size_t max) {
  Shape shape = nothing();
  for (std::size_t i = 0; i < std::min(min, k_outline_bytes); ++i) shape = joined(shape, once);
  Shape all = shape;
  for (std::size_t i = std::min(min, k_outline_bytes); i < std::min(max, k_outline_bytes); ++i) {
    shape = joined(shape, once);
    all = either(all, shape);
  }
  all.length_max = once.length_max == 0 ? 0 : std::min(once.length_max * std::min(max, k_unbounded), k_unbounded);
  return all;
}

ByteSet range(unsigned char first, unsigned char last) {
  ByteSet bytes;
  for (unsigned c = first; c <= last; ++c) bytes.set(c);
  return bytes;
}

std::optional<unsigned char> only_byte(const ByteSet& bytes) {
  if (bytes.count() != 1) return std::nullopt;
  unsigned char c = 0;
  while (!bytes[c]) ++c;
  return c;
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

// Reads an expression from left to right; everything gives std::nullopt at what it does not know.
class Reader {
 public:
  explicit Reader(std::string_view pattern) : m_text(pattern) {}

  std::optional<Shape> whole() {
    auto shape = alternatives(false);
    return m_at == m_text.size() ? shape : std::nullopt;
  }

 private:
  bool ended() const { return m_at >= m_text.size(); }
  bool at(std::string_view text) const { return m_text.substr(m_at).starts_with(text); }
  bool take(std::string_view text) {
    if (!at(text)) return false;
    m_at += text.size();
    return true;
  }

  std::optional<Shape> alternatives(bool fold) {
    if (++m_depth > k_depth_max) return std::nullopt;
    auto shape = sequence(fold);
    while (shape && take("|")) {
      const auto other = sequence(fold);
      if (!other) return std::nullopt;
      shape = either(*shape, *other);
    }
    --m_depth;
    return shape;
  }

  std::optional<Shape> sequence(bool fold) {
    Shape shape = nothing();
    while (!ended() && !at("|") && !at(")")) {
      auto part = atom(fold);
      if (!part || !quantified(*part)) return std::nullopt;
      shape = joined(shape, *part);
    }
    return shape;
  }

  // Applies the repetition that follows, when there is one.
  bool quantified(Shape& part) {
    std::size_t min = 1;
    std::size_t max = 1;
    if (take("?")) {
      min = 0;
    } else if (take("*")) {
      min = 0;
      max = k_unbounded;
    } else if (take("+")) {
      max = k_unbounded;
    } else if (at("{")) {
      if (!counts(min, max)) return false;
    } else {
      return true;
    }
    if (!take("?")) take("+");
    part = repeated(part, min, max);
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

  std::optional<Shape> atom(bool fold) {
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

  std::optional<Shape> group(bool fold) {
    const bool looks = take("?=") || take("?!") || take("?<=") || take("?<!");
    if (!looks && !opening(fold)) return std::nullopt;
    auto inside = alternatives(fold);
    if (!inside || !take(")")) return std::nullopt;
    return looks ? nothing() : inside;
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
      default: break;
    }
    if (word_bytes()[static_cast<unsigned char>(c)]) return std::nullopt;
    return literal(c);
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
    auto bytes = c == '\\' ? escape() : literal(c);
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

std::optional<Outline> outline_of(std::string_view pattern) {
  const auto shape = Reader(pattern).whole();
  if (!shape) return std::nullopt;
  Outline outline;
  std::size_t shortest = 0;
  while (shortest < k_outline_bytes && !shape->lengths[shortest]) ++shortest;
  outline.bytes.assign(shape->at.begin(), shape->at.begin() + static_cast<std::ptrdiff_t>(shortest));
  outline.length_max = shape->length_max;
  return outline;
}

}  // namespace codelake::secrets
