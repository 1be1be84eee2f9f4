// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace codelake {

// Every limit of a scan, in bytes, counts or steps, never in seconds; one that is hit is said in a Notice.
struct Limits {
  std::uint64_t file_bytes_max = 16U << 20;           // larger files are not read (configuration: scan.max_file_bytes)
  std::uint64_t sast_file_bytes_max = 2U << 20;       // larger files are not parsed
  std::uint64_t manifest_bytes_max = 64U << 20;       // lockfiles may be larger than code
  std::size_t tree_depth_max = 1000;                  // nesting of a syntax tree
  std::size_t match_steps_max = 50'000'000;           // per file, all rules together
  std::size_t findings_per_rule_and_file_max = 1000;
  std::size_t snippet_bytes_max = 2000;
};

}  // namespace codelake
