// SPDX-License-Identifier: Apache-2.0
// CycloneDX 1.4 and later with vulnerabilities[]: {"id", "references": [{"id"}], "analysis": {"state", "justification",
// "detail"}, "affects": [{"ref"}]}. A ref is the bom-ref of a component of the same document, a link to one of another
// ("urn:cdx:…#REF", where REF is most often a package URL), or a package URL itself.
#include "scanners/sca/vex/reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace codelake::sca::cyclonedx_vex {

namespace {

using yaml::Node;
using Components = std::map<std::string, PackagePattern, std::less<>>;

constexpr int k_depth_max = 64;  // components within components

struct State {
  std::string_view word;
  Decision decision;
};
constexpr auto k_states = std::to_array<State>({{"not_affected", Decision::not_affected},
                                                {"false_positive", Decision::not_affected},
                                                {"resolved", Decision::fixed},
                                                {"resolved_with_pedigree", Decision::fixed},
                                                {"exploitable", Decision::affected},
                                                {"in_triage", Decision::under_investigation}});

void add_components(const Node* list, int depth, Components& components) {
  if (list == nullptr || depth > k_depth_max) return;
  for (const Node& component : list->items) {
    auto pattern = pattern_of_purl(component.text_of("purl"));
    if (pattern) components[std::string(component.text_of("bom-ref"))] = std::move(*pattern);
    add_components(component.find("components"), depth + 1, components);
  }
}

// A '#' and what an address may not hold are written as %XX in a link.
std::string decoded(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    result += escaped ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    i += escaped ? 2 : 0;
  }
  return result;
}

std::optional<PackagePattern> package_of(std::string_view ref, const Components& components) {
  if (const auto found = components.find(ref); found != components.end()) return found->second;
  if (ref.starts_with("urn:cdx:")) {
    ref.remove_prefix(std::min(ref.find('#'), ref.size() - 1) + 1);
    return pattern_of_purl(ref.starts_with("pkg:") ? std::string(ref) : decoded(ref));
  }
  return pattern_of_purl(ref);
}

std::string reason_of(const Node& analysis) {
  std::string reason(analysis.text_of("justification"));
  const std::string_view detail = analysis.text_of("detail");
  if (!detail.empty()) reason += (reason.empty() ? "" : ": ") + std::string(detail);
  return reason;
}

std::optional<Statement> statement_of(const Node& node, const Components& components) {
  const Node* analysis = node.find("analysis");
  const std::string_view word = analysis == nullptr ? std::string_view{} : analysis->text_of("state");
  for (const State& state : k_states) {
    if (state.word != word) continue;
    Statement statement;
    statement.decision = state.decision;
    statement.line = node.line;
    statement.reason = reason_of(*analysis);
    for (const std::string_view key : {"firstIssued", "lastUpdated"}) {
      if (!analysis->text_of(key).empty()) statement.since = analysis->text_of(key);
    }
    if (!node.text_of("id").empty()) statement.ids.emplace_back(node.text_of("id"));
    if (const Node* references = node.find("references")) {
      for (const Node& reference : references->items) statement.ids.emplace_back(reference.text_of("id"));
    }
    if (const Node* affects = node.find("affects")) {
      for (const Node& one : affects->items) {
        statement.names_product = true;
        if (auto package = package_of(one.text_of("ref"), components)) statement.packages.push_back(std::move(*package));
      }
    }
    return statement;
  }
  return std::nullopt;
}

class CycloneDxReader final : public StatementReader {
 public:
  std::string_view name() const override { return "CycloneDX"; }

  bool takes(const Node& json) const override { return json.text_of("bomFormat") == "CycloneDX"; }

  Result<Statements> read(const StatementSource& source) const override {
    Components components;
    add_components(source.json->find("components"), 0, components);
    Statements result;
    const Node* list = source.json->find("vulnerabilities");
    if (list == nullptr) return result;
    for (const Node& node : list->items) {
      auto statement = statement_of(node, components);
      if (statement && !statement->ids.empty()) result.all.push_back(std::move(*statement));
    }
    return result;
  }
};

}  // namespace

// The plugin's entry point; scanners/sca/vex/CMakeLists.txt calls it by this name.
std::unique_ptr<StatementReader> make_reader();
std::unique_ptr<StatementReader> make_reader() { return std::make_unique<CycloneDxReader>(); }

}  // namespace codelake::sca::cyclonedx_vex
