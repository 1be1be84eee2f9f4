// SPDX-License-Identifier: Apache-2.0
//
// An import names a module in the way of its language; here the names lead to the files of the project, or nowhere: then
// they are a library's. A call enters a function only when the way leads to its file, so that a namesake is never taken
// for it.
//
//     src/web/users.js    const api = require('../api')      src/api.js, or src/api/index.js; never public/api.js
//     shop/views.py       from .models import Basket         shop/models.py
//     cmd/main.go         import "example.com/shop/client"   client/, when go.mod says that example.com/shop is here
//     a/b/Main.java       import a.c.Store                   every folder a/c below a source root
//
// A module may pass on what it imports itself (index files, packages), which is farther away.
#include "scanners/sast/flow/modules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace codelake::sast::flow {

namespace {

constexpr int k_passed_on_max = 2;    // modules between an import and what declares the name
constexpr int k_known_through_max = 2;
constexpr std::size_t k_reached_max = 4096;

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view last_part(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string joined(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.empty() && !name.empty()) path += '/';
  return path.append(name);
}

std::string with_slashes(std::string_view name, char separator) {
  std::string path(name);
  std::replace(path.begin(), path.end(), separator, '/');
  return path;
}

// "lib/store" for "lib/store.test.js" too: what imports write.
std::string_view without_extension(std::string_view path) {
  const std::size_t name = path.size() - last_part(path).size();
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos || dot <= name ? path : path.substr(0, dot);
}

// A file that stands for its folder.
bool is_index(std::string_view name) { return name == "index" || name == "__init__"; }

// "a/c" for the way "../c" from a/b; nothing when it leads out of the project.
std::optional<std::string> resolved(std::string_view folder, std::string_view way) {
  std::string path(folder);
  while (!way.empty()) {
    const auto slash = way.find('/');
    const std::string_view part = way.substr(0, slash);
    way = slash == std::string_view::npos ? std::string_view() : way.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (path.empty()) return std::nullopt;
      path = std::string(folder_of(path));
    } else {
      path = joined(path, part);
    }
  }
  return path;
}

// The folder below the source root of its language: a/b for src/main/java/a/b.
std::string package_of(std::string_view folder) {
  const std::string around = "/" + std::string(folder) + "/";
  for (const std::string_view root : {"/java/", "/kotlin/", "/scala/", "/groovy/"}) {
    const auto at = around.rfind(root);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + root.size();
    return begin >= around.size() ? std::string() : around.substr(begin, around.size() - begin - 1);
  }
  return std::string(folder);
}

bool ends_in(std::string_view path, std::string_view name) {
  return path.ends_with(name) && (path.size() == name.size() || path[path.size() - name.size() - 1] == '/');
}

std::size_t common_folders(std::string_view a, std::string_view b) {
  std::size_t folders = 0;
  std::size_t i = 0;
  for (; i < a.size() && i < b.size() && a[i] == b[i]; ++i) folders += a[i] == '/' ? 1 : 0;
  const bool whole = (i == a.size() || a[i] == '/') && (i == b.size() || b[i] == '/');
  return folders + (whole ? 1 : 0);
}

std::string lowered(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return low;
}

void add_all(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) { to.insert(to.end(), from.begin(), from.end()); }

void sort_once(std::vector<std::uint32_t>& units) {
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
}

}  // namespace

Modules::Linking Modules::linking_of(std::string_view language) {
  static const std::map<std::string_view, Linking> k_all = {
      {"javascript", Linking::by_path}, {"typescript", Linking::by_path}, {"tsx", Linking::by_path},
      {"python", Linking::by_dots},     {"go", Linking::by_folder},       {"java", Linking::by_package},
      {"kotlin", Linking::by_package},  {"php", Linking::by_space}};
  const auto found = k_all.find(language);
  return found == k_all.end() ? Linking::none : found->second;
}

