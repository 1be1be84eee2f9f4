// SPDX-License-Identifier: Apache-2.0
// SPDX 2.3 in its own lines, "Tag: value"; a value of several lines or of foreign words stands in <text>.
#include "reports/sbom/writer.h"

#include "core/report_json.h"
#include "reports/sbom/spdx_document.h"

#include <algorithm>
#include <cctype>

namespace codelake::reports::sbom::spdx_tag_value {

namespace {

class Lines {
 public:
  void line(std::string_view tag, const std::string& value) {
    if (!value.empty()) m_text += std::string(tag) + ": " + value + "\n";
  }
  // Foreign words cannot end the text before its time.
  void text(std::string_view tag, std::string value) {
    for (auto at = value.find('<'); at != std::string::npos; at = value.find('<', at + 1)) value.replace(at, 1, "‹");
    if (!value.empty()) line(tag, "<text>" + value + "</text>");
  }
  void gap() { m_text += "\n"; }
  std::string take() { return valid_utf8(m_text); }

 private:
  std::string m_text;
};

void add_package(Lines& lines, const SpdxPackage& package) {
  lines.gap();
  lines.line("PackageName", package.name);
  lines.line("SPDXID", package.id);
  lines.line("PackageVersion", package.version);
  lines.line("PackageSupplier", package.supplier);
  lines.line("PackageDownloadLocation", package.download_location);
  lines.line("PrimaryPackagePurpose", package.purpose);
  lines.line("FilesAnalyzed", "false");
  for (const Digest& digest : package.digests) {
    std::string algorithm = digest.algorithm;
    std::transform(algorithm.begin(), algorithm.end(), algorithm.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    lines.line("PackageChecksum", algorithm + ": " + digest.hex);
  }
  lines.text("PackageSourceInfo", package.source_info);
  lines.line("PackageLicenseConcluded", "NOASSERTION");
  lines.line("PackageLicenseDeclared", package.license);
  lines.line("PackageCopyrightText", "NOASSERTION");
  lines.text("PackageComment", package.supplier_comment);
  if (!package.purl.empty()) lines.line("ExternalRef", "PACKAGE-MANAGER purl " + package.purl);
}

class SpdxTagValue final : public Writer {
 public:
  std::string_view name() const override { return "spdx-tag-value"; }
  std::vector<std::string_view> versions() const override { return {"2.3"}; }

  std::string write(const Bill& bill, std::string_view) const override {
    const SpdxDocument document = spdx_document_of(bill);
    Lines lines;
    lines.line("SPDXVersion", "SPDX-2.3");
    lines.line("DataLicense", "CC0-1.0");
    lines.line("SPDXID", "SPDXRef-DOCUMENT");
    lines.line("DocumentName", document.name);
    lines.line("DocumentNamespace", document.name_space);
    lines.line("Creator", document.creator);
    lines.line("Created", document.created);
    lines.text("CreatorComment", document.comment);
    for (const SpdxPackage& package : document.packages) add_package(lines, package);
    lines.gap();
    for (const SpdxRelationship& one : document.relationships) lines.line("Relationship", one.from + " " + one.kind + " " + one.to);
    for (const auto& [id, declared] : document.declared_licenses) {
      lines.gap();
      lines.line("LicenseID", id);
      lines.text("ExtractedText", declared);
    }
    return lines.take();
  }
};

}  // namespace

// The plugin's entry point; reports/sbom/CMakeLists.txt calls it by this name.
std::unique_ptr<Writer> make_writer();
std::unique_ptr<Writer> make_writer() { return std::make_unique<SpdxTagValue>(); }

}  // namespace codelake::reports::sbom::spdx_tag_value
