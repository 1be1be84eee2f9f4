// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/source_imports.h"

#include "core/hash.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace codelake::sca {

namespace {

constexpr std::size_t k_imports_max = 10'000;
constexpr std::size_t k_names_max = 20'000;

bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}

std::string_view word_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word(text[end])) ++end;
  return text.substr(0, end);
}

// What stands between the first quotes of either kind; empty when there are none.
std::string_view quoted(std::string_view text) {
  const auto start = text.find_first_of("'\"`");
  if (start == std::string_view::npos) return {};
  const auto end = text.find(text[start], start + 1);
  return end == std::string_view::npos ? std::string_view{} : text.substr(start + 1, end - start - 1);
}

class Reader {
 public:
  Reader(std::string_view ecosystem, std::string_view text) : m_text(text) { m_result.ecosystem = ecosystem; }

  SourceImports read(void (Reader::*line_reader)(std::string_view)) {
    for (std::size_t start = 0; start < m_text.size();) {
      const auto end = std::min(m_text.find('\n', start), m_text.size());
      ++m_line;
      (this->*line_reader)(trimmed(m_text.substr(start, end - start)));
      start = end + 1;
    }
    return std::move(m_result);
  }

  // require(…, import(…, … from …: what is looked for are the rarer of their characters.
  void npm_line(std::string_view line) {
    for (auto at = line.find('('); at != std::string_view::npos; at = line.find('(', at + 1)) {
      const std::string_view before = line.substr(0, at);
      if (before.ends_with("require") || before.ends_with("import")) add_npm(quoted(line.substr(at)));
    }
    for (auto at = line.find('f'); at != std::string_view::npos; at = line.find('f', at + 1)) {
      const std::string_view rest = line.substr(at);
      if (rest.starts_with("from ") || rest.starts_with("from'") || rest.starts_with("from\"")) add_npm(quoted(rest.substr(4)));
    }
    if (line.starts_with("import '") || line.starts_with("import \"")) add_npm(quoted(line));
  }

  void python_line(std::string_view line) {
    if (line.starts_with("from ")) add(lower(word_at(trimmed(line.substr(5)))));
    if (!line.starts_with("import ")) return;
    line.remove_prefix(7);
    while (true) {
      add(lower(word_at(trimmed(line))));
      const auto comma = line.find(',');
      if (comma == std::string_view::npos) return;
      line.remove_prefix(comma + 1);
    }
  }

  void java_line(std::string_view line) {
    if (!line.starts_with("import ")) return;
    line = trimmed(line.substr(7));
    if (line.starts_with("static ")) line = trimmed(line.substr(7));
    std::size_t end = 0;
    while (end < line.size() && (is_word(line[end]) || line[end] == '.')) ++end;
    add(std::string(line.substr(0, end)));
  }

  void go_line(std::string_view line) {
    if (line.starts_with("import ") || line.starts_with("import(")) {
      m_in_block = line.find('(') != std::string_view::npos;
      add(std::string(quoted(line)));
    } else if (m_in_block && line.starts_with(')')) {
      m_in_block = false;
    } else if (m_in_block) {
      add(std::string(quoted(line)));
    } else {
      add_names(line, ".");
    }
  }

  void rust_line(std::string_view line) {
    if (line.starts_with("pub use ")) line.remove_prefix(4);
    if (line.starts_with("use ")) add(std::string(word_at(trimmed(line.substr(4)))));
    if (line.starts_with("extern crate ")) add(std::string(word_at(trimmed(line.substr(13)))));
    for (auto at = line.find("::"); at != std::string_view::npos; at = line.find("::", at + 2)) {
      std::size_t start = at;
      while (start > 0 && is_word(line[start - 1])) --start;
      const bool first = start < 2 || line.substr(start - 2, 2) != "::";
      if (first && start < at && is_lower(line[start])) add(std::string(line.substr(start, at - start)));
    }
    add_names(line, "::");
    add_names(line, ".");
  }

  void ruby_line(std::string_view line) {
    if (line.starts_with("require ") || line.starts_with("require(") || line.starts_with("gem "))
      add(std::string(quoted(line)));
  }

  void php_line(std::string_view line) {
    if (!line.starts_with("use ")) return;
    line = trimmed(line.substr(4));
    if (line.starts_with('\\')) line.remove_prefix(1);
    if (line.find('\\') != std::string_view::npos) add(lower(word_at(line)));
  }

 private:
  void add(std::string name) {
    auto& imports = m_result.imports;
    if (name.empty() || imports.size() >= k_imports_max || name == m_last) return;
    m_last = name;
    imports.push_back({std::move(name), m_line});
  }

  void add_npm(std::string_view path) {
    if (path.empty() || path.front() == '.' || path.front() == '/') return;
    if (path.starts_with("node:")) return;
    auto end = path.find('/');
    if (path.front() == '@' && end != std::string_view::npos) end = path.find('/', end + 1);
    add(std::string(path.substr(0, end)));
  }

  void add_names(std::string_view line, std::string_view mark) {
    for (auto at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + mark.size())) {
      const std::string_view name = word_at(line.substr(at + mark.size()));
      if (!name.empty() && m_result.names.size() < k_names_max) m_result.names.push_back(name_hash(name));
    }
  }

  std::string_view m_text;
  std::uint32_t m_line = 0;
  bool m_in_block = false;
  std::string m_last;
  SourceImports m_result;
};

struct Language {
  std::string_view name;
  std::string_view ecosystem;
  void (Reader::*line)(std::string_view);
};

constexpr std::array<Language, 10> k_languages = {{{"go", "Go", &Reader::go_line},
                                                   {"java", "Maven", &Reader::java_line},
                                                   {"javascript", "npm", &Reader::npm_line},
                                                   {"kotlin", "Maven", &Reader::java_line},
                                                   {"php", "Packagist", &Reader::php_line},
                                                   {"python", "PyPI", &Reader::python_line},
                                                   {"ruby", "RubyGems", &Reader::ruby_line},
                                                   {"rust", "crates.io", &Reader::rust_line},
                                                   {"tsx", "npm", &Reader::npm_line},
                                                   {"typescript", "npm", &Reader::npm_line}}};

const Language* language_of(std::string_view name) {
  const auto found = std::find_if(k_languages.begin(), k_languages.end(),
                                  [&](const Language& language) { return language.name == name; });
  return found == k_languages.end() ? nullptr : &*found;
}

}  // namespace

std::string_view ecosystem_of_language(std::string_view language) {
  const Language* found = language_of(language);
  return found == nullptr ? std::string_view{} : found->ecosystem;
}

SourceImports read_imports(std::string_view language, std::string_view text) {
  const Language* found = language_of(language);
  if (found == nullptr) return {};
  SourceImports result = Reader(found->ecosystem, text).read(found->line);
  std::sort(result.names.begin(), result.names.end());
  result.names.erase(std::unique(result.names.begin(), result.names.end()), result.names.end());
  return result;
}

std::uint64_t name_hash(std::string_view identifier) {
  return fast_hash(identifier);
}

}  // namespace codelake::sca
