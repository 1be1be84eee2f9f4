// SPDX-License-Identifier: Apache-2.0
// osv-scanner.toml, which holds for the lockfiles of its own folder:
//   [[IgnoredVulns]] id, ignoreUntil (a date, from which on it does not hold), reason
//   [[PackageOverrides]] name, version, ecosystem, ignore or vulnerability.ignore, effectiveUntil, reason
#include "scanners/sca/vex/reader.h"

#include "core/toml.h"

namespace codelake::sca::osv_scanner {

namespace {

using yaml::Node;

constexpr std::size_t k_date_bytes = 10;

Statement statement_of(const Node& node, std::string_view until) {
  Statement statement;
  statement.line = node.line;
  statement.reason = node.text_of("reason");
  statement.until = node.text_of(until).substr(0, k_date_bytes);
  return statement;
}

void add_ignored(const Node& node, Statements& into) {
  Statement statement = statement_of(node, "ignoreUntil");
  statement.ids.emplace_back(node.text_of("id"));
  if (statement.ids.front().empty()) {
    into.odd.push_back("line " + std::to_string(node.line) + ": an entry of IgnoredVulns without an id");
  } else {
    into.all.push_back(std::move(statement));
  }
}

void add_override(const Node& node, Statements& into) {
  const Node* vulnerability = node.find("vulnerability");
  const bool ignores = node.text_of("ignore") == "true" || (vulnerability != nullptr && vulnerability->text_of("ignore") == "true");
  if (!ignores) return;  // it says something of licences
  if (!node.text_of("group").empty()) {
    into.odd.push_back("line " + std::to_string(node.line) + ": an override by 'group' is not honoured");
    return;
  }
  Statement statement = statement_of(node, "effectiveUntil");
  statement.packages.push_back({std::string(node.text_of("ecosystem")), std::string(node.text_of("name")), std::string(node.text_of("version"))});
  into.all.push_back(std::move(statement));
}

class OsvScannerReader final : public StatementReader {
 public:
  std::string_view name() const override { return "osv-scanner.toml"; }
  std::string_view file_name() const override { return "osv-scanner.toml"; }

  Result<Statements> read(const StatementSource& source) const override {
    const Node root = TRY(parse_toml(source.text, source.path));
    Statements result;
    result.own_folder = true;
    if (const Node* list = root.find("IgnoredVulns")) {
      for (const Node& node : list->items) add_ignored(node, result);
    }
    if (const Node* list = root.find("PackageOverrides")) {
      for (const Node& node : list->items) add_override(node, result);
    }
    return result;
  }
};

}  // namespace

// The plugin's entry point; scanners/sca/vex/CMakeLists.txt calls it by this name.
std::unique_ptr<StatementReader> make_reader();
std::unique_ptr<StatementReader> make_reader() { return std::make_unique<OsvScannerReader>(); }

}  // namespace codelake::sca::osv_scanner
