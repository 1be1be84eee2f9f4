// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/blob_pass.h"

#include "core/thread_pool.h"
#include "scanners/secrets/history/object_reader.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <numeric>

namespace codelake::secrets::history {

namespace {

using Node = DeltaForest::Node;

template <class T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

class Pass {
 public:
  Pass(const ObjectStore& store, const Inspection& inspection, const PassOptions& options)
      : m_store(store), m_inspection(inspection), m_options(options) {}

  PassOutcome run() {
    for (std::size_t i = 0; i < m_store.packs().size(); ++i) search_pack(i);
    search_loose();
    sort_once(m_outcome.candidates);
    sort_once(m_outcome.looked_at);
    return std::move(m_outcome);
  }

 private:
  bool stopped() const { return m_options.interrupted != nullptr && m_options.interrupted->load(); }

  bool is_seen(const ObjectId& id) const {
    return m_options.seen != nullptr && std::binary_search(m_options.seen->begin(), m_options.seen->end(), id);
  }

  bool in_pack_before(const ObjectId& id, std::size_t pack) const {
    for (std::size_t i = 0; i < pack; ++i) {
      if (m_store.packs()[i]->index.find(id)) return true;
    }
    return false;
  }

  // Marks the blobs that are to be searched and everything on the way to them.
  std::vector<bool> wanted_of(const DeltaForest& forest, std::size_t pack) {
    std::vector<bool> wanted(forest.size(), false);
    for (Node node = 0; node < forest.size(); ++node) {
      if (forest.type(node) != ObjectType::blob) continue;
      const ObjectId id = m_store.packs()[pack]->index.id(forest.index(node));
      if (is_seen(id) || in_pack_before(id, pack)) continue;
      m_outcome.looked_at.push_back(id);
      m_outcome.blobs += 1;
      for (Node up = node; up != DeltaForest::k_none && !wanted[up]; up = forest.parent(up)) wanted[up] = true;
    }
    return wanted;
  }

  void search_pack(std::size_t index) {
    const Pack& pack = *m_store.packs()[index];
    const DeltaForest forest = DeltaForest::build(pack.entries, pack.index);
    const std::vector<bool> wanted = wanted_of(forest, index);
    std::vector<Node> roots;
    for (Node node = 0; node < forest.size(); ++node) {
      if (forest.type(node) == ObjectType::none) m_outcome.losses.damaged += 1;
      if (wanted[node] && forest.parent(node) == DeltaForest::k_none) roots.push_back(node);
    }
    // Large trees first, so that no thread is left alone with one at the end.
    std::stable_sort(roots.begin(), roots.end(), [&](Node a, Node b) { return forest.weight(a) > forest.weight(b); });
    std::atomic<std::size_t> next = 0;
    on_all_threads([&] {
      BlobSearch search(m_inspection, m_options.mode);
      PackWalk walk(pack, forest, wanted, m_options.limits);
      for (std::size_t i = next++; i < roots.size() && !stopped(); i = next++) walk.tree(roots[i], search);
      take(search, walk.losses);
    });
  }

  void search_loose() {
    const auto& loose = m_store.loose();
    std::atomic<std::size_t> next = 0;
    on_all_threads([&] {
      BlobSearch search(m_inspection, m_options.mode);
      ObjectReader reader(m_store, m_options.limits.blob_bytes_max);
      WalkLosses losses;
      std::vector<ObjectId> looked_at;
      std::uint64_t blobs = 0;
      for (std::size_t i = next++; i < loose.size() && !stopped(); i = next++) {
        if (is_seen(loose[i].id) || in_pack_before(loose[i].id, m_store.packs().size())) continue;
        const Object object = reader.read_loose(loose[i]);
        losses.damaged += object.outcome == Object::Outcome::damaged ? 1 : 0;
        losses.too_large += object.outcome == Object::Outcome::too_large ? 1 : 0;
        if (object.outcome == Object::Outcome::found) looked_at.push_back(loose[i].id);
        if (object.type != ObjectType::blob) continue;
        search.search(loose[i].id, object.bytes);
        blobs += 1;
      }
      take(search, losses);
      const std::lock_guard<std::mutex> lock(m_guard);
      m_outcome.looked_at.insert(m_outcome.looked_at.end(), looked_at.begin(), looked_at.end());
      m_outcome.blobs += blobs;
    });
  }

  void on_all_threads(const std::function<void()>& work) {
    run_in_parallel(m_options.threads, m_options.threads, [&](std::size_t) { work(); });
  }

  void take(BlobSearch& search, const WalkLosses& losses) {
    const std::lock_guard<std::mutex> lock(m_guard);
    m_outcome.candidates.insert(m_outcome.candidates.end(), search.candidates.begin(), search.candidates.end());
    m_outcome.numbers.add(search.numbers);
    m_outcome.losses.add(losses);
  }

  const ObjectStore& m_store;
  const Inspection& m_inspection;
  const PassOptions& m_options;
  std::mutex m_guard;
  PassOutcome m_outcome;
};

}  // namespace

PassOutcome search_blobs(const ObjectStore& store, const Inspection& inspection, const PassOptions& options) {
  return Pass(store, inspection, options).run();
}

}  // namespace codelake::secrets::history
