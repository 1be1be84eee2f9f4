// SPDX-License-Identifier: Apache-2.0
// setup.cfg of setuptools: in [options] "install_requires", "tests_require" and "setup_requires", in
// [options.extras_require] any key; a requirement after PEP 508 on each line of the value.
#include "scanners/sca/lockfiles/python_project.h"
#include "scanners/sca/lockfiles/python_requirement.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca::setup_cfg {

namespace {

// The group of a key; empty when its value is no list of requirements.
std::string group_of(std::string_view section, std::string_view key) {
  if (section == "[options.extras_require]") return "optional";
  if (section != "[options]") return {};
  if (key == "install_requires") return "prod";
  if (key == "tests_require") return "test";
  return key == "setup_requires" ? "dev" : "";
}

void read(LockfileBuilder& builder, std::string_view text) {
  std::string_view section;
  std::string group;
  for (const Line& line : lines_of(text)) {
    std::string_view content = line.text;
    if (content.front() == '#' || content.front() == ';') continue;
    if (line.indent == 0) {
      group.clear();
      if (content.front() == '[') section = content;
      const auto equals = content.find('=');
      if (content.front() == '[' || equals == std::string_view::npos) continue;
      group = group_of(section, trimmed(content.substr(0, equals)));
      content = trimmed(content.substr(equals + 1));
    }
    if (group.empty() || content.empty()) continue;
    if (!add_python_requirement(builder, content, line.number, group)) {
      builder.odd_line(line.number, "no requirement");
      continue;
    }
    builder.last().direct = true;
    builder.last().direct_known = true;
  }
}

class SetupCfgParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "setup.cfg"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return {"setup.cfg"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    read(builder, file.text());
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (python_manifest_is_locked(path, files)) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<SetupCfgParser>();
}

}  // namespace codelake::sca::setup_cfg
