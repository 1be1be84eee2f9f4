// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/guard_names.h"

#include "scanners/sast/flow/flow_scan.h"

#include <gmock/gmock.h>

namespace codelake::sast::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Guards, LetPassWhatIsInAList) {
  EXPECT_THAT(lines_of("python", "def f():\n    q = source()\n    if q not in ALLOWED:\n        sink(q)\n        return\n    sink(q)\n"),
              ElementsAre(4));
  EXPECT_THAT(lines_of("javascript", "const q = source();\nif (ALLOWED.includes(q)) {\n  sink(q);\n}\nsink(q);\n"), ElementsAre(5));
  EXPECT_THAT(lines_of("php", "<?php\n$q = source();\nif (!in_array($q, $allowed)) { die('no'); }\nsink($q);\n"), IsEmpty());
  EXPECT_THAT(lines_of("go", "package p\nfunc f() {\n  q := source()\n  v, ok := allowed[q]\n  if !ok {\n    return\n  }\n  sink(q)\n}\n"),
              IsEmpty());
}

TEST(Guards, LetPassTheKeysOfATable) {
  EXPECT_THAT(lines_of("go", "package p\nfunc f() {\n  q := source()\n  if !allowed[q] {\n    return\n  }\n  sink(q)\n}\n"), IsEmpty());
}

TEST(Guards, DoNotTrustAListThatComesFromOutside) {
  EXPECT_THAT(lines_of("python", "q = source()\nif q in source():\n    sink(q)\n"), ElementsAre(3));
}

TEST(Guards, KnowWhatEndsTheWay) {
  EXPECT_THAT(lines_of("python", "q = source()\nif not q.isdigit():\n    abort(400)\nsink(q)\n"), IsEmpty());
  EXPECT_THAT(lines_of("python", "q = source()\nif not q.isdigit():\n    log(q)\nsink(q)\n"), ElementsAre(4));
  EXPECT_THAT(lines_of("ruby", "q = source()\nraise 'no' unless ALLOWED.include?(q)\nsink(q)\n"), IsEmpty());
}

TEST(Guards, JoinConditionsByAndAndOr) {
  EXPECT_THAT(lines_of("python", "q = source()\nif q in A or q == 'a':\n    sink(q)\n"), IsEmpty());
  EXPECT_THAT(lines_of("python", "q = source()\nif q in A or c:\n    sink(q)\n"), ElementsAre(3));
  EXPECT_THAT(lines_of("python", "q = source()\nif c and q in A:\n    sink(q)\n"), IsEmpty());
  EXPECT_THAT(lines_of("javascript", "const q = source();\nA.has(q) && sink(q);\nc && sink(q);\n"), ElementsAre(3));
}

TEST(Guards, HoldForTheValueThatWasAskedOnly) {
  EXPECT_THAT(lines_of("python", "q = source()\nif q not in A:\n    raise E\nq = source()\nsink(q)\n"), ElementsAre(5));
  EXPECT_THAT(lines_of("python", "q = source()\nok = q in A\nq = source()\nif ok:\n    sink(q)\n"), ElementsAre(5));
}

TEST(Guards, MayBeKeptInAVariable) {
  EXPECT_THAT(lines_of("python", "import re\nq = source()\nm = re.fullmatch('[a-z]+', q)\nif m is None:\n    raise E\nsink(q)\n"), IsEmpty());
  EXPECT_THAT(lines_of("go", "package p\nfunc f() {\n  q := source()\n  if err := validate(q); err != nil {\n    return\n  }\n  sink(q)\n}\n"),
              IsEmpty());
}

TEST(Guards, BelieveAFunctionThatStandsAloneAndChecksOfAPart) {
  const std::string code = "q = source()\ncheck_access(root, q)\nsink(q)\n";
  EXPECT_THAT(lines_of("python", code), IsEmpty());
  EXPECT_THAT(Scan({{"python", code}}).taking({Step::checked}).lines(), ElementsAre(3));
  EXPECT_THAT(lines_of("python", "q = source()\nok = check_access(root, q)\nsink(q)\ncheckout(q)\nsink(q)\n"), ElementsAre(3, 5));
}

TEST(Guards, ReadRegularExpressions) {
  EXPECT_THAT(lines_of("java", "class A { void f() {\nString q = source();\nif (!q.matches(\"[a-z]+\")) { return; }\nsink(q);\n} }\n"), IsEmpty());
  EXPECT_THAT(lines_of("javascript", "const q = source();\nif (!/^[a-z]+$/.test(q)) { throw new Error(); }\nsink(q);\n"), IsEmpty());
  EXPECT_EQ(fit_of("^[a-z]+$", false, false), Fit::all);
  EXPECT_EQ(fit_of("[a-z]+", false, false), Fit::some);
  EXPECT_EQ(fit_of("[a-z]+", true, false), Fit::all);
  EXPECT_EQ(fit_of("^https://.*$", false, false), Fit::some);
  EXPECT_EQ(fit_of("/^\\d{4}$/", false, false), Fit::all);
}

TEST(Guards, KnowTypes) {
  EXPECT_THAT(lines_of("javascript", "const q = source();\nif (typeof q !== 'number') { return; }\nsink(q);\n"), IsEmpty());
  EXPECT_THAT(lines_of("python", "q = source()\nif isinstance(q, (int, float)):\n    sink(q)\nif isinstance(q, str):\n    sink(q)\n"),
              ElementsAre(5));
}

TEST(Guards, KnowCallsThatFailForOtherValues) {
  EXPECT_THAT(lines_of("python", "q = source()\ntry:\n    int(q)\nexcept ValueError:\n    sink(q)\n    raise\nsink(q)\n"), ElementsAre(5));
}

