// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/source_file.h"
#include "scanners/secrets/mask.h"

#include <optional>
#include <string>

namespace codelake::secrets {

// A file that holds one value and nothing else, as secrets are mounted into containers and read by tools:
// "db_password.txt", ".vault_pass", "master.key".
struct SecretFile {
  std::string text;  // the value, given to the name of the file: "db_password=…"
  Span span;         // where it stands in the file
};

// The one value a text holds and nothing else (comments do not count), as such a file does; std::nullopt: there is more or
// none.
std::optional<Span> lone_value(std::string_view text);

// Whether a file of this name may be one.
bool may_be_secret_file(const FileInfo& file);

// std::nullopt: the name does not end with what says "secret", or more stands in the file than one value
// (comments do not count).
std::optional<SecretFile> read_secret_file(const SourceFile& file);

}  // namespace codelake::secrets
