// SPDX-License-Identifier: Apache-2.0
// requirements*.txt of pip ("Requirements File Format"), each line an option or a requirement after PEP 508:
//
//   requests[socks]==2.31.0 ; python_version >= "3.8" --hash=sha256:…     pinned
//   PyJWT>=2.10                                   not pinned: a requirement, never a version
//   name @ git+https://example.com/name.git@v1    from a repository
//   -r other.txt, -c constraints.txt, -e ./folder other files and folders
//
// A backslash at the end continues a line, " #" begins a comment. A file named by -r that is not read by its
// own name is read as part of this one; a constraint that allows one version pins what is not pinned here.
// Comments of pip-compile tell the edges.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/lockfiles/purl.h"
#include "scanners/sca/lockfiles/python_requirement.h"
#include "scanners/sca/lockfiles/requirements/origins.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <map>
#include <set>

namespace codelake::sca::requirements {

namespace {

constexpr std::size_t k_includes_max = 64;  // files that one file leads to

// requirements.txt, requirements-dev.txt, dev-requirements.txt, requirements/base.txt
bool is_requirements(std::string_view path) {
  const std::string_view name = file_name(path);
  if (!name.ends_with(".txt")) return false;
  if (name.starts_with("requirements") || name.ends_with("requirements.txt")) return true;
  const std::string_view folder = folder_of(path);
  return folder == "requirements" || folder.ends_with("/requirements");
}

std::string without_comment(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t'))
      return std::string(line.substr(0, i));
  }
  return std::string(line);
}

// "#egg=name" of a URL.
std::string_view egg_of(std::string_view url) {
  constexpr std::string_view key = "egg=";
  const auto egg = url.find(key);
  if (egg == std::string_view::npos) return {};
  return parse_python_requirement(url.substr(egg + key.size(), url.find('&', egg) - egg - key.size())).name;
}

struct Include {
  std::string path;
  std::uint32_t line = 0;
  bool constraints = false;
};

// One file by itself, and what it includes.
class RequirementsReader {
 public:
  explicit RequirementsReader(const SourceFile& file)
      : m_builder(file, "PyPI"), m_file(file), m_group(python_group_of(file_name(file.path()))) {}

  Lockfile read() {
    const std::string_view text = m_file.text();
    std::size_t offset = 0;
    std::string_view line;
    std::string logical;
    std::uint32_t first = 1;
    for (std::uint32_t number = 1; next_line(text, offset, line); ++number) {
      if (logical.empty()) first = number;
      if (logical.empty() && !m_packages.empty() && trimmed(line).starts_with('#'))
        m_origins.comment(*m_packages.back(), trimmed(line));
      logical += without_comment(line);
      const bool continued = logical.ends_with('\\');
      if (continued) logical.back() = ' ';
      if (continued && offset < text.size()) continue;
      logical_line(trimmed(logical), first);
      const auto comment = line.find(" #");
      if (comment != std::string_view::npos && !m_packages.empty() && !trimmed(logical).empty())
        m_origins.comment(*m_packages.back(), line.substr(comment + 1));
      logical.clear();
    }
    PackagesByName by_name("PyPI");
    for (Package* package : m_packages) by_name.add(*package);
    m_origins.apply(by_name);
    return m_builder.finish();
  }

  const std::vector<Include>& includes() const { return m_includes; }

 private:
  void logical_line(std::string_view line, std::uint32_t number) {
    if (line.empty()) return;
    if (line.front() == '-') return option(line, number);
    const auto hashes_start = line.find(" -");
    const std::string_view hashes = hashes_start == std::string_view::npos ? "" : line.substr(hashes_start);
    requirement(trimmed(line.substr(0, hashes_start)), hashes, number);
  }

  void option(std::string_view line, std::uint32_t number) {
    const bool attached = line.size() > 2 && line[1] != '-';  // "-rbase.txt"
    const auto end = attached ? 2 : std::min(line.find_first_of(" \t="), line.size());
    const std::string_view name = line.substr(0, end);
    std::string_view value = trimmed(line.substr(end));
    if (value.starts_with('=')) value = trimmed(value.substr(1));
    const bool constraints = name == "-c" || name == "--constraint";
    if (name == "-e" || name == "--editable") {
      if (!egg_of(value).empty()) add(egg_of(value), value, number);
    } else if (constraints || name == "-r" || name == "--requirement") {
      m_includes.push_back({std::string(unquoted(value)), number, constraints});
    }
  }

  void add(std::string_view name, std::string_view where, std::uint32_t number) {
    Package& package = m_builder.add(name, "", number);
    package.source = source_of_python_address(where);
    package.requirement = where;
    package.origin = where;
    package.groups.push_back(m_group);
    keep_last();
  }

  void keep_last() {
    m_packages.push_back(&m_builder.last());
    m_origins.next();
  }

