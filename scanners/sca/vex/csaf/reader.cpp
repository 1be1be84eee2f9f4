// SPDX-License-Identifier: Apache-2.0
// CSAF 2.0 (OASIS), any profile with product statuses. Statuses name products by ids of the document's own:
//   product_tree.branches[…].product, full_product_names[]      id → package URL
//   product_tree.relationships[]                                id → "A as a component of B", which means A
//   product_tree.product_groups[]                               id → several ids
// Flags (justifications) and threats (impacts) tell why, each for some products or groups.
#include "scanners/sca/vex/reader.h"

#include <array>
#include <map>
#include <set>

namespace codelake::sca::csaf {

namespace {

using yaml::Node;

constexpr int k_depth_max = 64;  // branches within branches

const Node& at(const Node& node, std::string_view key) {
  static const Node none;
  const Node* found = node.find(key);
  return found == nullptr ? none : *found;
}

// The packages behind the ids of a document.
class ProductTree {
 public:
  explicit ProductTree(const Node& tree) {
    for (const Node& product : at(tree, "full_product_names").items) add(product);
    branches(at(tree, "branches"), 0);
    for (const Node& relation : at(tree, "relationships").items) {
      const std::string id(at(relation, "full_product_name").text_of("product_id"));
      const auto part = m_packages.find(relation.text_of("product_reference"));
      add(at(relation, "full_product_name"));
      // What A runs on is no part of what is meant.
      if (part != m_packages.end() && !id.empty()) m_packages[id] = part->second;
    }
    for (const Node& group : at(tree, "product_groups").items) {
      auto& members = m_groups[std::string(group.text_of("group_id"))];
      for (const Node& id : at(group, "product_ids").items) members.insert(id.text);
    }
  }

  const PackagePattern* package(std::string_view id) const {
    const auto found = m_packages.find(id);
    return found == m_packages.end() ? nullptr : &found->second;
  }

  // The products that an entry with "product_ids" and "group_ids" is about; none: it is about all.
  std::set<std::string> products_of(const Node& entry) const {
    std::set<std::string> ids;
    for (const Node& id : at(entry, "product_ids").items) ids.insert(id.text);
    for (const Node& id : at(entry, "group_ids").items) {
      const auto group = m_groups.find(id.text);
      if (group != m_groups.end()) ids.insert(group->second.begin(), group->second.end());
    }
    return ids;
  }

 private:
  void add(const Node& product) {
    auto pattern = pattern_of_purl(at(product, "product_identification_helper").text_of("purl"));
    if (pattern) m_packages[std::string(product.text_of("product_id"))] = std::move(*pattern);
  }

  void branches(const Node& list, int depth) {
    if (depth > k_depth_max) return;
    for (const Node& branch : list.items) {
      add(at(branch, "product"));
      branches(at(branch, "branches"), depth + 1);
    }
  }

  std::map<std::string, PackagePattern, std::less<>> m_packages;
  std::map<std::string, std::set<std::string>> m_groups;
};

struct Status {
  std::string_view key;
  Decision decision;
};
constexpr auto k_statuses = std::to_array<Status>({{"known_not_affected", Decision::not_affected},
                                                   {"fixed", Decision::fixed},
                                                   {"first_fixed", Decision::fixed},
                                                   {"known_affected", Decision::affected},
                                                   {"first_affected", Decision::affected},
                                                   {"last_affected", Decision::affected},
                                                   {"under_investigation", Decision::under_investigation}});

std::vector<std::string> ids_of(const Node& vulnerability) {
  std::vector<std::string> ids;
  if (const auto cve = vulnerability.text_of("cve"); !cve.empty()) ids.emplace_back(cve);
  for (const Node& id : at(vulnerability, "ids").items) {
    if (const auto text = id.text_of("text"); !text.empty()) ids.emplace_back(text);
  }
  return ids;
}

// Why, by product: of flags their label, of threats their words. Of several about one product the first.
class Reasons {
 public:
  Reasons(const Node& vulnerability, const ProductTree& tree) {
    read(at(vulnerability, "flags"), "label", tree, m_flags);
    read(at(vulnerability, "threats"), "details", tree, m_threats);
  }

  std::string of(const std::string& product) const {
    std::string reason = find(m_flags, product);
    const std::string impact = find(m_threats, product);
    if (!impact.empty()) reason += (reason.empty() ? "" : ": ") + impact;
    return reason;
  }

 private:
  using Words = std::map<std::string, std::string>;  // under "": what is about all products

  static void read(const Node& entries, std::string_view key, const ProductTree& tree, Words& words) {
    for (const Node& entry : entries.items) {
      std::set<std::string> products = tree.products_of(entry);
      if (products.empty()) products.insert("");
      for (const std::string& product : products) words.emplace(product, entry.text_of(key));
    }
  }

  static std::string find(const Words& words, const std::string& product) {
    auto found = words.find(product);
    if (found == words.end()) found = words.find("");
    return found == words.end() ? std::string() : found->second;
  }

  Words m_flags;
  Words m_threats;
};

class CsafReader final : public StatementReader {
 public:
  std::string_view name() const override { return "CSAF"; }

  bool takes(const Node& json) const override { return !at(json, "document").text_of("csaf_version").empty(); }

  Result<Statements> read(const StatementSource& source) const override {
    const Node& json = *source.json;
    const ProductTree tree(at(json, "product_tree"));
    const Node& tracking = at(at(json, "document"), "tracking");
    Statements result;
    for (const Node& vulnerability : at(json, "vulnerabilities").items) {
      const std::vector<std::string> ids = ids_of(vulnerability);
      if (ids.empty()) {
        result.odd.push_back("line " + std::to_string(vulnerability.line) + ": a vulnerability without an identifier");
        continue;
      }
      const Reasons reasons(vulnerability, tree);
      for (const Status& status : k_statuses) {
        for (const Node& id : at(at(vulnerability, "product_status"), status.key).items) {
          Statement statement;
          statement.decision = status.decision;
          statement.ids = ids;
          statement.names_product = true;
          if (const PackagePattern* package = tree.package(id.text)) statement.packages.push_back(*package);
          statement.reason = reasons.of(id.text);
          statement.since = tracking.text_of("current_release_date");
          statement.line = id.line;
          result.all.push_back(std::move(statement));
        }
      }
    }
    return result;
  }
};

}  // namespace

// The plugin's entry point; scanners/sca/vex/CMakeLists.txt calls it by this name.
std::unique_ptr<StatementReader> make_reader();
std::unique_ptr<StatementReader> make_reader() { return std::make_unique<CsafReader>(); }

}  // namespace codelake::sca::csaf
