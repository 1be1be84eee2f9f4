// SPDX-License-Identifier: Apache-2.0
// Glushkov's construction: every place of an expression where a byte stands is a step, and a step follows another
// where its byte may stand after the other's. Example: (?:api|app)_?key[0-9]
//
//   steps   a p i   a p p   _   k e y   0-9        of "i": next _ and k; of "p": likewise; of "_": next k
//   marks   key, for it is rarer than api and app together; a match has four bytes before it at most
//
// Of a long text only a part is the mark, which is rarer than the others. Long
// repetitions become endless ones and the search is bounded by length instead: more may be found, not less.
#include "scanners/secrets/rule/steps.h"

#include "scanners/secrets/rule/commonness.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_copies_max = 64;
constexpr std::size_t k_optional_max = 6;  // of the copies; each is a state of its own in the search
constexpr std::size_t k_steps_max = 4000;  // of one expression
constexpr std::size_t k_parts_max = 20'000;  // likewise, with those of no bytes
constexpr std::size_t k_marks_max = 40;
constexpr std::size_t k_before_max = 400;
constexpr std::size_t k_mark_bytes_min = 2;
constexpr std::size_t k_mark_choices_max = 8;  // of each byte of a mark
constexpr std::size_t k_rare_bytes = 4;        // by which marks are looked for

struct Part {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
  bool empty = true;  // may be
  std::size_t length_max = 0;
  std::vector<Mark> marks;  // every match holds one of them; none: nothing is known
  double commonness = 1e9;  // of the marks together
};

// A text of an expression: bytes that follow each other, each one of a few.
struct Text {
  std::vector<ByteSet> bytes;
  std::vector<std::uint32_t> steps;
};

double commonness_of_all(const std::vector<ByteSet>& bytes, std::size_t begin, std::size_t size) {
  double product = 1;
  for (std::size_t i = begin; i < std::min(begin + size, bytes.size()); ++i) product *= commonness_of(bytes[i]);
  return product;
}

// How common a text is. Letters follow from those before them, so that it is far more common than all of its bytes.
double commonness_of_text(const std::vector<ByteSet>& bytes, std::size_t begin) {
  constexpr double k_foretold = 0.6;
  return std::pow(commonness_of_all(bytes, begin, k_mark_bytes), k_foretold);
}

// What it costs to look for a mark that begins here: many places have its first bytes, and are compared with all of it;
// where that is the same too, what follows is looked at, which takes far longer.
double price_of_mark(const std::vector<ByteSet>& bytes, std::size_t begin) {
  constexpr double k_following = 30;
  return commonness_of_all(bytes, begin, k_rare_bytes) + k_following * commonness_of_text(bytes, begin);
}

std::size_t rarest_begin(const std::vector<ByteSet>& bytes) {
  std::size_t best = 0;
  for (std::size_t begin = 1; begin + k_rare_bytes <= bytes.size(); ++begin) {
    if (price_of_mark(bytes, begin) < price_of_mark(bytes, best)) best = begin;
  }
  return best;
}

void merge(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& from) {
  into.insert(into.end(), from.begin(), from.end());
}

// Every one of `texts` with every one of `more` behind it; none: too many, or none to go on from.
std::vector<Text> joined(const std::vector<Text>& texts, const std::vector<Text>& more) {
  std::vector<Text> all;
  if (texts.size() * more.size() > k_marks_max) return all;
  for (const Text& text : texts) {
    for (const Text& next : more) {
      all.push_back(text);
      all.back().bytes.insert(all.back().bytes.end(), next.bytes.begin(), next.bytes.end());
      merge(all.back().steps, next.steps);
    }
  }
  return all;
}

