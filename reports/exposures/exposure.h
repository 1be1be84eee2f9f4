// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace codelake::reports {

// One vulnerability in one package, whatever the number of lockfiles it stands in: what a VEX document speaks of.
struct Exposure {
  const Finding* finding = nullptr;  // one of them
  std::string id;                    // the preferred one
  std::vector<std::string> aliases;  // the others
  std::string purl;
  std::string_view status;           // not_affected, fixed, affected or under_investigation
  std::string reason;                // of the status; empty when there is none
};

// The exposures of a report, sorted by id and package. The status is that of the statement the finding carries; without one
// an open finding is under investigation, and one that somebody suppressed counts as affected and accepted, with the
// reason given: a scan cannot know more. What has no package URL cannot be named in such a document and is left out.
std::vector<Exposure> exposures_of(const ScanReport& report);

// "urn:uuid:…", from the content of the exposures, the project and the time.
std::string document_id(const ScanReport& report, const std::vector<Exposure>& exposures);

}  // namespace codelake::reports
