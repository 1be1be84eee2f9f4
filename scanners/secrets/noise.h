// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/source_file.h"
#include "scanners/secrets/engine.h"
#include "scanners/secrets/score.h"

namespace codelake::secrets {

// Whether a match is no secret after all: ruled out by its structure or, where the rule's filter says so, too
// unlikely by its clues.
bool is_noise(const SourceFile& file, const Hit& hit);

// What spoke for a weighed match, in words; empty for others.
std::string why_secret(const SourceFile& file, const Hit& hit);

// The first half of is_noise: a placeholder, template, expression, UUID or other value that only stands where a secret
// could, or a name that means something else. How strict, the rule's filter says.
bool is_ruled_out(const SourceFile& file, const Hit& hit);

// Whether matches of this rule are weighed by their clues, and as what. A provider's rule knows its place
// itself: its values need only look drawn.
bool is_weighed(const Rule& rule);
Story story_of(Filter filter);

// Whether values stand without quotes in this file: data, markup, shell and configuration, not programming
// languages.
bool is_config_file(const FileInfo& file);

}  // namespace codelake::secrets
