// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_reader.h"
#include "scanners/sast/rule_set.h"

#include <cstddef>
#include <cstdint>

// The first half up to a NUL byte is a rule file, the rest a text every rule is run on.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto split = input.find('\0');
  const std::string_view text =
      split == std::string_view::npos ? std::string_view("f(a, b)\n") : input.substr(split + 1);
  codelake::sast::RuleFile file = codelake::sast::read_rules(input.substr(0, split), "fuzz.yaml");
  const codelake::sast::RuleSet rules(std::move(file.rules));
  (void)rules.check();
  const codelake::syntax::Language* language = rules.language("python");
  if (language == nullptr) return 0;
  const auto all = rules.rules_of(*language).all().rules;
  const codelake::syntax::Tree tree = language->parse(text, 200);
  const codelake::sast::FileView view(tree);
  (void)codelake::sast::run_rules(all, {text, &view}, 100'000);
  (void)codelake::sast::run_rules(rules.text_rules().all().rules, {text, nullptr}, 100'000);
  return 0;
}
