// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"

#include <algorithm>
#include <charconv>

namespace codelake::secrets {

Verification checksum_is(bool right) {
  return right ? Verification::verified : Verification::failed;
}

Verification form_is(bool right) {
  return right ? Verification::plausible : Verification::failed;
}

std::string_view after_first(std::string_view text, char c) {
  return text.substr(text.find(c) + 1);
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

bool ends_with_crc32(std::string_view text, std::string_view body) {
  constexpr std::size_t width = 8;
  return text.size() > width && lower_case(text.substr(text.size() - width)) == hex_of(crc32(body));
}

bool is_made_of(std::string_view text, std::string_view alphabet) {
  return text.find_first_not_of(alphabet) == std::string_view::npos;
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && digits.size() <= 19 ? number : 0;
}

}  // namespace codelake::secrets
