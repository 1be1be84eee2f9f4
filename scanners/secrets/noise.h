// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/source_file.h"
#include "scanners/secrets/engine.h"

namespace codelake::secrets {

// Whether a match is no secret after all: a placeholder, template, expression, word, UUID, hash or other
// value that only stands where a secret could. How strict, the rule's filter says.
bool is_noise(std::string_view text, const Hit& hit);

// Whether values stand without quotes in this file: data, markup, shell and configuration, not programming
// languages.
bool is_config_file(const FileInfo& file);

}  // namespace codelake::secrets
