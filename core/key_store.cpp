// SPDX-License-Identifier: Apache-2.0
// A store is a list of safes; a safe is a list of bags. Tools put certificates into a safe that is encrypted
// as a whole and each private key, encrypted by itself, into one that is not: so whether there is a key can
// be told without a password. Whether a password fits is told by the code (MAC) over all safes.
#include "core/key_store.h"

#include "core/crypto_library.h"

#include <mbedtls/sha1.h>

#include <cstddef>
#include <memory>

namespace codelake {

namespace {

constexpr long k_rounds_max = 20'000;
constexpr int k_depth_max = 4;
constexpr std::size_t k_sha1_bytes = 20;

// Reads one store by the functions of libcrypto.
class StoreReader {
 public:
  StoreReader(const CryptoLibrary& crypto, std::string_view bytes) : m_crypto(crypto) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    m_store = m_crypto.d2i_pkcs12(nullptr, &at, static_cast<long>(bytes.size()));
  }
  StoreReader(const StoreReader&) = delete;
  StoreReader& operator=(const StoreReader&) = delete;
  ~StoreReader() {
    m_crypto.pkcs12_free(m_store);
    m_crypto.clear_error();
  }

  bool readable() const { return m_store != nullptr; }

  bool holds_key() const {
    Stack* const safes = stack(m_crypto.unpack_authsafes(m_store));
    bool found = false;
    for (int i = 0; !found && i < m_crypto.stack_num(safes); ++i) {
      found = safe_holds_key(static_cast<PKCS7*>(m_crypto.stack_value(safes, i)));
    }
    m_crypto.stack_pop_free(safes, reinterpret_cast<OPENSSL_sk_freefunc>(m_crypto.pkcs7_free));
    return found;
  }

  bool may_try() const {
    if (m_crypto.mac_present(m_store) != 1) return false;
    const ASN1_INTEGER* rounds = nullptr;
    m_crypto.get0_mac(nullptr, nullptr, nullptr, &rounds, m_store);
    if (rounds == nullptr) return true;
    const long count = m_crypto.integer_get(rounds);
    return count >= 0 && count <= k_rounds_max;
  }

  // Two ways to read "no password" are in use: no bytes at all, and the empty text.
  bool fits(std::string_view password) const {
    if (m_crypto.verify_mac(m_store, password.data(), static_cast<int>(password.size())) == 1) return true;
    return password.empty() && m_crypto.verify_mac(m_store, nullptr, 0) == 1;
  }

 private:
  using Stack = OPENSSL_STACK;

  // libcrypto's typed stacks are one type under many names.
  template <class Typed>
  static Stack* stack(Typed* typed) {
    return reinterpret_cast<Stack*>(typed);
  }
  template <class Typed>
  static const Stack* stack(const Typed* typed) {
    return reinterpret_cast<const Stack*>(typed);
  }

  bool safe_holds_key(PKCS7* safe) const {
    if (m_crypto.nid_of(safe->type) != NID_pkcs7_data) return false;
    Stack* const bags = stack(m_crypto.unpack_p7data(safe));
    const bool found = bags != nullptr && bags_hold_key(bags, 0);
    m_crypto.stack_pop_free(bags, reinterpret_cast<OPENSSL_sk_freefunc>(m_crypto.safebag_free));
    return found;
  }

  bool bags_hold_key(const Stack* bags, int depth) const {
    for (int i = 0; i < m_crypto.stack_num(bags); ++i) {
      const auto* bag = static_cast<const PKCS12_SAFEBAG*>(m_crypto.stack_value(bags, i));
      const int kind = m_crypto.safebag_nid(bag);
      if (kind == NID_keyBag || kind == NID_pkcs8ShroudedKeyBag || kind == NID_secretBag) return true;
      const bool nested = kind == NID_safeContentsBag && depth < k_depth_max;
      if (nested && bags_hold_key(stack(m_crypto.safebag_safes(bag)), depth + 1)) return true;
    }
    return false;
  }

  const CryptoLibrary& m_crypto;
  PKCS12* m_store = nullptr;
};

}  // namespace

std::optional<Pkcs12> read_pkcs12(std::string_view bytes, std::span<const std::string_view> passwords) {
  const CryptoLibrary* const crypto = crypto_library();
  if (crypto == nullptr) return std::nullopt;
  const StoreReader store(*crypto, bytes);
  if (!store.readable()) return std::nullopt;
  Pkcs12 result;
  result.holds_key = store.holds_key();
  if (!result.holds_key) return result;
  for (const std::string_view password : passwords) {
    if (!store.may_try()) break;
    if (!store.fits(password)) continue;
    result.opened = std::string(password);
    break;
  }
  return result;
}

bool opens_java_store(std::string_view bytes, std::string_view password) {
  if (bytes.size() < k_sha1_bytes) return false;
  std::string text;
  for (const char c : password) text += {'\0', c};  // UTF-16, the high byte first
  text += "Mighty Aphrodite";                       // as the format has it
  text += bytes.substr(0, bytes.size() - k_sha1_bytes);
  unsigned char digest[k_sha1_bytes];
  if (mbedtls_sha1_ret(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest) != 0) return false;
  return bytes.substr(bytes.size() - k_sha1_bytes) ==
         std::string_view(reinterpret_cast<const char*>(digest), k_sha1_bytes);
}

}  // namespace codelake
