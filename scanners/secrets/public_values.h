// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace codelake::secrets {

// Values that stand where secrets stand, may look as random, and are known to everybody by what they are.

// A public key or a certificate, by what its base64 decodes to: a key of SSH or minisign, a SubjectPublicKeyInfo or a
// certificate in DER.
bool is_public_key(std::string_view value);

// Forty hexadecimal digits in capitals: what tells one OpenPGP key from another.
bool is_fingerprint(std::string_view value);

// Nothing but names of algorithms and their sizes: "HmacSHA512", "AES/CBC/PKCS5Padding", "hs256".
bool is_algorithm(std::string_view value);

// Who may do what with a file: "u=rwX,g=,o=", "a+x".
bool is_file_mode(std::string_view value);

// Words of a language with letters that ASCII does not have.
bool is_other_script(std::string_view value);

// "deploy:hunter-2": a user and a password, not a host and its port, an address or a time.
bool is_user_and_password(std::string_view value);

}  // namespace codelake::secrets
