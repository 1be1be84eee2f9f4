// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/yaml.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// What libraries are to data: where it comes in, where it must not arrive, what makes it harmless, what hands it on.
// One file describes one library (rules/models/<language>/<library>.yaml).
class Models {
 public:
  // Adds what a model file of that name holds; one that is not as it must be is an error.
  Result<void> add(yaml::Node file, const std::string& name);

  // The items of one kind ("sql") in one list ("sources", "sinks", "sanitizers", "propagators"), in the order of the
  // files, from those files that speak every one of `languages`, which are words of a rule's `languages:`. Each is what
  // a taint rule could say in their place. Empty: no such kind.
  std::vector<const yaml::Node*> items(std::string_view list, std::string_view kind,
                                       const std::vector<std::string>& languages) const;

 private:
  std::vector<yaml::Node> m_files;
};

// The models below rules/models.
const Models& builtin_models();

}  // namespace codelake::sast
