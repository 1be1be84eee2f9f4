// SPDX-License-Identifier: Apache-2.0
// requirements*.txt of pip ("Requirements File Format"), each line an option or a requirement after PEP 508:
//
//   requests[socks]==2.31.0 ; python_version >= "3.8" --hash=sha256:…     pinned
//   PyJWT>=2.10                                                           not pinned: a requirement, never a
//   version name @ git+https://example.com/name.git@v1                            from a repository -r
//   other.txt, -c constraints.txt, -e ./folder                         other files and folders
//
// A backslash at the end continues a line, " #" begins a comment.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::requirements {

namespace {

bool in_name(char c) {
  return is_digit(c) || is_letter(c) || c == '-' || c == '_' || c == '.';
}

bool in_version(char c) {
  return in_name(c) || c == '+' || c == '!';
}

std::string without_comment(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t'))
      return std::string(line.substr(0, i));
  }
  return std::string(line);
}

bool has_scheme(std::string_view text) {
  return text.find("://") != std::string_view::npos;
}

bool is_repository(std::string_view url) {
  return url.starts_with("git+") || url.starts_with("hg+") || url.starts_with("svn+") ||
         url.starts_with("bzr+");
}

PackageSource source_of(std::string_view where) {
  if (is_repository(where)) return PackageSource::git;
  if (has_scheme(where) && !where.starts_with("file:")) return PackageSource::url;
  return PackageSource::path;
}

// "#egg=name" of a URL.
std::string_view egg_of(std::string_view url) {
  constexpr std::string_view key = "egg=";
  const auto egg = url.find(key);
  if (egg == std::string_view::npos) return {};
  const std::string_view name = url.substr(egg + key.size());
  return name.substr(
      0, static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), in_name) - name.begin()));
}

// The version of a specifier set that allows just one ("==1.0", "===1.0", "==1.0,!=2"); empty when it allows
// more.
std::string_view pinned_version(std::string_view specifiers) {
  while (!specifiers.empty()) {
    const auto comma = std::min(specifiers.find(','), specifiers.size());
    std::string_view one = trimmed(specifiers.substr(0, comma));
    specifiers.remove_prefix(std::min(comma + 1, specifiers.size()));
    if (!one.starts_with("==")) continue;
    one.remove_prefix(one.starts_with("===") ? 3 : 2);
    one = trimmed(one);
    const bool version = std::all_of(one.begin(), one.end(), in_version);
    if (!one.empty() && version) return one;
  }
  return {};
}

std::string group_of(std::string_view path) {
  const std::string name = lower(file_name(path));
  if (name.find("test") != std::string::npos) return "test";
  const bool dev = name.find("dev") != std::string::npos || name.find("lint") != std::string::npos ||
                   name.find("doc") != std::string::npos;
  return dev ? "dev" : "prod";
}

class RequirementsReader {
 public:
  RequirementsReader(LockfileBuilder& builder, const LockfileParser& self, std::string_view path)
      : m_builder(builder), m_self(self), m_path(path), m_group(group_of(path)) {}

  void read(std::string_view text) {
    std::size_t offset = 0;
    std::string_view line;
    std::string logical;
    std::uint32_t first = 1;
    for (std::uint32_t number = 1; next_line(text, offset, line); ++number) {
      if (logical.empty()) first = number;
      logical += without_comment(line);
      const bool continued = logical.ends_with('\\');
      if (continued) logical.back() = ' ';
      if (continued && offset < text.size()) continue;
      logical_line(trimmed(logical), first);
      logical.clear();
    }
  }

 private:
  void logical_line(std::string_view line, std::uint32_t number) {
    if (line.empty()) return;
    if (line.front() == '-') return option(line, number);
    const auto hashes_start = line.find(" -");
    const std::string_view hashes = hashes_start == std::string_view::npos ? "" : line.substr(hashes_start);
    requirement(trimmed(line.substr(0, hashes_start)), hashes, number);
  }

  void option(std::string_view line, std::uint32_t number) {
    const auto end = std::min(line.find_first_of(" \t="), line.size());
    const std::string_view name = line.substr(0, end);
    const std::string_view value = trimmed(line.substr(std::min(end + 1, line.size())));
    if (name == "-e" || name == "--editable") {
      if (!egg_of(value).empty()) add(egg_of(value), value, number);
    } else if (name == "-r" || name == "--requirement") {
      const auto slash = m_path.rfind('/');
      const std::string folder(slash == std::string_view::npos ? "" : m_path.substr(0, slash + 1));
      if (m_self.takes(folder + std::string(value))) return;
      m_builder.note(NoticeKind::partly_parsed, "line " + std::to_string(number) + ": includes \"" +
                                                    std::string(value) + "\", which is not read by its name");
    }
  }

  void add(std::string_view name, std::string_view where, std::uint32_t number) {
    Package& package = m_builder.add(name, "", number);
    package.source = source_of(where);
    package.requirement = where;
    package.groups.push_back(m_group);
  }

  void requirement(std::string_view text, std::string_view hashes, std::uint32_t number) {
    const auto name_end =
        static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), in_name) - text.begin());
    const std::string_view name = text.substr(0, name_end);
    std::string_view rest = trimmed(text.substr(name_end));
    if (rest.starts_with('[')) rest = trimmed(rest.substr(std::min(rest.find(']'), rest.size() - 1) + 1));
    if (rest.starts_with('@')) return add(name, trimmed(rest.substr(1)), number);
    const bool file = text.starts_with('.') || text.find('/') != std::string_view::npos || has_scheme(text);
    if (file) return file_or_url(text, number);
    std::string_view specifiers = trimmed(rest.substr(0, rest.find(';')));
    const bool operators =
        specifiers.empty() || std::string_view("=<>!~(").find(specifiers.front()) != std::string_view::npos;
    if (name.empty() || !operators) return m_builder.odd_line(number, "no requirement");
    if (specifiers.starts_with('(') && specifiers.ends_with(')'))
      specifiers = specifiers.substr(1, specifiers.size() - 2);
    const std::string_view version = pinned_version(specifiers);
    Package& package = m_builder.add(name, version, number);
    if (version.empty()) package.requirement = specifiers.empty() ? "*" : std::string(specifiers);
    package.groups.push_back(m_group);
    add_hashes(package, hashes);
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

  LockfileBuilder& m_builder;
  const LockfileParser& m_self;
  std::string_view m_path;
  std::string m_group;
};

class RequirementsParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "requirements.txt"; }
  std::string_view ecosystem() const override { return "PyPI"; }

  // requirements.txt, requirements-dev.txt, dev-requirements.txt, requirements/base.txt
  bool takes(std::string_view path) const override {
    const std::string_view name = file_name(path);
    if (!name.ends_with(".txt")) return false;
    if (name.starts_with("requirements") || name.ends_with("requirements.txt")) return true;
    const std::string_view folder = path.substr(0, path.size() - name.size());
    return folder == "requirements/" || folder.ends_with("/requirements/");
  }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    RequirementsReader(builder, *this, file.path()).read(file.text());
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<RequirementsParser>();
}

}  // namespace codelake::sca::requirements
