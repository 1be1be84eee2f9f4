// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace codelake::reports::sbom {

// A hash as bills of materials write it.
struct Digest {
  std::string algorithm;  // "md5", "sha1", "sha256", "sha384", "sha512"
  std::string hex;
};

// One package of a bill, of all files that name it.
struct Component {
  std::string ref;         // unique in the bill and the same in every run; a package URL where there is one
  std::string purl;        // of one that no registry has: pkg:generic with its address; empty for a local one
  std::string name_space;  // scope, vendor, group or owner; empty when the ecosystem has none
  std::string name;        // without it
  std::string full_name;   // as its ecosystem writes both
  std::string version;     // empty when it is not pinned
  std::vector<Digest> digests;
  std::string license;             // an SPDX expression; empty when unknown
  std::string declared_license;    // what was declared, when that is no expression
  bool development = false;        // no use in production
  bool optional = false;
  std::vector<std::size_t> needs;  // indices of components, ascending
  // What no standard field holds, as key and value, so that nothing is lost when we read the bill again: ecosystem,
  // source, groups, origin, commit, requirement. In this order; empty ones are left out.
  std::vector<std::pair<std::string, std::string>> traits;
};

// A bill of materials, whatever the format. A value.
struct Bill {
  std::string name;           // of the project
  std::string version;        // its commit; empty when there is none
  std::string ref;            // of the project
  std::string created;        // RFC 3339 UTC
  std::string uuid;           // from the content and `created`
  bool complete = false;      // every file was read, every version is pinned and the edges are known
  std::vector<Component> components;    // sorted by ref
  std::vector<std::size_t> direct;      // what the project itself needs; ascending
};

// The bill of what a scan found.
Bill bill_of(const ScanReport& report);

// The traits in one line: "key=value key=value", with %20 for a space and %25 for '%'.
std::string traits_line(const Component& component);

}  // namespace codelake::reports::sbom