std::uint64_t Modules::family_of(std::string_view language) {
  if (language == "typescript" || language == "tsx") language = "javascript";
  if (language == "kotlin" || language == "scala") language = "java";
  if (language == "cpp") language = "c";
  return syntax::symbol_of(language);
}

Modules::Modules(std::span<const Graph* const> graphs, std::span<const std::string_view> paths, std::span<const ModuleRoot> roots)
    : m_roots(roots) {
  if (paths.empty()) return;
  for (std::size_t i = 0; i < graphs.size(); ++i) add_file(graphs[i]->language, paths[i]);
  std::map<std::pair<std::string_view, std::string>, std::vector<Unit>> known;
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    File& file = m_files[i];
    if (file.linking == Linking::none) continue;
    for (std::uint32_t at = 0; at < graphs[i]->imports.size(); ++at) {
      const Import& import = graphs[i]->imports[at];
      const auto [found, added] = known.try_emplace({file.folder, lowered(graphs[i]->language) + ":" + import.module});
      if (added) found->second = meant(file, import.module);
      file.imports.push_back(found->second);
      if (import.wildcard) file.wildcards.push_back(at);
      add_all(m_imported[file.unit], found->second);
    }
  }
  for (auto& units : m_imported) sort_once(units);
}

void Modules::add_file(std::string_view language, std::string_view path) {
  File& file = m_files.emplace_back();
  file.language = family_of(language);
  file.linking = linking_of(language);
  file.folder = folder_of(path);
  if (file.linking == Linking::none) return;
  const bool one_file = file.linking == Linking::by_path || file.linking == Linking::by_dots;
  if (!one_file) {
    file.unit = unit_named(file.linking, file.linking == Linking::by_package ? package_of(file.folder) : std::string(file.folder));
    return;
  }
  const std::string name(without_extension(path));
  file.unit = unit_named(file.linking, name);
  if (is_index(last_part(name))) add_name(file.linking, std::string(file.folder), file.unit);
}

Modules::Unit Modules::unit_named(Linking linking, std::string name) {
  auto& whole = m_names[linking].whole;
  const auto found = whole.find(name);
  if (found != whole.end()) return found->second;
  const auto unit = static_cast<Unit>(m_imported.size());
  m_imported.emplace_back();
  add_name(linking, name, unit);
  return unit;
}

void Modules::add_name(Linking linking, const std::string& name, Unit unit) {
  Names& names = m_names[linking];
  if (!names.whole.try_emplace(name, unit).second) return;
  const std::string last(last_part(name));
  names.by_last_part[linking == Linking::by_space ? lowered(last) : last].emplace_back(name, unit);
}

std::vector<Modules::Unit> Modules::meant(const File& file, const std::string& module) const {
  if (module.empty()) return {};
  switch (file.linking) {
    case Linking::none: return {};
    case Linking::by_path: return by_path(file, module);
    case Linking::by_dots: return by_dots(file, module);
    case Linking::by_folder: return by_folder(module);
    case Linking::by_package: return by_package(file, module);
    case Linking::by_space: return by_space(module);
  }
  return {};
}

std::vector<Modules::Unit> Modules::named(Linking linking, const std::string& name) const {
  const auto names = m_names.find(linking);
  if (names == m_names.end()) return {};
  const auto found = names->second.whole.find(name);
  return found == names->second.whole.end() ? std::vector<Unit>{} : std::vector<Unit>{found->second};
}

// The modules whose names end like that, of several those nearest to the file.
std::vector<Modules::Unit> Modules::ending(const File& file, const std::string& name) const {
  const auto names = m_names.find(file.linking);
  if (names == m_names.end()) return {};
  const auto found = names->second.by_last_part.find(std::string(last_part(name)));
  if (found == names->second.by_last_part.end()) return {};
  std::vector<Unit> units;
  std::size_t nearest = 0;
  for (const auto& [whole, unit] : found->second) {
    if (!ends_in(whole, name)) continue;
    const std::size_t near = common_folders(whole, file.folder) + 1;
    if (near < nearest) continue;
    if (near > nearest) units.clear();
    nearest = near;
    units.push_back(unit);
  }
  return units;
}

