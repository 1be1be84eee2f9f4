// SPDX-License-Identifier: Apache-2.0
// Each parser folder holds `golden/<case>/`: the files of a small project, and in `expected.txt` what the
// parsers read of them. UPDATE_GOLDEN=1 writes these anew.
#include "scanners/sca/lockfiles/parser_table.h"
#include "scanners/sca/lockfiles/project_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
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
  if (lockfile.superseded) out << "superseded\n";
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
    print_field(out, "origin", package.origin);
    print_field(out, "commit", package.commit);
    print_field(out, "purl", package.purl);
  }
  for (const Notice& notice : lockfile.notices) out << to_text(notice.kind) << ": " << notice.message << "\n";
  return out.str();
}

using Texts = std::vector<std::pair<std::string, std::string>>;  // path and text

// Reads files as a scan does: each by itself, then with an eye on the others.
class Project {
 public:
  explicit Project(const Texts& texts) : m_parsers(all_parsers()) {
    for (const auto& [path, text] : texts) {
      FileInfo info;
      info.path = path;
      const SourceFile& file = m_sources.emplace_back(info, text, FileTraits{});
      m_files.add(path, m_parsers.keeps(path) ? &file : nullptr);
    }
  }

  // What is read of each file that a parser takes, and the parser's format before it when there are several.
  std::string read(std::set<std::string_view>* formats = nullptr) {
    std::string text;
    int count = 0;
    for (const SourceFile& file : m_sources) {
      const LockfileParser* parser = m_parsers.find(file.path());
      if (parser == nullptr) continue;
      Lockfile lockfile = read_lockfile(*parser, file);
      if (lockfile.readable) parser->complete(lockfile, file.path(), m_files);
      if (formats != nullptr) formats->insert(parser->format());
      text += (++count == 1 ? "" : "\n") + file.path() + "\n" + listing(lockfile);
    }
    return text;
  }

 private:
  ParserTable m_parsers;
  std::deque<SourceFile> m_sources;
  ProjectFiles m_files;
};

std::vector<fs::path> golden_cases() {
  std::vector<fs::path> cases;
  for (const auto& parser : fs::directory_iterator(CODELAKE_SOURCE_DIR "/scanners/sca/lockfiles")) {
    if (!fs::is_directory(parser.path() / "golden")) continue;
    for (const auto& entry : fs::directory_iterator(parser.path() / "golden")) cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  return cases;
}

Texts texts_in(const fs::path& folder) {
  Texts texts;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "expected.txt") continue;
    texts.emplace_back(fs::relative(entry.path(), folder).generic_string(), contents(entry.path()));
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

TEST(Lockfiles, ReadAsTheirGoldenFilesSay) {
  std::set<std::string_view> tested;
  for (const fs::path& folder : golden_cases()) {
    const std::string actual = Project(texts_in(folder)).read(&tested);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(folder / "expected.txt") << actual;
    EXPECT_EQ(actual, contents(folder / "expected.txt")) << folder;
  }
  for (const auto& parser : all_parsers()) {
    EXPECT_EQ(tested.count(parser->format()), 1U) << parser->format() << " needs a golden case";
  }
}

TEST(Lockfiles, SurviveBeingCutAnywhere) {
  const ParserTable parsers(all_parsers());
  for (const fs::path& folder : golden_cases()) {
    for (const auto& [path, text] : texts_in(folder)) {
      const LockfileParser* parser = parsers.find(path);
      if (parser == nullptr) continue;
      for (std::size_t size = 0; size < text.size(); size += 17) {
        const Lockfile lockfile = parser->parse(source(path, text.substr(0, size)));
        EXPECT_EQ(lockfile.readable || !lockfile.notices.empty(), true) << folder << " cut at " << size;
      }
    }
  }
}

TEST(Lockfiles, OfAProjectSurviveBeingCutTogether) {
  for (const fs::path& folder : golden_cases()) {
    Texts texts = texts_in(folder);
    for (auto& [path, text] : texts) text.resize(text.size() / 2);
    EXPECT_FALSE(Project(texts).read().empty()) << folder;
  }
}

TEST(Lockfiles, AreTheSameWithWindowsLineEnds) {
  for (const fs::path& folder : golden_cases()) {
    const Texts texts = texts_in(folder);
    Texts windows = texts;
    for (auto& [path, text] : windows) {
      std::string changed;
      for (const char c : text) changed += c == '\n' ? std::string("\r\n") : std::string(1, c);
      text = changed;
    }
    EXPECT_EQ(Project(windows).read(), Project(texts).read()) << folder;
  }
}

TEST(Lockfiles, SayWhenAMergeWasNotFinished) {
  const ParserTable parsers(all_parsers());
  const std::string text = "# list\n<<<<<<< ours\na==1.0\n=======\na==2.0\n>>>>>>> theirs\n";
  const Lockfile lockfile =
      read_lockfile(*parsers.find("requirements.txt"), source("requirements.txt", text));
  ASSERT_FALSE(lockfile.notices.empty());
  EXPECT_EQ(lockfile.notices.back().message, "line 2: an unresolved merge conflict");
}

TEST(Lockfiles, AreToldByTheirNames) {
  const ParserTable parsers(all_parsers());
  const auto format = [&](std::string_view path) {
    const LockfileParser* parser = parsers.find(path);
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
  EXPECT_EQ(format("packages.linux.lock.json"), "packages.lock.json");
  EXPECT_EQ(format("packages.lock.json"), "packages.lock.json");
  EXPECT_EQ(format("a/one.csproj"), format("two.fsproj"));
  EXPECT_EQ(format(".csproj"), "none");
  EXPECT_EQ(format("vendor/modules.txt"), "modules.txt");
  EXPECT_EQ(format("a/modules.txt"), "none");
  EXPECT_EQ(format("installed.json"), "installed.json");
  EXPECT_EQ(format("a/installed.json"), "none");
  EXPECT_EQ(format(".github/workflows/build.yml"), "workflow");
  EXPECT_EQ(format("workflows/build.yml"), "none");
}

TEST(Lockfiles, OfLongLinesAndManyEqualNamesAreReadInLinearTime) {
  const ParserTable parsers(all_parsers());
  std::string json = "{\"lockfileVersion\": 3, \"packages\": {\"\": {}";
  std::string toml;
  for (int i = 0; i < 5000; ++i) {
    json += ",\"node_modules/p" + std::to_string(i) + "\":{\"version\":\"1.0.0\"}";
    toml += "[[package]]\nname = \"a\"\nversion = \"1." + std::to_string(i) + "\"\ndependencies = [\"a\"]\n";
  }
  json += "}}";
  EXPECT_EQ(parsers.find("package-lock.json")->parse(source("f", json)).packages.size(), 5000U);
  EXPECT_EQ(parsers.find("Cargo.lock")->parse(source("f", toml)).packages.size(), 5000U);
}

}  // namespace
}  // namespace codelake::sca
