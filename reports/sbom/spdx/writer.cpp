// SPDX-License-Identifier: Apache-2.0
// SPDX as JSON: 2.3 (ISO/IEC 5962) or, as JSON-LD, 3.0.1.
#include "reports/sbom/writer.h"

#include "core/report_json.h"
#include "reports/sbom/spdx/version_3.h"
#include "reports/sbom/spdx_document.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>

namespace codelake::reports::sbom::spdx {

namespace {

using Json = nlohmann::ordered_json;

Json checksums_of(const SpdxPackage& package) {
  Json checksums = Json::array();
  for (const Digest& digest : package.digests) {
    std::string algorithm = digest.algorithm;
    std::transform(algorithm.begin(), algorithm.end(), algorithm.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    checksums.push_back({{"algorithm", algorithm}, {"checksumValue", digest.hex}});
  }
  return checksums;
}

Json package_of(const SpdxPackage& package) {
  Json json = {{"SPDXID", package.id}, {"name", package.name}};
  if (!package.version.empty()) json["versionInfo"] = package.version;
  json["supplier"] = package.supplier;
  json["downloadLocation"] = package.download_location;
  json["filesAnalyzed"] = false;
  if (!package.digests.empty()) json["checksums"] = checksums_of(package);
  if (!package.source_info.empty()) json["sourceInfo"] = package.source_info;
  json["licenseConcluded"] = "NOASSERTION";
  json["licenseDeclared"] = package.license;
  json["copyrightText"] = "NOASSERTION";
  if (!package.supplier_comment.empty()) json["comment"] = package.supplier_comment;
  json["primaryPackagePurpose"] = package.purpose;
  if (!package.purl.empty()) {
    json["externalRefs"] = Json::array({{{"referenceCategory", "PACKAGE-MANAGER"},
                                         {"referenceType", "purl"},
                                         {"referenceLocator", package.purl}}});
  }
  return json;
}

std::string write_version_2(const Bill& bill) {
  const SpdxDocument document = spdx_document_of(bill);
  Json json = {{"spdxVersion", "SPDX-2.3"},
               {"dataLicense", "CC0-1.0"},
               {"SPDXID", "SPDXRef-DOCUMENT"},
               {"name", document.name},
               {"documentNamespace", document.name_space},
               {"creationInfo",
                {{"comment", document.comment}, {"created", document.created}, {"creators", Json::array({document.creator})}}},
               {"packages", Json::array()},
               {"relationships", Json::array()}};
  for (const SpdxPackage& package : document.packages) json["packages"].push_back(package_of(package));
  for (const SpdxRelationship& one : document.relationships) {
    json["relationships"].push_back(
        {{"spdxElementId", one.from}, {"relationshipType", one.kind}, {"relatedSpdxElement", one.to}});
  }
  for (const auto& [id, declared] : document.declared_licenses) {
    json["hasExtractedLicensingInfos"].push_back({{"licenseId", id}, {"extractedText", declared}});
  }
  return dump(json, 2) + "\n";
}

class Spdx final : public Writer {
 public:
  std::string_view name() const override { return "spdx"; }
  std::vector<std::string_view> versions() const override { return {"2.3", "3.0.1"}; }
  std::string write(const Bill& bill, std::string_view version) const override {
    return version == "2.3" ? write_version_2(bill) : write_version_3(bill);
  }
};

}  // namespace

// The plugin's entry point; reports/sbom/CMakeLists.txt calls it by this name.
std::unique_ptr<Writer> make_writer();
std::unique_ptr<Writer> make_writer() { return std::make_unique<Spdx>(); }

}  // namespace codelake::reports::sbom::spdx