TEST(Guards, SeeTheHostOfAnAddress) {
  EXPECT_THAT(lines_of("python", "from urllib.parse import urlparse\nq = source()\nu = urlparse(q)\nif u.hostname not in HOSTS:\n"
                                 "    raise E\nsink(q)\n"),
              IsEmpty());
  EXPECT_THAT(lines_of("javascript", "const q = source();\nif (new URL(q).host !== 'example.com') { throw new Error(); }\nsink(q);\n"), IsEmpty());
}

// Behind checks that a rule takes for enough only where it asks for the host of an address.
std::vector<std::size_t> with_host_checks(std::string_view language, const std::string& code) {
  const std::vector<File> files = {{language, code}};
  return Scan(files).taking({Step::checked, Step::host_checked}).lines();
}

TEST(Guards, SeeTheHostOfAnAddressInAVariableOfItsOwn) {
  EXPECT_THAT(with_host_checks("javascript", "const q = source();\nconst name = url.parse(q).hostname;\n"
                                             "if (HOSTS.indexOf(name) === -1) { return; }\nsink(q);\n"),
              IsEmpty());
  EXPECT_THAT(with_host_checks("javascript", "const q = source();\nconst { hostname } = new URL(q);\n"
                                             "if (!HOSTS.includes(hostname)) { return; }\nsink(q);\n"),
              IsEmpty());
  EXPECT_THAT(with_host_checks("go", "package p\nfunc f() {\n  q := source()\n  u, err := url.Parse(q)\n  host := u.Hostname()\n"
                                     "  if !allowed[host] {\n    return\n  }\n  sink(q)\n}\n"),
              IsEmpty());
  EXPECT_THAT(with_host_checks("python", "q = source()\nu = urlparse(q)\nif u.netloc not in HOSTS or u.scheme != 'https':\n    raise E\nsink(q)\n"),
              IsEmpty());
  EXPECT_THAT(with_host_checks("python", "q = source()\nhost = urlparse(q).hostname\nq = source()\nif host in HOSTS:\n    sink(q)\n"),
              ElementsAre(5));
}

TEST(Guards, TakeASchemeForNoHost) {
  EXPECT_THAT(with_host_checks("python", "q = source()\nif q.startswith('https://'):\n    sink(q)\n"), ElementsAre(3));
  EXPECT_THAT(with_host_checks("python", "q = source()\nif q.startswith('https://example.com/'):\n    sink(q)\n"), IsEmpty());
  EXPECT_THAT(with_host_checks("python", "q = source()\nif q.startswith(BASE):\n    sink(q)\n"), IsEmpty());
  EXPECT_THAT(with_host_checks("javascript", "const q = source();\nif (/^https?:\\/\\/[^/]+/.test(q)) { sink(q); }\n"), ElementsAre(2));
  EXPECT_THAT(with_host_checks("javascript", "const q = source();\nif (/^https:\\/\\/(?:www\\.)?example\\.com\\//.test(q)) { sink(q); }\n"), IsEmpty());
}

TEST(Guards, MakeTheSubjectOfACaseAConstant) {
  EXPECT_THAT(lines_of("javascript", "const q = source();\nswitch (q) {\ncase 'a': sink(q); break;\ndefault: sink(q);\n}\n"), ElementsAre(4));
}

TEST(Guards, NameNoFunctionThatAsksForSomethingElse) {
  const auto ask = [](std::string_view name) { return ask_of(syntax::symbol_of(name), name, true); };
  EXPECT_EQ(ask("isPartner"), Ask::own_check);
  EXPECT_EQ(ask("is_safe_url"), Ask::own_check);
  EXPECT_EQ(ask("isUnsafe"), Ask::own_refusal);
  EXPECT_EQ(ask("isNotBlank"), Ask::none);
  EXPECT_EQ(ask("issue"), Ask::none);
}

TEST(Guards, ACheckThatAPathIsInsideIsOneWhoeverItIsAskedOf) {
  const std::string asked = "const q = source();\nif (!files.isPathInside(root, q)) { return fail(); }\nsink(q);\n";
  EXPECT_THAT(lines_of("javascript", "function f() {\n" + asked + "}\n"), IsEmpty());
  const std::string other = "const q = source();\nif (!files.isPathLong(root, q)) { return fail(); }\nsink(q);\n";
  EXPECT_THAT(lines_of("javascript", "function f() {\n" + other + "}\n"), ElementsAre(4));
}

TEST(Guards, AListMayBeAskedByItsElement) {
  EXPECT_THAT(lines_of("ruby", "def f\n  q = source()\n  return nil unless q.in?(NAMES)\n  sink(q)\nend\n"), IsEmpty());
  EXPECT_THAT(lines_of("ruby", "def f\n  q = source()\n  return nil if q.in?(NAMES)\n  sink(q)\nend\n"), ElementsAre(4));
}

TEST(Guards, ACheckByNameOfAnAddressIsOneOfItsHost) {
  const std::string fetch = "class A { void f() { String q = source(); Gates.checkPublicHost(q); sink(q); } }\n";
  EXPECT_THAT(with_host_checks("java", fetch), IsEmpty());
  const std::string other = "class A { void f() { String q = source(); Gates.checkLength(q); sink(q); } }\n";
  EXPECT_THAT(with_host_checks("java", other), ElementsAre(1));
}

TEST(Guards, AFunctionThatCleansSaysSo) {
  for (const auto* name : {"sanitizeName", "escape_html", "MakeValidFileName", "safePath", "slugify", "checkName", "validate_path"}) EXPECT_TRUE(cleans(name)) << name;
  for (const auto* name : {"unescape", "is", "checkout", "name_of", "isInvalid", "strip", "unsafePath", ""}) EXPECT_FALSE(cleans(name)) << name;
}

}  // namespace
}  // namespace codelake::sast::flow
