// SPDX-License-Identifier: Apache-2.0
#include "core/report_json.h"
#include "reports/format.h"

#include <nlohmann/json.hpp>

namespace codelake::reports::json {

namespace {

class JsonFormat final : public Format {
 public:
  std::string_view name() const override { return "json"; }
  std::string_view description() const override { return "everything, as docs/report.schema.json describes it"; }
  std::string write(const ScanReport& report, const Style&) const override { return json_text(report, 2) + "\n"; }
};

}  // namespace

std::unique_ptr<Format> make_format();
std::unique_ptr<Format> make_format() { return std::make_unique<JsonFormat>(); }

}  // namespace codelake::reports::json
