// SPDX-License-Identifier: Apache-2.0
// bench_parse FOLDER LANGUAGE [parse|lower]: tree-sitter's parse alone against parse and lowering, best of five, over
// the files of one language below a folder. With the third argument only that half runs, once (for callgrind).
#include "core/file_type.h"
#include "scanners/syntax/language.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" {
const TSLanguage* tree_sitter_go();
const TSLanguage* tree_sitter_java();
const TSLanguage* tree_sitter_javascript();
const TSLanguage* tree_sitter_python();
const TSLanguage* tree_sitter_tsx();
const TSLanguage* tree_sitter_typescript();
}

namespace {

using codelake::syntax::Language;

constexpr std::size_t k_file_bytes_max = 2U << 20U;
constexpr std::size_t k_depth_max = 1000;

const TSLanguage* grammar_of(const std::string& name) {
  if (name == "go") return tree_sitter_go();
  if (name == "java") return tree_sitter_java();
  if (name == "javascript") return tree_sitter_javascript();
  if (name == "python") return tree_sitter_python();
  return name == "tsx" ? tree_sitter_tsx() : tree_sitter_typescript();
}

std::vector<std::string> read_files(const std::filesystem::path& folder, const std::string& language) {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.file_size() > k_file_bytes_max) continue;
    if (codelake::language_of_path(entry.path().string()) != language) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

template <class Work>
double best_seconds(int rounds, const Work& work) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

void parse_only(const std::vector<std::string>& texts, const TSLanguage* grammar) {
  TSParser* parser = ts_parser_new();
  ts_parser_set_language(parser, grammar);
  for (const std::string& text : texts) {
    ts_tree_delete(ts_parser_parse_string(parser, nullptr, text.data(), static_cast<std::uint32_t>(text.size())));
  }
  ts_parser_delete(parser);
}

struct Counts {
  std::size_t nodes = 0;
  std::size_t files_with_errors = 0;
  std::uint64_t error_bytes = 0;
  std::size_t too_deep = 0;
};

Counts parse_and_lower(const std::vector<std::string>& texts, const Language& language) {
  Counts counts;
  for (const std::string& text : texts) {
    const codelake::syntax::Tree tree = language.parse(text, k_depth_max);
    counts.nodes += tree.nodes.size();
    counts.files_with_errors += tree.error_count > 0 ? 1 : 0;
    counts.error_bytes += tree.error_bytes;
    counts.too_deep += tree.depth_limit_hit ? 1 : 0;
  }
  return counts;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_parse FOLDER LANGUAGE [parse|lower]\n");
    return 2;
  }
  const std::string name = argv[2];
  const std::string half = argc > 3 ? argv[3] : "";
  const std::vector<std::string> texts = read_files(argv[1], name);
  std::uint64_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  const int rounds = half.empty() ? 5 : 1;
  for (const auto& language : codelake::syntax::all_languages()) {
    if (language->name() != name) continue;
    Counts counts;
    const double parse = half == "lower" ? 0 : best_seconds(rounds, [&] { parse_only(texts, grammar_of(name)); });
    const double both = half == "parse" ? 0 : best_seconds(rounds, [&] { counts = parse_and_lower(texts, *language); });
    std::printf("%-11s %6zu files %8.2f MB  parse %.3f s (%.1f MB/s)  parse+lower %.3f s (%.2fx)  %zu nodes  "
                "%zu files with errors, %.3f %% of bytes, %zu too deep\n",
                name.c_str(), texts.size(), static_cast<double>(bytes) / 1e6, parse,
                static_cast<double>(bytes) / 1e6 / parse, both, both / parse, counts.nodes, counts.files_with_errors,
                100.0 * static_cast<double>(counts.error_bytes) / static_cast<double>(std::max<std::uint64_t>(1, bytes)),
                counts.too_deep);
  }
  return 0;
}
