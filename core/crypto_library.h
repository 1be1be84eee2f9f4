// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pkcs12.h>
#include <openssl/stack.h>

namespace codelake {

// The functions of OpenSSL's libcrypto that are used here.
struct CryptoLibrary {
  decltype(&::d2i_PKCS12) d2i_pkcs12 = nullptr;
  decltype(&::PKCS12_free) pkcs12_free = nullptr;
  decltype(&::PKCS12_unpack_authsafes) unpack_authsafes = nullptr;
  decltype(&::PKCS12_unpack_p7data) unpack_p7data = nullptr;
  decltype(&::PKCS12_mac_present) mac_present = nullptr;
  decltype(&::PKCS12_get0_mac) get0_mac = nullptr;
  decltype(&::PKCS12_verify_mac) verify_mac = nullptr;
  decltype(&::PKCS12_SAFEBAG_get_nid) safebag_nid = nullptr;
  decltype(&::PKCS12_SAFEBAG_get0_safes) safebag_safes = nullptr;
  decltype(&::PKCS12_SAFEBAG_free) safebag_free = nullptr;
  decltype(&::PKCS7_free) pkcs7_free = nullptr;
  decltype(&::OBJ_obj2nid) nid_of = nullptr;
  decltype(&::ASN1_INTEGER_get) integer_get = nullptr;
  decltype(&::OPENSSL_sk_num) stack_num = nullptr;
  decltype(&::OPENSSL_sk_value) stack_value = nullptr;
  decltype(&::OPENSSL_sk_pop_free) stack_pop_free = nullptr;
  decltype(&::ERR_clear_error) clear_error = nullptr;
};

// libcrypto, loaded at the first call; null when this machine has none that fits. Safe on any thread.
const CryptoLibrary* crypto_library();

}  // namespace codelake
