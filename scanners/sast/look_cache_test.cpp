// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/look_cache.h"

#include "core/encoding.h"
#include "core/file.h"
#include "core/file_type.h"
#include "core/scanner.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <random>

namespace codelake::sast {

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

constexpr std::string_view k_rules =
    "rules:\n"
    "- {id: call, message: Calls $F., severity: HIGH, languages: [python], pattern: 'danger($F, ...)'}\n"
    "- {id: limit, message: m, severity: LOW, languages: [python], pattern: 'limit(\"50\")'}\n"
    "- {id: word, message: m, severity: LOW, languages: [generic], pattern: one two}\n"
    "- id: flow\n  message: $X flows\n  severity: HIGH\n  languages: [python]\n  mode: taint\n"
    "  pattern-sources: [{pattern: source($X)}]\n  pattern-sinks: [{pattern: sink(...)}]\n"
    "  pattern-sanitizers: [{pattern: clean(...)}]\n";

using Files = std::map<std::string, std::string>;

class LookCacheTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::string rules = m_folder.path() + "/rules.yaml";
    ASSERT_TRUE(write_file_atomically(rules, k_rules));
    m_options.config = &m_config;
    m_options.builtin_rules = false;
    m_options.rule_paths = {rules};
    m_options.root = "/project";
  }

  std::string cache() const { return m_folder.path() + "/cache"; }
  std::string cache_file() const { return std::filesystem::directory_iterator(cache() + "/code")->path().string(); }

  // Everything a scan tells of these files, as text.
  std::string scan(const Files& files, bool cached, bool whole = true) {
    m_options.cache_directory = cached ? cache() : "";
    m_options.whole = whole;
    const auto scanner = make_scanner(m_options);
    EXPECT_TRUE(scanner) << scanner.error().text();
    std::vector<FileInfo> infos;
    for (const auto& [path, text] : files) {
      FileInfo info;
      info.path = path;
      info.language = language_of_path(path);
      info.test = is_test_path(path);
      infos.push_back(info);
    }
    (*scanner)->prepare(infos, [&](const FileInfo& file) { return std::optional(files.at(file.path)); });
    ScanContext all("sast", "");
    for (const FileInfo& info : infos) {
      if (!(*scanner)->wants(info)) continue;
      ScanContext one("sast", info.path);
      (*scanner)->scan_file(one, SourceFile(info, files.at(info.path), {}));
      std::move(one.findings.begin(), one.findings.end(), std::back_inserter(all.findings));
      std::move(one.notices.begin(), one.notices.end(), std::back_inserter(all.notices));
      std::move(one.facts.begin(), one.facts.end(), std::back_inserter(all.facts));
      all.coverage.add(one.coverage);
    }
    (*scanner)->scan_project(all, all.facts);
    m_notices = all.notices;
    return text_of(all);
  }

  static std::string text_of(ScanContext& all) {
    std::string text;
    for (const Finding& finding : all.findings) {
      text += finding.rule_id + ' ' + finding.path + ' ' + std::to_string(finding.range.start.offset) + '-' +
              std::to_string(finding.range.end.offset) + ' ' + finding.message + ' ' + finding.symbol + ' ' + finding.identity + ' ' +
              finding.snippet;
      for (const TraceStep& step : finding.trace) text += " > " + step.path + ' ' + std::to_string(step.range.start.offset);
      text += '\n';
    }
    for (const Notice& notice : all.notices) text += "notice " + notice.path + ' ' + notice.message + '\n';
    for (const auto& [language, numbers] : all.numbers().languages) {
      text += language + ' ' + std::to_string(numbers.files_scanned) + ' ' + std::to_string(numbers.files_partly_parsed) + ' ' +
              std::to_string(numbers.bytes_not_parsed) + ' ' + std::to_string(numbers.rules) + '\n';
    }
    return text;
  }

  test::TemporaryDirectory m_folder;
  Config m_config;
  ScannerOptions m_options;
  std::vector<Notice> m_notices;
};

// A line of a program that calls into other files of the project.
std::string line_of(std::mt19937& random) {
  const auto number = [&](unsigned count) { return std::to_string(random() % count); };
  switch (random() % 10) {
    case 0: return "def f" + number(6) + "(a, b=1):\n  c = a\n  return c\n";
    case 1: return "x = source(" + number(9) + ")\n";
    case 2: return "x = f" + number(6) + "(x, y)\n";
    case 3: return "sink(x)\n";
    case 4: return "y = clean(x)\n";
    case 5: return "danger(x, 1)\n";
    case 6: return "def g" + number(6) + "(a):\n  sink(a)\n";
    case 7: return "g" + number(6) + "(x)\n";
    case 8: return "x = )) (\n";
    default: return "import configparser\np = configparser.ConfigParser()\np.read('app.ini')\nlimit(p.get('page', 'size')) # one two\n";
  }
}

