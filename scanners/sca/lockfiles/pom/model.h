// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/xml.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca::pom {

using Properties = std::map<std::string, std::string, std::less<>>;

// Group, artifact and version as written: parts may be properties or missing.
struct Coordinates {
  std::string group;
  std::string artifact;
  std::string version;
  std::string module() const { return group + ":" + artifact; }
};

// One <dependency>.
struct Dependency {
  Coordinates coordinates;
  std::string scope;
  std::string type;
  std::string classifier;
  bool optional = false;
  bool in_profile = false;  // of a profile that is not active by default
  std::uint32_t line = 1;
};

// One pom.xml by itself (Maven's POM reference, model 4.0.0). What profiles that are active by default say is
// part of it; of the others the dependencies are kept, marked.
struct Model {
  Coordinates coordinates;  // group and version may be the parent's
  Coordinates parent;       // no artifact: there is none
  std::string parent_path;  // <relativePath>; "../pom.xml" when not written, empty when written so
  Properties properties;
  std::vector<Dependency> dependencies;
  std::vector<Dependency> managed;
};

Model read_model(const xml::Element& project);

// `text` with ${name} replaced; a property that is not known stays. Bounded against ones that name each
// other.
std::string interpolated(std::string_view text, const Properties& properties);

}  // namespace codelake::sca::pom
