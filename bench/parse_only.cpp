// SPDX-License-Identifier: Apache-2.0
// bench_parse_only FOLDER: reads the files that a SAST scan of the folder looks at and parses each with tree-sitter,
// nothing else, on one thread: the floor of `codelake scan FOLDER --types sast --jobs 1`. Prints files and bytes.
#include "core/encoding.h"
#include "core/limits.h"
#include "scanners/discover/discover.h"

#include <tree_sitter/api.h>

#include <cstdint>
#include <cstdio>
#include <map>
#include <string_view>

extern "C" {
const TSLanguage* tree_sitter_go();
const TSLanguage* tree_sitter_java();
const TSLanguage* tree_sitter_javascript();
const TSLanguage* tree_sitter_python();
const TSLanguage* tree_sitter_tsx();
const TSLanguage* tree_sitter_typescript();
}

int main(int argc, char** argv) {
  using namespace codelake;
  const std::map<std::string_view, const TSLanguage*> grammars = {
      {"go", tree_sitter_go()},         {"java", tree_sitter_java()}, {"javascript", tree_sitter_javascript()},
      {"python", tree_sitter_python()}, {"tsx", tree_sitter_tsx()},   {"typescript", tree_sitter_typescript()}};
  const Limits limits;
  const auto found = discover::discover(argc > 1 ? argv[1] : ".", Config{}, {});
  if (!found) {
    std::fprintf(stderr, "%s\n", found.error().text().c_str());
    return 2;
  }
  TSParser* parser = ts_parser_new();
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  for (const FileInfo& file : found->files) {
    const auto grammar = grammars.find(file.language);
    if (grammar == grammars.end() || file.vendored || file.size_bytes > limits.sast_file_bytes_max) continue;
    auto content = found->read(file, limits.file_bytes_max);
    if (!content) continue;
    const Decoded decoded = decode(std::move(*content), file.path);
    if (decoded.traits.binary || decoded.traits.minified || decoded.traits.generated) continue;
    ts_parser_set_language(parser, grammar->second);
    ts_tree_delete(ts_parser_parse_string(parser, nullptr, decoded.text.data(),
                                          static_cast<std::uint32_t>(decoded.text.size())));
    files += 1;
    bytes += decoded.text.size();
  }
  ts_parser_delete(parser);
  std::printf("%llu files, %.2f MB\n", static_cast<unsigned long long>(files), static_cast<double>(bytes) / 1e6);
  return 0;
}
