// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/builder.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace codelake::sca {

// One component of a bill of materials, as its format gives it.
struct BillItem {
  std::string ref;        // what edges call it
  std::string purl;       // may be empty
  std::string name;       // for one without a package URL
  std::string version;
  std::string license;
  std::vector<std::string> hashes;                          // as Package::hashes
  std::vector<std::pair<std::string, std::string>> traits;  // what codelake adds to a bill of its own
  std::uint32_t line = 1;
};

// Collects the components and edges of a bill of materials, in any order, and makes packages of them.
class BillReader {
 public:
  explicit BillReader(const SourceFile& file) : m_builder(file, "") {}

  void add(BillItem item) { m_items.push_back(std::move(item)); }
  void connect(std::string_view from, std::string_view to) { m_edges.emplace_back(from, to); }
  // What the bill is of: it is no package, and what it needs is direct.
  void subject(std::string_view ref) { m_subjects.emplace(ref); }
  LockfileBuilder& builder() { return m_builder; }

  Lockfile finish();

 private:
  void fill(Package& package, const BillItem& item);

  LockfileBuilder m_builder;
  std::vector<BillItem> m_items;
  std::vector<std::pair<std::string, std::string>> m_edges;
  std::set<std::string, std::less<>> m_subjects;
};

// "key=value key=value" with %XX for a byte, as traits.
std::vector<std::pair<std::string, std::string>> traits_of_line(std::string_view line);

// "SHA-512" or "SHA512" and its value as Package::hashes have it: "sha512:…".
std::string bill_hash(std::string_view algorithm, std::string_view value);

}  // namespace codelake::sca
