// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/builtin_rules.h"

#include "core/embedded_file.h"
#include "scanners/secrets/rule/rule_pack.h"

#include <span>

namespace codelake::embedded {
std::span<const EmbeddedFile> secret_rules();
}

namespace codelake::secrets {

namespace {

std::string_view embedded_bytes(std::string_view path) {
  for (const EmbeddedFile& file : embedded::secret_rules()) {
    if (file.path == path) return file.bytes;
  }
  return {};
}

}  // namespace

Engine builtin_engine() { return Engine::from_stored(unpack(embedded_bytes("rules.pack")), embedded_bytes("tails.pack")); }

}  // namespace codelake::secrets
