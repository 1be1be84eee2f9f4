// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/sbom/bill.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::reports::sbom {

// A format of bills of materials of reports/sbom/<name>/. Const and pure: same bill, same bytes.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual std::string_view name() const = 0;                   // the word of --format
  virtual std::vector<std::string_view> versions() const = 0;  // of the standard; the first is the usual one
  // The document, with a line break at its end; `version` is one of versions().
  virtual std::string write(const Bill& bill, std::string_view version) const = 0;
};

// All of them in alphabetical order; generated from reports/sbom/*/writer.cpp.
std::vector<std::unique_ptr<Writer>> all_writers();

}  // namespace codelake::reports::sbom
