// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "core/file_type.h"
#include "core/hash.h"
#include "scanners/secrets/keystore.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/notation.h"
#include "scanners/secrets/rule/rule_file.h"
#include "scanners/secrets/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <set>

namespace codelake::secrets {

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

using testing::HasSubstr;
using testing::Not;

struct Input {
  std::string path;
  std::string text;
  bool test = false;
};

struct Output {
  std::vector<Finding> findings;
  std::vector<Notice> notices;
  ScannerCoverage coverage;
};

class SecretsScanner : public testing::Test {
 protected:
  Output scan(const std::vector<Input>& inputs) {
    m_options.config = &m_config;
    m_options.fingerprint_key = "a key of this test";
    const auto scanner = make_scanner(m_options);
    EXPECT_TRUE(scanner) << scanner.error().text();
    return scan_with(**scanner, inputs);
  }

  static Output scan_with(const Scanner& scanner, const std::vector<Input>& inputs) {
    Output output;
    std::vector<std::unique_ptr<FileFacts>> facts;
    for (const Input& input : inputs) {
      FileInfo info;
      info.path = input.path;
      info.test = input.test;
      info.language = language_of_path(input.path);
      ScanContext context("secrets", input.path);
      scanner.scan_file(context, SourceFile(info, input.text, {}));
      for (auto& fact : context.facts) facts.push_back(std::move(fact));
      for (Notice& notice : context.notices) output.notices.push_back(std::move(notice));
      output.coverage.files_scanned += context.numbers().files_scanned;
    }
    ScanContext context("secrets", "");
    scanner.scan_project(context, facts);
    output.findings = std::move(context.findings);
    std::move(context.notices.begin(), context.notices.end(), std::back_inserter(output.notices));
    return output;
  }

