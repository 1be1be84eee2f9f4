// SPDX-License-Identifier: Apache-2.0
// .trivyignore: one id a line, "exp:YYYY-MM-DD" behind it for the day from which on it does not hold, "#" for comments.
// Ids of misconfigurations and secrets stand there, too; they are not ours.
#include "scanners/sca/vex/reader.h"

#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::trivyignore {

namespace {

constexpr std::string_view k_until = "exp:";

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(" \t"); at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    words.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(" \t", end);
  }
  return words;
}

// "CVE-2024-1", "GHSA-…": the name of a database in capitals, then '-'; AVD is that of misconfigurations. The ids of
// secrets ("aws-access-key-id") are in small letters.
bool is_advisory(std::string_view id) {
  return id.find('-') != std::string_view::npos && id.front() >= 'A' && id.front() <= 'Z' && !id.starts_with("AVD-");
}

class TrivyIgnoreReader final : public StatementReader {
 public:
  std::string_view name() const override { return ".trivyignore"; }
  std::string_view file_name() const override { return ".trivyignore"; }

  Result<Statements> read(const StatementSource& source) const override {
    Statements result;
    for (const Line& line : lines_of(source.text)) {
      const auto words = words_of(line.text.substr(0, line.text.find('#')));
      if (words.empty() || !is_advisory(words.front())) continue;
      Statement statement;
      statement.line = line.number;
      statement.ids.emplace_back(words.front());
      for (const std::string_view word : words) {
        if (word.starts_with(k_until)) statement.until = word.substr(k_until.size());
      }
      result.all.push_back(std::move(statement));
    }
    return result;
  }
};

}  // namespace

// The plugin's entry point; scanners/sca/vex/CMakeLists.txt calls it by this name.
std::unique_ptr<StatementReader> make_reader();
std::unique_ptr<StatementReader> make_reader() { return std::make_unique<TrivyIgnoreReader>(); }

}  // namespace codelake::sca::trivyignore
