// SPDX-License-Identifier: Apache-2.0
// A group is known by the lower and the upper halves of the bytes at its first places, each by itself: a group of
// "key" and "pwd" takes every text whose first byte is k, p (6B, 70) or 60, 7B, and so on. So marks stand together that
// are made of the same halves, and what a group lets through is priced by how common its bytes are. Each mark goes to
// the group where that rises least; then each is taken out and placed anew, a few times.
#include "scanners/secrets/rule/mark_groups.h"

#include "scanners/secrets/rule/commonness.h"

#include <algorithm>
#include <array>

namespace codelake::secrets {

namespace {

constexpr int k_rounds = 6;

// The halves of the bytes at one place.
struct Halves {
  std::array<unsigned, 16> lower{};  // how many marks of the group have this half
  std::array<unsigned, 16> upper{};
};
using Group = std::array<Halves, k_mark_places>;

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

double price_of(const Group& group) {
  double product = 1;
  for (const Halves& halves : group) {
    double sum = 0;
    for (unsigned c = 0; c < 256; ++c) {
      if (halves.lower[c % 16] > 0 && halves.upper[c / 16] > 0) sum += prices()[c];
    }
    product *= sum;
  }
  return product;
}

void count(Group& group, const Mark& mark, bool in) {
  for (std::size_t place = 0; place < k_mark_places; ++place) {
    const ByteSet bytes = place < mark.bytes.size() ? mark.bytes[place] : ~ByteSet();
    for (unsigned c = 0; c < 256; ++c) {
      if (!bytes[c]) continue;
      unsigned& lower = group[place].lower[c % 16];
      unsigned& upper = group[place].upper[c / 16];
      lower = in ? lower + 1 : lower - 1;
      upper = in ? upper + 1 : upper - 1;
    }
  }
}

std::size_t best_group(std::array<Group, k_mark_groups>& groups, const Mark& mark) {
  std::size_t best = 0;
  double least = 1e9;
  for (std::size_t i = 0; i < k_mark_groups; ++i) {
    const double before = price_of(groups[i]);
    Group with = groups[i];
    count(with, mark, true);
    const double rise = price_of(with) - before;
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
  std::vector<std::size_t> chosen(marks.size());
  for (int round = 0; round < k_rounds; ++round) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (round > 0) count(groups[chosen[i]], marks[i], false);
      chosen[i] = best_group(groups, marks[i]);
      count(groups[chosen[i]], marks[i], true);
    }
  }
  return chosen;
}

}  // namespace codelake::secrets
