// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/behind_option.h"

#include "scanners/sast/flow/flow_scan.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::sast {
namespace {

// Whether the text HERE in a piece of code is behind an option.
bool behind(std::string_view language, const std::string& code) {
  const syntax::Tree tree = flow::language_of(language).parse(code, 1000);
  const auto at = static_cast<std::uint32_t>(code.find("HERE"));
  return is_behind_option(FileView(tree), {at, at + 4, {}});
}

TEST(BehindOption, ACodeThatAConditionOnChecksGuards) {
  EXPECT_TRUE(behind("python", "if options.skip_verify:\n    relax(HERE)\n"));
  EXPECT_TRUE(behind("go", "package a\nfunc f() {\n\tif c.InsecureTLS {\n\t\tg(HERE)\n\t}\n}\n"));
  EXPECT_TRUE(behind("go", "package a\nfunc f(s string) {\n\tswitch s {\n\tcase \"self-signed\":\n\t\tg(HERE)\n\t}\n}\n"));
  EXPECT_TRUE(behind("javascript", "const o = allowInvalid ? f(HERE) : null;\n"));
  EXPECT_TRUE(behind("javascript", "const o = config.insecure && f(HERE);\n"));
  EXPECT_TRUE(behind("typescript", "if (sslMode === 'require') { f(HERE); }\n"));
  EXPECT_TRUE(behind("java", "class A { void f() { if (!strict) { g(HERE); } } }\n"));
}

TEST(BehindOption, ACodeThatAnEarlierReturnGuards) {
  EXPECT_TRUE(behind("go", "package a\nfunc f() C {\n\tif !c.SkipVerify {\n\t\treturn plain()\n\t}\n\treturn g(HERE)\n}\n"));
  EXPECT_TRUE(behind("python", "def f(verify_ssl):\n    if verify_ssl:\n        return plain()\n    return g(HERE)\n"));
  EXPECT_FALSE(behind("go", "package a\nfunc f() C {\n\tif !c.SkipVerify {\n\t\tlog()\n\t}\n\treturn g(HERE)\n}\n"));
  EXPECT_FALSE(behind("python", "def f(token):\n    if not verify(token):\n        return None\n    return g(HERE)\n"));
}

TEST(BehindOption, ACodeForTheOwnMachine) {
  EXPECT_TRUE(behind("csharp", "class A { void f() { services.Add(Clients.Loopback).Configure(_ => new H { Check = HERE }); } }\n"));
  EXPECT_TRUE(behind("python", "def f():\n    ask('http://127.0.0.1/health', HERE)\n"));
  EXPECT_FALSE(behind("python", "def f():\n    ask('https://a.example/', HERE, near='localhost')\n"));
}

TEST(BehindOption, ACodeForDevelopment) {
  EXPECT_TRUE(behind("javascript", "if (process.env.NODE_ENV !== 'production') { f(HERE); }\n"));
  EXPECT_TRUE(behind("python", "if settings.DEBUG:\n    f(HERE)\n"));
  EXPECT_FALSE(behind("javascript", "if (process.env.NODE_ENV === 'production') { f(HERE); }\n"));
  EXPECT_FALSE(behind("javascript", "if (production && !isTlsDisabled) { f(HERE); }\n"));
}

TEST(BehindOption, ACodeInWhatIsNamedInsecure) {
  EXPECT_TRUE(behind("javascript", "function insecureAgent() { return f(HERE); }\n"));
  EXPECT_TRUE(behind("javascript", "const unsafeAgent = () => f(HERE);\n"));
  EXPECT_TRUE(behind("java", "class TrustAllFactory { void f() { g(HERE); } }\n"));
  EXPECT_TRUE(behind("java", "class RelaxedTrustManager { void f() { g(HERE); } }\n"));
}

TEST(BehindOption, ACodeInWhatIsOnlyCalledBehindOne) {
  const std::string relax = "class A { void relax() { g(HERE); } ";
  EXPECT_TRUE(behind("java", relax + "void open() { if (skipChecks) { relax(); } } }\n"));
  EXPECT_TRUE(behind("java", relax + "void open() { if (skipChecks) { ease(() -> relax()); } } }\n"));
  EXPECT_TRUE(behind("java", relax + "void ease() { relax(); } void open() { if (skipChecks) { ease(); } } }\n"));
  EXPECT_FALSE(behind("java", relax + "void open() { if (skipChecks) { relax(); } } void start() { relax(); } }\n"));
  EXPECT_FALSE(behind("java", relax + "void ease() { relax(); } void open() { ease(); } }\n"));
  EXPECT_FALSE(behind("java", "class A { void relax() { relax(); g(HERE); } }\n"));
}

TEST(BehindOption, NotWhatRunsWithoutOneOrBehindAnother) {
  EXPECT_FALSE(behind("python", "relax(HERE)\nif options.skip_verify:\n    pass\n"));
  EXPECT_FALSE(behind("go", "package a\nfunc f() {\n\tif c.UseTLS {\n\t\tg(HERE)\n\t}\n}\n"));
  EXPECT_FALSE(behind("javascript", "const o = production ? f(HERE) : null;\n"));
  EXPECT_FALSE(behind("javascript", "const o = secured && !isTlsDisabled ? f(HERE) : null;\n"));
  EXPECT_FALSE(behind("javascript", "if (verify(HERE)) { f(); }\n"));
  EXPECT_FALSE(behind("java", "class Client { void open() { g(HERE); } }\n"));
}

}  // namespace
}  // namespace codelake::sast
