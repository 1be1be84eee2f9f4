// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/notice.h"
#include "core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// Findings that were there before and do not count: JSON, one line for each, sorted, without line numbers or times, so
// that it merges well.
class Baseline {
 public:
  // Reads the text of a baseline file; `name` stands for it in errors.
  static Result<Baseline> parse(std::string_view text, const std::string& name);

  // The text of a baseline that holds every open and every baseline finding.
  static std::string write(const std::vector<Finding>& findings);

  // Marks open findings that it holds; notes how many of its entries no longer exist.
  void apply(std::vector<Finding>& findings, std::vector<Notice>& notices) const;

 private:
  std::vector<std::string> m_fingerprints;  // sorted
};

}  // namespace codelake
