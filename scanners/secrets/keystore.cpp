// SPDX-License-Identifier: Apache-2.0
// A file of keys says by its first bytes what it is, whatever its name. The forms of Java and PKCS#12 tell more: their entries are walked
// until one is a private or secret key, and the passwords that anybody tries first are tried. Example (JKS): FE ED FE
// ED, version 2, 2 entries; the first has tag 2, a certificate, and is stepped over by its lengths; the second has tag
// 1: a private key, so the file is a secret.
#include "scanners/secrets/keystore.h"

#include "core/hash.h"
#include "core/key_store.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace codelake::secrets {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t k_entries_max = 10'000;
constexpr std::string_view k_jks = "\xFE\xED\xFE\xED"sv;
constexpr std::string_view k_jceks = "\xCE\xCE\xCE\xCE"sv;

// Reads numbers of the network's byte order; past the end everything is 0 and `ended`.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : m_bytes(bytes) {}

  std::uint32_t number(std::size_t bytes) {
    std::uint32_t value = 0;
    if (m_bytes.size() < bytes) m_ended = true;
    if (m_ended) return 0;
    for (const char c : m_bytes.substr(0, bytes)) value = value << 8U | static_cast<unsigned char>(c);
    m_bytes.remove_prefix(bytes);
    return value;
  }

  void skip(std::size_t bytes) {
    if (m_bytes.size() < bytes) m_ended = true;
    if (!m_ended) m_bytes.remove_prefix(bytes);
  }

  bool ended() const { return m_ended; }

 private:
  std::string_view m_bytes;
  bool m_ended = false;
};

// Java: magic, version, count; then for each entry tag, alias, eight bytes of date, and for a certificate (tag 2) its
// type (from version 2 on) and its bytes. Tags 1 and 3 are private and secret keys.
bool holds_java_key(std::string_view bytes, std::string_view magic) {
  if (!bytes.starts_with(magic)) return false;
  Cursor at(bytes.substr(magic.size()));
  const std::uint32_t version = at.number(4);
  const std::uint32_t count = std::min(at.number(4), k_entries_max);
  if (version != 1 && version != 2) return false;
  for (std::uint32_t i = 0; i < count && !at.ended(); ++i) {
    const std::uint32_t tag = at.number(4);
    if (tag == 1 || tag == 3) return true;
    if (tag != 2) return false;
    at.skip(at.number(2));
    at.skip(8);
    if (version == 2) at.skip(at.number(2));
    at.skip(at.number(4));
  }
  return false;
}

// What is tried first by anybody: no password, and those of documentation and of tools' defaults.
constexpr std::array<std::string_view, 10> k_first_tries = {
    "", "changeit", "password", "changeme", "secret", "notasecret", "test", "123456", "keystore", "storepass"};

bool opens_at_once(std::string_view java_store) {
  return std::any_of(k_first_tries.begin(), k_first_tries.end(),
                     [&](std::string_view password) { return opens_java_store(java_store, password); });
}

// SEQUENCE { INTEGER 3, …: so that only what can be a store is read as one.
bool may_be_pkcs12(std::string_view bytes) {
  constexpr std::string_view version = "\x02\x01\x03"sv;
  return bytes.size() > 2 && bytes[0] == '\x30' && bytes.substr(2, 4 + version.size()).find(version) != bytes.npos;
}

// Version 1 or 2, twenty bytes of salt after their number, a count of iterations of at most 0xFFFF; then entries up to
// tag 0: tag, alias, eight bytes of date, a chain (empty for tag 1, a certificate), the certificate's type and bytes.
bool holds_bouncy_castle_key(std::string_view bytes) {
  Cursor at(bytes);
  const std::uint32_t version = at.number(4);
  if ((version != 1 && version != 2) || at.number(4) != 20) return false;
  at.skip(20);
  const std::uint32_t iterations = at.number(4);
  if (iterations < 0x100 || iterations > 0xFFFF) return false;
  for (std::uint32_t i = 0; i < k_entries_max && !at.ended(); ++i) {
    const std::uint32_t tag = at.number(1);
    if (tag != 1) return tag >= 2 && tag <= 4;
    at.skip(at.number(2));
    at.skip(8);
    if (at.number(4) != 0) return false;
    at.skip(at.number(2));
    at.skip(at.number(4));
  }
  return false;
}

