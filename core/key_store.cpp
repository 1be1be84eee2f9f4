// SPDX-License-Identifier: Apache-2.0
// A store is a list of safes; a safe is a list of bags. Tools put certificates into a safe that is encrypted
// as a whole and each private key, encrypted by itself, into one that is not: so whether there is a key can
// be told without a password. Whether a password fits is told by the code (MAC) over all safes.
#include "core/key_store.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>

#include <cstddef>
#include <memory>

namespace codelake {

namespace {

constexpr long k_rounds_max = 20'000;
constexpr int k_depth_max = 4;
constexpr std::size_t k_sha1_bytes = 20;

struct Free {
  void operator()(PKCS12* store) const { PKCS12_free(store); }
  void operator()(STACK_OF(PKCS7) * safes) const { sk_PKCS7_pop_free(safes, PKCS7_free); }
  void operator()(STACK_OF(PKCS12_SAFEBAG) * bags) const {
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
  }
};
using Bags = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), Free>;

bool holds_key(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth) {
  for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
    const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags, i);
    const int kind = PKCS12_SAFEBAG_get_nid(bag);
    if (kind == NID_keyBag || kind == NID_pkcs8ShroudedKeyBag) return true;
    const bool nested = kind == NID_safeContentsBag && depth < k_depth_max;
    if (nested && holds_key(PKCS12_SAFEBAG_get0_safes(bag), depth + 1)) return true;
  }
  return false;
}

bool holds_key(PKCS12* store) {
  const std::unique_ptr<STACK_OF(PKCS7), Free> safes(PKCS12_unpack_authsafes(store));
  for (int i = 0; i < sk_PKCS7_num(safes.get()); ++i) {
    PKCS7* safe = sk_PKCS7_value(safes.get(), i);
    if (!PKCS7_type_is_data(safe)) continue;
    const Bags bags(PKCS12_unpack_p7data(safe));
    if (bags && holds_key(bags.get(), 0)) return true;
  }
  return false;
}

bool may_try(const PKCS12* store) {
  if (PKCS12_mac_present(store) != 1) return false;
  const ASN1_INTEGER* rounds = nullptr;
  PKCS12_get0_mac(nullptr, nullptr, nullptr, &rounds, store);
  return rounds == nullptr || (ASN1_INTEGER_get(rounds) >= 0 && ASN1_INTEGER_get(rounds) <= k_rounds_max);
}

// Two ways to read "no password" are in use: no bytes at all, and the empty text.
bool fits(PKCS12* store, std::string_view password) {
  if (PKCS12_verify_mac(store, password.data(), static_cast<int>(password.size())) == 1) return true;
  return password.empty() && PKCS12_verify_mac(store, nullptr, 0) == 1;
}

}  // namespace

std::optional<Pkcs12> read_pkcs12(std::string_view bytes, std::span<const std::string_view> passwords) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::unique_ptr<PKCS12, Free> store(d2i_PKCS12(nullptr, &at, static_cast<long>(bytes.size())));
  ERR_clear_error();
  if (!store) return std::nullopt;
  Pkcs12 result;
  result.holds_key = holds_key(store.get());
  for (const std::string_view password : passwords) {
    if (!may_try(store.get())) break;
    if (!fits(store.get(), password)) continue;
    result.opened = std::string(password);
    break;
  }
  ERR_clear_error();
  return result;
}

bool opens_java_store(std::string_view bytes, std::string_view password) {
  if (bytes.size() < k_sha1_bytes) return false;
  std::string text;
  for (const char c : password) text += {'\0', c};  // UTF-16, the high byte first
  text += "Mighty Aphrodite";                       // as the format has it
  text += bytes.substr(0, bytes.size() - k_sha1_bytes);
  unsigned char digest[k_sha1_bytes];
  if (EVP_Digest(text.data(), text.size(), digest, nullptr, EVP_sha1(), nullptr) != 1) return false;
  return bytes.substr(bytes.size() - k_sha1_bytes) ==
         std::string_view(reinterpret_cast<const char*>(digest), k_sha1_bytes);
}

}  // namespace codelake
