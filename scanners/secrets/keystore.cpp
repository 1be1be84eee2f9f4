// SPDX-License-Identifier: Apache-2.0
// A file of keys says by its first bytes what it is. The forms of Java tell more: their entries are walked until one
// is a private or secret key. Example (JKS): FE ED FE ED, version 2, 2 entries; the first has tag 2, a certificate, and
// is stepped over by its lengths; the second has tag 1: a private key, so the file is a secret.
#include "scanners/secrets/keystore.h"

#include <algorithm>
#include <cstdint>

namespace codelake::secrets {

namespace {

using std::string_view_literals::operator""sv;

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

// SEQUENCE { INTEGER 3, SEQUENCE { OID 1.2.840.113549.1.7.1 or .2 (PKCS#7 data or signed data) …, each length in any form.
bool is_pkcs12(std::string_view bytes) {
  const auto enter = [&] {
    if (bytes.size() < 2 || bytes[0] != '\x30') return false;
    const auto length = static_cast<unsigned char>(bytes[1]);
    bytes.remove_prefix(std::min<std::size_t>(bytes.size(), length > 0x80 ? 2U + (length & 0x7FU) : 2U));
    return true;
  };
  constexpr std::string_view version = "\x02\x01\x03"sv;
  constexpr std::string_view pkcs7 = "\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07"sv;
  if (!enter() || !bytes.starts_with(version)) return false;
  bytes.remove_prefix(version.size());
  return enter() && bytes.starts_with(pkcs7) && bytes.size() > pkcs7.size() &&
         (bytes[pkcs7.size()] == 1 || bytes[pkcs7.size()] == 2);
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

enum Kind : std::size_t { bks, java, jceks, keepass, pkcs12 };

}  // namespace

const std::vector<Rule>& keystore_rules() {
  static const std::vector<Rule> rules = {
      keystore("bks", "Bouncy Castle keystore", "a keystore of Bouncy Castle that holds a key"),
      keystore("java", "Java keystore with a key", "a Java keystore (JKS) that holds a private key"),
      keystore("jceks", "Java keystore with a key (JCEKS)", "a Java keystore (JCEKS) that holds a private or secret key"),
      keystore("keepass", "KeePass database", "a database of passwords (KeePass)"),
      keystore("pkcs12", "PKCS#12 keystore", "a PKCS#12 store of certificates and, as a rule, their private keys")};
  return rules;
}

const Rule* keystore_rule(std::string_view bytes) {
  const auto rule = [](Kind kind) { return &keystore_rules()[kind]; };
  if (holds_java_key(bytes, "\xFE\xED\xFE\xED"sv)) return rule(java);
  if (holds_java_key(bytes, "\xCE\xCE\xCE\xCE"sv)) return rule(jceks);
  if (is_keepass(bytes)) return rule(keepass);
  if (is_pkcs12(bytes)) return rule(pkcs12);
  if (holds_bouncy_castle_key(bytes)) return rule(bks);
  return nullptr;
}

}  // namespace codelake::secrets
