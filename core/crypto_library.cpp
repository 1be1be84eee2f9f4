// SPDX-License-Identifier: Apache-2.0
#include "core/crypto_library.h"

#include "core/loaded_library.h"

#include <optional>

namespace codelake {

namespace {

// The name that stands for the interface of OpenSSL 3.
constexpr const char* k_file = "libcrypto.so.3";

std::optional<CryptoLibrary> load() {
  LoadedLibrary library(k_file);
  CryptoLibrary crypto;
  library.bind("d2i_PKCS12", crypto.d2i_pkcs12);
  library.bind("PKCS12_free", crypto.pkcs12_free);
  library.bind("PKCS12_unpack_authsafes", crypto.unpack_authsafes);
  library.bind("PKCS12_unpack_p7data", crypto.unpack_p7data);
  library.bind("PKCS12_mac_present", crypto.mac_present);
  library.bind("PKCS12_get0_mac", crypto.get0_mac);
  library.bind("PKCS12_verify_mac", crypto.verify_mac);
  library.bind("PKCS12_SAFEBAG_get_nid", crypto.safebag_nid);
  library.bind("PKCS12_SAFEBAG_get0_safes", crypto.safebag_safes);
  library.bind("PKCS12_SAFEBAG_free", crypto.safebag_free);
  library.bind("PKCS7_free", crypto.pkcs7_free);
  library.bind("OBJ_obj2nid", crypto.nid_of);
  library.bind("ASN1_INTEGER_get", crypto.integer_get);
  library.bind("OPENSSL_sk_num", crypto.stack_num);
  library.bind("OPENSSL_sk_value", crypto.stack_value);
  library.bind("OPENSSL_sk_pop_free", crypto.stack_pop_free);
  library.bind("ERR_clear_error", crypto.clear_error);
  if (!library.whole()) return std::nullopt;
  return crypto;
}

}  // namespace

const CryptoLibrary* crypto_library() {
  static const std::optional<CryptoLibrary> k_library = load();
  return k_library ? &*k_library : nullptr;
}

}  // namespace codelake
