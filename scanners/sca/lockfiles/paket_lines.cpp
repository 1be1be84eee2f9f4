// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/lockfiles/paket_lines.h"

#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

namespace codelake::sca {

namespace {

// "~> 1.0 lowest_matching: true" without the options: the words of a range hold digits and operators only.
std::string range_of(std::string_view text) {
  std::string range;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text = trimmed(text.substr(end));
    if (is_letter(word.front())) break;
    range += (range.empty() ? "" : " ") + std::string(word);
  }
  return range;
}

std::string_view without_comment(std::string_view line) {
  const auto hash = line.find('#');
  auto slashes = line.find("//");
  if (slashes != std::string_view::npos && slashes > 0 && line[slashes - 1] == ':')
    slashes = std::string_view::npos;
  return trimmed(line.substr(0, std::min(hash, slashes)));
}

}  // namespace

std::string paket_group_of(std::string_view name) {
  const std::string word = lower(name);
  if (word.find("test") != std::string::npos) return "test";
  const bool dev = word.find("build") != std::string::npos || word.find("doc") != std::string::npos ||
                   word.find("dev") != std::string::npos;
  return dev ? "dev" : "prod";
}

std::vector<PaketDependency> paket_dependencies_in(std::string_view text) {
  std::vector<PaketDependency> found;
  std::string group = "prod";
  for (const Line& line : lines_of(text)) {
    const std::string_view content = without_comment(line.text);
    const auto space = std::min(content.find(' '), content.size());
    const std::string word = lower(content.substr(0, space));
    const std::string_view rest = trimmed(content.substr(space));
    if (word == "group") group = paket_group_of(rest);
    if (rest.empty() || (word != "nuget" && word != "github")) continue;
    PaketDependency dependency;
    dependency.github = word == "github";
    const auto end = std::min(rest.find(dependency.github ? ':' : ' '), rest.size());
    const std::string_view after = trimmed(rest.substr(std::min(end + 1, rest.size())));
    dependency.wanted = {std::string(rest.substr(0, end)),
                         dependency.github ? std::string(after) : range_of(after), group};
    dependency.line = line.number;
    found.push_back(std::move(dependency));
  }
  return found;
}

}  // namespace codelake::sca
