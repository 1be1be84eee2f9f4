// SPDX-License-Identifier: Apache-2.0
// Commits are taken parents first. A tree that was in an earlier commit brings nothing new, so each is read once, in the
// first commit that has it: a blob met there for the first time was brought in by this commit. No two trees need to be
// compared. The walk ends when every wanted blob is placed.
#include "scanners/secrets/history/provenance.h"

#include <algorithm>
#include <string_view>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_head_entries_max = 20'000'000;  // a tree that names one folder often can unfold without end
constexpr std::size_t k_paths_max = 1000;               // of one blob in HEAD

struct Entry {
  std::string name;
  ObjectId id;
  bool tree = false;
  bool blob = false;
};

// The entries of a tree object: "<mode> <name>\0<id>" each; stops where it is malformed.
std::vector<Entry> entries_of(std::string_view tree) {
  std::vector<Entry> entries;
  while (!tree.empty()) {
    const auto space = tree.find(' ');
    const auto end = tree.find('\0');
    if (space == std::string_view::npos || end == std::string_view::npos || space > end) break;
    if (tree.size() - end - 1 < ObjectId::k_size) break;
    const std::string_view mode = tree.substr(0, space);
    Entry entry;
    entry.tree = mode == "40000" || mode == "040000";
    entry.blob = mode.starts_with("100");  // neither a link nor a submodule
    if (entry.tree || entry.blob) {
      entry.name = tree.substr(space + 1, end - space - 1);
      entry.id = ObjectId::from_bytes(tree.data() + end + 1);
      entries.push_back(std::move(entry));
    }
    tree.remove_prefix(end + 1 + ObjectId::k_size);
  }
  return entries;
}

struct Folder {
  ObjectId id;
  std::string path;  // empty, or ends with '/'
};

class Trace {
 public:
  Trace(ObjectReader& reader, const BlobSet& blobs) : m_reader(reader), m_blobs(blobs) {}

  void commits(const CommitGraph& graph) {
    for (std::uint32_t i = 0; i < graph.commits.size() && result.first.size() < m_blobs.size(); ++i) {
      std::vector<Folder> folders = {{graph.commits[i].tree, ""}};
      while (!folders.empty()) {
        const Folder folder = std::move(folders.back());
        folders.pop_back();
        if (m_seen.insert(folder.id).second) unfold(folder, i, folders);
      }
    }
  }

  // Only folders that hold a wanted blob are unfolded.
  void head(const ObjectId& tree) {
    if (!holds_wanted(tree)) return;
    std::vector<Folder> folders = {{tree, ""}};
    std::size_t entries = 0;
    while (!folders.empty() && entries < k_head_entries_max) {
      const Folder folder = std::move(folders.back());
      folders.pop_back();
      for (Entry& entry : read(folder.id)) {
        entries += 1;
        if (entry.tree && holds_wanted(entry.id)) folders.push_back({entry.id, folder.path + entry.name + "/"});
        if (!entry.blob || !m_blobs.contains(entry.id)) continue;
        auto& paths = result.in_head[entry.id];
        if (paths.size() < k_paths_max) paths.push_back(folder.path + entry.name);
      }
    }
    for (auto& [blob, paths] : result.in_head) std::sort(paths.begin(), paths.end());
  }

  Provenance result;

 private:
  void unfold(const Folder& folder, std::uint32_t commit, std::vector<Folder>& folders) {
    for (Entry& entry : read(folder.id)) {
      if (entry.tree && !m_seen.contains(entry.id)) folders.push_back({entry.id, folder.path + entry.name + "/"});
      if (entry.tree || !m_blobs.contains(entry.id)) continue;
      result.first.try_emplace(entry.id, Introduction{commit, folder.path + entry.name});
    }
  }

  std::vector<Entry> read(const ObjectId& tree) {
    const Object object = m_reader.read(tree);
    if (object.type == ObjectType::tree) return entries_of(object.bytes);
    result.missing_trees += 1;
    return {};
  }

  // Whether a wanted blob stands in a tree or below it; each tree is asked once.
  bool holds_wanted(const ObjectId& top) {
    struct Asked {
      ObjectId id;
      std::vector<Entry> entries;
      std::size_t next = 0;
      bool holds = false;
    };
    if (const auto known = m_holds.find(top); known != m_holds.end()) return known->second;
    std::vector<Asked> stack;
    stack.push_back({top, read(top), 0, false});
    bool last = false;
    while (!stack.empty()) {
      Asked& asked = stack.back();
      if (asked.next == asked.entries.size()) {
        last = m_holds[asked.id] = asked.holds;
        stack.pop_back();
        if (!stack.empty()) stack.back().holds = stack.back().holds || last;
        continue;
      }
      const Entry& entry = asked.entries[asked.next++];
      if (!entry.tree) {
        asked.holds = asked.holds || m_blobs.contains(entry.id);
      } else if (const auto known = m_holds.find(entry.id); known != m_holds.end()) {
        asked.holds = asked.holds || known->second;
      } else {
        const ObjectId below = entry.id;
        stack.push_back({below, read(below), 0, false});
      }
    }
    return last;
  }

  ObjectReader& m_reader;
  const BlobSet& m_blobs;
  BlobSet m_seen;
  std::unordered_map<ObjectId, bool, ObjectIdHash> m_holds;
};

}  // namespace

Provenance trace(ObjectReader& reader, const CommitGraph& graph, const BlobSet& blobs, const Commit* head) {
  Trace trace(reader, blobs);
  trace.commits(graph);
  if (head != nullptr) trace.head(head->tree);
  return std::move(trace.result);
}

}  // namespace codelake::secrets::history
