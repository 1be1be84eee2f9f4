// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"
#include "core/utf8.h"

#include <nlohmann/json_fwd.hpp>

namespace codelake {

// The JSON forms of design "JSON report"; one place, so that report, store and sync say the same. Keys keep the order
// in which they are written. Bytes that are no UTF-8 become U+FFFD. `indent` as dump() has it.
std::string json_text(const Finding& finding, int indent = -1);
std::string json_text(const std::vector<Notice>& notices, int indent = -1);
std::string json_text(const Coverage& coverage, int indent = -1);
std::string json_text(const Summary& summary, int indent = -1);
std::string json_text(const ExecutiveSummary& summary, int indent = -1);
std::string json_text(const FrameworkResult& framework, int indent = -1);
std::string json_text(const ScanReport& report, int indent = -1);  // the whole report

// The JSON form of a finding as values, for other forms that take parts of it.
nlohmann::ordered_json to_json(const Finding& finding);

// Compact or indented text; never throws on invalid UTF-8.
std::string dump(const nlohmann::ordered_json& json, int indent = -1);

}  // namespace codelake
