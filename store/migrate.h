// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/embedded_file.h"
#include "store/database.h"

#include <span>

namespace codelake::store {

// The steps of store/migrations, in order: the n-th leads from version n - 1 to n and is named "000n_….sql".
std::span<const EmbeddedFile> migrations();

// Brings the database to the version after the last of `steps`, each step in a transaction of its own that two processes
// may race for. A database of a newer version, or of another program, is left alone and is an error.
Result<void> migrate(Database& database, std::span<const EmbeddedFile> steps);

}  // namespace codelake::store
