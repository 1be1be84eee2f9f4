// SPDX-License-Identifier: Apache-2.0
// OpenVEX 0.2.0: {"@context": "https://openvex.dev/ns/…", "statements": [{"vulnerability": {"name", "aliases"},
// "products": [{"@id", "identifiers": {"purl"}, "subcomponents": […]}], "status", "justification", …}]}. A product is the
// project or a package; where it has subcomponents these are the packages. In 0.0.x a vulnerability and a product are texts.
#include "scanners/sca/vex/reader.h"

namespace codelake::sca::openvex {

namespace {

using yaml::Node;

std::optional<Decision> decision_of(std::string_view status) {
  for (const Decision decision : {Decision::not_affected, Decision::fixed, Decision::affected, Decision::under_investigation}) {
    if (to_text(decision) == status) return decision;
  }
  return std::nullopt;
}

void add_vulnerability(Statement& statement, const Node& vulnerability) {
  if (vulnerability.is_scalar()) statement.ids.push_back(vulnerability.text);
  for (const std::string_view key : {"name", "@id"}) {
    std::string id(vulnerability.text_of(key));
    id.erase(0, id.rfind('/') + 1);  // an identifier may be an address that ends in it
    if (!id.empty()) statement.ids.push_back(std::move(id));
  }
  const Node* aliases = vulnerability.find("aliases");
  if (aliases == nullptr) return;
  for (const Node& alias : aliases->items) statement.ids.push_back(alias.text);
}

void add_component(Statement& statement, const Node& component) {
  const Node* identifiers = component.find("identifiers");
  std::string_view purl = identifiers == nullptr ? std::string_view{} : identifiers->text_of("purl");
  if (purl.empty()) purl = component.is_scalar() ? std::string_view(component.text) : component.text_of("@id");
  if (auto pattern = pattern_of_purl(purl)) statement.packages.push_back(std::move(*pattern));
}

void add_products(Statement& statement, const Node& products) {
  for (const Node& product : products.items) {
    statement.names_product = true;
    const Node* parts = product.find("subcomponents");
    if (parts == nullptr || parts->items.empty()) {
      add_component(statement, product);
      continue;
    }
    for (const Node& part : parts->items) add_component(statement, part);
  }
}

std::string reason_of(const Node& node) {
  std::string reason;
  for (const std::string_view key : {"justification", "impact_statement", "action_statement", "status_notes"}) {
    const std::string_view text = node.text_of(key);
    if (!text.empty()) reason += (reason.empty() ? "" : ": ") + std::string(text);
  }
  return reason;
}

class OpenVexReader final : public StatementReader {
 public:
  std::string_view name() const override { return "OpenVEX"; }

  bool takes(const Node& json) const override {
    const Node* context = json.find("@context");
    return context != nullptr && context->text.find("openvex.dev/") != std::string::npos;
  }

  Result<Statements> read(const StatementSource& source) const override {
    Statements result;
    const Node* list = source.json->find("statements");
    if (list == nullptr || !list->is_sequence()) {
      return fail(ErrorKind::usage, "reading OpenVEX", source.path, "it holds no list 'statements'");
    }
    for (const Node& node : list->items) {
      const auto decision = decision_of(node.text_of("status"));
      const Node* vulnerability = node.find("vulnerability");
      if (!decision || vulnerability == nullptr) {
        result.odd.push_back("line " + std::to_string(node.line) + ": a statement without a vulnerability or a status of OpenVEX");
        continue;
      }
      Statement statement;
      statement.decision = *decision;
      statement.line = node.line;
      add_vulnerability(statement, *vulnerability);
      if (const Node* products = node.find("products")) add_products(statement, *products);
      statement.reason = reason_of(node);
      for (const Node* place : {source.json, &node}) {
        for (const std::string_view key : {"timestamp", "last_updated"}) {
          if (!place->text_of(key).empty()) statement.since = place->text_of(key);
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
std::unique_ptr<StatementReader> make_reader() { return std::make_unique<OpenVexReader>(); }

}  // namespace codelake::sca::openvex
