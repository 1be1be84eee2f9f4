// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace codelake::secrets {

// Shannon entropy of the bytes, in bits per character; 0 for the empty text.
double shannon_bits(std::string_view text);

// Bits needed to say the text letter by letter if a person wrote it: words, camelCase, separators, counting
// digits.
double written_bits(std::string_view text);

// The same for its letters alone, in bits for each letter and word end: some 3 for words, 5 and more for letters that
// were drawn; 0 without letters.
double letter_bits(std::string_view text);

// Bits needed to say it if a machine drew it from the smallest usual alphabet that holds it (digits, hex,
// base36, base62, printable).
double drawn_bits(std::string_view text);

}  // namespace codelake::secrets
