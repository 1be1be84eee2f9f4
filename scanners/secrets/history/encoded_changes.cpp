// SPDX-License-Identifier: Apache-2.0
// Of what was copied the middle is known: from the first place where parts are apart (encoded.h), whatever stands before
// what was copied, to the last one, whatever stands behind. Such places are the same in the base and in the new blob, so
// that the middle holds the same encoded texts in both. What lies between two middles is decoded anew.
//
//   a = 1⏎ b = "x" +⏎ "y"⏎ c = 2⏎ d = 3        copied; before it "… +" may stand now, behind it anything
//          |----- middle -------|
#include "scanners/secrets/history/encoded_changes.h"

#include "scanners/secrets/encoded.h"

#include <algorithm>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_copy_min = 256;  // of a shorter one it is as quick to decode it again

void carry(const Stretch& copy, const Window& middle, const Sighted& base, std::vector<Mark>& known) {
  const std::size_t from = middle.begin - copy.begin + copy.source;
  const std::size_t to = middle.end - copy.begin + copy.source;
  auto mark = std::lower_bound(base.encoded.begin(), base.encoded.end(), from,
                               [](const Mark& a, std::size_t wanted) { return a.begin < wanted; });
  for (; mark != base.encoded.end() && mark->begin < to; ++mark) {
    Mark moved = *mark;
    moved.begin = static_cast<std::uint32_t>(moved.begin - from + middle.begin);
    moved.end = static_cast<std::uint32_t>(moved.end - from + middle.begin);
    known.push_back(moved);
  }
}

}  // namespace

EncodedChanges encoded_changes(std::string_view text, const std::vector<Stretch>& stretches, const Sighted& base) {
  EncodedChanges changes;
  std::size_t asked = 0;  // everything before is known, or in a window
  for (const Stretch& copy : stretches) {
    if (!copy.copied || copy.size < k_copy_min) continue;
    const bool at_begin = copy.begin == 0 && copy.source == 0;
    const bool at_end = copy.end() == text.size() && copy.source + copy.size == base.size;
    const Window middle{at_begin ? 0 : parts_apart_after(text, copy.begin, copy.end()),
                        at_end ? text.size() : parts_apart_before(text, copy.begin, copy.end())};
    if (middle.begin >= middle.end) continue;
    if (middle.begin > asked) changes.windows.push_back({asked, middle.begin});
    asked = middle.end;
    carry(copy, middle, base, changes.known);
  }
  if (text.size() > asked) changes.windows.push_back({asked, text.size()});
  return changes;
}

}  // namespace codelake::secrets::history
