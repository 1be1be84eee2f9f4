// SPDX-License-Identifier: Apache-2.0
// Glushkov's construction: every place of an expression where a byte stands is a step, and a step follows another
// where its byte may stand after the other's. Example: (?:api|app)_?key[0-9]
//
//   steps   a p i   a p p   _   k e y   0-9        of "i": next _ and k; of "p": likewise; of "_": next k
//   marks   key, for it is rarer than api and app together; a match has four bytes before it at most
//
// Long repetitions become endless ones and the search is bounded by length instead: more may be found, not less.
#include "scanners/secrets/rule/tails.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <string_view>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_copies_max = 64;
constexpr std::size_t k_steps_max = 4000;  // of one expression
constexpr std::size_t k_parts_max = 20'000;  // likewise, with those of no bytes
constexpr std::size_t k_marks_max = 40;
constexpr std::size_t k_before_max = 400;
constexpr std::size_t k_mark_bytes_min = 3;

// How common a byte is in text, in thousandths; of letters in either case.
double commonness_of(const ByteSet& bytes) {
  constexpr std::array<unsigned char, 26> letters = {70, 15, 35, 35, 110, 22, 20, 25, 65, 3,  8,  40, 27,
                                                     65, 65, 28, 2,  60, 60,  80, 28, 10, 12, 8,  15, 3};
  double sum = 0;
  for (unsigned c = 0; c < 256; ++c) {
    const unsigned letter = (c | 0x20U) - 'a';
    if (bytes[c]) sum += letter < 26 ? 0.0005 * letters[letter] : 0.01;
  }
  return sum;
}

struct Part {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
  bool empty = true;  // may be
  std::size_t length_max = 0;
  std::vector<Tails::Mark> marks;  // every match holds one of them; none: nothing is known
  double commonness = 1e9;         // of the marks together
};

void merge(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& from) {
  into.insert(into.end(), from.begin(), from.end());
}

class Builder {
 public:
  Builder(std::vector<Tails::Step>& steps, std::uint32_t rule) : m_steps(steps), m_rule(rule), m_max(steps.size() + k_steps_max) {}

  Part part_of(const Expression& expression) {
    ++m_parts;
    switch (expression.kind) {
      case Expression::Kind::bytes: return step(expression.bytes);
      case Expression::Kind::sequence: return sequence(expression);
      case Expression::Kind::either: return either(expression);
      case Expression::Kind::repetition: break;
    }
    return repetition(expression);
  }

  // False: the expression is too large, and what was built is of no use.
  bool fits() const { return m_steps.size() <= m_max && m_parts <= k_parts_max; }

 private:
  Part step(const ByteSet& bytes) {
    const auto number = static_cast<std::uint32_t>(m_steps.size());
    if (fits()) m_steps.push_back({bytes, {}, false, m_rule});
    Part part;
    part.first = part.last = {number};
    part.empty = false;
    part.length_max = 1;
    return part;
  }

  void connect(const std::vector<std::uint32_t>& from, const std::vector<std::uint32_t>& to) {
    if (!fits()) return;
    for (const std::uint32_t step : from) merge(m_steps[step].next, to);
  }

  void append(Part& all, const Part& part) {
    connect(all.last, part.first);
    if (all.empty) merge(all.first, part.first);
    if (!part.empty) all.last.clear();
    merge(all.last, part.last);
    all.empty = all.empty && part.empty;
    all.length_max = std::min(all.length_max + part.length_max, k_unbounded);
  }

  // Takes marks that stand `before` bytes into `all` at most, when they are rarer.
  static void offer(Part& all, std::vector<Tails::Mark> marks, double commonness, std::size_t before) {
    if (marks.empty() || commonness >= all.commonness) return;
    for (Tails::Mark& mark : marks) mark.before_max = std::min(mark.before_max + before, k_unbounded);
    all.marks = std::move(marks);
    all.commonness = commonness;
  }

  // Single bytes that follow each other, in either case at most.
  struct Literal {
    std::vector<ByteSet> bytes;
    std::vector<std::uint32_t> steps;
    std::size_t before = 0;
  };

  static void offer(Part& all, Literal& literal) {
    const std::size_t size = std::min(literal.bytes.size(), Tails::k_mark_bytes);
    if (size >= k_mark_bytes_min) {
      Tails::Mark mark;
      mark.bytes.assign(literal.bytes.begin(), literal.bytes.begin() + static_cast<std::ptrdiff_t>(size));
      mark.steps = {literal.steps[size - 1]};
      double commonness = 1;
      for (const ByteSet& bytes : mark.bytes) commonness *= commonness_of(bytes);
      offer(all, {std::move(mark)}, commonness, literal.before);
    }
    literal = {};
  }

