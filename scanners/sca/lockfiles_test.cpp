// SPDX-License-Identifier: Apache-2.0
// Each parser folder holds `golden/<case>/<lockfile>` with `expected.txt` beside it: what the parser reads of
// it. UPDATE_GOLDEN=1 writes these anew.
#include "scanners/sca/lockfiles/parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace codelake::sca {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

SourceFile source(const std::string& path, std::string text) {
  FileInfo info;
  info.path = path;
  return SourceFile(info, std::move(text), {});
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& item : list) text += (text.empty() ? "" : " ") + item;
  return text;
}

void print_field(std::ostream& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out << "  " << name << ": " << value << "\n";
}

std::string listing(const Lockfile& lockfile) {
  std::ostringstream out;
  if (!lockfile.readable) out << "not readable\n";
  for (const Package& package : lockfile.packages) {
    out << package.range.start.line << ":" << package.range.start.column << " " << package.ecosystem << " "
        << package.name << " " << (package.version.empty() ? "-" : package.version) << " "
        << to_text(package.source)
        << (package.direct         ? " direct"
            : package.direct_known ? " transitive"
                                   : "")
        << "\n";
    print_field(out, "requirement", package.requirement);
    print_field(out, "groups", joined(package.groups));
    print_field(out, "dependencies", joined(package.dependencies));
    print_field(out, "hashes", joined(package.hashes));
    print_field(out, "license", package.license);
    print_field(out, "purl", package.purl);
  }
  for (const Notice& notice : lockfile.notices) out << to_text(notice.kind) << ": " << notice.message << "\n";
  return out.str();
}

std::vector<fs::path> golden_cases() {
  std::vector<fs::path> cases;
  for (const auto& parser : fs::directory_iterator(CODELAKE_SOURCE_DIR "/scanners/sca/lockfiles")) {
    if (!fs::is_directory(parser.path() / "golden")) continue;
    for (const auto& entry : fs::directory_iterator(parser.path() / "golden")) cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

fs::path lockfile_in(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename() != "expected.txt") return entry.path();
  }
  return {};
}

TEST(Lockfiles, ReadAsTheirGoldenFilesSay) {
  const auto parsers = all_parsers();
  std::set<const LockfileParser*> tested;
  for (const fs::path& folder : golden_cases()) {
    const fs::path input = lockfile_in(folder);
    const std::string name = input.filename().string();
    const LockfileParser* parser = parser_for(parsers, name);
    ASSERT_NE(parser, nullptr) << input;
    tested.insert(parser);
    const std::string actual = listing(parser->parse(source(name, contents(input))));
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(folder / "expected.txt") << actual;
    EXPECT_EQ(actual, contents(folder / "expected.txt")) << input;
  }
  EXPECT_EQ(tested.size(), parsers.size()) << "every parser needs a golden case";
}

TEST(Lockfiles, SurviveBeingCutAnywhere) {
  const auto parsers = all_parsers();
  for (const fs::path& folder : golden_cases()) {
    const fs::path input = lockfile_in(folder);
    const LockfileParser* parser = parser_for(parsers, input.filename().string());
    const std::string text = contents(input);
    const std::size_t whole = parser->parse(source("f", text)).packages.size();
    for (std::size_t size = 0; size < text.size(); size += 7) {
      const Lockfile lockfile = parser->parse(source("f", text.substr(0, size)));
      EXPECT_LE(lockfile.packages.size(), whole) << input << " cut at " << size;
      EXPECT_EQ(lockfile.readable || !lockfile.notices.empty(), true) << input << " cut at " << size;
    }
  }
}

TEST(Lockfiles, AreTheSameWithWindowsLineEnds) {
  const auto parsers = all_parsers();
  for (const fs::path& folder : golden_cases()) {
    const fs::path input = lockfile_in(folder);
    const LockfileParser* parser = parser_for(parsers, input.filename().string());
    const std::string text = contents(input);
    std::string windows;
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    EXPECT_EQ(listing(parser->parse(source("f", windows))), listing(parser->parse(source("f", text))))
        << input;
  }
}

TEST(Lockfiles, AreToldByTheirNames) {
  const auto parsers = all_parsers();
  const auto format = [&](std::string_view path) {
    const LockfileParser* parser = parser_for(parsers, path);
    return parser == nullptr ? std::string_view("none") : parser->format();
  };
  EXPECT_EQ(format("a/b/package-lock.json"), "package-lock.json");
  EXPECT_EQ(format("npm-shrinkwrap.json"), "package-lock.json");
  EXPECT_EQ(format("requirements/dev.txt"), "requirements.txt");
  EXPECT_EQ(format("requirements-test.txt"), "requirements.txt");
  EXPECT_EQ(format("dev-requirements.txt"), "requirements.txt");
  EXPECT_EQ(format("notes/requirement.txt"), "none");
  EXPECT_EQ(format("requirements.in"), "none");
  EXPECT_EQ(format("buildscript-gradle.lockfile"), "gradle.lockfile");
  EXPECT_EQ(format("my-package-lock.json"), "none");
}

TEST(Lockfiles, OfLongLinesAndManyEqualNamesAreReadInLinearTime) {
  const auto parsers = all_parsers();
  std::string json = "{\"lockfileVersion\": 3, \"packages\": {\"\": {}";
  std::string toml;
  for (int i = 0; i < 5000; ++i) {
    json += ",\"node_modules/p" + std::to_string(i) + "\":{\"version\":\"1.0.0\"}";
    toml += "[[package]]\nname = \"a\"\nversion = \"1." + std::to_string(i) + "\"\ndependencies = [\"a\"]\n";
  }
  json += "}}";
  EXPECT_EQ(parser_for(parsers, "package-lock.json")->parse(source("f", json)).packages.size(), 5000U);
  EXPECT_EQ(parser_for(parsers, "Cargo.lock")->parse(source("f", toml)).packages.size(), 5000U);
}

}  // namespace
}  // namespace codelake::sca
