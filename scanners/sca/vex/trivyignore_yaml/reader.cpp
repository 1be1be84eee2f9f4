// SPDX-License-Identifier: Apache-2.0
// .trivyignore.yaml: vulnerabilities: [{id, paths: [glob], purls: [purl], expired_at: YYYY-MM-DD, statement}]. What it says
// of misconfigurations, secrets and licences is not ours.
#include "scanners/sca/vex/reader.h"

namespace codelake::sca::trivyignore_yaml {

namespace {

using yaml::Node;

class TrivyIgnoreYamlReader final : public StatementReader {
 public:
  std::string_view name() const override { return ".trivyignore.yaml"; }
  std::string_view file_name() const override { return ".trivyignore.yaml"; }

  Result<Statements> read(const StatementSource& source) const override {
    const Node root = TRY(yaml::parse(source.text, source.path));
    Statements result;
    const Node* list = root.find("vulnerabilities");
    if (list == nullptr) return result;
    for (const Node& node : list->items) {
      Statement statement;
      statement.line = node.line;
      statement.reason = node.text_of("statement");
      statement.until = node.text_of("expired_at");
      statement.ids.emplace_back(node.text_of("id"));
      if (statement.ids.front().empty()) {
        result.odd.push_back("line " + std::to_string(node.line) + ": an entry without an id");
        continue;
      }
      if (const Node* paths = node.find("paths")) {
        for (const Node& path : paths->items) statement.paths.emplace_back(path.text);
      }
      if (const Node* purls = node.find("purls")) {
        statement.names_product = !purls->items.empty();
        for (const Node& purl : purls->items) {
          if (auto pattern = pattern_of_purl(purl.text)) statement.packages.push_back(std::move(*pattern));
        }
      }
      result.all.push_back(std::move(statement));
    }
    return result;
  }
};

}  // namespace

// The plugin's entry point; scanners/sca/vex/CMakeLists.txt calls it by this name.
std::unique_ptr<StatementReader> make_reader();
std::unique_ptr<StatementReader> make_reader() { return std::make_unique<TrivyIgnoreYamlReader>(); }

}  // namespace codelake::sca::trivyignore_yaml
