// SPDX-License-Identifier: Apache-2.0
// A group is known by the bytes at its first places, each by itself, and of a byte by its halves or its lower six bits
// (mark_search.h): by halves a group of "key" and "pwd" takes every text whose first byte is k, p (6B, 70) or 60, 7B, and so
// on. So marks stand together that are made of the same, and what a group lets through, one way and the other, is priced by
// how common its bytes are. Each mark goes to the group where that rises least; then each is taken out and placed anew, a
// few times.
#include "scanners/secrets/rule/mark_groups.h"

#include "scanners/secrets/rule/commonness.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace codelake::secrets {

namespace {

constexpr int k_rounds = 4;

// Which halves, and which six bits, the bytes at one place have.
struct Bits {
  std::uint16_t lower = 0;
  std::uint16_t upper = 0;
  std::uint64_t six = 0;
};
using Places = std::array<Bits, k_mark_places>;

// How many marks of a group have each of these.
struct Counts {
  std::array<unsigned, 16> lower{};
  std::array<unsigned, 16> upper{};
  std::array<unsigned, 64> six{};
};

struct Group {
  std::array<Counts, k_mark_places> counts;
  Places places{};
  double price = 0;
};

const std::array<double, 256>& prices() {
  static const std::array<double, 256> known = [] {
    std::array<double, 256> made{};
    for (unsigned c = 0; c < 256; ++c) {
      ByteSet one;
      one.set(c);
      made[c] = commonness_of(one);
    }
    return made;
  }();
  return known;
}

double price_of(const Places& places) {
  const std::array<double, 256>& price = prices();
  double by_halves = 1;
  double by_six = 1;
  for (const Bits& bits : places) {
    double halves = 0;
    double six = 0;
    for (unsigned c = 0; c < 256; ++c) {
      halves += (bits.lower >> c % 16 & bits.upper >> c / 16 & 1) != 0 ? price[c] : 0;
      six += (bits.six >> c % 64 & 1U) != 0 ? price[c] : 0;
    }
    by_halves *= halves;
    by_six *= six;
  }
  return by_halves + by_six;
}

void add(Bits& bits, const Bits& more) {
  bits.lower = static_cast<std::uint16_t>(bits.lower | more.lower);
  bits.upper = static_cast<std::uint16_t>(bits.upper | more.upper);
  bits.six |= more.six;
}

Places places_of(const Mark& mark) {
  Places places;
  for (std::size_t place = 0; place < k_mark_places; ++place) {
    const ByteSet bytes = place < mark.bytes.size() ? mark.bytes[place] : ~ByteSet();
    for (unsigned c = 0; c < 256; ++c) {
      if (!bytes[c]) continue;
      add(places[place], {static_cast<std::uint16_t>(1U << c % 16), static_cast<std::uint16_t>(1U << c / 16), std::uint64_t{1} << c % 64});
    }
  }
  return places;
}

// Counts what a mark has in or out; gives what any mark has then.
template <class Word, std::size_t size>
Word count(std::array<unsigned, size>& counts, Word bits, bool in) {
  std::uint64_t any = 0;
  for (std::size_t bit = 0; bit < size; ++bit) {
    if ((bits >> bit & 1U) != 0) counts[bit] = in ? counts[bit] + 1 : counts[bit] - 1;
    any |= counts[bit] > 0 ? std::uint64_t{1} << bit : 0;
  }
  return static_cast<Word>(any);
}

void count(Group& group, const Places& mark, bool in) {
  for (std::size_t place = 0; place < k_mark_places; ++place) {
    Counts& counts = group.counts[place];
    group.places[place] = {count(counts.lower, mark[place].lower, in), count(counts.upper, mark[place].upper, in),
                           count(counts.six, mark[place].six, in)};
  }
  group.price = price_of(group.places);
}

std::size_t best_group(const std::array<Group, k_mark_groups>& groups, const Places& mark) {
  std::size_t best = 0;
  double least = 1e9;
  for (std::size_t i = 0; i < k_mark_groups; ++i) {
    Places with = groups[i].places;
    for (std::size_t place = 0; place < k_mark_places; ++place) add(with[place], mark[place]);
    const double rise = price_of(with) - groups[i].price;
    if (rise < least) {
      least = rise;
      best = i;
    }
  }
  return best;
}

}  // namespace

std::vector<std::size_t> mark_groups(const std::vector<Mark>& marks) {
  std::array<Group, k_mark_groups> groups{};
  std::vector<Places> places;
  places.reserve(marks.size());
  for (const Mark& mark : marks) places.push_back(places_of(mark));
  std::vector<std::size_t> chosen(marks.size());
  for (int round = 0; round < k_rounds; ++round) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (round > 0) count(groups[chosen[i]], places[i], false);
      chosen[i] = best_group(groups, places[i]);
      count(groups[chosen[i]], places[i], true);
    }
  }
  return chosen;
}

}  // namespace codelake::secrets