std::vector<Modules::Unit> Modules::by_path(const File& file, std::string_view module) const {
  const auto file_or_folder = [&](const std::string& path) {
    auto units = named(Linking::by_path, path);
    // What is imported as ./store.js may be written as store.ts.
    return units.empty() ? named(Linking::by_path, std::string(without_extension(path))) : units;
  };
  if (module.starts_with('.')) {
    const auto path = resolved(file.folder, module);
    return path ? file_or_folder(*path) : std::vector<Unit>{};
  }
  if (auto units = by_root(module); !units.empty()) return units;
  // "@/lib/store", "~/lib/store", "@server/store": an alias of a folder. A single name is a library.
  const bool marked = module.front() == '@' || module.front() == '~' || module.front() == '#';
  if (marked) module.remove_prefix(module.size() > 1 && module[1] == '/' ? 2 : 1);
  const std::string name(without_extension(module));
  if (name.find('/') == std::string::npos) return {};
  return ending(file, name);
}

// A module by the name that its package.json gives it.
std::vector<Modules::Unit> Modules::by_root(std::string_view module) const {
  for (const ModuleRoot& root : m_roots) {
    if (!module.starts_with(root.name) || (module.size() > root.name.size() && module[root.name.size()] != '/')) continue;
    const std::string_view rest = module.substr(std::min(module.size(), root.name.size() + 1));
    for (const std::string_view below : {"", "src", "lib"}) {
      auto units = named(Linking::by_path, joined(joined(root.folder, below), rest));
      if (!units.empty()) return units;
    }
  }
  return {};
}

std::vector<Modules::Unit> Modules::by_dots(const File& file, std::string_view module) const {
  const std::size_t dots = std::min(module.find_first_not_of('.'), module.size());
  const std::string rest = with_slashes(module.substr(dots), '.');
  if (dots > 0) {
    std::string_view folder = file.folder;
    for (std::size_t i = 1; i < dots; ++i) folder = folder_of(folder);
    auto units = named(Linking::by_dots, joined(folder, rest));
    return units.empty() ? named(Linking::by_dots, joined(folder, folder_of(rest))) : units;
  }
  for (const std::string& name : {rest, std::string(folder_of(rest))}) {
    if (name.empty()) continue;
    if (name.find('/') != std::string::npos) {
      if (auto units = ending(file, name); !units.empty()) return units;
      continue;
    }
    // A single name is that of a script beside the file, or of a package at a root.
    const bool in_package = !named(Linking::by_dots, joined(file.folder, "__init__")).empty();
    if (!in_package) {
      if (auto units = named(Linking::by_dots, joined(file.folder, name)); !units.empty()) return units;
    }
    for (const std::string_view root : {"", "src", "lib"}) {
      if (auto units = named(Linking::by_dots, joined(root, name)); !units.empty()) return units;
    }
  }
  return {};
}

std::vector<Modules::Unit> Modules::by_folder(std::string_view module) const {
  const ModuleRoot* own = nullptr;
  bool any = false;
  for (const ModuleRoot& root : m_roots) {
    any = any || root.name.find('.') != std::string::npos;
    const bool below = module == root.name || (module.starts_with(root.name) && module[root.name.size()] == '/');
    if (below && (own == nullptr || own->name.size() < root.name.size())) own = &root;
  }
  if (own != nullptr) {
    return named(Linking::by_folder, joined(own->folder, module.substr(std::min(module.size(), own->name.size() + 1))));
  }
  // Without a go.mod the folders are below a path that is not known; those of the standard library have no dot.
  if (any) return {};
  for (std::string_view rest = module; !rest.empty();) {
    if (auto units = named(Linking::by_folder, std::string(rest)); !units.empty()) return units;
    const auto slash = rest.find('/');
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  }
  return {};
}

