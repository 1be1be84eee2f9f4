// SPDX-License-Identifier: Apache-2.0
// secrets_throughput FOLDER…: how fast matching of the built-in secret rules alone, and the whole secrets scanner, go
// over the files of some folders, on one core, with the files in memory: processor time, the best of several rounds.
#include "core/config.h"
#include "core/encoding.h"
#include "core/file.h"
#include "core/file_type.h"
#include "core/scanner.h"
#include "scanners/secrets/builtin_rules.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>

namespace codelake::secrets {
Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);
}
namespace {

using codelake::SourceFile;

constexpr int k_rounds = 7;

std::vector<SourceFile> load(const char* folder) {
  std::vector<SourceFile> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    auto bytes = codelake::read_file(entry.path().string(), 16U << 20);
    if (!bytes) continue;
    codelake::FileInfo info;
    info.path = entry.path().lexically_relative(folder).string();
    info.language = codelake::language_of_path(info.path);
    codelake::Decoded decoded = codelake::decode(std::move(*bytes), info.path);
    if (!decoded.traits.binary) files.emplace_back(std::move(info), std::move(decoded.text), decoded.traits);
  }
  return files;
}

std::size_t bytes_of(const std::vector<SourceFile>& files) {
  std::size_t total = 0;
  for (const SourceFile& file : files) total += file.text().size();
  return total;
}

double seconds_of(int rounds, const std::function<void()>& work) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const std::clock_t start = std::clock();
    work();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

void print(std::string_view what, std::size_t bytes, double seconds) {
  std::printf("  %-12.*s %8.1f MB %9.4f s %7.2f GB/s\n", static_cast<int>(what.size()), what.data(),
              static_cast<double>(bytes) / 1e6, seconds, static_cast<double>(bytes) / 1e9 / seconds);
}

void engine(const std::vector<SourceFile>& files) {
  const codelake::secrets::Engine rules = codelake::secrets::builtin_engine();
  print("matching", bytes_of(files), seconds_of(k_rounds, [&] {
          for (const SourceFile& file : files) rules.find(file.text());
        }));
}

void whole_scanner(const std::vector<SourceFile>& files) {
  const codelake::Config config;
  codelake::ScannerOptions options;
  options.config = &config;
  options.fingerprint_key = "bench";
  const double start_up = seconds_of(k_rounds, [&] {
    const auto scanner = codelake::secrets::make_scanner(options);
    codelake::ScanContext empty("secrets", "empty");
    if (scanner) (*scanner)->scan_file(empty, SourceFile({}, "nothing here", {}));
  });
  std::printf("  %-12s %.2f ms\n", "start-up", start_up * 1e3);
  const auto scanner = codelake::secrets::make_scanner(options);
  if (!scanner) return;
  print("scanner", bytes_of(files), seconds_of(k_rounds, [&] {
          for (const SourceFile& file : files) {
            codelake::ScanContext context("secrets", file.path());
            (*scanner)->scan_file(context, file);
          }
        }));
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::vector<SourceFile> files = load(argv[i]);
    std::printf("%s: %zu text files\n", argv[i], files.size());
    engine(files);
    whole_scanner(files);
  }
  return argc < 2 ? 2 : 0;
}
