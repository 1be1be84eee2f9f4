// SPDX-License-Identifier: Apache-2.0
// A scan with what earlier scans kept says what a scan without says, whatever was changed since: files, commits, rules,
// settings.
#include "scanners/all_scanners.h"
#include "scanners/scan.h"

#include "core/report_json.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace codelake {
namespace {

namespace fs = std::filesystem;

class SecretCacheProperty : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(root());
    git("init -q -b main .");
    for (int i = 0; i < 30; ++i) write_file();
    commit();
  }

  std::string root() const { return m_folder.file("repo"); }

  std::size_t drawn(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_random); }

  std::string word(std::size_t size) {
    constexpr std::string_view letters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += letters[drawn(letters.size())];
    return text;
  }

  void git(const std::string& words) const {
    const std::string command = "cd '" + root() +
                                "' && GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=Ann "
                                "GIT_AUTHOR_EMAIL=ann@example.com GIT_COMMITTER_NAME=Ann "
                                "GIT_COMMITTER_EMAIL=ann@example.com git " + words + " >/dev/null 2>&1";
    ASSERT_EQ(std::system(command.c_str()), 0) << words;
  }

  void commit() {
    git("add -A");
    git("commit -q --allow-empty -m change");
  }

  std::string some_path() {
    constexpr std::array<std::string_view, 8> names = {"app.py", "conf.yaml", ".env",     "notes.md",
                                                       "a.js",   "data.bin",  "test.txt", "db_password.txt"};
    return root() + "/d" + std::to_string(drawn(5)) + "/" + std::string(names[drawn(names.size())]);
  }

  std::string line() {
    switch (drawn(9)) {
      case 0: return "password = \"" + word(16) + "\"";
      case 1: return "key-a-" + word(24);
      case 2: return "key-b-" + word(24) + " key-a-" + word(24);
      case 3: return "api_key: " + word(32) + "  # gitleaks:allow";
      case 4: return "x = \"a" + word(3) + "\" + \"" + word(20) + "\"";
      case 5: return std::string("binary\0part", 11);
      case 6: return "not \xff utf-8";
      default: return word(5) + " " + word(7);
    }
  }

  void write_file() {
    const std::string path = some_path();
    fs::create_directories(fs::path(path).parent_path());
    std::string text;
    for (std::size_t i = 0, end = 1 + drawn(6); i < end; ++i) text += line() + "\n";
    std::ofstream(path, std::ios::binary) << text;
  }

  void change_something() {
    switch (drawn(5)) {
      case 0: fs::remove(some_path()); break;
      case 1: commit(); break;
      case 2:
        if (const std::string path = some_path(); fs::exists(path)) {  // the same size, at once
          std::ofstream(path, std::ios::binary) << std::string(fs::file_size(path), 'x');
        }
        break;
      default: write_file();
    }
  }

  // Rules of which some come, go and change.
  void write_rules() {
    std::string text;
    for (const char* name : {"a", "b"}) {
      if (drawn(3) == 0) continue;
      const std::string size = std::to_string(12 + drawn(3) * 6);
      text += "  - id: secrets.own." + std::string(name) + "\n    title: A key\n    message: A key.\n    help: Revoke it.\n" +
              "    severity: high\n    confidence: high\n    after: ''\n" +
              "    pattern: 'key-" + name + "-[0-9A-Za-z]{" + size + "}'\n";
    }
    if (!text.empty()) text = "provider: own\nrules:\n" + text;
    fs::create_directories(m_folder.file("rules"));
    std::ofstream(m_folder.file("rules/own.yaml")) << text;
  }

  ScanRequest request(bool cached, bool history) {
    ScannerOptions options;
    options.config = &m_config;
    options.fingerprint_key = "k";
    options.root = root();
    options.builtin_rules = m_builtin;
    if (fs::exists(m_folder.file("rules"))) options.rule_paths = {m_folder.file("rules")};
    if (cached) options.cache_directory = m_folder.file("cache");
    if (history) {
      auto repository = git::Repository::find(root());
      options.history.emplace();
      options.history->history = *(*repository)->history();
    }
    ScanRequest request;
    for (const ScannerMaker& maker : all_scanners()) {
      if (maker.name != "secrets") continue;
      auto scanner = maker.make(options);
      EXPECT_TRUE(scanner) << scanner.error().text();
      if (scanner) request.scanners.push_back(std::move(*scanner));
    }
    return request;
  }

  std::string scan(bool cached, bool history) {
    return scan(*discover::discover(root(), m_config, {}), request(cached, history));
  }

  std::string scan(const discover::Discovered& files, const ScanRequest& request) {
    ScanOutcome outcome = scan_files(files, request);
    EXPECT_FALSE(outcome.bug_found);
    m_findings += outcome.findings.size();
    ScanReport report;
    report.findings = std::move(outcome.findings);
    report.notices = std::move(outcome.notices);
    report.coverage = std::move(outcome.coverage);
    return json_text(report, 1);
  }

  std::mt19937 m_random{7};
  test::TemporaryDirectory m_folder;
  Config m_config;
  bool m_builtin = true;
  std::size_t m_findings = 0;
};

// Files that are not there can only be told of by what was kept.
TEST_F(SecretCacheProperty, WhatTheIndexSaysIsUnchangedIsNotReadAgain) {
  const std::string path = root() + "/settled";
  fs::create_directories(path);
  for (int i = 0; i < 20; ++i) {
    const std::string file = path + "/f" + std::to_string(i) + ".py";
    std::ofstream(file) << "password = \"" << word(16) << "\"\n" << word(8) << "\n";
    fs::last_write_time(file, fs::last_write_time(file) - std::chrono::hours(1));
  }
  commit();
  m_config.include = {Glob("settled/**")};
  const std::string expected = scan(true, false);
  auto files = discover::discover(root(), m_config, {});
  ASSERT_EQ(files->files.size(), 20U);
  files->root = m_folder.file("nowhere");
  EXPECT_EQ(scan(*files, request(true, false)), expected);
  EXPECT_NE(scan(*files, request(false, false)), expected);
}

TEST_F(SecretCacheProperty, ChangesOfFilesAndCommitsAreSeen) {
  for (int round = 0; round < 40; ++round) {
    const bool history = round % 4 == 3;
    ASSERT_EQ(scan(true, history), scan(false, history)) << round;
    for (std::size_t i = 0, end = drawn(4); i < end; ++i) change_something();
  }
  EXPECT_GT(m_findings, 400U) << "the material must give the property something to hold";
}

TEST_F(SecretCacheProperty, ChangesOfRulesAreSeen) {
  m_builtin = false;
  for (int round = 0; round < 40; ++round) {
    write_rules();
    const bool history = round % 2 == 1;
    ASSERT_EQ(scan(true, history), scan(false, history)) << round;
    change_something();
  }
  EXPECT_GT(m_findings, 400U);
}

TEST_F(SecretCacheProperty, ChangesOfSettingsAreSeen) {
  for (int round = 0; round < 8; ++round) {
    m_config.allowed_secrets = round % 3 == 1 ? std::vector<std::string>{"^[a-m]"} : std::vector<std::string>{};
    m_builtin = round % 4 != 2;
    if (round % 2 == 0) write_rules();
    ASSERT_EQ(scan(true, true), scan(false, true)) << round;
  }
}

}  // namespace
}  // namespace codelake
