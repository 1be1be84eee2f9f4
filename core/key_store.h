// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace codelake {

// A store of keys and certificates in the form of PKCS#12 (RFC 7292).
struct Pkcs12 {
  bool holds_key = false;             // an entry that can be told without the password is a private key
  std::optional<std::string> opened;  // the first of the passwords tried that fits; none is tried without a key
};

// std::nullopt: the bytes are no such store. A store that says to derive its key in more rounds than any tool
// does is not tried: that only costs time.
std::optional<Pkcs12> read_pkcs12(std::string_view bytes, std::span<const std::string_view> passwords);

// Whether a Java store (JKS, JCEKS) was made with this password: its last twenty bytes are a digest of both.
bool opens_java_store(std::string_view bytes, std::string_view password);

}  // namespace codelake