std::vector<Modules::Unit> Modules::by_package(const File& file, std::string_view module) const {
  // What is imported may be a package, a class of one, or a member of a class.
  std::string name = with_slashes(module, '.');
  for (int i = 0; i < 3 && !name.empty(); ++i) {
    if (auto units = ending(file, name); !units.empty()) return units;
    name = std::string(folder_of(name));
  }
  return {};
}

// The folders that end like most of the name space: its first names are often those of a root.
std::vector<Modules::Unit> Modules::by_space(std::string_view module) const {
  const std::string space = lowered(folder_of(with_slashes(module, '\\')));
  const auto names = m_names.find(Linking::by_space);
  if (space.empty() || names == m_names.end()) return {};
  const auto found = names->second.by_last_part.find(std::string(last_part(space)));
  if (found == names->second.by_last_part.end()) return {};
  for (std::string_view rest = space; !rest.empty();) {
    std::vector<Unit> units;
    for (const auto& [whole, unit] : found->second) {
      if (ends_in(lowered(whole), rest)) units.push_back(unit);
    }
    if (!units.empty()) return units;
    const auto slash = rest.find('/');
    rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  }
  return {};
}

std::optional<int> Modules::distance(std::uint32_t file, std::uint32_t import, std::uint32_t other) const {
  if (m_files.empty() || file == other) return 0;
  const File& from = m_files[file];
  const File& to = m_files[other];
  if (from.language != to.language) return std::nullopt;
  if (from.linking == Linking::none || to.linking == Linking::none) return 0;
  const bool own = import == 0 && (from.unit == to.unit || from.linking == Linking::by_space);
  if (own) return 0;
  std::vector<Unit> units;
  if (import != 0) {
    units = from.imports[import];
  } else {
    for (const std::uint32_t wildcard : from.wildcards) add_all(units, from.imports[wildcard]);
    // Scripts of a page share their names.
    const bool scripts = from.linking == Linking::by_path && from.imports.size() <= 1 && to.imports.size() <= 1;
    if (scripts) return 0;
  }
  const bool passes_on = from.linking == Linking::by_path || from.linking == Linking::by_dots;
  for (int steps = 0; steps <= k_passed_on_max && !units.empty(); ++steps) {
    if (std::find(units.begin(), units.end(), to.unit) != units.end()) return steps;
    if (!passes_on) break;
    std::vector<Unit> next;
    for (const Unit unit : units) add_all(next, m_imported[unit]);
    sort_once(next);
    units = std::move(next);
  }
  return std::nullopt;
}

// Ascending: what a module imports, and what that imports.
const std::vector<Modules::Unit>& Modules::reached(Unit unit) const {
  const auto [at, added] = m_reached.try_emplace(unit);
  if (!added) return at->second;
  std::set<Unit> all = {unit};
  std::vector<Unit> level = {unit};
  for (int i = 0; i < k_known_through_max && !level.empty(); ++i) {
    if (all.size() >= k_reached_max) {
      m_limit_hit = true;
      break;
    }
    std::vector<Unit> next;
    for (const Unit each : level) {
      for (const Unit imported : m_imported[each]) {
        if (all.insert(imported).second) next.push_back(imported);
      }
    }
    level = std::move(next);
  }
  at->second.assign(all.begin(), all.end());
  return at->second;
}

bool Modules::knows(std::uint32_t file, std::uint32_t other) const {
  if (m_files.empty()) return true;
  const File& from = m_files[file];
  const File& to = m_files[other];
  if (from.language != to.language) return false;
  if (from.linking == Linking::none || to.linking == Linking::none) return true;
  const auto leads = [&](Unit a, Unit b) {
    const auto& all = reached(a);
    return std::binary_search(all.begin(), all.end(), b);
  };
  return leads(from.unit, to.unit) || leads(to.unit, from.unit);
}

}  // namespace codelake::sast::flow
