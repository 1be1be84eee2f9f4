// SPDX-License-Identifier: Apache-2.0
// The result of a scan is a function of the files alone: not of threads, not of the order of files, not of the run.
#include "scanners/all_scanners.h"
#include "scanners/scan.h"

#include "core/report_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

namespace codelake {
namespace {

namespace fs = std::filesystem;

class ScanProperty : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "codelake-property-XXXXXX").string();
    root = fs::canonical(::mkdtemp(name.data())).string();
    for (int i = 0; i < 40; ++i) {
      const std::string folder = root + "/d" + std::to_string(i % 7);
      fs::create_directories(folder);
      const std::string stem = folder + "/f" + std::to_string(i);
      std::ofstream(stem + ".py") << "import subprocess\ndef run(name):\n    subprocess.run('ls ' + name, shell=True)\n";
      std::ofstream(stem + ".js") << "eval(input);\nconst password = 'Zk8" + std::to_string(i % 5) + "qLw92mXp';\n";
    }
    std::ofstream(root + "/requirements.txt") << "flask==0.12\nrequests>=2\n";
    fs::copy(CODELAKE_SOURCE_DIR "/examples", root + "/examples", fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(root); }

  ScanRequest request(std::size_t threads) {
    ScannerOptions options;
    options.config = &config;
    options.advisories_directory = root + "/no-advisories";
    options.fingerprint_key = "k";
    options.now = "2026-01-01T00:00:00Z";
    ScanRequest made;
    made.threads = threads;
    for (const ScannerMaker& maker : all_scanners()) {
      auto scanner = maker.make(options);
      EXPECT_TRUE(scanner) << scanner.error().text();
      made.scanners.push_back(std::move(*scanner));
    }
    return made;
  }

  // Everything a scan says, as one text.
  static std::string text_of(ScanOutcome outcome) {
    ScanReport report;
    report.findings = std::move(outcome.findings);
    report.packages = std::move(outcome.packages);
    report.notices = std::move(outcome.notices);
    report.coverage = std::move(outcome.coverage);
    return json_text(report, 1);
  }

  std::string root;
  Config config;
};

TEST_F(ScanProperty, OneThreadAndManyFindTheSame) {
  const auto files = discover::discover(root, config, {});
  ASSERT_TRUE(files);
  const auto one = scan_files(*files, request(1));
  EXPECT_FALSE(one.bug_found);
  EXPECT_GE(one.findings.size(), 40U) << "the material must give the property something to hold";
  const std::string expected = text_of(one);
  for (const std::size_t threads : {2U, 3U, 8U}) EXPECT_EQ(text_of(scan_files(*files, request(threads))), expected);
}

TEST_F(ScanProperty, TheOrderOfFilesDoesNotMatter) {
  auto files = discover::discover(root, config, {});
  ASSERT_TRUE(files);
  const std::string expected = text_of(scan_files(*files, request(2)));
  std::mt19937 random(3);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(files->files.begin(), files->files.end(), random);
    EXPECT_EQ(text_of(scan_files(*files, request(2))), expected);
  }
}

TEST_F(ScanProperty, EveryFileIsAccountedFor) {
  std::ofstream(root + "/.gitignore") << "*.log\nbuild/\n";
  std::ofstream(root + "/a.log") << "x";
  fs::create_directory(root + "/build");
  fs::create_symlink("requirements.txt", root + "/link");
  ASSERT_EQ(::mkfifo((root + "/pipe").c_str(), 0600), 0);
  const auto files = discover::discover(root, config, {});
  ASSERT_TRUE(files);
  const auto outcome = scan_files(*files, request(2));
  std::uint64_t skipped = 0;
  for (const auto& [reason, count] : outcome.coverage.files_skipped) skipped += count;
  EXPECT_EQ(outcome.coverage.files_discovered, outcome.coverage.files_read + skipped);
  for (const auto& [name, numbers] : outcome.coverage.scanners) {
    std::uint64_t left_out = 0;
    for (const auto& [reason, count] : numbers.skipped) left_out += count;
    EXPECT_EQ(numbers.files_seen, numbers.files_scanned + left_out) << name;
  }
}

TEST_F(ScanProperty, FingerprintsAreUniqueAndSurviveInsertedLines) {
  const auto before = scan_files(*discover::discover(root, config, {}), request(2));
  std::vector<std::string> first;
  for (const auto& finding : before.findings) first.push_back(finding.fingerprint);
  std::sort(first.begin(), first.end());
  EXPECT_EQ(std::unique(first.begin(), first.end()), first.end());

  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".py") continue;
    std::ifstream in(entry.path());
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    std::ofstream(entry.path()) << std::string(50, '\n') << text;
  }
  const auto after = scan_files(*discover::discover(root, config, {}), request(2));
  std::vector<std::string> second;
  for (const auto& finding : after.findings) second.push_back(finding.fingerprint);
  std::sort(second.begin(), second.end());
  EXPECT_EQ(first, second);
}

}  // namespace
}  // namespace codelake
