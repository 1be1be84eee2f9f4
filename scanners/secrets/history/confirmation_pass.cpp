// SPDX-License-Identifier: Apache-2.0
// A candidate was found without knowing the path of its blob, by looking at a part of it. Here the path is known, and the
// same function that looks at files of a work tree has the last word.
#include "scanners/secrets/history/confirmation_pass.h"

#include "core/encoding.h"
#include "core/file_type.h"
#include "core/thread_pool.h"
#include "scanners/secrets/file_look.h"
#include "scanners/secrets/history/object_reader.h"
#include "scanners/secrets/noise.h"
#include "scanners/secrets/packed.h"
#include "scanners/secrets/secret_file.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace codelake::secrets::history {

namespace {

// A blob under one of its paths.
struct Look {
  ObjectId blob;
  std::string path;  // relative to the top of the repository
  std::uint32_t commit = 0;
  bool in_head = false;

  auto operator<=>(const Look&) const = default;
};

// A sighting, and the place in history its one place stands for.
struct Sighting {
  FoundSecret secret;
  std::uint32_t commit = 0;
};

class Confirmation {
 public:
  Confirmation(const ObjectStore& store, const Options& options, const RuleTable& rules)
      : m_store(store), m_options(options), m_rules(rules) {}

  // The blobs worth a look for the candidates of one value.
  void choose(const std::vector<const Candidate*>& candidates, const Provenance& provenance) {
    std::map<std::string_view, std::tuple<std::uint32_t, ObjectId>> oldest;  // for each path
    bool reachable = false;
    bool found = false;  // a value that stands alone is none yet
    for (const Candidate* candidate : candidates) {
      found = found || candidate->sign.rule != Sign::k_lone_value;
      const auto first = provenance.first.find(candidate->blob);
      if (first == provenance.first.end()) continue;
      reachable = true;
      const auto& [commit, path] = first->second;
      if (counts(*candidate, path)) {
        const auto entry = std::tuple(commit, candidate->blob);
        const auto [known, fresh] = oldest.try_emplace(path, entry);
        if (!fresh) known->second = std::min(known->second, entry);
      }
      const auto head = provenance.in_head.find(candidate->blob);
      if (head == provenance.in_head.end()) continue;
      for (const std::string& now : head->second) {
        if (counts(*candidate, now)) m_looks.insert({candidate->blob, now, commit, true});
      }
    }
    unreachable += reachable || !found ? 0 : 1;
    for (const auto& [path, entry] : oldest) {
      const auto& [commit, blob] = entry;
      const Look in_head{blob, std::string(path), commit, true};
      if (!m_looks.contains(in_head)) m_looks.insert({blob, std::string(path), commit, false});
    }
  }

  std::vector<Sighting> look(ScanContext& context) {
    const std::vector<Look> looks(m_looks.begin(), m_looks.end());
    std::vector<std::vector<Sighting>> found(looks.size());
    std::vector<ScanContext> contexts;
    for (const Look& look : looks) contexts.emplace_back(context_name(), in_scope(look.path));
    std::atomic<std::size_t> next = 0;
    run_in_parallel(m_options.threads, m_options.threads, [&](std::size_t) {
      ObjectReader reader(m_store, m_options.limits.file_bytes_max);
      for (std::size_t i = next++; i < looks.size(); i = next++) found[i] = look_at(reader, looks[i], contexts[i]);
    });
    std::vector<Sighting> all;
    for (std::size_t i = 0; i < looks.size(); ++i) {
      std::move(found[i].begin(), found[i].end(), std::back_inserter(all));
      std::move(contexts[i].notices.begin(), contexts[i].notices.end(), std::back_inserter(context.notices));
    }
    return all;
  }

  std::uint64_t unreachable = 0;

 private:
  static std::string_view context_name() { return "secrets"; }

  FileInfo info_of(const std::string& path) const {
    FileInfo info;
    info.path = in_scope(path);
    info.language = language_of_path(info.path);
    info.vendored = is_vendored_path(info.path);
    info.test = is_test_path(info.path);
    return info;
  }

  std::string in_scope(const std::string& path) const {
    const std::string& prefix = m_options.request.prefix;
    return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
  }

