// SPDX-License-Identifier: Apache-2.0
// CycloneDX (ECMA-424), JSON and XML, all versions: components with a package URL, nested ones too, and the edges of
// "dependencies". Files, operating systems, devices and the like are no packages and are passed over.
#include "scanners/sca/lockfiles/bill_names.h"
#include "scanners/sca/lockfiles/bill_reader.h"

#include "core/json.h"
#include "core/xml.h"

#include <algorithm>
#include <array>

namespace codelake::sca::cyclonedx {

// The plugin's entry point; scanners/sca/lockfiles/CMakeLists.txt calls it by this name.
std::unique_ptr<LockfileParser> make_parser();

namespace {

using yaml::Node;

constexpr std::string_view k_property_prefix = "codelake:";

// The parsers of JSON and XML bound the nesting, and so the depth of these.
bool is_package(std::string_view type, std::string_view purl) {
  constexpr std::array<std::string_view, 4> types = {"library", "framework", "application", ""};
  return !purl.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

std::string whole_name(std::string_view group, std::string_view name) {
  return group.empty() ? std::string(name) : std::string(group) + "/" + std::string(name);
}

const Node& child(const Node* node, std::string_view key) {
  static const Node none;
  const Node* found = node == nullptr ? nullptr : node->find(key);
  return found == nullptr ? none : *found;
}

// One expression, or each licence of a list: all of them hold.
std::string license_of(const Node& licenses) {
  std::string text;
  for (const Node& choice : licenses.items) {
    const Node& license = child(&choice, "license");
    std::string one(choice.text_of("expression"));
    if (one.empty()) one = license.text_of("id");
    if (one.empty()) one = license.text_of("name");
    if (!one.empty()) text += (text.empty() ? "" : " AND ") + one;
  }
  return text;
}

void take_property(BillItem& item, std::string_view name, std::string_view value) {
  if (!name.starts_with(k_property_prefix)) return;
  item.traits.emplace_back(name.substr(k_property_prefix.size()), value);
}

class JsonReader {
 public:
  explicit JsonReader(BillReader& bill) : m_bill(bill) {}

  void read(const Node& root) {
    const Node& project = child(root.find("metadata"), "component");
    if (const auto ref = project.text_of("bom-ref"); !ref.empty()) m_bill.subject(ref);
    add_all(child(&project, "components"));
    add_all(child(&root, "components"));
    for (const Node& edges : child(&root, "dependencies").items) {
      for (const Node& to : child(&edges, "dependsOn").items) m_bill.connect(edges.text_of("ref"), to.text);
    }
  }

 private:
  void add_all(const Node& components) {
    for (const Node& component : components.items) {
      if (is_package(component.text_of("type"), component.text_of("purl"))) add(component);
      add_all(child(&component, "components"));
    }
  }

  void add(const Node& component) {
    BillItem item;
    item.purl = component.text_of("purl");
    item.ref = component.text_of("bom-ref");
    if (item.ref.empty()) item.ref = item.purl;
    item.name = whole_name(component.text_of("group"), component.text_of("name"));
    item.version = component.text_of("version");
    item.license = license_of(child(&component, "licenses"));
    item.line = component.line;
    for (const Node& hash : child(&component, "hashes").items) {
      item.hashes.push_back(bill_hash(hash.text_of("alg"), hash.text_of("content")));
    }
    for (const Node& property : child(&component, "properties").items) {
      take_property(item, property.text_of("name"), property.text_of("value"));
    }
    m_bill.add(std::move(item));
  }

  BillReader& m_bill;
};

class XmlReader {
 public:
  explicit XmlReader(BillReader& bill) : m_bill(bill) {}

  void read(const xml::Element& root) {
    const xml::Element* metadata = root.find("metadata");
    const xml::Element* project = metadata == nullptr ? nullptr : metadata->find("component");
    if (project != nullptr && !project->attribute("bom-ref").empty()) m_bill.subject(project->attribute("bom-ref"));
    add_all(root.find("components"));
    const xml::Element* dependencies = root.find("dependencies");
    if (dependencies == nullptr) return;
    for (const xml::Element& from : dependencies->children) {
      for (const xml::Element& to : from.children) m_bill.connect(from.attribute("ref"), to.attribute("ref"));
    }
  }

 private:
  void add_all(const xml::Element* components) {
    if (components == nullptr) return;
    for (const xml::Element& component : components->children) {
      if (is_package(component.attribute("type"), component.text_of("purl"))) add(component);
      add_all(component.find("components"));
    }
  }

  static std::string license_of_element(const xml::Element* licenses) {
    std::string text;
    if (licenses == nullptr) return text;
    for (const xml::Element& choice : licenses->children) {
      std::string one = choice.name == "expression" ? choice.text : std::string(choice.text_of("id"));
      if (one.empty()) one = choice.text_of("name");
      if (!one.empty()) text += (text.empty() ? "" : " AND ") + one;
    }
    return text;
  }

  void add(const xml::Element& component) {
    BillItem item;
    item.purl = component.text_of("purl");
    item.ref = component.attribute("bom-ref");
    if (item.ref.empty()) item.ref = item.purl;
    item.name = whole_name(component.text_of("group"), component.text_of("name"));
    item.version = component.text_of("version");
    item.license = license_of_element(component.find("licenses"));
    item.line = component.line;
    if (const xml::Element* hashes = component.find("hashes")) {
      for (const xml::Element& hash : hashes->children) item.hashes.push_back(bill_hash(hash.attribute("alg"), hash.text));
    }
    if (const xml::Element* properties = component.find("properties")) {
      for (const xml::Element& one : properties->children) take_property(item, one.attribute("name"), one.text);
    }
    m_bill.add(std::move(item));
  }

  BillReader& m_bill;
};

class CycloneDxParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "bom.json"; }
  std::string_view ecosystem() const override { return "generic"; }
  FileNames names() const override { return {k_cyclonedx_names.begin(), k_cyclonedx_names.end()}; }

  Lockfile parse(const SourceFile& file) const override {
    BillReader bill(file);
    if (file.path().ends_with(".xml")) {
      const auto root = xml::parse(file.text(), file.path());
      if (!root) return LockfileBuilder::unreadable(root.error());
      if (root->name != "bom") bill.builder().odd_line(1, "this is no bill of materials of CycloneDX");
      XmlReader(bill).read(*root);
      return bill.finish();
    }
    const auto root = parse_json(file.text(), file.path());
    if (!root) return LockfileBuilder::unreadable(root.error());
    if (root->text_of("bomFormat") != "CycloneDX") bill.builder().odd_line(1, "this is no bill of materials of CycloneDX");
    JsonReader(bill).read(*root);
    return bill.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<CycloneDxParser>();
}

}  // namespace codelake::sca::cyclonedx
