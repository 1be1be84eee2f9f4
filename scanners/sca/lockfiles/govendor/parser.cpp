// SPDX-License-Identifier: Apache-2.0
// vendor/modules.txt, written by `go mod vendor`: each module whose packages were copied, and whether go.mod
// names it.
//
//   # example.com/a v1.2.0
//   ## explicit; go 1.19
//   example.com/a/inner
//   # example.com/b v1.0.0 => example.com/fork v1.0.1        a replacement; without a version, a folder
//
// A go.mod from 1.17 on lists the same modules and more: then it counts.
#include "scanners/sca/lockfiles/go_directives.h"
#include "scanners/sca/lockfiles/project_files.h"

#include <algorithm>

namespace codelake::sca::govendor {

namespace {

void read(LockfileBuilder& builder, std::string_view text) {
  Package* last = nullptr;
  for (const Line& line : lines_of(text)) {
    if (line.text.starts_with("## explicit") && last != nullptr) last->direct = true;
    if (!line.text.starts_with("# ")) continue;
    const auto words = go_words(line.text.substr(2));
    const auto arrow = static_cast<std::size_t>(std::find(words.begin(), words.end(), "=>") - words.begin());
    const std::size_t after = words.size() - std::min(arrow + 1, words.size());
    last = nullptr;
    if (arrow == 1 && after != 0) continue;  // at the end, replacements of all versions are told again
    if (arrow != 2) {
      builder.odd_line(line.number, "a module and its version expected");
      continue;
    }
    const bool folder = after == 1;
    const std::size_t at = after == 2 ? arrow + 1 : 0;
    last = &builder.add(words[at], words[at + 1], line.number);
    last->direct_known = true;
    if (folder) last->source = PackageSource::path;
    if (folder) last->origin = words[arrow + 1];
  }
}

class VendorParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "modules.txt"; }
  std::string_view ecosystem() const override { return "Go"; }
  bool takes(std::string_view path) const override {
    return path == "vendor/modules.txt" || path.ends_with("/vendor/modules.txt");
  }
  bool takes_vendored() const override { return true; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    read(builder, file.text());
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    const auto mod = path_from(folder_of(path), "../go.mod");
    const SourceFile* file = mod ? files.source(*mod) : nullptr;
    if (file != nullptr && !lists_direct_only(go_directives(file->text()))) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<VendorParser>();
}

}  // namespace codelake::sca::govendor