TEST_F(LookCacheTest, FindsTheSameAsWithoutItAfterAnyEdit) {
  std::mt19937 random(7);
  Files files;
  for (int i = 0; i < 6; ++i) files["m" + std::to_string(i) + ".py"];
  files["app.ini"] = "[page]\nsize = 50\n";
  std::size_t findings = 0;
  for (int round = 0; round < 120; ++round) {
    auto file = std::next(files.begin(), static_cast<std::ptrdiff_t>(random() % files.size()));
    if (file->first == "app.ini") {
      file->second = "[page]\nsize = " + std::to_string(49 + random() % 3) + "\n";
    } else if (random() % 12 == 0) {
      files.erase(file);
      files["n" + std::to_string(random() % 9) + ".py"] = line_of(random) + line_of(random);
    } else if (random() % 5 == 0) {
      file->second = file->second.substr(0, file->second.rfind('\n', file->second.size() / 2) + 1);
    } else {
      file->second += line_of(random);
    }
    const std::string expected = scan(files, false);
    ASSERT_EQ(scan(files, true), expected) << round;
    findings += static_cast<std::size_t>(std::count(expected.begin(), expected.end(), '>'));
  }
  EXPECT_GT(findings, 200U);
}

TEST_F(LookCacheTest, IsLeftAsItIsWhereNothingChanged) {
  const Files files = {{"a.py", "sink(source(1))\n"}, {"b.py", "danger(1)\n"}};
  const std::string found = scan(files, true);
  const auto before = read_file(cache_file(), 1U << 20);
  const auto time = std::filesystem::last_write_time(cache_file());
  EXPECT_EQ(scan(files, true), found);
  EXPECT_EQ(*read_file(cache_file(), 1U << 20), *before);
  EXPECT_EQ(std::filesystem::last_write_time(cache_file()), time);
}

TEST_F(LookCacheTest, KeepsOtherFilesWhenOnlySomeAreLookedAt) {
  const Files files = {{"a.py", "sink(source(1))\n"}, {"b.py", "danger(1)\n"}};
  const std::string found = scan(files, true);
  scan({{"a.py", "danger(2)\n"}}, true, false);
  const auto before = read_file(cache_file(), 1U << 20);
  scan({{"b.py", "danger(1)\n"}}, true, false);
  EXPECT_EQ(*read_file(cache_file(), 1U << 20), *before);
  EXPECT_EQ(scan(files, true), found);
}

TEST_F(LookCacheTest, IsDroppedWithAWordWhenItIsDamaged) {
  const Files files = {{"a.py", "sink(source(1))\n"}, {"b.py", "danger(1)\n"}};
  const std::string found = scan(files, true);
  const std::string bytes = *read_file(cache_file(), 1U << 20);
  std::size_t said = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    ASSERT_TRUE(write_file_atomically(cache_file(), at % 2 == 0 ? changed : bytes.substr(0, at)));
    std::string again = scan(files, true);
    said += m_notices.size();
    if (!m_notices.empty()) again.erase(again.find("notice"), again.find('\n', again.find("notice")) + 1 - again.find("notice"));
    ASSERT_EQ(again, found) << at;
    EXPECT_EQ(scan(files, true), found) << at;
  }
  EXPECT_GT(said, bytes.size() / 4);
}

TEST_F(LookCacheTest, CountsWhatItHasNoRoomFor) {
  const LookCacheOptions options{cache(), "/project", "rules", true, 100};
  {
    LookCache full(options);
    full.keep("a.py", "key of a", std::string(60, 'a'));
    full.keep("b.py", "key of b", std::string(60, 'b'));
    full.finish();
    EXPECT_EQ(full.left_out(), 1U);
  }
  LookCache again(options);
  EXPECT_EQ(again.find("a.py", "key of a"), std::string(60, 'a'));
  EXPECT_EQ(again.find("b.py", "key of b"), std::nullopt);
}

TEST_F(LookCacheTest, IsNotUsedForOtherRules) {
  const Files files = {{"a.py", "danger(1)\nother(1)\n"}};
  scan(files, true);
  std::string rules(k_rules);
  rules.replace(rules.find("danger"), 6, "other ");
  ASSERT_TRUE(write_file_atomically(m_options.rule_paths[0], rules));
  EXPECT_EQ(scan(files, true), scan(files, false));
}

}  // namespace
}  // namespace codelake::sast
