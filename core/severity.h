// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace codelake {

// How bad it is if the finding is right; ordered, so that `severity >= Severity::high` reads as it says.
enum class Severity { info, low, medium, high, critical };

// How likely the finding is right.
enum class Confidence { low, medium, high };

std::string_view to_text(Severity severity);
std::string_view to_text(Confidence confidence);

// Accepts the words of the reports in any letter case; nothing else.
std::optional<Severity> severity_from(std::string_view text);
std::optional<Confidence> confidence_from(std::string_view text);

}  // namespace codelake
