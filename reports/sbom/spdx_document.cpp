// SPDX-License-Identifier: Apache-2.0
#include "reports/sbom/spdx_document.h"

#include "core/hash.h"
#include "core/version.h"

#include <algorithm>

namespace codelake::reports::sbom {

namespace {

constexpr const char* k_none = "NOASSERTION";

std::string trait_of(const Component& component, std::string_view key) {
  for (const auto& [name, value] : component.traits) {
    if (name == key) return value;
  }
  return {};
}

// Where a string of SPDX may stand on a line of its own: no control characters.
std::string one_line(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

SpdxPackage project_of(const Bill& bill) {
  SpdxPackage package;
  package.id = "SPDXRef-project";
  package.name = one_line(bill.name);
  package.version = bill.version;
  package.supplier = k_none;
  package.download_location = k_none;
  package.license = k_none;
  package.purpose = "APPLICATION";
  return package;
}

SpdxPackage package_of(const Component& component, std::size_t index) {
  SpdxPackage package;
  package.id = "SPDXRef-package-" + std::to_string(index + 1);
  package.name = one_line(component.full_name);
  package.version = one_line(component.version);
  package.supplier = component.name_space.empty() ? k_none : "Organization: " + one_line(component.name_space);
  if (!component.name_space.empty()) package.supplier_comment = "The supplier is derived from the name space.";
  const std::string location = download_location_of(component);
  package.download_location = location.empty() ? k_none : location;
  package.license = component.license.empty() ? k_none : component.license;
  if (!component.declared_license.empty()) package.license = license_reference(component.declared_license);
  package.purpose = "LIBRARY";
  package.purl = component.purl;
  package.source_info = traits_line(component);
  package.digests = component.digests;
  return package;
}

}  // namespace

std::string license_reference(const std::string& declared) {
  return "LicenseRef-declared-" + sha256_hex(declared).substr(0, 12);
}

// SPDX wants "git+https://host/repository@commit", or an address.
std::string download_location_of(const Component& component) {
  const std::string source = trait_of(component, "source");
  std::string origin = trait_of(component, "origin");
  const auto scheme = origin.find("://");
  const bool odd = scheme == std::string::npos || origin.find_first_of(" \t\n\\\"<>") != std::string::npos;
  if (odd || (source != "git" && source != "url")) return {};
  if (source == "url") return origin.starts_with("http") ? origin : std::string();
  if (!origin.starts_with("git")) origin = "git+" + origin;
  origin = origin.substr(0, origin.find('#'));
  const std::string commit = trait_of(component, "commit");
  return commit.empty() ? origin : origin + "@" + commit;
}

SpdxDocument spdx_document_of(const Bill& bill) {
  SpdxDocument document;
  document.name = one_line(bill.name);
  document.name_space = "https://spdx.org/spdxdocs/codelake-" + bill.uuid;
  document.created = bill.created;
  document.creator = "Tool: codelake-" + std::string(k_version);
  document.comment = "Made of the project's lockfiles and manifests before a build.";
  document.packages.push_back(project_of(bill));
  document.relationships.push_back({"SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-project"});
  for (std::size_t i = 0; i < bill.components.size(); ++i) {
    const Component& component = bill.components[i];
    document.packages.push_back(package_of(component, i));
    const std::string& declared = component.declared_license;
    if (!declared.empty()) document.declared_licenses[license_reference(declared)] = declared;
  }
  const auto connect = [&](const std::string& from, const std::vector<std::size_t>& needs) {
    for (const std::size_t need : needs) document.relationships.push_back({from, "DEPENDS_ON", document.packages[need + 1].id});
  };
  connect("SPDXRef-project", bill.direct);
  for (std::size_t i = 0; i < bill.components.size(); ++i) connect(document.packages[i + 1].id, bill.components[i].needs);
  return document;
}

}  // namespace codelake::reports::sbom
