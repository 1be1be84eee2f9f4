// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace codelake::sast::flow {

// A folder whose code is imported by a name of its own, as its go.mod or package.json says.
struct ModuleRoot {
  std::string folder;  // "" is the scanned one
  std::string name;
};

// Which files the code of a file can mean by the names it uses. A value; immutable once made, but for what it remembers.
class Modules {
 public:
  // `paths` are those of the files, beside the graphs; without them every file sees every other one.
  Modules(std::span<const Graph* const> graphs, std::span<const std::string_view> paths, std::span<const ModuleRoot> roots);

  // How many modules lie between code of `file` that uses a name and `other`, which has it: 0 for the module that is
  // imported, or for the own one when the name is not imported (import 0); more for one that passes on what it imports
  // itself. Nothing when the name cannot be one of `other`.
  std::optional<int> distance(std::uint32_t file, std::uint32_t import, std::uint32_t other) const;

  // Whether objects of what `other` declares can be at hand in `file`: one of them imports the other, or what does.
  bool knows(std::uint32_t file, std::uint32_t other) const;

  // Whether a module that was asked for leads to so many that the farther ones are not known.
  bool limit_hit() const { return m_limit_hit; }

  // Whether the language says by its imports where each name comes from.
  bool names_are_told(std::uint32_t file) const { return !m_files.empty() && m_files[file].linking != Linking::none; }

 private:
  // What a module is, and how imports name it.
  enum class Linking : std::uint8_t {
    none,       // every file sees all of its language
    by_path,    // a file, by the way from the importing one: "../lib/store"
    by_dots,    // a file, by the folders from some root: a.b.store, or from its own one: ..store
    by_folder,  // a folder, by its place in a module that has a name: "example.com/shop/lib/store"
    by_package, // the folder below a source root: a.b.Store
    by_space,   // a folder, by a name space that ends like it: App\Models\User
  };
  using Unit = std::uint32_t;  // a module

  struct File {
    std::uint64_t language = 0;  // one for those that call each other
    Linking linking = Linking::none;
    Unit unit = 0;
    std::string_view folder;
    std::vector<std::vector<Unit>> imports;  // beside Graph::imports
    std::vector<std::uint32_t> wildcards;    // in Graph::imports
  };

  // The units of one way of linking, by their names: "lib/store".
  struct Names {
    std::unordered_map<std::string, Unit> whole;
    std::unordered_map<std::string, std::vector<std::pair<std::string, Unit>>> by_last_part;
  };

  static Linking linking_of(std::string_view language);
  static std::uint64_t family_of(std::string_view language);
  void add_file(std::string_view language, std::string_view path);
  Unit unit_named(Linking linking, std::string name);
  void add_name(Linking linking, const std::string& name, Unit unit);
  std::vector<Unit> meant(const File& file, const std::string& module) const;
  std::vector<Unit> by_path(const File& file, std::string_view module) const;
  std::vector<Unit> by_root(std::string_view module) const;
  std::vector<Unit> by_dots(const File& file, std::string_view module) const;
  std::vector<Unit> by_folder(std::string_view module) const;
  std::vector<Unit> by_package(const File& file, std::string_view module) const;
  std::vector<Unit> by_space(std::string_view module) const;
  std::vector<Unit> named(Linking linking, const std::string& name) const;
  std::vector<Unit> ending(const File& file, const std::string& name) const;
  const std::vector<Unit>& reached(Unit unit) const;

  std::span<const ModuleRoot> m_roots;
  std::vector<File> m_files;
  std::vector<std::vector<Unit>> m_imported;  // by unit: all that its files import
  std::map<Linking, Names> m_names;
  mutable std::unordered_map<Unit, std::vector<Unit>> m_reached;
  mutable bool m_limit_hit = false;
};

}  // namespace codelake::sast::flow
