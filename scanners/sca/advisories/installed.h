// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "scanners/sca/advisories/database.h"

#include <optional>
#include <string>

namespace codelake::sca {

// Keeps a second import or update out of the folder while it lives; readers are not concerned.
class DatabaseLock {
 public:
  // Creates the folder when it is missing. Fails when the lock is taken.
  static Result<DatabaseLock> take(const std::string& directory);
  DatabaseLock(DatabaseLock&& other) noexcept;
  DatabaseLock& operator=(DatabaseLock&&) = delete;
  ~DatabaseLock();

 private:
  explicit DatabaseLock(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor;
};

std::string index_path(const std::string& directory, const std::string& ecosystem);

Result<void> write_status(const std::string& directory, const InstalledEcosystem& about);

// The index of one ecosystem, and what is to be said of it.
struct PreparedEcosystem {
  InstalledEcosystem about;
  std::string index;
};
Result<PreparedEcosystem> prepare(InstalledEcosystem about, IndexBuilder& builder);

// Writes index and status of one ecosystem, each in one step. Fails with `environment` on a full disk and the
// like.
Result<InstalledEcosystem> install(const std::string& directory, PreparedEcosystem prepared);
Result<InstalledEcosystem> install(const std::string& directory, InstalledEcosystem about,
                                   IndexBuilder& builder);

// The status of an ecosystem when its index is the one it was written for; nothing when there is none or it
// is stale.
std::optional<InstalledEcosystem> installed(const std::string& directory, const std::string& ecosystem);

}  // namespace codelake::sca
