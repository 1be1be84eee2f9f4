// SPDX-License-Identifier: Apache-2.0
// A file of keys says by its first bytes what it is. The forms of Java and PKCS#12 tell more: their entries are walked
// until one is a private or secret key, and the passwords that anybody tries first are tried. Example (JKS): FE ED FE
// ED, version 2, 2 entries; the first has tag 2, a certificate, and is stepped over by its lengths; the second has tag
// 1: a private key, so the file is a secret.
#include "scanners/secrets/keystore.h"

#include "core/key_store.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace codelake::secrets {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t k_entries_max = 10'000;

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

enum Kind : std::size_t { bks, java, jceks, keepass, open, pkcs12 };

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
      keystore("java", "Java keystore with a key", "a Java keystore (JKS) that holds a private key"),
      keystore("jceks", "Java keystore with a key (JCEKS)", "a Java keystore (JCEKS) that holds a private or secret key"),
      keystore("keepass", "KeePass database", "a database of passwords (KeePass)"),
      open_keystore(),
      keystore("pkcs12", "PKCS#12 keystore with a key", "a PKCS#12 store that holds a private key")};
  return rules;
}

const Rule* keystore_rule(std::string_view bytes) {
  const auto rule = [](Kind kind) { return &keystore_rules()[kind]; };
  if (holds_java_key(bytes, "\xFE\xED\xFE\xED"sv)) return rule(opens_at_once(bytes) ? open : java);
  if (holds_java_key(bytes, "\xCE\xCE\xCE\xCE"sv)) return rule(opens_at_once(bytes) ? open : jceks);
  if (is_keepass(bytes)) return rule(keepass);
  if (may_be_pkcs12(bytes)) {
    const auto store = read_pkcs12(bytes, k_first_tries);
    if (store && store->holds_key) return rule(store->opened ? open : pkcs12);
  }
  if (holds_bouncy_castle_key(bytes)) return rule(bks);
  return nullptr;
}

}  // namespace codelake::secrets
