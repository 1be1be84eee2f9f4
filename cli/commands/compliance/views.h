// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compliance/framework.h"
#include "core/config.h"
#include "store/records.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace codelake::cli::compliance {

// Every framework there is, and what the configuration makes of them.
struct Selection {
  std::vector<codelake::compliance::Framework> frameworks;
  Config config;

  // By key; an unknown one is a usage error that names the nearest.
  Result<const codelake::compliance::Framework*> framework(const std::string& key) const;
};

// The stored evaluation of a scan.
struct Scored {
  store::ScanRecord scan;
  store::ScoreRecord scores;
};

struct Trend {
  store::ScanRecord last_scan;
  std::string framework;  // empty: the overall score
  int days = 0;
  std::vector<store::TrendPoint> points;
};

// The bodies of the reference document's replies, and the same for people.
nlohmann::ordered_json frameworks_json(const Selection& selection);
std::string frameworks_text(const Selection& selection);
nlohmann::ordered_json controls_json(const codelake::compliance::Framework& framework, const Config& config);
std::string controls_text(const codelake::compliance::Framework& framework, const Config& config);
nlohmann::ordered_json score_json(const Scored& scored);
std::string score_text(const Scored& scored);
nlohmann::ordered_json trend_json(const Trend& trend);
std::string trend_text(const Trend& trend);

}  // namespace codelake::cli::compliance
