// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/sbom/bill.h"

#include <string>

namespace codelake::reports::sbom::spdx {

// The bill as SPDX 3.0.1, JSON-LD.
std::string write_version_3(const Bill& bill);

}  // namespace codelake::reports::sbom::spdx
