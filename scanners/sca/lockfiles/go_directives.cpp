// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/go_directives.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca {

namespace {

constexpr std::size_t k_words_max = 8;

std::string_view take_digits(std::string_view& text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

// Whether a version is that of a release ("1.21.5", "1.22rc1"); "1.21" is one of the language.
bool is_release(std::string_view version) {
  if (take_digits(version).empty() || !version.starts_with('.')) return false;
  version.remove_prefix(1);
  if (take_digits(version).empty()) return false;
  for (const std::string_view mark : {".", "rc", "beta"}) {
    if (!version.starts_with(mark)) continue;
    version.remove_prefix(mark.size());
    return !take_digits(version).empty() && version.empty();
  }
  return false;
}

void add_tool(LockfileBuilder& builder, std::string_view name, std::string_view version, std::uint32_t line) {
  Package& tool = builder.add(name, is_release(version) ? version : "", line);
  tool.requirement = ">=" + std::string(version);
  tool.direct = true;
  tool.direct_known = true;
}

}  // namespace

std::vector<std::string_view> go_words(std::string_view line) {
  std::vector<std::string_view> words;
  while (words.size() < k_words_max) {
    line = trimmed(line);
    if (line.empty()) break;
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    words.push_back(unquoted(line.substr(0, end)));
    line.remove_prefix(end);
  }
  return words;
}

std::vector<GoDirective> go_directives(std::string_view text) {
  std::vector<GoDirective> directives;
  std::string_view block;
  for (const Line& line : lines_of(text)) {
    const auto slashes = line.text.find("//");
    GoDirective directive;
    directive.line = line.number;
    directive.values = go_words(line.text.substr(0, slashes));
    if (slashes != std::string_view::npos) directive.comment = trimmed(line.text.substr(slashes + 2));
    if (directive.values.empty()) continue;
    if (block.empty()) {
      directive.word = directive.values.front();
      directive.values.erase(directive.values.begin());
      if (directive.values.size() == 1 && directive.values.front() == "(") {
        block = directive.word;
        continue;
      }
    } else if (directive.values.front() == ")") {
      block = {};
      continue;
    } else {
      directive.word = block;
    }
    directives.push_back(std::move(directive));
  }
  return directives;
}

bool lists_direct_only(const std::vector<GoDirective>& directives) {
  for (const GoDirective& directive : directives) {
    if (directive.word != "go" || directive.values.size() != 1) continue;
    const std::string_view version = directive.values.front();
    const auto dot = version.find('.');
    if (version.substr(0, dot) != "1" || dot == std::string_view::npos) return false;
    const std::string_view minor = version.substr(dot + 1, version.find('.', dot + 1) - dot - 1);
    return compare_numbers(minor.substr(0, minor.find_first_not_of("0123456789")), "17") < 0;
  }
  return std::any_of(directives.begin(), directives.end(),
                     [](const GoDirective& directive) { return directive.word == "module"; });
}

void add_go_tools(LockfileBuilder& builder, const std::vector<GoDirective>& directives) {
  std::string_view library;
  std::uint32_t library_line = 0;
  for (const GoDirective& directive : directives) {
    if (directive.values.size() != 1) continue;
    std::string_view version = directive.values.front();
    const bool toolchain = directive.word == "toolchain" && version.starts_with("go");
    if (toolchain) version = version.substr(2, version.find('-') - 2);  // "go1.22.0-vendor" is 1.22.0 with changes
    if (toolchain) add_tool(builder, "toolchain", version, directive.line);
    if (!toolchain && directive.word != "go") continue;
    library = version;  // the toolchain line comes after the go line and is never less
    library_line = directive.line;
  }
  if (!library.empty()) add_tool(builder, "stdlib", library, library_line);
}

}  // namespace codelake::sca
