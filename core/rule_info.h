// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"

#include <string>
#include <vector>

namespace codelake {

// What a report and `explain` say about a rule, whatever scanner runs it.
struct RuleInfo {
  std::string id;
  FindingType type = FindingType::sast;
  Severity severity = Severity::medium;
  Confidence confidence = Confidence::medium;
  std::string title;                     // one line
  std::string message;                   // what is wrong
  std::string help;                      // Markdown: why it matters and how to mend it
  std::vector<int> cwe;
  std::vector<std::string> owasp;        // "A03:2021"
  std::vector<std::string> references;   // URLs
  std::vector<std::string> languages;
  std::string bad_example;               // code the rule reports; from the rule's own test
  std::string good_example;              // code it does not report
  std::vector<std::string> covers;       // ids of rules that say less about the same place
  bool builtin = true;
};

}  // namespace codelake
