// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/builtin.h"

#include "scanners/sast/annotations.h"
#include "scanners/sast/rule_reader.h"

namespace codelake::sast {

namespace {

bool is_rule_file(std::string_view path) {
  return path.ends_with(".yaml") && !path.ends_with(".test.yaml");
}

void add_examples(Rule& rule, std::string_view stem, std::span<const EmbeddedFile> files) {
  for (const EmbeddedFile& file : files) {
    if (is_rule_file(file.path) || file.path.substr(0, file.path.rfind('.')) != stem) continue;
    RuleInfo& info = rule.info;
    if (info.bad_example.empty())
      info.bad_example = example_code(file.bytes, Annotation::Kind::ruleid, info.id);
    if (info.good_example.empty())
      info.good_example = example_code(file.bytes, Annotation::Kind::ok, info.id);
  }
}

}  // namespace

Result<std::vector<Rule>> builtin_rules(std::span<const EmbeddedFile> files) {
  std::vector<Rule> rules;
  std::vector<RuleError> errors;
  for (const EmbeddedFile& file : files) {
    if (!is_rule_file(file.path)) continue;
    RuleFile read = read_rules(file.bytes, "rules/sast/" + std::string(file.path));
    errors.insert(errors.end(), read.errors.begin(), read.errors.end());
    for (Rule& rule : read.rules) {
      rule.info.builtin = true;
      add_examples(rule, file.path.substr(0, file.path.rfind('.')), files);
      rules.push_back(std::move(rule));
    }
  }
  if (!errors.empty()) return fail(joined(errors));
  return rules;
}

}  // namespace codelake::sast
