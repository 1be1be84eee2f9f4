// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/sbom/bill.h"

#include <map>
#include <string>
#include <vector>

namespace codelake::reports::sbom {

// A package as SPDX 2.3 (ISO/IEC 5962) has it, clause 7.
struct SpdxPackage {
  std::string id;  // "SPDXRef-…"
  std::string name;
  std::string version;            // empty when it is not pinned
  std::string supplier;           // "Organization: …" or "NOASSERTION"
  std::string supplier_comment;   // how the supplier was found; empty when it was not
  std::string download_location;  // or "NOASSERTION"
  std::string license;            // an expression, or "NOASSERTION"
  std::string purpose;            // "APPLICATION" or "LIBRARY"
  std::string purl;               // may be empty
  std::string source_info;        // traits_line()
  std::vector<Digest> digests;
};

struct SpdxRelationship {
  std::string from;
  std::string kind;
  std::string to;
};

// A bill in the terms of SPDX 2.3, for JSON and for tag-value.
struct SpdxDocument {
  std::string name;
  std::string name_space;
  std::string created;
  std::string creator;  // "Tool: codelake-…"
  std::string comment;  // in which phase of its life the project was looked at
  std::vector<SpdxPackage> packages;  // the project first
  std::vector<SpdxRelationship> relationships;
  std::map<std::string, std::string> declared_licenses;  // LicenseRef-… → what was declared
};

SpdxDocument spdx_document_of(const Bill& bill);

// The reference of a declaration that is no expression: "LicenseRef-" and a hash of it.
std::string license_reference(const std::string& declared);

// Where a component without registry can be fetched; empty when that is not told.
std::string download_location_of(const Component& component);

}  // namespace codelake::reports::sbom
