// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/blob_search.h"

#include "core/encoding.h"
#include "scanners/secrets/history/change_windows.h"
#include "scanners/secrets/history/encoded_changes.h"

#include <algorithm>
#include <limits>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_marks_max = 10'000;  // more are not carried from blob to blob
constexpr std::size_t k_far_max = 1000;

enum class Content { text, wide_text, binary };

Content content_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return Content::wide_text;
  return is_binary(bytes) ? Content::binary : Content::text;
}

template <class T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Those that lie in another say nothing more.
void drop_inner(std::vector<Window>& windows) {
  sort_once(windows);
  std::size_t end = 0;
  std::erase_if(windows, [&](const Window& window) {
    const bool inner = window.end <= end;
    end = std::max(end, window.end);
    return inner;
  });
}

std::uint64_t bytes_in(const std::vector<Window>& windows) {
  std::uint64_t bytes = 0;
  for (const Window& window : windows) bytes += window.end - window.begin;
  return bytes;
}

}  // namespace

void SearchNumbers::add(const SearchNumbers& other) {
  blobs += other.blobs;
  bytes += other.bytes;
  bytes_searched += other.bytes_searched;
  bytes_known += other.bytes_known;
  binary += other.binary;
  incomplete += other.incomplete;
}

Sighted BlobSearch::search(const ObjectId& id, std::string_view bytes) {
  switch (content_of(bytes)) {
    case Content::text: return look(id, bytes, all_of(bytes), {});
    case Content::wide_text: {
      const Decoded decoded = decode(std::string(bytes), "");
      if (decoded.traits.binary) break;
      look(id, decoded.text, all_of(decoded.text), {});
      return {};  // places in the decoded text say nothing of a change of the bytes
    }
    case Content::binary: break;
  }
  numbers.blobs += 1;
  numbers.bytes += bytes.size();
  numbers.binary += 1;
  std::vector<Sign> signs;
  m_hidden.binary(bytes, signs);
  add_candidates(id, std::move(signs));
  return {};
}

Sighted BlobSearch::search(const ObjectId& id, std::string_view bytes, const std::vector<Stretch>& stretches,
                           const Sighted& base) {
  const bool apart = !base.whole || m_mode == SearchMode::whole || content_of(bytes) != Content::text;
  if (apart) return search(id, bytes);
  ChangePlan plan = plan_change(bytes, stretches, base);
  EncodedChanges changes = encoded_changes(bytes, stretches, base);
  plan.known.encoded = std::move(changes.known);
  return look(id, bytes, {std::move(plan.windows), std::move(changes.windows)}, std::move(plan.known));
}

Sighted BlobSearch::look(const ObjectId& id, std::string_view text, const Windows& windows, Sighted known) {
  numbers.blobs += 1;
  numbers.bytes += text.size();
  numbers.bytes_searched += bytes_in(windows.text);
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) return {};
  Sighted sighted = std::move(known);
  const bool complete = search_windows(text, windows.text, sighted);
  numbers.incomplete += complete ? 0 : 1;
  sort_once(sighted.marks);
  drop_inner(sighted.far);
  m_hidden.encoded(text, windows.encoded, sighted.encoded, m_mode == SearchMode::windows ? &m_nothing_encoded : nullptr);
  sort_once(sighted.encoded);
  std::vector<Sign> signs;
  for (const Mark& mark : sighted.marks) signs.push_back(mark.sign);
  for (const Mark& mark : sighted.encoded) signs.push_back(mark.sign);
  m_hidden.lone(text, signs);
  add_candidates(id, std::move(signs));
  sighted.size = text.size();
  const bool few = sighted.marks.size() + sighted.encoded.size() <= k_marks_max && sighted.far.size() <= k_far_max;
  sighted.whole = complete && few;
  if (!sighted.whole) return {};
  return sighted;
}

bool BlobSearch::search_windows(std::string_view text, const std::vector<Window>& windows, Sighted& sighted) {
  const bool remembers = m_mode == SearchMode::windows;
  const std::vector<Window> unknown = remembers ? m_pieces.unknown(text, windows) : windows;
  numbers.bytes_known += bytes_in(windows) - bytes_in(unknown);
  std::vector<Window> hot;
  bool complete = true;
  for (std::size_t i = 0; i < m_inspection.engines.size(); ++i) {
    const Hits hits = m_inspection.engines[i].find(text, unknown);
    complete = complete && hits.complete;
    sighted.far.insert(sighted.far.end(), hits.far.begin(), hits.far.end());
    add_marks(text, hits, i, sighted);
    hot.insert(hot.end(), hits.hot.begin(), hits.hot.end());
  }
  if (complete) m_pieces.learn(std::move(hot));
  return complete;
}

// What is noise depends on the path, which this pass does not know: every hit is kept, and weighed when it is confirmed.
void BlobSearch::add_marks(std::string_view text, const Hits& hits, std::size_t engine, Sighted& sighted) {
  for (const Hit& hit : hits.list) {
    Mark mark;
    mark.begin = static_cast<std::uint32_t>(hit.secret_begin);
    mark.end = static_cast<std::uint32_t>(hit.secret_end);
    mark.sign.key = m_keys.of(text.substr(hit.secret_begin, hit.secret_end - hit.secret_begin));
    mark.sign.rule = m_numbers.of(hit.rule, engine);
    sighted.marks.push_back(mark);
  }
}

void BlobSearch::add_candidates(const ObjectId& id, std::vector<Sign> signs) {
  sort_once(signs);
  for (const Sign& sign : signs) candidates.push_back({id, sign});
}

}  // namespace codelake::secrets::history
