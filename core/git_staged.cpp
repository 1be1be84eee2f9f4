// SPDX-License-Identifier: Apache-2.0
//
// A tree lists the files and folders of one folder, sorted by name, a folder's as if it ended with '/'; the index lists the
// files of all folders, sorted by path. So the entries of one folder are a stretch of the index, and the parts of this stretch
// come in the order of the tree:
//
//   index: a.txt  src/one.c  src/two.c  src.txt      tree: a.txt  src.txt  src/
//   parts: a.txt  src.txt  src/ (two entries)        ('.' stands before '/')
//
// Both are gone through side by side. Where the index remembers the tree of a folder and it is the one of the other side,
// nothing in it differs; usually that holds for all but the few folders in which something was staged.
#include "core/git_staged.h"

#include <git2.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace codelake::git {

namespace {

constexpr std::size_t k_depth_max = 1024;

struct TreeFree {
  void operator()(git_tree* tree) const { git_tree_free(tree); }
};
using OwnedTree = std::unique_ptr<git_tree, TreeFree>;

using Entries = std::vector<IndexFile::Entry>;
using Folder = IndexFile::Folder;

// A file or folder of one folder, on one of the two sides.
struct Part {
  std::string_view name;
  bool folder = false;

  // As trees and the index sort them: below 0, 0, above 0.
  int compare(const Part& other) const {
    const std::size_t common = std::min(name.size(), other.name.size());
    if (const int order = std::memcmp(name.data(), other.name.data(), common); order != 0) return order;
    return int{after(common)} - int{other.after(common)};
  }

 private:
  unsigned char after(std::size_t at) const {
    if (at < name.size()) return static_cast<unsigned char>(name[at]);
    return folder ? '/' : 0;
  }
};

bool is_submodule(std::uint32_t mode) { return mode == GIT_FILEMODE_COMMIT; }

// A stretch of the index, all of one folder.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t prefix = 0;  // bytes of the folder's path, with '/'
};

class Comparison {
 public:
  Comparison(git_repository& repository, const Entries& entries) : m_repository(repository), m_entries(entries) {}

  Result<void> folder(const git_tree* tree, const Folder* known, const Stretch& stretch, std::size_t depth) {
    if (depth > k_depth_max) return fail(ErrorKind::environment, "comparing HEAD with the index", "", "folders too deep");
    const git_oid* id = tree == nullptr ? nullptr : git_tree_id(tree);
    if (id != nullptr && is_same(known, *id)) return {};
    const std::size_t count = tree == nullptr ? 0 : git_tree_entrycount(tree);
    Stretch rest = stretch;
    for (std::size_t i = 0; i < count || rest.begin < rest.end;) {
      const git_tree_entry* theirs = i < count ? git_tree_entry_byindex(tree, i) : nullptr;
      const Stretch ours = first_part(rest);
      const int order = theirs == nullptr ? 1 : ours.begin == ours.end ? -1 : part_of(theirs).compare(part_of(ours));
      if (order <= 0) ++i;
      if (order >= 0) rest.begin = ours.end;
      if (order < 0)
        m_staged.differs = m_staged.differs || git_tree_entry_filemode(theirs) != GIT_FILEMODE_COMMIT;
      else if (order > 0)
        add(ours);
      else
        TRY(both(theirs, known, ours, depth));
    }
    return {};
  }

  Staged take() { return std::move(m_staged); }

 private:
  static bool is_same(const Folder* known, const git_oid& id) {
    return known != nullptr && known->tree && std::memcmp(known->tree->data(), id.id, known->tree->size()) == 0;
  }

  std::string_view name_of(const Stretch& part) const {
    const std::string_view path = m_entries[part.begin].path;
    return path.substr(part.prefix, path.find('/', part.prefix) - part.prefix);
  }
  bool is_folder(const Stretch& part) const {
    return m_entries[part.begin].path.find('/', part.prefix) != std::string::npos;
  }
  Part part_of(const Stretch& part) const { return {name_of(part), is_folder(part)}; }
  static Part part_of(const git_tree_entry* entry) {
    return {git_tree_entry_name(entry), git_tree_entry_type(entry) == GIT_OBJECT_TREE};
  }

  // The entries that begin a stretch and belong to one file or folder; none of an empty stretch.
  Stretch first_part(const Stretch& stretch) const {
    Stretch part = stretch;
    part.end = part.begin;
    if (stretch.begin == stretch.end) return part;
    const std::string_view first = m_entries[stretch.begin].path;
    const std::size_t size = part.prefix + name_of(part).size() + (is_folder(part) ? 1 : 0);
    const auto belongs = [&](std::size_t at) {
      const std::string_view path = m_entries[at].path;
      return is_folder(part) ? path.starts_with(first.substr(0, size)) : path == first;
    };
    while (part.end < stretch.end && belongs(part.end)) ++part.end;
    return part;
  }

  // Of the sides of a merge that is not finished one is enough.
  void add(const Stretch& part) {
    for (std::size_t at = part.begin; at < part.end; ++at) {
      if (at + 1 < part.end && m_entries[at].path == m_entries[at + 1].path) continue;
      m_staged.entries.push_back(&m_entries[at]);
      m_staged.differs = m_staged.differs || !is_submodule(m_entries[at].mode);
    }
  }

  // A file or folder that both sides have.
  Result<void> both(const git_tree_entry* theirs, const Folder* known, const Stretch& ours, std::size_t depth) {
    if (!is_folder(ours)) {
      const IndexFile::Entry& entry = m_entries[ours.begin];
      const bool same = !entry.conflicted && entry.mode == static_cast<std::uint32_t>(git_tree_entry_filemode(theirs)) &&
                        std::memcmp(entry.id.data(), git_tree_entry_id(theirs)->id, entry.id.size()) == 0;
      if (same) return {};
      add(ours);
      m_staged.differs = m_staged.differs || git_tree_entry_filemode(theirs) != GIT_FILEMODE_COMMIT;
      return {};
    }
    const std::string_view name = name_of(ours);
    const Folder* below = nullptr;
    if (known != nullptr) {
      const auto found = std::find_if(known->folders.begin(), known->folders.end(), [&](const Folder& f) { return f.name == name; });
      if (found != known->folders.end()) below = &*found;
    }
    const git_oid* id = git_tree_entry_id(theirs);
    if (is_same(below, *id)) return {};
    git_tree* raw = nullptr;
    if (git_tree_lookup(&raw, &m_repository, id) != 0) {
      const git_error* error = git_error_last();
      return fail(Error{ErrorKind::environment, "comparing HEAD with the index", std::string(name),
                        error != nullptr ? error->message : "unknown reason", "check it with 'git fsck'"});
    }
    const OwnedTree tree(raw);
    return folder(tree.get(), below, {ours.begin, ours.end, ours.prefix + name.size() + 1}, depth + 1);
  }

  git_repository& m_repository;
  const Entries& m_entries;
  Staged m_staged;
};

}  // namespace

Result<Staged> compare_with_tree(git_repository& repository, const git_tree* tree, const IndexFile& file) {
  Comparison comparison(repository, file.entries);
  TRY(comparison.folder(tree, file.root ? &*file.root : nullptr, {0, file.entries.size(), 0}, 0));
  return comparison.take();
}

}  // namespace codelake::git