  bool counts(const Candidate& candidate, const std::string& path) const {
    if (!path.starts_with(m_options.request.prefix)) return false;
    const FileInfo info = info_of(path);
    if (m_options.wants && !m_options.wants(info)) return false;
    if (is_packed(info.name())) return true;  // what stands in it has names of its own
    if (candidate.sign.rule == Sign::k_lone_value) return may_be_secret_file(info);
    if (!candidate.sign.by_rule()) return true;
    return m_rules.rules()[candidate.sign.rule]->files != FileScope::config || is_config_file(info);
  }

  std::vector<Sighting> look_at(ObjectReader& reader, const Look& look, ScanContext& context) const {
    const Object object = reader.read(look.blob);
    if (object.type != ObjectType::blob) return {};
    FileInfo info = info_of(look.path);
    info.size_bytes = object.bytes.size();
    Decoded decoded = decode(std::string(object.bytes), info.path);
    const SourceFile file(std::move(info), std::move(decoded.text), decoded.traits);
    std::vector<Sighting> sightings;
    for (FoundSecret& secret : look_at_file(file, m_rules.inspection(), context).secrets) {
      secret.in_head = look.in_head;
      sightings.push_back({std::move(secret), look.commit});
    }
    return sightings;
  }

  const ObjectStore& m_store;
  const Options& m_options;
  const RuleTable& m_rules;
  std::set<Look> m_looks;
};

// One secret for each value; of its places under one path those of the oldest commit, in the oldest blob.
class Merge {
 public:
  void add(Sighting sighting) {
    const auto [known, fresh] = m_by_identity.try_emplace(sighting.secret.identity, m_secrets.size());
    if (fresh) m_secrets.emplace_back();
    m_secrets[known->second].push_back(std::move(sighting));
  }

  // `describe` fills in the commit of a place.
  template <class Describe>
  std::vector<FoundSecret> take(const Describe& describe) {
    std::vector<FoundSecret> merged;
    for (auto& sightings : m_secrets) {
      std::stable_sort(sightings.begin(), sightings.end(), [](const Sighting& a, const Sighting& b) {
        const auto key = [](const Sighting& s) { return std::tie(s.commit, s.secret.places.front().path); };
        return key(a) < key(b);
      });
      FoundSecret secret = sightings.front().secret;
      secret.places.clear();
      secret.in_head = false;
      std::set<std::string> paths;
      for (Sighting& sighting : sightings) {
        secret.in_head = *secret.in_head || *sighting.secret.in_head;
        secret.confidence = std::max(secret.confidence, sighting.secret.confidence);
        if (!paths.insert(sighting.secret.places.front().path).second) continue;
        for (SecretPlace& place : sighting.secret.places) {
          describe(sighting.commit, place);
          secret.places.push_back(std::move(place));
        }
      }
      merged.push_back(std::move(secret));
    }
    return merged;
  }

 private:
  std::vector<std::vector<Sighting>> m_secrets;
  std::map<std::string, std::size_t> m_by_identity;
};

}  // namespace

Confirmed confirm(const Unconfirmed& found, const Options& options, const RuleTable& rules, ScanContext& context) {
  std::map<std::uint64_t, std::vector<const Candidate*>> by_value;
  for (const Candidate& candidate : found.candidates) by_value[candidate.sign.key].push_back(&candidate);
  Confirmation confirmation(found.store, options, rules);
  for (const auto& [key, same] : by_value) confirmation.choose(same, found.provenance);
  Merge merge;
  for (Sighting& sighting : confirmation.look(context)) merge.add(std::move(sighting));
  ObjectReader reader(found.store, options.limits.file_bytes_max);
  std::map<std::uint32_t, Authorship> authors;
  const auto describe = [&](std::uint32_t index, SecretPlace& place) {
    const ObjectId& id = found.graph.commits[index].id;
    const auto [known, fresh] = authors.try_emplace(index);
    if (fresh) known->second = authorship_of(reader.read(id).bytes);
    place.commit = id.hex();
    place.author = known->second.author;
    place.date = known->second.date;
  };
  return {merge.take(describe), confirmation.unreachable};
}

}  // namespace codelake::secrets::history
