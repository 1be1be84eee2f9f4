// SPDX-License-Identifier: Apache-2.0
// Everything is words of four bytes, part after part, and what has no fixed size is a place in a part behind it:
//
//   heading   how many words each part has, how many marks there are, the length of the longest match
//   marks     size, group, a set for each place, the list of the steps of the last byte (from, to)
//   steps     set, rule and whether a match may end here, the list of the steps that may follow (from, to)
//   lists     steps
//   befores   for each rule, bytes before its mark
//   classes   of each byte, four to a word
//   sets      of bytes, each once, a bit for each byte
#include "scanners/secrets/rule/tails.h"

#include "core/check.h"
#include "scanners/secrets/rule/mark_groups.h"

#include <algorithm>
#include <atomic>
#include <map>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_heading_words = 6;
constexpr std::size_t k_class_words = 64;

// Whether `mark` stands wherever `other` does.
bool covers(const Mark& mark, const Mark& other) {
  return std::equal(mark.bytes.begin(), mark.bytes.end(), other.bytes.begin(), other.bytes.end(),
                    [](const ByteSet& set, const ByteSet& part) { return (part & ~set).none(); });
}

// Of several rules the marks that are the same once, and those that stand only where another does as that one: what
// follows is looked at once.
void add(std::vector<Mark>& marks, Mark mark) {
  const auto same = std::find_if(marks.begin(), marks.end(), [&](const Mark& other) { return covers(other, mark); });
  if (same != marks.end()) {
    same->steps.insert(same->steps.end(), mark.steps.begin(), mark.steps.end());
    return;
  }
  const auto covered = std::stable_partition(marks.begin(), marks.end(), [&](const Mark& other) { return !covers(mark, other); });
  for (auto each = covered; each != marks.end(); ++each) mark.steps.insert(mark.steps.end(), each->steps.begin(), each->steps.end());
  marks.erase(covered, marks.end());
  marks.push_back(std::move(mark));
}

}  // namespace

class TailsWriter {
 public:
  using Words = std::vector<std::uint32_t>;

  void add_rule(std::uint32_t rule, std::size_t before_max) {
    if (m_befores.size() <= rule) m_befores.resize(rule + 1, 0);
    m_befores[rule] = std::max(m_befores[rule], narrow(before_max));
  }

  void add_mark(const Mark& mark, std::size_t group) {
    append(m_marks, {narrow(mark.bytes.size()), narrow(group)});
    for (std::size_t place = 0; place < k_mark_bytes; ++place) {
      m_marks.push_back(place < mark.bytes.size() ? set(mark.bytes[place]) : 0);
    }
    append_list(m_marks, mark.steps);
  }

  void add_step(const Step& step) {
    append(m_steps, {set(step.bytes), step.rule << 1U | (step.last ? 1U : 0U)});
    append_list(m_steps, step.next);
  }

  std::vector<char> take(std::size_t marks, std::size_t length_max) {
    Words all = {narrow(m_marks.size()), narrow(m_steps.size()), narrow(m_lists.size()),
                 narrow(m_befores.size()), narrow(marks), narrow(length_max)};
    for (const Words* part : {&m_marks, &m_steps, &m_lists, &m_befores}) all.insert(all.end(), part->begin(), part->end());
    std::vector<char> bytes(all.size() * sizeof(std::uint32_t));
    std::memcpy(bytes.data(), all.data(), bytes.size());
    for (const std::uint8_t number : classes()) bytes.push_back(static_cast<char>(number));
    bytes.insert(bytes.end(), m_sets.begin(), m_sets.end());
    return bytes;
  }

 private:
  static std::uint32_t narrow(std::size_t value) { return static_cast<std::uint32_t>(value); }
  static void append(Words& words, std::initializer_list<std::uint32_t> values) { words.insert(words.end(), values); }

  void append_list(Words& words, std::vector<std::uint32_t> list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    words.push_back(narrow(m_lists.size()));
    m_lists.insert(m_lists.end(), list.begin(), list.end());
    words.push_back(narrow(m_lists.size()));
  }

  std::uint32_t set(const ByteSet& bytes) {
    std::string packed(Tails::k_set_bytes, '\0');
    for (unsigned c = 0; c < 256; ++c) {
      if (bytes[c]) packed[c / 8] = static_cast<char>(static_cast<unsigned char>(packed[c / 8]) | 1U << c % 8);
    }
    const auto [known, fresh] = m_numbers.try_emplace(packed, narrow(m_numbers.size()));
    if (fresh) m_sets += packed;
    return known->second;
  }

  // Each set splits the classes that stand partly in it.
  std::array<std::uint8_t, 256> classes() const {
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t set = 0; set < m_sets.size(); set += Tails::k_set_bytes) {
      std::array<unsigned, 512> numbers{};  // of a class within the set or without, counted from one
      unsigned count = 0;
      for (unsigned byte = 0; byte < 256; ++byte) {
        const unsigned in = static_cast<unsigned char>(m_sets[set + byte / 8U]) >> (byte % 8U) & 1U;
        unsigned& number = numbers[2U * classes[byte] + in];
        if (number == 0) number = ++count;
        classes[byte] = static_cast<std::uint8_t>(number - 1);
      }
    }
    return classes;
  }

  Words m_marks;
  Words m_steps;
  Words m_lists;
  Words m_befores;
  std::string m_sets;
  std::map<std::string, std::uint32_t> m_numbers;
};

bool Tails::suit(const std::string& pattern) {
  std::vector<Step> steps;
  return add_steps(pattern, 0, steps).has_value();
}

Tails::Tails(const std::vector<Sought>& sought) {
  TailsWriter writer;
  std::vector<Step> steps;
  std::vector<Mark> all;
  std::size_t length_max = 0;
  for (const auto& [rule, pattern, before_max] : sought) {
    const auto marks = add_steps(pattern, rule, steps);
    CODELAKE_CHECK(marks.has_value());
    for (const Mark& mark : marks->list) {
      add(all, mark);
      writer.add_rule(rule, before_max + mark.before_max);
    }
    length_max = std::max(length_max, marks->length_max);
  }
  const std::vector<std::size_t> groups = mark_groups(all);
  for (std::size_t i = 0; i < all.size(); ++i) writer.add_mark(all[i], groups[i]);
  for (const Step& step : steps) writer.add_step(step);
  m_own = writer.take(all.size(), length_max);
  read({m_own.data(), m_own.size()});
}

Tails Tails::from_bytes(std::string_view bytes) {
  Tails tails;
  tails.read(bytes);
  return tails;
}

std::array<std::uint8_t, 256> Tails::byte_classes() const {
  std::array<std::uint8_t, 256> classes{};
  std::memcpy(classes.data(), m_bytes.data() + m_sets_at * 4 - classes.size(), classes.size());
  return classes;
}

void Tails::read(std::string_view bytes) {
  static std::atomic<std::uint64_t> next_serial{1};
  m_serial = next_serial++;
  m_bytes = bytes;
  CODELAKE_CHECK(bytes.size() >= k_heading_words * sizeof(std::uint32_t));
  m_marks_at = k_heading_words;
  m_steps_at = m_marks_at + number(0);
  m_lists_at = m_steps_at + number(1);
  m_befores_at = m_lists_at + number(2);
  m_sets_at = m_befores_at + number(3) + k_class_words;
  m_marks = number(4);
  m_length_max = number(5);
}

}  // namespace codelake::secrets
