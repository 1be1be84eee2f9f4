// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/address_head.h"

#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

namespace codelake::sast::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Whether what follows these pieces, of which an empty one is not known, is behind the host.
bool ends(std::initializer_list<std::string> pieces) {
  AddressHead head;
  for (const std::string& piece : pieces) head.add(piece.empty() ? nullptr : &piece);
  return head.ends_host();
}

TEST(AddressHead, TheHostEndsAtTheFirstSlashBehindIt) {
  EXPECT_TRUE(ends({"https://a.example/"}));
  EXPECT_TRUE(ends({"https://a.example?q="}));
  EXPECT_TRUE(ends({"https://", "", "/orders/"}));
  EXPECT_TRUE(ends({"", "/orders/"}));
  EXPECT_TRUE(ends({"/orders/"}));
  EXPECT_FALSE(ends({"https://"}));
  EXPECT_FALSE(ends({"https://a.example"}));
  EXPECT_FALSE(ends({"https://", ""}));
  EXPECT_FALSE(ends({"//"}));
  EXPECT_FALSE(ends({"", "://"}));
  EXPECT_FALSE(ends({""}));
  EXPECT_FALSE(ends({}));
}

TEST(AddressHead, AFormatPutsItsValuesInTheirPlaces) {
  EXPECT_THAT(behind_host_in("%s/orders/%s", 9), ElementsAre(false, true));
  EXPECT_THAT(behind_host_in("https://%s/%d?%%q=%-5.2f", 9), ElementsAre(false, true, true));
  EXPECT_THAT(behind_host_in("%2$s/%1$s", 9), IsEmpty());
  EXPECT_THAT(behind_host_in("%s/%s", 1), ElementsAre(false));
  EXPECT_THAT(behind_host_in("a%", 9), ElementsAre(false));
}

// The sinks that a rule reaches which takes the end of an address for harmless.
std::vector<std::size_t> lines(std::string_view language, const std::string& code) {
  const std::vector<File> files = {{language, code}};
  return Scan(files).taking({Step::behind_host}).lines();
}

TEST(AddressHead, WhatOnlyEndsAnAddressMayCountAsHarmless) {
  EXPECT_THAT(lines("java", "class A { void f(String base) { String q = source();\nsink(base + \"/orders/\" + q);\nsink(q + \"/orders/\" + q);\n"
                            "sink(\"https://\" + q);\nsink(base + q);\nsink(String.format(\"%s/orders/%s\", base, q));\n"
                            "sink(String.format(\"https://%s/\", q));\n} }\n"),
              ElementsAre(3, 4, 5, 7));
  EXPECT_THAT(lines("php", "<?php\n$q = source();\nsink('https://a.example/' . $q);\nsink(\"https://a.example/$q\");\nsink(\"https://$q/x\");\n"), ElementsAre(5));
  EXPECT_THAT(lines("javascript", "const q = source();\nsink(`${base}/orders/${q}`);\nsink(`https://${q}/orders`);\n"), ElementsAre(3));
  EXPECT_THAT(lines("javascript", "const q = source();\nsink(`${base}/orders/` + q);\nsink(`https://${base}` + q);\nsink(`${q}/orders/` + q);\n"), ElementsAre(3, 4));
  EXPECT_THAT(lines("go", "package a\nfunc f(base string) {\nq := source()\nsink(fmt.Sprintf(\"%s/orders/%s\", base, q))\nsink(fmt.Sprintf(\"%s/orders\", q))\n}\n"), ElementsAre(5));
}

TEST(AddressHead, AConstantOfAnotherFileIsAnAddressWithItsHost) {
  EXPECT_THAT(lines("python", "q = source()\nsink(ORDERS_URL + q)\nsink(f'{conf.ORDERS_URL}{q}')\nsink(f'{conf.orders}{q}')\nsink(HTTP_SCHEME + q)\n"
                              "sink(f'{q}{ORDERS_URL}')\n"),
              ElementsAre(4, 5, 6));
  EXPECT_THAT(lines("java", "class A { void f() { String q = source();\nsink(Hosts.ORDERS + q);\nsink(q + Hosts.ORDERS);\n} }\n"), ElementsAre(3));
}

TEST(AddressHead, WhatEndsAnAddressCountsForOtherRules) {
  EXPECT_THAT(lines_of("java", "class A { void f(String base) {\nsink(base + \"/orders/\" + source());\nsink(String.format(\"%s/orders/%s\", base, source()));\n} }\n"), ElementsAre(2, 3));
}

}  // namespace
}  // namespace codelake::sast::flow
