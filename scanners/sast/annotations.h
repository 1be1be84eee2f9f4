// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// A comment of a rule's example file that says what the next line of code must give: `# ruleid: some-rule`.
struct Annotation {
  enum class Kind { ruleid, ok, todoruleid, todook };
  Kind kind = Kind::ruleid;
  std::string rule_id;
  std::uint32_t line = 0;  // 1-based line of the code it speaks of
};

// All annotations of a text, in its order; several ids in one comment give several.
std::vector<Annotation> annotations_of(std::string_view text);

// The code from the line of the first annotation of that kind and rule, up to a blank line, the next
// annotation or eight lines; empty when there is none.
std::string example_code(std::string_view text, Annotation::Kind kind, std::string_view rule_id);

}  // namespace codelake::sast
