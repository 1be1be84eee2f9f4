// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// How the versions of some ecosystems are ordered, as their own tools do it. Stateless; shared by all
// threads.
class VersionOrdering {
 public:
  virtual ~VersionOrdering() = default;

  // The OSV base names ("npm", "crates.io"; no ":suffix") of the ecosystems it orders, at least one; for
  // versions that OSV has no ecosystem of, the scheme of the vers specification.
  virtual std::vector<std::string_view> ecosystems() const = 0;

  // Whether the ecosystem's own tool would take it as a version.
  virtual bool valid(std::string_view version) const = 0;

  // Any byte string as a text that compares at once: made once, stored, compared often. Takes O(length).
  virtual std::string key(std::string_view version) const = 0;

  // The order of two keys; of their bytes, unless the ordering says otherwise. Keys may be damaged.
  virtual std::strong_ordering compare_keys(std::string_view a, std::string_view b) const { return a <=> b; }

  // Whether compare() is transitive for all byte strings. Always so but for the tools that contradict
  // themselves on odd versions; those must not be given to std::sort.
  virtual bool transitive() const { return true; }

  // Antisymmetric, also among and between invalid ones (each ordering says where these stand). `equal` means
  // the same version, not the same bytes ("1.0" and "1.0.0" of PyPI). Numbers may have any length.
  std::strong_ordering compare(std::string_view a, std::string_view b) const {
    return compare_keys(key(a), key(b));
  }
};

// One of each kind, in alphabetical order of their folders; the list is generated from
// versions/*/ordering.cpp.
std::vector<std::unique_ptr<VersionOrdering>> all_orderings();

// The ordering of an OSV ecosystem name, of which a ":suffix" is ignored; nullptr when none of `orderings`
// knows it. What it points to is owned by `orderings`.
const VersionOrdering* ordering_for(const std::vector<std::unique_ptr<VersionOrdering>>& orderings,
                                    std::string_view ecosystem);

}  // namespace codelake::sca
