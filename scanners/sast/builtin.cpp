// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/builtin.h"

#include "core/check.h"
#include "core/yaml_image.h"
#include "scanners/sast/annotations.h"
#include "scanners/sast/builtin_rules.h"
#include "scanners/sast/rule_reader.h"

namespace codelake::sast {

namespace {

constexpr std::string_view k_folder = "rules/sast/";

std::string_view stem_of(std::string_view path) { return path.substr(0, path.rfind('.')); }

}  // namespace

void add_builtin_rules(RuleShelf& shelf) {
  for (const EmbeddedFile& file : embedded::sast_rules()) {
    shelf.add_known(std::string(k_folder) + std::string(file.path), file.bytes, true);
  }
}

void add_examples(RuleInfo& rule, std::string_view rule_path) {
  CODELAKE_CHECK(rule_path.starts_with(k_folder));
  const std::string_view stem = stem_of(rule_path.substr(k_folder.size()));
  for (const EmbeddedFile& file : embedded::sast_examples()) {
    if (stem_of(file.path) != stem) continue;
    if (rule.bad_example.empty()) rule.bad_example = example_code(file.bytes, Annotation::Kind::ruleid, rule.id);
    if (rule.good_example.empty()) rule.good_example = example_code(file.bytes, Annotation::Kind::ok, rule.id);
  }
}

Result<std::vector<Rule>> builtin_rules() {
  std::vector<Rule> rules;
  std::vector<RuleError> errors;
  for (const EmbeddedFile& file : embedded::sast_rules()) {
    const auto document = yaml::from_image(file.bytes);
    CODELAKE_CHECK(document.has_value());
    RuleFile read = read_rules(*document, std::string(k_folder) + std::string(file.path));
    errors.insert(errors.end(), read.errors.begin(), read.errors.end());
    for (Rule& rule : read.rules) {
      rule.info.builtin = true;
      add_examples(rule.info, rule.path);
      rules.push_back(std::move(rule));
    }
  }
  if (!errors.empty()) return fail(joined(errors));
  return rules;
}

}  // namespace codelake::sast
