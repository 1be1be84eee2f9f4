// SPDX-License-Identifier: Apache-2.0
// secrets_history OBJECTS_FOLDER [THREADS [windows|whole|inflate]]: how fast the blobs of a repository are built and searched,
// without looking up commits. "whole" searches every blob; "windows" only what its delta says is new. Candidates that have
// the same digest are the same. "inflate" only inflates the blobs of its packs and their deltas, on one thread.
#include "core/hash.h"
#include "scanners/secrets/builtin_rules.h"
#include "scanners/secrets/history/blob_pass.h"
#include "scanners/secrets/history/delta_forest.h"
#include "scanners/secrets/history/inflater.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace codelake;

secrets::Inspection inspection() {
  secrets::Inspection made;
  made.engines.push_back(secrets::builtin_engine());
  made.fingerprint_key = "bench";
  return made;
}

std::uint64_t digest_of(const std::vector<secrets::history::Candidate>& candidates) {
  std::uint64_t digest = 0;
  for (const auto& candidate : candidates) {
    const std::string line = candidate.blob.hex() + " " + std::to_string(candidate.sign.rule) + " " + std::to_string(candidate.sign.key);
    digest = digest * 31 + fast_hash(line);
  }
  return digest;
}

void inflate_only(const secrets::history::ObjectStore& store) {
  using secrets::history::DeltaForest;
  secrets::history::Inflater inflater;
  secrets::history::Buffer out;
  std::uint64_t bytes = 0;
  for (const auto& pack : store.packs()) {
    const DeltaForest forest = DeltaForest::build(pack->entries, pack->index);
    for (DeltaForest::Node node = 0; node < forest.size(); ++node) {
      const auto entry = pack->entries.entry(forest.offset(node));
      if (forest.type(node) != secrets::history::ObjectType::blob || !entry) continue;
      if (inflater.inflate(pack->entries.data(*entry, forest.end(node)), entry->size, out)) bytes += entry->size;
    }
  }
  std::printf("inflated %.1f MB, processor %.2f s\n", static_cast<double>(bytes) / 1e6,
              static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::vector<Notice> notices;
  const auto start = std::chrono::steady_clock::now();
  const auto store = secrets::history::ObjectStore::open(argv[1], notices);
  if (argc > 3 && std::string_view(argv[3]) == "inflate") {
    inflate_only(store);
    return 0;
  }
  secrets::history::PassOptions options;
  options.threads = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 1;
  if (argc > 3 && std::string_view(argv[3]) == "whole") options.mode = secrets::history::SearchMode::whole;
  const auto outcome = search_blobs(store, inspection(), options);
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
  const double cpu = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
  for (const Notice& notice : notices) std::printf("%s: %s\n", notice.path.c_str(), notice.message.c_str());
  const auto& numbers = outcome.numbers;
  std::printf("blobs %llu, %.1f MB, searched %.1f MB, of these known %.1f MB, binary %llu, incomplete %llu, damaged %llu, too large %llu\n",
              static_cast<unsigned long long>(numbers.blobs), static_cast<double>(numbers.bytes) / 1e6,
              static_cast<double>(numbers.bytes_searched) / 1e6, static_cast<double>(numbers.bytes_known) / 1e6, static_cast<unsigned long long>(numbers.binary),
              static_cast<unsigned long long>(numbers.incomplete), static_cast<unsigned long long>(outcome.losses.damaged),
              static_cast<unsigned long long>(outcome.losses.too_large));
  std::printf("candidates %zu, digest %016llx; wall %.2f s, processor %.2f s, %.2f GB/s of blobs per processor second\n",
              outcome.candidates.size(), static_cast<unsigned long long>(digest_of(outcome.candidates)), passed.count(), cpu, static_cast<double>(numbers.bytes) / 1e9 / cpu);
  return 0;
}