  void requirement(std::string_view text, std::string_view hashes, std::uint32_t number) {
    const PythonRequirement parsed = parse_python_requirement(text);
    const bool file =
        parsed.address.empty() && (text.starts_with('.') || text.find("://") != std::string_view::npos ||
                                   text.substr(0, text.find(';')).find('/') != std::string_view::npos);
    if (file) return file_or_url(text, number);
    if (!add_python_requirement(m_builder, text, number, m_group))
      return m_builder.odd_line(number, "no requirement");
    keep_last();
    add_hashes(m_builder.last(), hashes);
  }

  // The name stands after "#egg=", or at the front of the file name of a wheel: "name-1.0-py3-none-any.whl".
  void file_or_url(std::string_view text, std::uint32_t number) {
    if (!egg_of(text).empty()) return add(egg_of(text), text, number);
    const std::string_view file = file_name(text);
    if (file.ends_with(".whl") && file.find('-') != std::string_view::npos) {
      return add(file.substr(0, file.find('-')), text, number);
    }
    m_builder.note(NoticeKind::partly_parsed,
                   "line " + std::to_string(number) + ": a package without a name");
  }

  static void add_hashes(Package& package, std::string_view options) {
    constexpr std::string_view key = "--hash=";
    for (auto at = options.find(key); at != std::string_view::npos; at = options.find(key, at + 1)) {
      const std::string_view hash = options.substr(at + key.size());
      package.hashes.emplace_back(hash.substr(0, hash.find_first_of(" \t")));
    }
  }

  LockfileBuilder m_builder;
  const SourceFile& m_file;
  std::string m_group;
  std::vector<Package*> m_packages;
  Origins m_origins;
  std::vector<Include> m_includes;
};

// A file with all it leads to.
class IncludeFollower {
 public:
  explicit IncludeFollower(const ProjectFiles& files) : m_files(files) {}

  Lockfile read(const SourceFile& file) {
    m_seen.insert(file.path());
    Lockfile lockfile = follow(file, false);
    for (Package& package : lockfile.packages) pin(package);
    return lockfile;
  }

 private:
  Lockfile follow(const SourceFile& file, bool constraints) {
    RequirementsReader reader(file);
    Lockfile lockfile = reader.read();
    if (constraints) keep(lockfile);
    for (const Include& include : reader.includes()) follow_one(lockfile, file, include, constraints);
    return lockfile;
  }

  void follow_one(Lockfile& lockfile, const SourceFile& file, const Include& include,
                  bool inside_constraints) {
    const auto path = path_from(folder_of(file.path()), include.path);
    const bool constraints = include.constraints || inside_constraints;
    if (path && m_seen.count(*path) != 0) return;
    if (path && is_requirements(*path) && m_files.has(*path) && !constraints) return;  // read by its own name
    const SourceFile* other = path ? m_files.source(*path) : nullptr;
    if (other == nullptr || m_seen.size() > k_includes_max) {
      lockfile.notices.push_back({NoticeKind::partly_parsed,
                                  {},
                                  {},
                                  "line " + std::to_string(include.line) + ": includes \"" + include.path +
                                      "\", which is not among the files of the scan that are read"});
      return;
    }
    m_seen.insert(*path);
    Lockfile more = follow(*other, constraints);
    if (constraints) return;
    std::move(more.packages.begin(), more.packages.end(), std::back_inserter(lockfile.packages));
    std::move(more.notices.begin(), more.notices.end(), std::back_inserter(lockfile.notices));
  }

  void keep(const Lockfile& constraints) {
    for (const Package& package : constraints.packages) {
      if (!package.version.empty()) m_pins.emplace(canonical_name("PyPI", package.name), package.version);
    }
  }

  void pin(Package& package) const {
    if (package.source != PackageSource::registry || !package.version.empty()) return;
    const auto found = m_pins.find(canonical_name("PyPI", package.name));
    if (found == m_pins.end()) return;
    package.version = found->second;
    package.requirement.clear();
    package.purl = purl_of(package.ecosystem, package.name, package.version);
  }

  const ProjectFiles& m_files;
  std::set<std::string> m_seen;
  std::map<std::string, std::string> m_pins;
};

class RequirementsParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "requirements.txt"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return {"*.txt"}; }
  bool takes(std::string_view path) const override { return is_requirements(path); }

  FileNames kept_names() const override { return {"*.txt", "*.in", "*.pip"}; }
  bool keeps(std::string_view path) const override {
    const std::string_view name = file_name(path);
    return is_requirements(path) || name.find("require") != std::string_view::npos ||
           name.find("constraint") != std::string_view::npos || folder_of(path).ends_with("requirements");
  }

  Lockfile parse(const SourceFile& file) const override { return RequirementsReader(file).read(); }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (const SourceFile* file = files.source(path)) lockfile = IncludeFollower(files).read(*file);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<RequirementsParser>();
}

}  // namespace codelake::sca::requirements
