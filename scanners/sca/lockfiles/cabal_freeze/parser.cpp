// SPDX-License-Identifier: Apache-2.0
// cabal.project.freeze: "constraints: any.name ==1.0, name +flag, …" over several lines; "--" begins a
// comment.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca::cabal_freeze {

namespace {

void add(LockfileBuilder& builder, std::string_view constraint, std::uint32_t line) {
  const auto equals = constraint.find("==");
  if (equals == std::string_view::npos) return;  // a flag
  std::string_view name = trimmed(constraint.substr(0, equals));
  if (name.starts_with("any.")) name.remove_prefix(4);
  const std::string_view version = trimmed(constraint.substr(equals + 2));
  if (name.empty() || version.empty()) return builder.odd_line(line, "name ==version expected");
  builder.add(name, version, line);
}

class FreezeParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "cabal.project.freeze"; }
  std::string_view ecosystem() const override { return "Hackage"; }
  FileNames names() const override { return {"cabal.project.freeze"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    for (const Line& line : lines_of(file.text())) {
      std::string_view rest = line.text;
      if (rest.starts_with("--")) continue;
      if (rest.starts_with("constraints:")) rest = rest.substr(rest.find(':') + 1);
      while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        add(builder, rest.substr(0, comma), line.number);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
      }
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<FreezeParser>();
}

}  // namespace codelake::sca::cabal_freeze
