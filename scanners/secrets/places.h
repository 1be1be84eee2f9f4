// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/inspect.h"

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

namespace codelake::secrets {

// The order of the places of one secret, and with it the place its finding stands at: the work tree before the
// history, then by path, position and commit.
bool place_order(const SecretPlace& a, const SecretPlace& b);

// Makes one finding of each secret out of what single files told. What comes out does not depend on the order
// in which secrets are added. Not for several threads.
class SecretPlaces {
 public:
  // `secret` must outlive this.
  void add(const FoundSecret& secret);

  // One finding for each value, in the order of their first places; every place stands in it once, in
  // place_order. Rule and verification come from the sighting that knows most (a provider before any secret, a
  // right checksum before none), confidence from the most confident one, text and position from the first place.
  std::vector<Finding> findings() const;

 private:
  std::vector<std::vector<const FoundSecret*>> m_sightings;  // for each value
  std::map<std::string_view, std::size_t> m_by_identity;
};

}  // namespace codelake::secrets
