// SPDX-License-Identifier: Apache-2.0
// Runs every rule of a folder on the test files beside it and prints what came of it, one record a line, fields
// separated by tabs; bench/rules_table.py makes tables of it.
//
//     test   rule-file  rule-id  test-file  missing lines  unexpected lines  limit (0 or 1)
//     fixed  rule-file  test-file  passed (0 or 1)
//     error  rule-file  rule-id  line       cause
#include "scanners/sast/rule_trial.h"

#include <cstdio>
#include <string>

namespace {

std::string joined(const std::vector<std::uint32_t>& lines) {
  std::string text;
  for (const std::uint32_t line : lines) text += (text.empty() ? "" : ",") + std::to_string(line);
  return text;
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: rules_outcomes PATH\n", stderr);
    return 2;
  }
  const auto report = codelake::sast::test_rules(arguments[1]);
  if (!report) {
    std::fprintf(stderr, "%s\n", report.error().text().c_str());
    return 1;
  }
  for (const codelake::sast::RuleTest& test : report->tests) {
    std::printf("test\t%s\t%s\t%s\t%s\t%s\t%d\n", test.rule_path.c_str(), test.rule_id.c_str(), test.test_path.c_str(),
                joined(test.missing).c_str(), joined(test.unexpected).c_str(), test.limit_hit ? 1 : 0);
  }
  for (const codelake::sast::FixTest& test : report->fixes) {
    std::printf("fixed\t%s\t%s\t%d\n", test.rule_path.c_str(), test.test_path.c_str(), test.passed() ? 1 : 0);
  }
  for (const codelake::sast::RuleError& error : report->errors) {
    std::printf("error\t%s\t%s\t%u\t%s\n", error.path.c_str(), error.rule_id.c_str(), error.line,
                one_line(error.cause).c_str());
  }
  return 0;
}
