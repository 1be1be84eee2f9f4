// SPDX-License-Identifier: Apache-2.0
#include "reports/sbom/writer.h"

#include "core/report_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace codelake::reports::sbom {
namespace {

using Json = nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Package package(const std::string& path, const std::string& name, const std::string& version) {
  Package made;
  made.ecosystem = "npm";
  made.path = path;
  made.name = name;
  made.version = version;
  made.purl = "pkg:npm/" + name + "@" + version;
  made.direct_known = true;
  made.groups = {"prod"};
  return made;
}

ScanReport sample() {
  ScanReport report;
  report.project.name = "shop";
  report.scan.commit = "0123456789012345678901234567890123456789";
  report.scan.started_at = "2024-05-06T07:08:09Z";
  Package x = package("a/package-lock.json", "x", "1");
  x.direct = true;
  x.dependencies = {"y@1"};
  x.license = "MIT/Apache-2.0";
  x.hashes = {"sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "h1:no", "sha256:short"};
  Package y = package("b/package-lock.json", "y", "1");
  y.dependencies = {"z@2"};
  Package git = package("b/package-lock.json", "z", "2");
  git.purl.clear();
  git.source = PackageSource::git;
  git.origin = "https://example.com/z.git";
  git.commit = "abcdef0123";
  git.license = "ask <us>\nfirst";
  git.groups = {"dev"};
  report.packages = {x, package("a/package-lock.json", "y", "1"), y, git};
  return report;
}

std::unique_ptr<Writer> writer(std::string_view name) {
  for (auto& one : all_writers()) {
    if (one->name() == name) return std::move(one);
  }
  return nullptr;
}

TEST(Bill, MergesThePackagesAndEdgesOfAllFiles) {
  const Bill bill = bill_of(sample());
  ASSERT_EQ(bill.components.size(), 3U);
  EXPECT_EQ(bill.components[0].ref, "pkg:generic/z@2?vcs_url=https:%2F%2Fexample.com%2Fz.git%40abcdef0123");
  EXPECT_EQ(bill.components[1].ref, "pkg:npm/x@1");
  EXPECT_THAT(bill.components[1].needs, ElementsAre(2U));
  EXPECT_THAT(bill.components[2].needs, ElementsAre(0U));
  EXPECT_THAT(bill.direct, ElementsAre(1U));
  EXPECT_TRUE(bill.components[0].development);
  EXPECT_EQ(bill.components[1].license, "MIT OR Apache-2.0");
  EXPECT_TRUE(bill.complete);
}

TEST(Bill, HashesAreHexAndThoseOfOtherThingsAreLeftOut) {
  const Bill bill = bill_of(sample());
  ASSERT_EQ(bill.components[1].digests.size(), 1U);
  EXPECT_EQ(bill.components[1].digests[0].hex, std::string(40, '0'));
}

TEST(Bill, IsIncompleteWhenSomethingIsNotPinnedOrNotRead) {
  ScanReport unpinned = sample();
  unpinned.packages[0].requirement = "^1";
  EXPECT_FALSE(bill_of(unpinned).complete);
  ScanReport unread = sample();
  unread.notices.push_back({NoticeKind::malformed, "sca", "c", "broken"});
  EXPECT_FALSE(bill_of(unread).complete);
}

TEST(Bill, WhatNothingNeedsIsDirectWhereTheFileDoesNotTell) {
  ScanReport report = sample();
  for (Package& one : report.packages) one.direct = one.direct_known = false;
  EXPECT_THAT(bill_of(report).direct, ElementsAre(1U));
}

TEST(CycloneDx, NamesEachReferenceOnceAndEveryEdgeLeadsToOne) {
  for (const std::string_view version : writer("cyclonedx")->versions()) {
    const Json json = Json::parse(writer("cyclonedx")->write(bill_of(sample()), version));
    EXPECT_EQ(json["specVersion"], version);
    std::set<std::string> refs = {json["metadata"]["component"]["bom-ref"]};
    for (const Json& component : json["components"]) EXPECT_TRUE(refs.insert(component["bom-ref"]).second);
    EXPECT_EQ(json["dependencies"].size(), refs.size());
    for (const Json& edges : json["dependencies"]) {
      EXPECT_EQ(refs.count(edges["ref"]), 1U);
      for (const Json& to : edges.value("dependsOn", Json::array())) EXPECT_EQ(refs.count(to), 1U);
    }
    EXPECT_EQ(json["metadata"]["timestamp"], "2024-05-06T07:08:09Z");
    EXPECT_EQ(json["metadata"]["lifecycles"][0]["phase"], "pre-build");
  }
}

TEST(Spdx, EveryRelationshipLeadsFromAndToAnElement) {
  const Json json = Json::parse(writer("spdx")->write(bill_of(sample()), "2.3"));
  std::set<std::string> ids = {json["SPDXID"]};
  for (const Json& one : json["packages"]) EXPECT_TRUE(ids.insert(one["SPDXID"]).second);
  EXPECT_EQ(json["relationships"].size(), 4U);
  for (const Json& one : json["relationships"]) {
    EXPECT_EQ(ids.count(one["spdxElementId"]), 1U);
    EXPECT_EQ(ids.count(one["relatedSpdxElement"]), 1U);
  }
  EXPECT_EQ(json["hasExtractedLicensingInfos"].size(), 1U);
  EXPECT_EQ(json["packages"][1]["downloadLocation"], "git+https://example.com/z.git@abcdef0123");
}

TEST(Spdx, OfVersion3NamesOnlyElementsItHolds) {
  const Json json = Json::parse(writer("spdx")->write(bill_of(sample()), "3.0.1"));
  std::set<std::string> ids;
  for (const Json& one : json["@graph"]) ids.insert(one.value("spdxId", one.value("@id", "")));
  EXPECT_EQ(ids.size(), json["@graph"].size());
  for (const Json& one : json["@graph"]) {
    for (const char* key : {"to", "element", "rootElement", "createdBy", "createdUsing"}) {
      for (const Json& id : one.value(key, Json::array())) EXPECT_EQ(ids.count(id), 1U) << id;
    }
  }
}

TEST(SpdxTagValue, ForeignWordsCannotEndTheirText) {
  const std::string text = writer("spdx-tag-value")->write(bill_of(sample()), "2.3");
  EXPECT_THAT(text, HasSubstr("Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-project\n"));
  EXPECT_THAT(text, HasSubstr("PackageChecksum: SHA1: 0000"));
  EXPECT_THAT(text, HasSubstr("ExtractedText: <text>ask ‹us>\nfirst</text>"));
}

TEST(Writers, WriteTheSameBytesAndAnotherNumberForAnotherContent) {
  ScanReport other = sample();
  other.packages[0].license = "MIT";
  for (const auto& one : all_writers()) {
    for (const auto version : one->versions()) {
      const std::string text = one->write(bill_of(sample()), version);
      EXPECT_EQ(text, one->write(bill_of(sample()), version));
      EXPECT_THAT(text, HasSubstr(bill_of(sample()).uuid));
      EXPECT_THAT(one->write(bill_of(other), version), Not(HasSubstr(bill_of(sample()).uuid)));
    }
  }
}

TEST(Writers, SurviveBytesThatAreNoText) {
  ScanReport report = sample();
  report.packages[0].name = "a\xff\n\"<text>";
  report.packages[0].license = "\xfe";
  report.packages[0].purl.clear();
  for (const auto& one : all_writers()) {
    for (const auto version : one->versions()) {
      const std::string text = one->write(bill_of(report), version);
      EXPECT_EQ(text, valid_utf8(text)) << one->name();
    }
  }
}

}  // namespace
}  // namespace codelake::reports::sbom
