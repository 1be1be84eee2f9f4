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
// it holds more than the expression ("kv_1"), never less; alternatives that it begins with can have an outline each.
// Look-around takes no place and is passed over.
#include "scanners/secrets/rule/outline.h"

#include <algorithm>
#include <array>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_alternatives_max = 40;

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

Shape shape_of(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::bytes: return one_of(expression.bytes);
    case Expression::Kind::repetition:
      return repeated(shape_of(expression.parts.front()), expression.min, expression.max);
    case Expression::Kind::either: {
      Shape shape = shape_of(expression.parts.front());
      for (const Expression& part : expression.parts) shape = either(shape, shape_of(part));
      return shape;
    }
    case Expression::Kind::sequence: break;
  }
  Shape shape = nothing();
  for (const Expression& part : expression.parts) shape = joined(shape, shape_of(part));
  return shape;
}

Outline outline_of(const Expression& expression) {
  const Shape shape = shape_of(expression);
  Outline outline;
  std::size_t shortest = 0;
  while (shortest < k_outline_bytes && !shape.lengths[shortest]) ++shortest;
  outline.bytes.assign(shape.at.begin(), shape.at.begin() + static_cast<std::ptrdiff_t>(shortest));
  outline.length_max = shape.length_max;
  return outline;
}

// The expressions of which `expression` is one, by what it begins with.
std::vector<Expression> alternatives_of(const Expression& expression) {
  std::vector<Expression> all;
  if (expression.parts.empty() || expression.kind == Expression::Kind::repetition) {
    all.push_back(expression);
  } else if (expression.kind == Expression::Kind::either) {
    for (const Expression& part : expression.parts) {
      for (Expression& each : alternatives_of(part)) all.push_back(std::move(each));
    }
  } else {
    for (Expression& first : alternatives_of(expression.parts.front())) {
      all.push_back(expression);
      all.back().parts.front() = std::move(first);
    }
  }
  if (all.size() > k_alternatives_max) all.assign(1, expression);
  return all;
}

}  // namespace

std::optional<Outline> outline_of(std::string_view pattern) {
  const auto expression = read_expression(pattern);
  if (!expression) return std::nullopt;
  return outline_of(*expression);
}

std::vector<Outline> outlines_of(std::string_view pattern) {
  const auto expression = read_expression(pattern);
  std::vector<Outline> outlines;
  if (!expression) return outlines;
  for (const Expression& each : alternatives_of(*expression)) outlines.push_back(outline_of(each));
  return outlines;
}

}  // namespace codelake::secrets
