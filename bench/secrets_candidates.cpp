// SPDX-License-Identifier: Apache-2.0
// secrets_candidates RULES FOLDER: every value in the files of FOLDER that the weighed rules of RULES match
// and that is not ruled out, one for each line: path, line, rule, story and clues, with tabs between them;
// the first line names the columns. What bench/secrets_fit.py learns from. The value itself is not written.
#include "core/encoding.h"
#include "core/file.h"
#include "core/file_type.h"
#include "scanners/secrets/noise.h"
#include "scanners/secrets/rule/rule_file.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace {

using namespace codelake;
using namespace codelake::secrets;

void print_candidates(const Engine& engine, const SourceFile& file) {
  for (const Hit& hit : engine.find(file.text()).list) {
    if (!is_weighed(*hit.rule) || is_ruled_out(file, hit)) continue;
    const bool password = story_of(hit.rule->filter) == Story::password;
    std::printf("%s\t%u\t%s\t%s", file.path().c_str(), file.lines().position(hit.secret_begin).line,
                hit.rule->id.c_str(), password ? "password" : "token");
    for (const double clue : clues_of(file, hit)) std::printf("\t%.4g", clue);
    std::printf("\n");
  }
}

std::vector<std::filesystem::path> files_in(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto rules = read_rule_path(argv[1]);
  if (!rules) return 2;
  const auto engine = Engine::build(std::move(*rules));
  if (!engine) return 2;
  std::printf("path\tline\trule\tstory");
  for (const ClueInfo& info : k_clue_infos) std::printf("\t%s", std::string(info.name).c_str());
  std::printf("\n");
  for (const auto& path : files_in(argv[2])) {
    auto bytes = read_file(path.string(), 16U << 20);
    if (!bytes) continue;
    FileInfo info;
    info.path = path.lexically_relative(argv[2]).string();
    info.language = language_of_path(info.path);
    info.test = is_test_path(info.path);
    info.vendored = is_vendored_path(info.path);
    Decoded decoded = decode(std::move(*bytes), info.path);
    if (!decoded.traits.binary)
      print_candidates(*engine, {std::move(info), std::move(decoded.text), decoded.traits});
  }
  return 0;
}
