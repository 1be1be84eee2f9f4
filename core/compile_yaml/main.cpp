// SPDX-License-Identifier: Apache-2.0
// A tool of the build: codelake_compile_yaml BASE OUT FILE… reads the YAML files FILE… below BASE and writes the image of
// each (core/yaml_image.h) to the same path below OUT.
#include "core/file.h"
#include "core/yaml_image.h"

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace codelake {
namespace {

constexpr std::uint64_t k_file_bytes_max = 4U << 20;

Result<void> compile(const std::string& base, const std::string& out, const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    const std::filesystem::path target = std::filesystem::path(out) / std::filesystem::path(file).lexically_relative(base);
    TRY(make_directory(target.parent_path().string()));
    const yaml::Node document = TRY(yaml::parse(TRY(read_file(file, k_file_bytes_max)), file));
    TRY(write_file_atomically(target.string(), yaml::image_of(document)));
  }
  return {};
}

}  // namespace
}  // namespace codelake

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const auto done = codelake::compile(argv[1], argv[2], {argv + 3, argv + argc});
  if (!done) std::fprintf(stderr, "%s\n", done.error().text().c_str());
  return done ? 0 : 2;
}