// An unencrypted private key in DER that fills the file: SEQUENCE { INTEGER 0, then what it is for (PKCS#8) or its modulus
// (RSA); or SEQUENCE { INTEGER 1, OCTET STRING (elliptic curves).
bool is_private_key(std::string_view bytes) {
  if (bytes.size() < 32 || bytes[0] != '\x30') return false;
  const auto first = static_cast<unsigned char>(bytes[1]);
  const std::size_t head = first < 0x80 ? 2 : first == 0x81 ? 3 : first == 0x82 ? 4 : 0;
  if (head == 0) return false;
  std::size_t size = first < 0x80 ? first : 0;
  for (std::size_t i = 2; i < head; ++i) size = size << 8U | static_cast<unsigned char>(bytes[i]);
  if (size + head != bytes.size()) return false;
  const std::string_view body = bytes.substr(head);
  constexpr std::string_view rsa = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01"sv;
  constexpr std::string_view elliptic = "\x06\x07\x2A\x86\x48\xCE\x3D\x02\x01"sv;
  constexpr std::string_view edwards = "\x06\x03\x2B\x65"sv;
  if (body.starts_with("\x02\x01\x01\x04"sv)) return body[4] == '\x20' || body[4] == '\x30' || body[4] == '\x42';
  if (!body.starts_with("\x02\x01\x00"sv)) return false;
  const std::string_view kind = body.substr(3);
  if (kind.starts_with("\x02\x81"sv) || kind.starts_with("\x02\x82"sv)) return true;
  return kind[0] == '\x30' &&
         (kind.substr(2).starts_with(rsa) || kind.substr(2).starts_with(elliptic) || kind.substr(2).starts_with(edwards));
}

// A private key that a password protects (RFC 5958) and that fills the file: SEQUENCE { SEQUENCE { OBJECT IDENTIFIER of a
// way to encrypt by password, of PKCS#5 or PKCS#12.
bool is_encrypted_private_key(std::string_view bytes) {
  if (bytes.size() < 64 || !bytes.starts_with("\x30\x82"sv)) return false;
  const std::size_t size = static_cast<std::size_t>(static_cast<unsigned char>(bytes[2])) << 8U | static_cast<unsigned char>(bytes[3]);
  constexpr std::string_view by_password = "\x2A\x86\x48\x86\xF7\x0D\x01\x05"sv;
  constexpr std::string_view by_password_12 = "\x2A\x86\x48\x86\xF7\x0D\x01\x0C\x01"sv;
  if (size + 4 != bytes.size() || bytes[4] != '\x30' || bytes[6] != '\x06') return false;
  const std::string_view kind = bytes.substr(8);
  return kind.starts_with(by_password) || kind.starts_with(by_password_12);
}

// A packet of tag 5 (RFC 9580), in the old or new form, with a version and an algorithm there are.
bool is_openpgp_key(std::string_view bytes) {
  if (bytes.size() < 12) return false;
  std::size_t at = 0;
  switch (static_cast<unsigned char>(bytes[0])) {
    case 0x94: at = 2; break;
    case 0x95: at = 3; break;
    case 0xC5: at = static_cast<unsigned char>(bytes[1]) < 192 ? 2 : 3; break;
    default: return false;
  }
  constexpr std::string_view algorithms = "\x01\x02\x03\x10\x11\x12\x13\x16\x19\x1A\x1B\x1C";
  const char version = bytes[at];
  return (version == 4 || version == 5 || version == 6) && algorithms.find(bytes[at + 5]) != std::string_view::npos;
}

