// SPDX-License-Identifier: Apache-2.0
// go.mod (the "go.mod file reference"). From "go 1.17" on it lists every module the build needs, indirect
// ones marked so. `replace old [version] => new version` takes another module in its place, `replace old =>
// ./folder` a folder. The `go` and `toolchain` lines name the least version wanted, not the one built with:
// the standard library is unresolved.
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::gomod {

namespace {

struct Requirement {
  std::string_view module;
  std::string_view version;
  bool indirect = false;
  std::uint32_t line = 0;
};

struct Replacement {
  std::string_view module;
  std::string_view version;  // empty: there is a folder in its place
};

std::string_view unquoted(std::string_view word) {
  const bool quoted =
      word.size() >= 2 && (word.front() == '"' || word.front() == '`') && word.back() == word.front();
  return quoted ? word.substr(1, word.size() - 2) : word;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (words.size() < 8) {
    line = trimmed(line);
    if (line.empty()) break;
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    words.push_back(unquoted(line.substr(0, end)));
    line.remove_prefix(end);
  }
  return words;
}

// "go 1.16" and before: the file does not list what its modules need.
bool lists_direct_only(std::string_view go_version) {
  const auto dot = go_version.find('.');
  if (go_version.substr(0, dot) != "1" || dot == std::string_view::npos) return false;
  const std::string_view minor = go_version.substr(dot + 1, go_version.find('.', dot + 1) - dot - 1);
  return compare_numbers(minor, "17") < 0;
}

class GoModReader {
 public:
  explicit GoModReader(LockfileBuilder& builder) : m_builder(builder) {}

  void read(std::string_view text) {
    std::size_t offset = 0;
    std::string_view line;
    for (std::uint32_t number = 1; next_line(text, offset, line); ++number) read_line(line, number);
    for (const Requirement& requirement : m_requirements) add(requirement);
  }

 private:
  void read_line(std::string_view line, std::uint32_t number) {
    const auto comment = line.find("//");
    const bool indirect =
        comment != std::string_view::npos && trimmed(line.substr(comment + 2)).starts_with("indirect");
    auto words = words_of(line.substr(0, comment));
    if (words.empty()) return;
    if (!m_block.empty() && words.front() == ")") {
      m_block = {};
      return;
    }
    if (m_block.empty()) {
      const std::string_view directive = words.front();
      if (words.size() == 2 && words[1] == "(") {
        m_block = directive;
        return;
      }
      words.erase(words.begin());
      return directive_line(directive, words, {{}, {}, indirect, number});
    }
    directive_line(m_block, words, {{}, {}, indirect, number});
  }

  void directive_line(std::string_view directive, const std::vector<std::string_view>& words,
                      Requirement at) {
    if (directive == "require") {
      if (words.size() != 2) return m_builder.odd_line(at.line, "a module and its version expected");
      at.module = words[0];
      at.version = words[1];
      m_requirements.push_back(at);
    } else if (directive == "replace") {
      replace(words, at.line);
    } else if (directive == "go" && words.size() == 1) {
      Package& library = m_builder.add("stdlib", "", at.line);
      library.requirement = ">=" + std::string(words[0]);
      library.direct = true;
      library.direct_known = true;
      if (lists_direct_only(words[0])) {
        m_builder.note(NoticeKind::partly_parsed,
                       "before \"go 1.17\" go.mod does not list indirect dependencies");
      }
    }
  }

  void replace(const std::vector<std::string_view>& words, std::uint32_t line) {
    const auto arrow = std::find(words.begin(), words.end(), "=>") - words.begin();
    const auto after = static_cast<std::ptrdiff_t>(words.size()) - arrow - 1;
    if (arrow < 1 || arrow > 2 || after < 1 || after > 2) return m_builder.odd_line(line, "no replacement");
    std::string from(words[0]);
    if (arrow == 2) from += "@" + std::string(words[1]);
    const auto target = static_cast<std::size_t>(arrow) + 1;
    m_replacements[from] = {words[target], after == 2 ? words[target + 1] : std::string_view{}};
  }

  void add(const Requirement& requirement) {
    auto replaced =
        m_replacements.find(std::string(requirement.module) + "@" + std::string(requirement.version));
    if (replaced == m_replacements.end()) replaced = m_replacements.find(std::string(requirement.module));
    const bool is_replaced = replaced != m_replacements.end();
    const bool folder = is_replaced && replaced->second.version.empty();
    const bool other = is_replaced && !folder;
    Package& package =
        m_builder.add(other ? replaced->second.module : requirement.module,
                      other ? replaced->second.version : requirement.version, requirement.line);
    if (folder) package.source = PackageSource::path;
    package.direct = !requirement.indirect;
    package.direct_known = true;
  }

  LockfileBuilder& m_builder;
  std::string_view m_block;
  std::vector<Requirement> m_requirements;
  std::unordered_map<std::string, Replacement> m_replacements;
};

class GoModParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "go.mod"; }
  std::string_view ecosystem() const override { return "Go"; }
  bool takes(std::string_view path) const override { return file_name(path) == "go.mod"; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    GoModReader(builder).read(file.text());
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<GoModParser>();
}

}  // namespace codelake::sca::gomod
