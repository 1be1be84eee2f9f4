// SPDX-License-Identifier: Apache-2.0
#include "core/key_store.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace codelake {
namespace {

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(PKCS12* store) const { PKCS12_free(store); }
};

// A store of a key (or none) and its certificate.
std::string made_store(const char* password, bool with_key, int rounds = 2048) {
  const std::unique_ptr<EVP_PKEY, Free> key(EVP_EC_gen("P-256"));
  const std::unique_ptr<X509, Free> certificate(X509_new());
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 60);
  X509_set_pubkey(certificate.get(), key.get());
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  const std::unique_ptr<PKCS12, Free> store(PKCS12_create(password, "name", with_key ? key.get() : nullptr,
                                                          certificate.get(), nullptr, 0, 0, 100, rounds, 0));
  unsigned char* bytes = nullptr;
  const int size = i2d_PKCS12(store.get(), &bytes);
  const std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return text;
}

constexpr std::array<std::string_view, 3> k_tries = {"", "changeit", "second"};

TEST(KeyStore, TellsAKeyWithoutThePassword) {
  const auto store = read_pkcs12(made_store("violet-Anchor#19", true), k_tries);
  ASSERT_TRUE(store);
  EXPECT_TRUE(store->holds_key);
  EXPECT_FALSE(store->opened);
}

TEST(KeyStore, TellsAStoreOfCertificates) {
  const auto store = read_pkcs12(made_store("changeit", false), k_tries);
  ASSERT_TRUE(store);
  EXPECT_FALSE(store->holds_key);
  EXPECT_FALSE(store->opened);  // no password is tried where there is no key
}

TEST(KeyStore, SaysWhichPasswordFits) {
  EXPECT_EQ(read_pkcs12(made_store("second", true), k_tries)->opened, "second");
  EXPECT_EQ(read_pkcs12(made_store("", true), k_tries)->opened, "");
}

TEST(KeyStore, DoesNotTryWhatWouldTakeLong) {
  const auto store = read_pkcs12(made_store("changeit", true, 50'000), k_tries);
  ASSERT_TRUE(store);
  EXPECT_TRUE(store->holds_key);
  EXPECT_FALSE(store->opened);
}

TEST(KeyStore, IsNotLedAstrayByAStoreThatIsCut) {
  const std::string whole = made_store("changeit", true);
  for (std::size_t size = 0; size < whole.size(); size += 7)
    EXPECT_FALSE(read_pkcs12(whole.substr(0, size), k_tries)) << size;
}

TEST(KeyStore, KnowsThePasswordOfAJavaStore) {
  const std::string body = "entries";
  const std::string digested = std::string("\0c\0h\0a\0n\0g\0e\0i\0t", 16) + "Mighty Aphrodite" + body;
  std::array<unsigned char, 20> digest{};
  EVP_Digest(digested.data(), digested.size(), digest.data(), nullptr, EVP_sha1(), nullptr);
  const std::string store = body + std::string(digest.begin(), digest.end());
  EXPECT_TRUE(opens_java_store(store, "changeit"));
  EXPECT_FALSE(opens_java_store(store, "changeme"));
  EXPECT_FALSE(opens_java_store("short", ""));
}

}  // namespace
}  // namespace codelake