// The texts that an expression is one of, whose steps begin with `step`, which moves on behind them; none: it is more
// than a few texts.
std::vector<Text> texts_of(const Expression& expression, std::uint32_t& step) {
  if (expression.kind == Expression::Kind::bytes) {
    const std::uint32_t own = step++;
    if (expression.bytes.count() > k_mark_choices_max) return {};
    return {Text{{expression.bytes}, {own}}};
  }
  const bool optional = expression.kind == Expression::Kind::repetition;
  if (optional && (expression.min != 0 || expression.max != 1)) return {};
  const bool one_of = optional || expression.kind == Expression::Kind::either;
  std::vector<Text> all;
  if (optional || !one_of) all.emplace_back();
  for (const Expression& part : expression.parts) {
    std::vector<Text> texts = texts_of(part, step);
    if (texts.empty()) return {};
    if (one_of) {
      std::move(texts.begin(), texts.end(), std::back_inserter(all));
    } else {
      all = joined(all, texts);
    }
    if (all.empty() || all.size() > k_marks_max) return {};
  }
  return all;
}

class Builder {
 public:
  Builder(std::vector<Step>& steps, std::uint32_t rule) : m_steps(steps), m_rule(rule), m_max(steps.size() + k_steps_max) {}

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
  static void offer(Part& all, std::vector<Mark> marks, double commonness, std::size_t before) {
    if (marks.empty() || commonness >= all.commonness) return;
    for (Mark& mark : marks) mark.before_max = std::min(mark.before_max + before, k_unbounded);
    all.marks = std::move(marks);
    all.commonness = commonness;
  }

  // Of each of `texts` a part, where all are long enough.
  static void offer(Part& all, const std::vector<Text>& texts, std::size_t before) {
    std::vector<Mark> marks;
    double commonness = 0;
    for (const auto& [bytes, steps] : texts) {
      if (bytes.size() < k_mark_bytes_min) return;
      const std::size_t begin = rarest_begin(bytes);
      const std::size_t end = std::min(bytes.size(), begin + k_mark_bytes);
      const auto at = [first = bytes.begin()](std::size_t place) {
        return first + static_cast<std::ptrdiff_t>(place);
      };
      marks.push_back({{at(begin), at(end)}, begin, {steps[end - 1]}});
      commonness += commonness_of_text(bytes, begin);
    }
    offer(all, std::move(marks), commonness, before);
  }

  Part sequence(const Expression& expression) {
    Part all;
    std::vector<Text> texts;  // one of which stands at the end of what was read
    std::size_t before = 0;
    for (const Expression& child : expression.parts) {
      if (!fits()) break;
      auto step = static_cast<std::uint32_t>(m_steps.size());
      const Part part = part_of(child);
      std::uint32_t once = step;
      std::vector<Text> more = texts_of(child, step);
      std::vector<Text> longer = joined(texts, more);
      if (longer.empty()) {
        offer(all, texts, before);
        // Of what is repeated the first stands right behind.
        if (child.kind == Expression::Kind::repetition && child.min > 0) offer(all, joined(texts, texts_of(child.parts.front(), once)), before);
        before = all.length_max;
        texts = std::move(more);
      } else {
        texts = std::move(longer);
      }
      offer(all, part.marks, part.commonness, all.length_max);
      append(all, part);
    }
    offer(all, texts, before);
    return all;
  }

  Part either(const Expression& expression) {
    Part all;
    all.empty = false;
    std::vector<Mark> marks;
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
    const bool endless = expression.max > min + k_optional_max;
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

  std::vector<Step>& m_steps;
  std::uint32_t m_rule;
  std::size_t m_max;
  std::size_t m_parts = 0;
};

bool may_be_used(const std::vector<Mark>& marks) {
  return !marks.empty() && marks.size() <= k_marks_max &&
         std::all_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.before_max <= k_before_max; });
}

}  // namespace

std::optional<Marks> add_steps(const std::string& pattern, std::uint32_t rule, std::vector<Step>& steps) {
  const auto expression = read_expression(pattern);
  if (!expression) return std::nullopt;
  Builder builder(steps, rule);
  Part part = builder.part_of(*expression);
  if (!builder.fits() || !may_be_used(part.marks)) return std::nullopt;
  // What follows the end of a match tells nothing more.
  for (const std::uint32_t step : part.last) {
    steps[step].last = true;
    steps[step].next.clear();
  }
  return Marks{std::move(part.marks), part.length_max};
}

}  // namespace codelake::secrets
