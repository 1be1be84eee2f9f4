// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/config.h"
#include "core/finding.h"
#include "core/notice.h"
#include "core/source_file.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// A `codelake:ignore RULE[, RULE…] -- reason` comment: it holds for its own line or, when nothing but the comment stands
// there, for the next one. '*' in RULE stands for any characters.
// Or a comment by which another secret scanner leaves out a line (gitleaks:allow, pragma: allowlist secret,
// trufflehog:ignore): it holds for any secret there.
struct InlineSuppression {
  std::string path;
  std::uint32_t line = 0;           // of the comment
  std::uint32_t target_line = 0;    // whose findings it suppresses
  std::vector<std::string> rules;
  std::string reason;
  bool used = false;
  bool foreign = false;             // of another scanner
  bool certain = true;              // a comment of a program or configuration, not text that speaks of one
};

// The comments of one file, in order. One of ours without a rule or a reason is not honoured and is noted.
std::vector<InlineSuppression> inline_suppressions(const SourceFile& file, std::vector<Notice>& notices);

// Reads the text of a file again, for the comments other tools use; std::nullopt when it cannot.
using TextReader = std::function<std::optional<std::string>(const std::string& path)>;

// Marks findings that a comment suppresses: ours, and those of the field (nosemgrep, nosec, gitleaks:allow, pragma:
// allowlist secret, trufflehog:ignore, NOSONAR, NOLINT …) with the meaning they have there. A secret counts as suppressed when
// all its places are; when only some are, the others come first, and the finding stands where the first of them does.
void apply_inline(std::vector<Finding>& findings, std::vector<InlineSuppression>& suppressions, const TextReader& reader);

// Marks findings that an entry of `suppress` in codelake.yaml fits; `today` is "YYYY-MM-DD". Expired and unused entries
// are noted.
void apply_configured(std::vector<Finding>& findings, const Config& config, std::string_view today,
                      std::vector<Notice>& notices);

// Notes every certain comment that suppressed nothing although its rule is one of `known_rules`.
void note_unused(const std::vector<InlineSuppression>& suppressions, const std::vector<std::string>& known_rules,
                 std::vector<Notice>& notices);

}  // namespace codelake
