// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <nlohmann/json_fwd.hpp>

namespace codelake {

// The JSON forms of design "JSON report"; one place, so that report, store and sync say the same. Keys keep the order
// in which they are written. Bytes that are no UTF-8 become U+FFFD.
nlohmann::ordered_json to_json(const Finding& finding);
nlohmann::ordered_json to_json(const Package& package);
nlohmann::ordered_json to_json(const Notice& notice);
nlohmann::ordered_json to_json(const Coverage& coverage);
nlohmann::ordered_json to_json(const Summary& summary);
nlohmann::ordered_json to_json(const Scorecard& scorecard);   // {executive_summary, frameworks}
nlohmann::ordered_json to_json(const ScanReport& report);     // the whole report

// Compact or indented text; never throws on invalid UTF-8.
std::string dump(const nlohmann::ordered_json& json, int indent = -1);

// `text` with every invalid UTF-8 sequence replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace codelake
