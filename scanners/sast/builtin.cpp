// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/builtin.h"

#include "core/check.h"
#include "core/yaml_image.h"
#include "scanners/sast/annotations.h"
#include "scanners/sast/builtin_rules.h"
#include "scanners/sast/rule_reader.h"

namespace codelake::sast {

namespace {

void add_examples(Rule& rule, std::string_view stem) {
  for (const EmbeddedFile& file : embedded::sast_examples()) {
    if (file.path.substr(0, file.path.rfind('.')) != stem) continue;
    RuleInfo& info = rule.info;
    if (info.bad_example.empty())
      info.bad_example = example_code(file.bytes, Annotation::Kind::ruleid, info.id);
    if (info.good_example.empty())
      info.good_example = example_code(file.bytes, Annotation::Kind::ok, info.id);
  }
}

}  // namespace

Result<std::vector<Rule>> builtin_rules() {
  std::vector<Rule> rules;
  std::vector<RuleError> errors;
  for (const EmbeddedFile& file : embedded::sast_rules()) {
    const auto document = yaml::from_image(file.bytes);
    CODELAKE_CHECK(document.has_value());
    RuleFile read = read_rules(*document, "rules/sast/" + std::string(file.path));
    errors.insert(errors.end(), read.errors.begin(), read.errors.end());
    for (Rule& rule : read.rules) {
      rule.info.builtin = true;
      add_examples(rule, file.path.substr(0, file.path.rfind('.')));
      rules.push_back(std::move(rule));
    }
  }
  if (!errors.empty()) return fail(joined(errors));
  return rules;
}

}  // namespace codelake::sast
