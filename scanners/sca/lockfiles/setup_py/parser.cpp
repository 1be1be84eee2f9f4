// SPDX-License-Identifier: Apache-2.0
// setup.py: a program, never run. What stands as plain strings in the lists given to install_requires,
// tests_require, setup_requires and extras_require is taken; what is computed is not, and a keyword given
// something else than a list, tuple or mapping is noted.
//
//   install_requires=["requests==2.31.0", 'flask>=2'],
//   extras_require={"test": ["pytest"]},
#include "scanners/sca/lockfiles/python_project.h"
#include "scanners/sca/lockfiles/python_requirement.h"
#include "scanners/sca/versions/characters.h"

#include <array>

namespace codelake::sca::setup_py {

namespace {

struct Keyword {
  std::string_view name;
  std::string_view group;
};
constexpr std::array<Keyword, 4> k_keywords = {{{"install_requires", "prod"},
                                                {"tests_require", "test"},
                                                {"extras_require", "optional"},
                                                {"setup_requires", "dev"}}};

class SetupReader {
 public:
  SetupReader(const SourceFile& file, LockfileBuilder& builder)
      : m_text(file.text()), m_file(file), m_builder(builder) {}

  void read() {
    for (const Keyword& keyword : k_keywords) {
      for (auto at = m_text.find(keyword.name); at != std::string_view::npos;
           at = m_text.find(keyword.name, at + 1)) {
        value_of(keyword, at + keyword.name.size());
      }
    }
  }

 private:
  std::size_t skip_space(std::size_t at) const {
    return std::min(m_text.find_first_not_of(" \t\r\n", at), m_text.size());
  }

  // Reads what follows "install_requires" when it is "= [".
  void value_of(const Keyword& keyword, std::size_t at) {
    at = skip_space(at);
    if (at >= m_text.size() || m_text[at] != '=' || m_text.substr(at, 2) == "==") return;
    at = skip_space(at + 1);
    if (at >= m_text.size()) return;
    if (m_text[at] != '[' && m_text[at] != '(' && m_text[at] != '{') {
      if (m_text.substr(at, keyword.name.size()) == keyword.name)
        return;  // a variable of that name, read where it is set
      return m_builder.note(NoticeKind::partly_parsed, "line " + std::to_string(line_at(at)) + ": " +
                                                           std::string(keyword.name) + " is computed");
    }
    strings(at, std::string(keyword.group));
  }

  // The strings up to the bracket that closes the one at `at`.
  void strings(std::size_t at, const std::string& group) {
    int depth = 0;
    while (at < m_text.size()) {
      const char c = m_text[at];
      if (c == '#') {
        at = std::min(m_text.find('\n', at), m_text.size());
      } else if (c == '"' || c == '\'') {
        at = string(at, group);
      } else {
        if (c == '[' || c == '(' || c == '{') ++depth;
        if (c == ']' || c == ')' || c == '}') --depth;
        if (depth == 0) return;
        ++at;
      }
    }
  }

  // One string, and where it ends. One that a colon follows is the key of a mapping.
  std::size_t string(std::size_t at, const std::string& group) {
    const char quote = m_text[at];
    const auto end = m_text.find(quote, at + 1);
    if (end == std::string_view::npos) return m_text.size();
    const auto next = skip_space(end + 1);
    const std::string_view content = m_text.substr(at + 1, end - at - 1);
    const bool key = next < m_text.size() && m_text[next] == ':';
    const bool part =
        next < m_text.size() && (m_text[next] == '%' || m_text[next] == '+' || m_text[next] == '.');
    if (!key && !part && !trimmed(content).empty()) requirement(content, line_at(at), group);
    return end + 1;
  }

  void requirement(std::string_view text, std::uint32_t line, const std::string& group) {
    if (!add_python_requirement(m_builder, text, line, group))
      return m_builder.odd_line(line, "no requirement");
    m_builder.last().direct = true;
    m_builder.last().direct_known = true;
  }

  std::uint32_t line_at(std::size_t offset) const { return m_file.lines().position(offset).line; }

  std::string_view m_text;
  const SourceFile& m_file;
  LockfileBuilder& m_builder;
};

class SetupPyParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "setup.py"; }
  std::string_view ecosystem() const override { return "PyPI"; }
  FileNames names() const override { return {"setup.py"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    SetupReader(file, builder).read();
    return builder.finish();
  }

  void complete(Lockfile& lockfile, const std::string& path, const ProjectFiles& files) const override {
    if (python_manifest_is_locked(path, files)) supersede(lockfile);
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<SetupPyParser>();
}

}  // namespace codelake::sca::setup_py
