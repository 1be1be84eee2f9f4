// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/keystore.h"

#include <gtest/gtest.h>

#include <string>

namespace codelake::secrets {
namespace {

std::string number(std::uint64_t value, std::size_t bytes) {
  std::string text;
  while (bytes-- > 0) text += static_cast<char>(value >> (8 * bytes) & 0xFFU);
  return text;
}

std::string java_entry(std::uint32_t tag) {
  const std::string head = number(tag, 4) + number(5, 2) + "alias" + number(0, 8);
  if (tag == 2) return head + number(5, 2) + "X.509" + number(3, 4) + "abc";
  return head + number(3, 4) + "abc" + number(0, 4);
}

std::string java_store(std::uint32_t magic, const std::string& entries, std::uint32_t count) {
  return number(magic, 4) + number(2, 4) + number(count, 4) + entries + std::string(20, 'd');
}

std::string id_of(const std::string& bytes) {
  const Rule* rule = keystore_rule(bytes);
  return rule == nullptr ? "" : rule->id;
}

constexpr std::uint32_t k_jks = 0xFEEDFEED;
constexpr std::uint32_t k_jceks = 0xCECECECE;

TEST(Keystore, KnowsAJavaStoreByItsKeysWhereverTheyStand) {
  EXPECT_EQ(id_of(java_store(k_jks, java_entry(1), 1)), "secrets.keystore.java");
  EXPECT_EQ(id_of(java_store(k_jks, java_entry(2) + java_entry(1), 2)), "secrets.keystore.java");
  EXPECT_EQ(id_of(java_store(k_jceks, java_entry(3), 1)), "secrets.keystore.jceks");
}

TEST(Keystore, LeavesStoresOfCertificatesAlone) {
  EXPECT_EQ(id_of(java_store(k_jks, java_entry(2) + java_entry(2), 2)), "");
  EXPECT_EQ(id_of(java_store(k_jks, "", 0)), "");
}

TEST(Keystore, IsNotLedAstrayByAStoreThatIsCutOrLies) {
  const std::string whole = java_store(k_jks, java_entry(2) + java_entry(1), 2);
  for (std::size_t size = 0; size < 40; ++size) EXPECT_EQ(id_of(whole.substr(0, size)), "") << size;
  EXPECT_EQ(id_of(java_store(k_jks, number(2, 4) + number(0xFFFF, 2), 0xFFFFFFFF)), "");
}

// Version 3 and one safe that is not encrypted, with one bag of this kind (RFC 7292, 4.2); no code over it.
// `held` is what is in the bag where it holds no private key.
std::string pkcs12(char kind, const std::string& held = {}) {
  const auto value = [](char tag, const std::string& content) {
    return std::string(1, tag) + number(static_cast<std::uint32_t>(content.size()), 1) + content;
  };
  const std::string data = std::string("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01", 11);
  const std::string bag = std::string("\x06\x0B\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x0A\x01", 12) + kind;
  const std::string algorithm = value('\x30', std::string("\x06\x03\x2A\x03\x04", 5));
  const std::string key = value('\x30', held.empty() ? algorithm + value('\x04', "abc") : held);
  const std::string bags = value('\x30', value('\x30', bag + value('\xA0', key)));
  const std::string safes = value('\x30', value('\x30', data + value('\xA0', value('\x04', bags))));
  return value('\x30', std::string("\x02\x01\x03", 3) + value('\x30', data + value('\xA0', value('\x04', safes))));
}

TEST(Keystore, KnowsPkcs12ByItsKeys) {
  EXPECT_EQ(id_of(pkcs12('\x02')), "secrets.keystore.pkcs12");
  EXPECT_EQ(id_of(pkcs12('\x05', "\x06\x03\x2A\x03\x04\xA0\x05\x04\x03" "abc")), "secrets.keystore.pkcs12") << "a secret key";
  EXPECT_EQ(id_of(pkcs12('\x04')), "") << "a bag of another kind";
}

TEST(Keystore, KnowsBouncyCastleAndKeePass) {
  const std::string head = number(2, 4) + number(20, 4) + std::string(20, 's') + number(1024, 4);
  const std::string certificate =
      number(1, 1) + number(5, 2) + "alias" + number(0, 8) + number(0, 4) + number(5, 2) + "X.509" + number(3, 4) + "abc";
  EXPECT_EQ(id_of(head + number(2, 1)), "secrets.keystore.bks");
  EXPECT_EQ(id_of(head + certificate + number(4, 1)), "secrets.keystore.bks");
  EXPECT_EQ(id_of(head + certificate + number(0, 1)), "") << "a store of certificates";
  EXPECT_EQ(id_of(head + number(9, 1)), "");
  const std::string version = number(0x00000400, 4) + number(2, 4);
  EXPECT_EQ(id_of("\x03\xD9\xA2\x9A\x67\xFB\x4B\xB5" + version), "secrets.keystore.keepass");
  EXPECT_EQ(id_of("\x03\xD9\xA2\x9A\x68\xFB\x4B\xB5" + version), "");
}

// SEQUENCE of this body, as long as a file of two bytes of length.
std::string sequence(const std::string& body) { return "\x30\x82" + number(body.size(), 2) + body; }

TEST(Keystore, KnowsPrivateKeysInBinaryFormByTheirStructure) {
  const std::string rsa("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01\x05\x00", 13);
  const std::string zero("\x02\x01\x00", 3);
  EXPECT_EQ(id_of(sequence(zero + "\x30\x0D" + rsa + std::string(300, 'k'))), "secrets.keystore.der");
  EXPECT_EQ(id_of(sequence(zero + "\x02\x82" + std::string(300, 'n'))), "secrets.keystore.der");
  EXPECT_EQ(id_of(sequence(std::string("\x02\x01\x01\x04\x20", 5) + std::string(200, 'd'))), "secrets.keystore.der");
  EXPECT_EQ(id_of(sequence("\x30\x0D" + rsa + std::string(300, 'p'))), "") << "a public key";
  EXPECT_EQ(id_of(sequence(zero + "\x02\x82" + std::string(300, 'n')) + "x"), "") << "not the whole file";
}

TEST(Keystore, KnowsEncryptedPrivateKeysInBinaryForm) {
  const std::string pkcs5("\x30\x0D\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x05\x0D", 13);
  const std::string pkcs12_way("\x30\x0E\x06\x0A\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01\x03", 14);
  const std::string rest = "\x04\x82" + number(300, 2) + std::string(300, 'k');
  EXPECT_EQ(id_of(sequence(pkcs5 + rest)), "secrets.keystore.der-encrypted");
  EXPECT_EQ(id_of(sequence(pkcs12_way + rest)), "secrets.keystore.der-encrypted");
  EXPECT_EQ(id_of(sequence(pkcs5 + rest) + "x"), "") << "not the whole file";
  EXPECT_EQ(id_of(sequence(pkcs5 + rest).substr(0, 50)), "");
}

TEST(Keystore, IsRememberedByItsContent) {
  const Keystores keystores;
  const std::string store = java_store(k_jks, java_entry(1), 1);
  const std::string other = java_store(k_jks, java_entry(2), 1);
  for (int i = 0; i < 2; ++i) {
    ASSERT_NE(keystores.rule(store), nullptr);
    EXPECT_EQ(keystores.rule(store)->id, "secrets.keystore.java");
    EXPECT_EQ(keystores.rule(other), nullptr);
    EXPECT_EQ(keystores.rule("no store"), nullptr);
  }
}

TEST(Keystore, KnowsKeysAndStoresByTheirFirstBytes) {
  const std::string rest(40, '\0');
  EXPECT_EQ(id_of(std::string("\0GITCRYPTKEY", 12) + rest), "secrets.keystore.git-crypt");
  EXPECT_EQ(id_of("PWS3" + rest), "secrets.keystore.password-safe");
  EXPECT_EQ(id_of("kych" + rest), "secrets.keystore.keychain");
  const std::string keytab = "\x05\x02" + number(30, 4) + number(1, 2) + number(7, 2) + "EXAMPLE" + std::string(30, '\1');
  EXPECT_EQ(id_of(keytab), "secrets.keystore.keytab");
  EXPECT_EQ(id_of("\x05\x02" + number(30, 4) + number(99, 2) + rest), "");
  const std::string packet = number(400, 2) + "\x04" + number(1700000000, 4);
  EXPECT_EQ(id_of("\x95" + packet + "\x01" + rest), "secrets.keystore.openpgp");
  EXPECT_EQ(id_of("\x99" + packet + "\x01" + rest), "") << "a public key";
  EXPECT_EQ(id_of("\x95" + packet + "\x7F" + rest), "") << "no algorithm there is";
}

TEST(Keystore, KnowsDatabasesByWhatTheyKeep) {
  const std::string sqlite("SQLite format 3\0", 16);
  EXPECT_EQ(id_of(sqlite + "CREATE TABLE nssPrivate (id)"), "secrets.keystore.browser");
  EXPECT_EQ(id_of(sqlite + "CREATE TABLE orders (id)"), "");
  const std::string berkeley = std::string(12, '\0') + std::string("\x62\x31\x05\x00", 4) + std::string(600, '\0');
  EXPECT_EQ(id_of(berkeley + "\x04" "ckey!"), "secrets.keystore.wallet");
  EXPECT_EQ(id_of(berkeley), "");
}

}  // namespace
}  // namespace codelake::secrets
