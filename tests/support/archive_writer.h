// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace codelake::testing {

enum class ArchiveKind { zip, tar, tar_gz, tar_zst };

// The bytes of an archive of these files (path, content), in this order; the same for the same input.
std::string make_archive(ArchiveKind kind, const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace codelake::testing