  Part sequence(const Expression& expression) {
    Part all;
    Literal literal;
    for (const Expression& child : expression.parts) {
      if (!fits()) break;
      const Part part = part_of(child);
      if (child.kind == Expression::Kind::bytes && child.bytes.count() <= 2) {
        if (literal.bytes.empty()) literal.before = all.length_max;
        literal.bytes.push_back(child.bytes);
        literal.steps.push_back(part.last.front());
      } else {
        offer(all, literal);
      }
      offer(all, part.marks, part.commonness, all.length_max);
      append(all, part);
    }
    offer(all, literal);
    return all;
  }

  Part either(const Expression& expression) {
    Part all;
    all.empty = false;
    std::vector<Tails::Mark> marks;
    double commonness = 0;
    bool marked = true;
    for (const Expression& child : expression.parts) {
      const Part part = part_of(child);
      merge(all.first, part.first);
      merge(all.last, part.last);
      all.empty = all.empty || part.empty;
      all.length_max = std::max(all.length_max, part.length_max);
      marked = marked && !part.marks.empty();
      marks.insert(marks.end(), part.marks.begin(), part.marks.end());
      commonness += part.commonness;
    }
    if (marked && marks.size() <= k_marks_max) offer(all, std::move(marks), commonness, 0);
    return all;
  }

  Part repetition(const Expression& expression) {
    const std::size_t min = std::min(expression.min, k_copies_max);
    const bool endless = expression.max > k_copies_max;
    const std::size_t copies = endless ? std::max<std::size_t>(min, 1) : expression.max;
    Part all;
    std::vector<std::uint32_t> end;
    for (std::size_t i = 0; i < copies && fits(); ++i) {
      const Part part = part_of(expression.parts.front());
      if (i == 0 && min > 0) offer(all, part.marks, part.commonness, 0);
      if (i < min) {
        append(all, part);
      } else {
        connect(end, part.first);
        if (i == 0) all.first = part.first;
        merge(all.last, part.last);
      }
      end = i < min ? all.last : part.last;
      if (endless && i + 1 == copies) connect(part.last, part.first);
      all.length_max = std::min(part.length_max * expression.max, k_unbounded);
    }
    return all;
  }

  std::vector<Tails::Step>& m_steps;
  std::uint32_t m_rule;
  std::size_t m_max;
  std::size_t m_parts = 0;
};

bool marked(const Part& part) {
  return !part.marks.empty() && part.marks.size() <= k_marks_max &&
         std::all_of(part.marks.begin(), part.marks.end(), [](const Tails::Mark& mark) { return mark.before_max <= k_before_max; });
}

std::string hexadecimal(unsigned byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  return {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

}  // namespace

bool Tails::suit(const std::string& pattern) {
  const auto expression = read_expression(pattern);
  if (!expression) return false;
  std::vector<Step> steps;
  Builder builder(steps, 0);
  const Part part = builder.part_of(*expression);
  return builder.fits() && marked(part);
}

Tails::Tails(const std::vector<Sought>& sought) {
  static std::atomic<std::uint64_t> next_serial{1};
  m_serial = next_serial++;
  for (const auto& [rule, pattern] : sought) {
    const auto expression = read_expression(pattern);
    Builder builder(m_steps, rule);
    const Part part = builder.part_of(*expression);
    for (const std::uint32_t step : part.last) m_steps[step].last = true;
    m_before_max.resize(rule + 1, 0);
    for (const Mark& mark : part.marks) {
      add(mark);
      m_before_max[rule] = std::max(m_before_max[rule], mark.before_max);
    }
    m_length_max = std::max(m_length_max, part.length_max);
  }
}

void Tails::add(const Mark& mark) {
  const auto same = std::find_if(m_marks.begin(), m_marks.end(), [&](const Mark& other) { return other.bytes == mark.bytes; });
  if (same == m_marks.end()) {
    m_marks.push_back(mark);
    return;
  }
  merge(same->steps, mark.steps);
}

std::vector<std::string> Tails::mark_expressions() const {
  std::vector<std::string> expressions;
  for (const Mark& mark : m_marks) {
    std::string expression;
    for (const ByteSet& bytes : mark.bytes) {
      expression += '[';
      for (unsigned c = 0; c < 256; ++c) {
        if (bytes[c]) expression += hexadecimal(c);
      }
      expression += ']';
    }
    expressions.push_back(std::move(expression));
  }
  return expressions;
}

}  // namespace codelake::secrets