  Config m_config;
  ScannerOptions m_options;
};

const std::string k_github = "ghp_{from}{base62:30}{crc32_base62:6}";

std::string github_token(std::uint64_t seed) {
  return expand(k_github, seed);
}

TEST_F(SecretsScanner, ReportsASecretRedactedAndVerified) {
  const std::string token = github_token(1);
  const Output output = scan({{"src/app.py", "x = 1\n  token = '" + token + "'\n"}});
  ASSERT_EQ(output.findings.size(), 1U);
  const Finding& finding = output.findings[0];
  EXPECT_EQ(finding.rule_id, "secrets.github.personal-access-token");
  EXPECT_EQ(finding.type, FindingType::secrets);
  EXPECT_EQ(finding.severity, Severity::critical);
  EXPECT_EQ(finding.confidence, Confidence::high);
  EXPECT_EQ(finding.range.start, (Position{2, 12, 17}));
  EXPECT_EQ(finding.snippet, "  token = 'ghp_\xE2\x80\xA6********'");
  EXPECT_EQ(finding.identity, hmac_sha256_hex("a key of this test", token));
  ASSERT_TRUE(finding.secret);
  EXPECT_EQ(finding.secret->verification, Verification::verified);
  EXPECT_EQ(finding.secret->provider, "github");
  EXPECT_EQ(finding.secret->redacted, "ghp_\xE2\x80\xA6********");
}

TEST_F(SecretsScanner, LowersAFindingWhoseChecksumIsWrongButKeepsIt) {
  std::string token = github_token(2);
  token.back() = token.back() == 'a' ? 'b' : 'a';
  const Output output = scan({{"app.py", token}});
  ASSERT_EQ(output.findings.size(), 1U);
  EXPECT_EQ(output.findings[0].secret->verification, Verification::failed);
  EXPECT_EQ(output.findings[0].severity, Severity::high);
  EXPECT_EQ(output.findings[0].confidence, Confidence::medium);
}

TEST_F(SecretsScanner, LowersTheConfidenceInTestCode) {
  const Output output = scan({{"tests/app.py", github_token(3), true}});
  ASSERT_EQ(output.findings.size(), 1U);
  EXPECT_EQ(output.findings[0].confidence, Confidence::medium);
}

TEST_F(SecretsScanner, MakesOneFindingOfASecretInManyPlaces) {
  const std::string token = github_token(4);
  const Output output =
      scan({{"a.py", token + "\n" + token}, {"b.py", "\n" + token}, {"c.py", github_token(5)}});
  ASSERT_EQ(output.findings.size(), 2U);
  const auto& places = output.findings[0].secret->places;
  ASSERT_EQ(places.size(), 3U);
  EXPECT_EQ(output.findings[0].path, "a.py");
  EXPECT_EQ(places[0].range.start.line, 1U);
  EXPECT_EQ(places[1].range.start.line, 2U);
  EXPECT_EQ(places[2].path, "b.py");
}

TEST_F(SecretsScanner, PrefersTheProviderToTheGenericRule) {
  const Output output = scan({{"app.py", "api_key = \"" + expand("SG.{base62:21}A.{base62:42}A", 1) + "\""}});
  ASSERT_EQ(output.findings.size(), 1U);
  EXPECT_EQ(output.findings[0].rule_id, "secrets.sendgrid.api-key");
}

TEST_F(SecretsScanner, FindsASecretThatIsEncodedWhereTheEncodedTextStands) {
  const std::string token = github_token(31);
  const auto base64 = [](const std::string& bytes) {
    std::string text = encode_base64(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    while (text.size() % 4 != 0) text += '=';
    return text;
  };
  const std::string twice = base64("value: " + base64(token) + "\n");
  const Output output = scan({{"secret.yaml", "data:\n  forge: " + base64(token) + "\n  deep: " + twice + "\n"},
                              {"main.java", "t = \"" + token.substr(0, 9) + "\" +\n  \"" + token.substr(9) + "\";"},
                              {"plain.txt", token}});
  ASSERT_EQ(output.findings.size(), 1U);
  const auto& places = output.findings[0].secret->places;
  ASSERT_EQ(places.size(), 4U);
  EXPECT_EQ(places[0].path, "main.java");
  EXPECT_EQ(places[2].path, "secret.yaml");
  EXPECT_EQ(places[2].range.start, (Position{2, 10, 15}));
  EXPECT_EQ(places[3].range.start.line, 3U);
  EXPECT_EQ(output.findings[0].rule_id, "secrets.github.personal-access-token");
}

TEST_F(SecretsScanner, FindsEverySecretOfOneEncodedText) {
  const std::string text = github_token(32) + " " + github_token(33);
  std::string hex;
  for (const char c : text) {
    constexpr std::string_view digits = "0123456789abcdef";
    hex += digits[static_cast<unsigned char>(c) >> 4U];
    hex += digits[static_cast<unsigned char>(c) & 15U];
  }
  EXPECT_EQ(scan({{"a.conf", "blob " + hex}}).findings.size(), 2U);
}

TEST_F(SecretsScanner, LeavesAllowedValuesOut) {
  const std::string token = github_token(6);
  m_config.allowed_secrets = {"^" + token.substr(0, 12)};
  const Output output = scan({{"a.py", token + " " + github_token(7)}});
  ASSERT_EQ(output.findings.size(), 1U);
  EXPECT_EQ(output.findings[0].identity, hmac_sha256_hex("a key of this test", github_token(7)));
  m_config.allowed_secrets = {"("};
  EXPECT_FALSE(make_scanner(m_options));
}

TEST_F(SecretsScanner, SkipsBinaryFilesAndDoesNotWantOpaqueOnes) {
  m_options.config = &m_config;
  const auto scanner = make_scanner(m_options);
  ASSERT_TRUE(scanner);
  FileInfo info;
  info.path = "a.dat";
  FileTraits traits;
  traits.binary = true;
  ScanContext context("secrets", info.path);
  (*scanner)->scan_file(context, SourceFile(info, github_token(8), traits));
  EXPECT_EQ(context.numbers().skipped.at("binary"), 1U);
  EXPECT_TRUE(context.facts.empty());
  EXPECT_TRUE((*scanner)->wants(info));
  info.path = "logo.PNG";
  EXPECT_FALSE((*scanner)->wants(info));
}

TEST_F(SecretsScanner, NotesWhenMoreMatchesStandInAFileThanAreReported) {
  std::string text;
  for (std::uint64_t i = 0; i < 1200; ++i) text += github_token(100 + i) + " ";
  const Output output = scan({{"a.py", text}});
  EXPECT_EQ(output.findings.size(), m_options.limits.findings_per_rule_and_file_max);
  ASSERT_EQ(output.notices.size(), 1U);
  EXPECT_EQ(output.notices[0].kind, NoticeKind::limit);
}

TEST_F(SecretsScanner, LeavesTheRestOfACrowdedFileToRulesOfProviders) {
  m_options.limits.findings_per_rule_and_file_max = 2;
  std::string text;
  for (std::uint64_t i = 0; i < 60; ++i) text += "password = \"" + expand("{base62:18}", 400 + i) + "\"\n";
  const Output crowded = scan({{"a.py", text}});
  const Output more = scan({{"a.py", text + github_token(7) + "\n"}});
  EXPECT_EQ(more.findings.size(), crowded.findings.size() + 1);
  EXPECT_TRUE(std::any_of(crowded.notices.begin(), crowded.notices.end(), [](const Notice& notice) {
    return notice.message.find("so many") != std::string::npos;
  }));
}

double seconds_for_line_of(const Scanner& scanner, std::size_t bytes) {
  std::string line;
  for (std::uint64_t i = 0; i < 2000; ++i) line += github_token(5000 + i) + " ";
  while (line.size() < bytes) line += line.substr(0, bytes - line.size());
  const SourceFile file({}, std::move(line), {});
  const std::clock_t start = std::clock();
  ScanContext context("secrets", "one_line.txt");
  scanner.scan_file(context, file);
  EXPECT_EQ(context.facts.size(), 1U);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Eight times the line may take eight times as long; a way that looks back to its start would take
// sixty-four.
TEST_F(SecretsScanner, TakesTimeInProportionToOneLongLine) {
  m_options.config = &m_config;
  const auto scanner = make_scanner(m_options);
  ASSERT_TRUE(scanner);
  const double once = seconds_for_line_of(**scanner, 256U << 10);
  EXPECT_LT(seconds_for_line_of(**scanner, 2U << 20), 24 * once + 0.3);
}

TEST_F(SecretsScanner, TakesRulesOfTheUser) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "codelake_secret_rules";
  std::filesystem::create_directories(folder);
  const auto write = [&](const std::string& text) { std::ofstream(folder / "own.yaml") << text; };
  const std::string rule =
      "provider: own\nrules:\n  - id: own.token\n    title: t\n    message: m\n    help: h\n"
      "    severity: low\n    confidence: low\n    pattern: 'own_[0-9]{5,9}'\n";
  m_options.rule_paths = {folder.string()};
  m_options.builtin_rules = false;
  write(rule);
  const Output output = scan({{"a.py", "own_8412095 " + github_token(9)}});
  ASSERT_EQ(output.findings.size(), 1U);
  EXPECT_EQ(output.findings[0].rule_id, "own.token");
  write(rule + "    colour: red\n");
  const auto unknown = make_scanner(m_options);
  ASSERT_FALSE(unknown);
  EXPECT_THAT(unknown.error().text(), HasSubstr("own.yaml:10: unknown key 'colour'"));
  write(rule + "    verify: magic\n");
  EXPECT_FALSE(make_scanner(m_options));
  std::filesystem::remove_all(folder);
}

TEST_F(SecretsScanner, TakesRulesInAForeignFormat) {
  const auto path = std::filesystem::path(testing::TempDir()) / "codelake_own_rules.toml";
  std::ofstream(path) << "[[rules]]\nid = \"own\"\nregex = '''own-([a-z]{3,9})'''\n[rules.allowlist]\nregexes = ['''^abc''']\n";
  m_options.rule_paths = {path.string()};
  m_options.builtin_rules = false;
  const Output output = scan({{"a.py", "own-xyzw own-abcd"}});
  ASSERT_EQ(output.findings.size(), 1U);
  EXPECT_EQ(output.findings[0].range.start.column, 5U);
  std::filesystem::remove(path);
}

// A rule that would try every way to split a run of letters is stopped, said and harmless.
TEST_F(SecretsScanner, IsNotHeldUpByARuleThatBacktracks) {
  const auto path = std::filesystem::path(testing::TempDir()) / "codelake_slow_rule.toml";
  std::ofstream(path) << "[[rules]]\nid = \"slow\"\nregex = '''(?:a+)+!b'''\n";
  m_options.rule_paths = {path.string()};
  m_options.builtin_rules = false;
  const std::clock_t start = std::clock();
  scan({{"a.txt", std::string(200'000, 'a') + "!c" + std::string(200'000, 'a') + "!b"}});
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 10.0);
  std::filesystem::remove(path);
}

std::string all_text_of(const Finding& finding) {
  std::string all = finding.rule_id + finding.message + finding.path + finding.snippet + finding.fix +
                    finding.symbol + finding.identity + finding.secret->provider + finding.secret->redacted;
  for (const SecretPlace& place : finding.secret->places) all += place.path + place.commit;
  return all;
}

std::string without_breaks(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n'; });
  return text;
}

// Every rule of the program with the texts it must and must not fire on.
class SecretRules : public SecretsScanner {
 protected:
  static std::vector<Rule> rules() {
    auto rules = read_rule_path(std::string(CODELAKE_SOURCE_DIR) + "/rules/secrets");
    EXPECT_TRUE(rules) << rules.error().text();
    return *rules;
  }
  static std::uint64_t seed_of(const Rule& rule, std::size_t index) {
    return fast_hash(rule.id) + index * 7919;
  }
  static Input input_of(const RuleExample& example, std::uint64_t seed) {
    return {example.path.empty() ? "src/settings.conf" : example.path, expand(example.text, seed)};
  }
  static bool fires(const Output& output, const std::string& id) {
    return std::any_of(output.findings.begin(), output.findings.end(),
                       [&](const Finding& finding) { return finding.rule_id == id; });
  }
  std::unique_ptr<Scanner> builtin() {
    m_options.config = &m_config;
    m_options.fingerprint_key = "k";
    auto scanner = make_scanner(m_options);
    EXPECT_TRUE(scanner);
    return std::move(*scanner);
  }
};

TEST_F(SecretRules, FireOnTheirExamplesWhateverTheyAreMadeOf) {
  const auto scanner = builtin();
  for (const Rule& rule : rules()) {
    ASSERT_FALSE(rule.examples.empty()) << rule.id;
    for (std::size_t i = 0; i < rule.examples.size() * 5; ++i) {
      const Input input = input_of(rule.examples[i % rule.examples.size()], seed_of(rule, i));
      const Output output = scan_with(*scanner, {input});
      EXPECT_TRUE(fires(output, rule.id)) << rule.id << ": " << input.text;
      for (const Finding& finding : output.findings) {
        EXPECT_FALSE(finding.rule_id == rule.id && finding.secret->verification == Verification::failed)
            << rule.id << ": " << input.text;
      }
    }
  }
}

TEST_F(SecretRules, StaySilentOnTheirCounterexamples) {
  const auto scanner = builtin();
  for (const Rule& rule : rules()) {
    ASSERT_FALSE(rule.counterexamples.empty()) << rule.id;
    for (std::size_t i = 0; i < rule.counterexamples.size(); ++i) {
      const Input input = input_of(rule.counterexamples[i], seed_of(rule, i));
      EXPECT_FALSE(fires(scan_with(*scanner, {input}), rule.id)) << rule.id << ": " << input.text;
    }
  }
}

TEST_F(SecretRules, NeverLetAFullSecretOut) {
  const auto scanner = builtin();
  for (const Rule& rule : rules()) {
    const Input input = input_of(rule.examples.front(), seed_of(rule, 0));
    const Output output = scan_with(*scanner, {input});
    for (const Finding& finding : output.findings) {
      const std::size_t begin = finding.range.start.offset;
      const std::string value = input.text.substr(begin, finding.range.end.offset - begin);
      ASSERT_GE(value.size(), 5U);
      EXPECT_THAT(all_text_of(finding), Not(HasSubstr(value))) << rule.id;
      EXPECT_THAT(without_breaks(all_text_of(finding)), Not(HasSubstr(value.substr(4, 12)))) << rule.id;
    }
  }
}

// Every way a value can reach a finding: as it stands, decoded, joined, by a rule of the user.
TEST_F(SecretsScanner, LetsOnlyTheFirstFourCharactersOut) {
  const auto path = std::filesystem::path(testing::TempDir()) / "codelake_safety_rules.toml";
  std::ofstream(path) << "[[rules]]\nid = \"acme\"\nregex = '''acme-[a-z0-9]{24}'''\n";
  m_options.rule_paths = {path.string()};
  const std::string token = github_token(51);
  const std::string base64 = expand("{from}key=" + token + "\n{as_base64}", 1);
  const std::string twice = expand("{from}data=" + base64 + "\n{as_base64}", 1);
  const std::string own = expand("acme-{base36:24}", 2);
  const std::string password = expand("{password:16}", 3);
  const Output output = scan({{"a.py", "k = '" + token + "'"},
                              {"b.yaml", "data: " + base64},
                              {"c.yaml", "data: " + twice},
                              {"d.py", "k = '" + token.substr(0, 20) + "' + '" + token.substr(20) + "'"},
                              {"e.py", "k = '" + own + "'"},
                              {"f.yaml", "password: " + password}});
  std::set<std::string> paths;
  for (const Finding& finding : output.findings) {
    for (const SecretPlace& place : finding.secret->places) paths.insert(place.path);
    for (const std::string& value : {token, own, password, base64, twice}) {
      EXPECT_THAT(all_text_of(finding), Not(HasSubstr(value.substr(0, 5)))) << finding.rule_id;
      EXPECT_THAT(all_text_of(finding), Not(HasSubstr(value.substr(value.size() - 6)))) << finding.rule_id;
    }
  }
  EXPECT_EQ(paths.size(), 6U);
  std::filesystem::remove(path);
}

TEST_F(SecretsScanner, ReportsAKeystoreAsAWhole) {
  m_options.config = &m_config;
  const auto scanner = make_scanner(m_options);
  ASSERT_TRUE(scanner);
  FileInfo info;
  info.path = "release.jks";
  FileTraits traits;
  traits.binary = true;
  const std::string store("\xFE\xED\xFE\xED\0\0\0\2\0\0\0\1\0\0\0\1", 16);
  ScanContext file("secrets", info.path);
  (*scanner)->scan_file(file, SourceFile(info, store, traits));
  EXPECT_EQ(file.numbers().files_scanned, 1U);
  ScanContext project("secrets", "");
  (*scanner)->scan_project(project, file.facts);
  ASSERT_EQ(project.findings.size(), 1U);
  EXPECT_EQ(project.findings[0].rule_id, "secrets.keystore.java");
  EXPECT_EQ(project.findings[0].path, "release.jks");
}

TEST_F(SecretsScanner, HonoursTheIgnoreListOfTheFolderAndNotItsRules) {
  Output output = scan({{".gitleaksignore", "a.py:any:1\ngone.py:any:1\n"},
                        {".gitleaks.toml", "[allowlist]\npaths = ['.*']\n"},
                        {"a.py", github_token(52)},
                        {"b.py", github_token(53)}});
  ASSERT_EQ(output.findings.size(), 2U);
  EXPECT_TRUE(output.findings[0].suppression);
  EXPECT_FALSE(output.findings[1].suppression);
  std::sort(output.notices.begin(), output.notices.end());
  ASSERT_EQ(output.notices.size(), 2U);
  EXPECT_EQ(output.notices[0].path, ".gitleaks.toml");
  EXPECT_THAT(output.notices[1].message, HasSubstr("line 2"));
}

TEST_F(SecretsScanner, TakesListsAndFileRulesOfAnotherFormat) {
  const auto path = std::filesystem::path(testing::TempDir()) / "codelake_lists.toml";
  std::ofstream(path) << "[extend]\nuseDefault = true\n[allowlist]\npaths = ['^docs/']\n"
                         "[[rules]]\nid = \"store\"\npath = '''\\.ovpn$'''\n";
  m_options.rule_paths = {path.string()};
  const Output output =
      scan({{"docs/a.py", github_token(54)}, {"b.py", github_token(55)}, {"c.ovpn", "remote example.com\n"}});
  ASSERT_EQ(output.findings.size(), 2U);
  EXPECT_EQ(output.findings[0].path, "b.py");
  EXPECT_EQ(output.findings[1].rule_id, "store");
  std::filesystem::remove(path);
}

TEST_F(SecretRules, AreManyAndWellFormed) {
  std::set<std::string> providers;
  for (const Rule& rule : rules()) {
    providers.insert(rule.provider);
    EXPECT_TRUE(rule.id.starts_with("secrets.")) << rule.id;
    EXPECT_TRUE(rule.verify.empty() || is_check(rule.verify)) << rule.id;
    EXPECT_FALSE(rule.cwe.empty()) << rule.id;
  }
  EXPECT_GE(providers.size(), 60U);
  EXPECT_EQ(builtin()->rules().size(), rules().size() + keystore_rules().size());
}

TEST_F(SecretRules, ShowOnlyMaskedExamples) {
  for (const RuleInfo& info : builtin()->rules()) {
    EXPECT_FALSE(info.bad_example.empty()) << info.id;
    EXPECT_THAT(info.bad_example, HasSubstr("\xE2\x80\xA6")) << info.id;
    EXPECT_FALSE(info.help.empty()) << info.id;
  }
}

// What stands in real repositories where a secret could stand.
TEST_F(SecretsScanner, IsNotFooledByCodeAndDocumentation) {
  const Output output = scan({{"app.py", expand(R"(
password = request.form["password"]
token = generate_token(user.id, 3600)
api_key = settings.PAYMENT_API_KEY_2
secret = "${VAULT_SECRET_1}"
"integrity": "sha512-{base64:86}=="
"checksum_token": "{hex:64}"
access_token: "AccessTokenCredentialProvider1"
PASSWORD_RESET_TOKEN = "password_reset_token_v2"
auth_token = "{uuid}"
client_secret = "abcdefghijklmnopqrstuvwxyz0123456789"
secret_key = "1234567890123456789012345678901234567890"
api_key = "deadbeefdeadbeefdeadbeefdeadbeef"
private_key = "config/keys/server-2.key"
<input type="password" name="password" placeholder="Enter your password 1">
{"password": "Das Passwort ist falsch1!"}
git_revision_token = "{hex:40}"
monkey = "{hex:32}"
next_page_token = "{base64:43}"
mock_token = "{base62:43}"
client_secret = "eW91ci1zZWNyZXQtZ29lcy1oZXJlLWFuZC1ub3doZXJlLWVsc2U="
x = "ghp_abababababababababababababababababab"
)",
                                                1)}});
  for (const Finding& finding : output.findings) ADD_FAILURE() << finding.rule_id << ": " << finding.snippet;
}

}  // namespace
}  // namespace codelake::secrets
