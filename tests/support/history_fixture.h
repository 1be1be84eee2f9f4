// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.h"
#include "tests/support/command_run.h"
#include "tests/support/sample_scan.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace codelake::test {

// A home with a database of our own, and a folder "shop" to work in.
class HistoryFixture : public ::testing::Test {
 protected:
  HistoryFixture() {
    std::filesystem::create_directory(m_folder.file("shop"));
    environment.home = m_folder.file("home");
    environment.working_directory = m_folder.file("shop");
    environment.now = "2026-04-26T10:00:10Z";
  }

  void save(const ScanReport& report) {
    auto store = store::Store::open(environment.home + "/codelake.db", environment.now);
    ASSERT_TRUE(store) << store.error().text();
    const auto saved = store->save(report);
    ASSERT_TRUE(saved) << saved.error().text();
  }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(environment.working_directory + "/" + name) << text;
  }
  CommandRun run(std::unique_ptr<cli::Command> command, std::vector<std::string> words) {
    return run_command(*command, std::move(words), environment);
  }

  cli::Environment environment;

 private:
  TemporaryDirectory m_folder;
};

}  // namespace codelake::test