// 05 02, then an entry: its size, how many names it has, and the realm.
bool is_keytab(std::string_view bytes) {
  if (!bytes.starts_with("\x05\x02"sv)) return false;
  Cursor at(bytes.substr(2));
  const std::uint32_t size = at.number(4);
  const std::uint32_t names = at.number(2);
  const std::uint32_t realm = at.number(2);
  if (at.ended() || size + 6 > bytes.size() || names == 0 || names > 8 || realm == 0 || realm > 200) return false;
  const std::string_view said = bytes.substr(10, realm);
  return said.size() == realm && std::all_of(said.begin(), said.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// A database of SQLite whose tables are those in which browsers keep passwords and the keys to them.
bool is_browser_store(std::string_view bytes) {
  constexpr std::size_t schema_bytes = 64U << 10U;
  if (!bytes.starts_with("SQLite format 3\0"sv)) return false;
  const std::string_view schema = bytes.substr(0, schema_bytes);
  return schema.find("nssPrivate") != std::string_view::npos || schema.find("password_value BLOB") != std::string_view::npos;
}

// A Berkeley DB (its mark stands at 12) with entries of keys of a wallet.
bool is_wallet(std::string_view bytes) {
  constexpr std::size_t looked_at = 4U << 20U;
  if (bytes.size() < 512 || (bytes.substr(12, 4) != "\x62\x31\x05\x00"sv && bytes.substr(12, 4) != "\x00\x05\x31\x62"sv)) return false;
  const std::string_view entries = bytes.substr(0, looked_at);
  return entries.find("\x04" "ckey!"sv) != std::string_view::npos || entries.find("\x03key!"sv) != std::string_view::npos;
}

bool is_keepass(std::string_view bytes) {
  constexpr std::string_view magic = "\x03\xD9\xA2\x9A"sv;
  constexpr std::string_view rest = "\xFB\x4B\xB5"sv;
  return bytes.size() > 12 && bytes.starts_with(magic) && (bytes[4] == '\x65' || bytes[4] == '\x66' || bytes[4] == '\x67') &&
         bytes.substr(5).starts_with(rest);
}

Rule keystore(std::string_view name, std::string_view title, std::string_view what) {
  Rule rule;
  rule.id = "secrets.keystore." + std::string(name);
  rule.provider = "keystore";
  rule.title = title;
  rule.message = "This file is " + std::string(what) + ": whoever has it needs only its password, which can be guessed offline.";
  rule.help = "Take the file out of the repository and its history, make new keys and passwords, and bring the file "
              "to where it is needed from a secret store.";
  rule.severity = Severity::high;
  rule.confidence = Confidence::medium;
  rule.cwe = {312, 522};
  rule.bad_example = std::string(title) + ": \xE2\x80\xA6";
  rule.good_example = "keystore=${KEYSTORE_PATH}";
  return rule;
}

enum Kind : std::size_t {
  bks,
  browser,
  der,
  der_encrypted,
  git_crypt,
  java,
  jceks,
  keepass,
  keychain,
  keytab,
  open,
  openpgp,
  password_safe,
  pkcs12,
  wallet
};

// What opens with no password at all.
Rule bare_key(std::string_view name, std::string_view title, std::string_view what) {
  Rule rule = keystore(name, title, what);
  rule.message = "This file is " + std::string(what) + ", and no password protects it: whoever has the file has the key.";
  rule.severity = Severity::critical;
  rule.confidence = Confidence::high;
  rule.cwe = {312, 321};
  return rule;
}

Rule encrypted_key() {
  Rule rule = keystore("der-encrypted", "Private key in DER, encrypted", "a private key in binary form, encrypted with a password");
  rule.severity = Severity::medium;
  return rule;
}

Rule open_keystore() {
  Rule rule = keystore("open", "Keystore that opens with a password anybody tries first", "a keystore");
  rule.message =
      "This keystore holds a private key, and opens with a password that anybody tries first (none, or one of those "
      "that documentation prints): whoever has the file has the key.";
  rule.severity = Severity::critical;
  rule.confidence = Confidence::high;
  rule.cwe = {312, 521};
  return rule;
}

}  // namespace

const std::vector<Rule>& keystore_rules() {
  static const std::vector<Rule> rules = {
      keystore("bks", "Bouncy Castle keystore", "a keystore of Bouncy Castle that holds a key"),
      keystore("browser", "Passwords or keys of a browser", "a database in which a browser keeps passwords or the keys to them"),
      bare_key("der", "Private key in DER", "a private key in binary form"),
      encrypted_key(),
      bare_key("git-crypt", "Key of git-crypt", "the key that opens the encrypted files of a repository"),
      keystore("java", "Java keystore with a key", "a Java keystore (JKS) that holds a private key"),
      keystore("jceks", "Java keystore with a key (JCEKS)", "a Java keystore (JCEKS) that holds a private or secret key"),
      keystore("keepass", "KeePass database", "a database of passwords (KeePass)"),
      keystore("keychain", "Keychain of macOS", "a keychain of passwords and keys"),
      bare_key("keytab", "Kerberos keytab", "a table of keys that log in to Kerberos"),
      open_keystore(),
      keystore("openpgp", "Secret key of OpenPGP", "a secret key of OpenPGP in binary form"),
      keystore("password-safe", "Password Safe database", "a database of passwords (Password Safe)"),
      keystore("pkcs12", "PKCS#12 keystore with a key", "a PKCS#12 store that holds a private key"),
      keystore("wallet", "Wallet with keys", "a wallet that holds private keys")};
  return rules;
}

const Rule* keystore_rule(std::string_view bytes) {
  const auto rule = [](Kind kind) { return &keystore_rules()[kind]; };
  if (holds_java_key(bytes, k_jks)) return rule(opens_at_once(bytes) ? open : java);
  if (holds_java_key(bytes, k_jceks)) return rule(opens_at_once(bytes) ? open : jceks);
  if (is_keepass(bytes)) return rule(keepass);
  if (bytes.starts_with("\0GITCRYPTKEY"sv)) return rule(git_crypt);
  if (bytes.starts_with("PWS3"sv)) return rule(password_safe);
  if (bytes.starts_with("kych\0"sv)) return rule(keychain);
  if (is_keytab(bytes)) return rule(keytab);
  if (is_private_key(bytes)) return rule(der);
  if (is_encrypted_private_key(bytes)) return rule(der_encrypted);
  if (is_openpgp_key(bytes)) return rule(openpgp);
  if (is_browser_store(bytes)) return rule(browser);
  if (is_wallet(bytes)) return rule(wallet);
  if (may_be_pkcs12(bytes)) {
    const auto store = read_pkcs12(bytes, k_first_tries);
    if (store && store->holds_key) return rule(store->opened ? open : pkcs12);
  }
  if (holds_bouncy_castle_key(bytes)) return rule(bks);
  return nullptr;
}

const Rule* Keystores::rule(std::string_view bytes) const {
  const bool tried = bytes.starts_with(k_jks) || bytes.starts_with(k_jceks) || may_be_pkcs12(bytes);
  if (!tried) return keystore_rule(bytes);
  const std::string name = sha256_hex(bytes);
  {
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_tried.find(name); known != m_tried.end()) return known->second;
  }
  const Rule* const found = keystore_rule(bytes);
  const std::lock_guard lock(m_mutex);
  return m_tried.emplace(name, found).first->second;
}

}  // namespace codelake::secrets
