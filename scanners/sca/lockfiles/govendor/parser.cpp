// SPDX-License-Identifier: Apache-2.0
// vendor/modules.txt, written by `go mod vendor`: each module whose packages were copied, and whether go.mod
// names it.
//
//   # example.com/a v1.2.0
//   ## explicit; go 1.19
//   example.com/a/inner
//   # example.com/b v1.0.0 => example.com/fork v1.0.1        a replacement; without a version, a folder
//
// A module of which no package is named was not copied. A go.mod from 1.17 on lists the same modules and
// more: then it counts.
#include "scanners/sca/lockfiles/go_directives.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::govendor {

namespace {

bool is_version(std::string_view text) {
  return text.size() > 1 && text.front() == 'v' && is_digit(text[1]);
}

// One module of the list; known to be vendored once a line names a package of it.
struct Module {
  std::vector<std::string_view> words;  // name, version, "=>" and what is taken instead
  std::uint32_t line = 0;
  bool direct = false;
  bool vendored = false;
};

// "name version", "name version => name version", "name version => folder", or without the first version;
// nothing when it is none of these.
void add(LockfileBuilder& builder, const Module& module) {
  if (!module.vendored) return;
  const auto& words = module.words;
  const auto arrow = static_cast<std::size_t>(std::find(words.begin(), words.end(), "=>") - words.begin());
  const bool replaced = arrow < words.size();
  const bool folder = replaced && words.size() == arrow + 2;
  const std::size_t at = replaced && !folder ? arrow + 1 : 0;
  const bool version = at + 1 < words.size() && is_version(words[at + 1]);
  const bool known = version && words.size() == at + (folder ? arrow + 2 : 2);
  if (!known) return builder.odd_line(module.line, "a module and its version expected");
  Package& package = builder.add(words[at], words[at + 1], module.line);
  package.direct = module.direct;
  package.direct_known = true;
  if (!folder) return;
  package.source = PackageSource::path;
  package.origin = words.back();
}

void read(LockfileBuilder& builder, std::string_view text) {
  Module module;
  for (const Line& line : lines_of(text)) {
    if (!line.text.starts_with('#')) {
      module.vendored = !module.words.empty();
    } else if (line.text.starts_with("## explicit")) {
      module.direct = true;
    } else if (line.text.starts_with("# ")) {
      add(builder, module);
      module = {go_words(line.text.substr(2)), line.number, false, false};
    }
  }
  add(builder, module);
}

class VendorParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "modules.txt"; }
  std::string_view ecosystem() const override { return "Go"; }
  FileNames names() const override { return {"modules.txt"}; }
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
