// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace codelake::cli {

// Becomes true at the first SIGINT or SIGTERM after catch_interrupts(); a second one ends the process at once.
const std::atomic<bool>& interrupted();
void catch_interrupts();

}  // namespace codelake::cli
