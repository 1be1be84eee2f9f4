// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::reports {

// How a text for a person may look; machine formats ignore it.
struct Style {
  bool color = false;
  int width = 100;           // columns
  double seconds = 0;        // wall time, for the summary line; 0: leave it out
};

// An output format of reports/formats/<name>/. Const and pure: same report, same style, same bytes.
class Format {
 public:
  virtual ~Format() = default;
  virtual std::string_view name() const = 0;         // the word of -o
  virtual std::string_view description() const = 0;  // one line for --help
  virtual std::string write(const ScanReport& report, const Style& style) const = 0;
};

// All formats in alphabetical order; generated from reports/formats/*/format.cpp.
std::vector<std::unique_ptr<Format>> all_formats();

}  // namespace codelake::reports
