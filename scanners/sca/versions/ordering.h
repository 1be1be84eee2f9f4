// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <memory>
#include <string_view>
#include <vector>

namespace codelake::sca {

// How the versions of some ecosystems are ordered, as their own tools do it. Stateless; shared by all
// threads.
class VersionOrdering {
 public:
  virtual ~VersionOrdering() = default;

  // The OSV base names ("npm", "crates.io"; no ":suffix") of the ecosystems it orders, at least one.
  virtual std::vector<std::string_view> ecosystems() const = 0;

  // Whether the ecosystem's own tool would take it as a version.
  virtual bool valid(std::string_view version) const = 0;

  // A total preorder over all byte strings: antisymmetric and transitive, also among and between invalid ones
  // (each ordering says where these stand). `equal` means the same version, not the same bytes ("1.0" and
  // "1.0.0" of PyPI). Numbers may have any length; takes O(length).
  virtual std::strong_ordering compare(std::string_view a, std::string_view b) const = 0;
};

// One of each kind, in alphabetical order of their folders; the list is generated from
// versions/*/ordering.cpp.
std::vector<std::unique_ptr<VersionOrdering>> all_orderings();

// The ordering of an OSV ecosystem name, of which a ":suffix" is ignored; nullptr when none of `orderings`
// knows it. What it points to is owned by `orderings`.
const VersionOrdering* ordering_for(const std::vector<std::unique_ptr<VersionOrdering>>& orderings,
                                    std::string_view ecosystem);

}  // namespace codelake::sca
