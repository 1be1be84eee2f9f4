// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/verifiers/verifier.h"

namespace codelake::secrets {

// Looks into a private key in PEM, with or without its first and last line, however it was put into a string
// literal: PKCS#1 and PKCS#8 with RSA (verified when the modulus is the product of the primes), DSA and
// elliptic curves (RFC 5915, RFC 8410), OpenSSH (PROTOCOL.key: verified when the two check numbers agree). An
// encrypted key is plausible; what is cut off, a placeholder or no key at all has failed.
Verification verify_private_key(std::string_view pem);

}  // namespace codelake::secrets
