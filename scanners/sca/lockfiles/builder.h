// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/sca/lockfiles/parser.h"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace codelake::sca {

// Collects what a parser reads from one file and makes it into a Lockfile.
class LockfileBuilder {
 public:
  // Both must outlive the builder.
  LockfileBuilder(const SourceFile& file, std::string_view ecosystem)
      : m_file(file), m_ecosystem(ecosystem) {}

  // A new package on a 1-based line; the caller fills in the rest. The reference stays valid until finish().
  Package& add(std::string_view name, std::string_view version, std::uint32_t line);

  // The package added last; there must be one.
  Package& last() { return m_packages.back(); }

  void note(NoticeKind kind, std::string message);
  // A line that is not as the format wants it; said once, for the first such line.
  void odd_line(std::uint32_t line, std::string_view what);

  // Everything added: places and purls filled in, lists sorted, equal packages made one.
  Lockfile finish();
  // A file of which nothing can be read, and why.
  static Lockfile unreadable(const Error& error);

 private:
  void complete(Package& package, std::uint32_t line);

  const SourceFile& m_file;
  std::string_view m_ecosystem;
  std::deque<Package> m_packages;
  std::vector<std::uint32_t> m_lines;
  std::vector<Notice> m_notices;
  bool m_odd_line = false;
};

// Another file says what this one says, in full: empties it.
void supersede(Lockfile& lockfile);

// "name@version", as Package::dependencies wants it.
std::string edge_to(std::string_view name, std::string_view version);
std::string edge_to(const Package& package);

// Finds packages by name, for formats whose edges name no version when there is only one. The packages must
// outlive it.
class PackagesByName {
 public:
  explicit PackagesByName(std::string_view ecosystem) : m_ecosystem(ecosystem) {}

  // Keeps at most 50 packages of one name.
  void add(Package& package);
  // Those of that name, however it is spelled; with a version, only those of it.
  std::vector<Package*> find(std::string_view name, std::string_view version = {}) const;

 private:
  std::string m_ecosystem;
  std::unordered_map<std::string, std::vector<Package*>> m_by_name;
};

// Adds edges from `package` to all that `targets` found.
void connect(Package& package, const std::vector<Package*>& targets);

// Subresource-integrity text ("sha512-<base64> sha1-<base64>") as the hashes of a Package.
std::vector<std::string> hashes_of_integrity(std::string_view integrity);

// A word without the quotes around it, if they are of one kind.
std::string_view unquoted(std::string_view word);

// The lines of `text` that hold something, without white space at their ends, with their numbers and indents.
struct Line {
  std::string_view text;
  std::uint32_t number = 0;
  std::size_t indent = 0;  // white space before the text
};
std::vector<Line> lines_of(std::string_view text);

// The line of `text` from `offset` on without its break; moves `offset` past it. False at the end.
bool next_line(std::string_view text, std::size_t& offset, std::string_view& line);

}  // namespace codelake::sca
