// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/verify.h"

#include "core/check.h"
#include "core/hash.h"
#include "scanners/secrets/rule/checksum.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>

namespace codelake::secrets {

namespace {

using enum Verification;

Verification held(bool right) {
  return right ? verified : failed;
}

std::string_view after_first(std::string_view text, char c) {
  return text.substr(text.find(c) + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return out;
}

// The last `width` characters against what `sum` makes of the text before them.
template <class Sum>
Verification suffix(std::string_view text, std::size_t width, Sum sum) {
  if (text.size() <= width) return failed;
  const std::string_view body = text.substr(0, text.size() - width);
  return held(lower(sum(crc32(body))) == lower(text.substr(body.size())));
}

// GitHub blog, 2021-04-05 (also npm and Vercel): six base62 digits of the CRC-32 of what stands after the
// prefix.
Verification crc32_base62(std::string_view secret) {
  const std::string_view body = after_first(secret, '_');
  if (body.size() <= 6) return failed;
  const std::string_view sum = body.substr(body.size() - 6);
  return held(in_base(crc32(body.substr(0, body.size() - 6)), k_base62, 6) == sum);
}

// Atlassian: eight hex digits of the CRC-32 of all before them.
Verification crc32_hex_suffix(std::string_view secret) {
  return suffix(secret, 8, hex_of);
}

// Cloudflare: the same, prefix left out.
Verification crc32_hex(std::string_view secret) {
  return suffix(after_first(secret, '_'), 8, hex_of);
}

// GitLab routable tokens: seven base36 digits of the CRC-32 of all before them.
Verification crc32_base36(std::string_view secret) {
  return suffix(secret, 7, [](std::uint32_t crc) { return in_base(crc, k_base36, 7); });
}

// Grafana: prefix and body of 37 characters, "_", and the CRC-32 in hex, lowest byte first.
Verification grafana(std::string_view secret) {
  if (secret.size() != 46) return failed;
  return held(lower(secret.substr(38)) == hex_of_little_endian(crc32(secret.substr(0, 37))));
}

// Zuplo: "zpka_", 32 characters, "_", and their CRC-32 in hex.
Verification zuplo(std::string_view secret) {
  if (secret.size() != 46) return failed;
  return held(secret.substr(38) == hex_of(crc32(secret.substr(5, 32))));
}

// Confluent: "cflt", 54 characters, and the first six base64 digits of their CRC-32, lowest byte first.
Verification crc32le_base64(std::string_view secret) {
  if (secret.size() != 64) return failed;
  const std::uint32_t crc = crc32(secret.substr(4, 54));
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(crc >> shift & 0xFFU);
  return held(encode_base64(bytes, k_base64).substr(0, 6) == secret.substr(58));
}

// The first six bytes of a newer key id hold its account number, which has twelve decimal digits.
Verification aws_key_id(std::string_view secret) {
  constexpr std::uint64_t accounts = 1'000'000'000'000ULL;
  if (secret.size() != 20 || secret.find("EXAMPLE") != std::string_view::npos) return failed;
  const auto bytes = decode_base32(secret.substr(4));
  if (!bytes || bytes->size() < 6) return failed;
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 6; ++i) head = head << 8U | static_cast<unsigned char>((*bytes)[i]);
  const bool newer = (head >> 47U) == 1;
  const std::uint64_t account = (head & 0x7fffffffff80ULL) >> 7U;
  return newer && account >= accounts ? failed : plausible;
}

Verification bech32(std::string_view secret) {
  const std::string text = lower(secret);
  const auto split = text.rfind('1');
  if (split == std::string::npos) return failed;
  return held(
      bech32_residue(std::string_view(text).substr(0, split), std::string_view(text).substr(split + 1)) == 1);
}

// A macaroon of version 2: its location first, a signature of 32 bytes last.
Verification pypi(std::string_view secret) {
  const auto bytes = decode_base64(after_first(secret, '-'));
  if (!bytes || bytes->size() < 60) return failed;
  const std::string_view tail = std::string_view(*bytes).substr(bytes->size() - 34);
  return held(bytes->starts_with("\x02\x01") && tail.starts_with("\x06\x20"));
}

// Whether the token is signed with a secret that documentation uses.
bool signed_by_sample(std::string_view token) {
  constexpr std::array<std::string_view, 5> samples = {"your-256-bit-secret", "your-secret", "secret", "key",
                                                       "a-string-secret-at-least-256-bits-long"};
  const auto dot = token.rfind('.');
  const auto signature = decode_base64(token.substr(dot + 1));
  if (!signature || signature->size() != 32) return false;
  std::string hex;
  for (const char c : *signature) hex += in_base(static_cast<unsigned char>(c), "0123456789abcdef", 2);
  return std::any_of(samples.begin(), samples.end(), [&](std::string_view sample) {
    return hmac_sha256_hex(sample, token.substr(0, dot)) == hex;
  });
}

// RFC 7519: two JSON objects, the first with "alg", and a signature.
Verification jwt(std::string_view secret) {
  const auto first = secret.find('.');
  const auto second = secret.find('.', first + 1);
  if (second == std::string_view::npos) return failed;
  const auto header = decode_base64(secret.substr(0, first));
  const auto payload = decode_base64(secret.substr(first + 1, second - first - 1));
  if (!header || !payload) return failed;
  const auto parsed = nlohmann::json::parse(*header, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("alg") || !nlohmann::json::accept(*payload)) return failed;
  return signed_by_sample(secret) ? failed : plausible;
}

// The base64 text of a PEM body, however it was put into a string literal.
std::string pem_body(std::string_view secret) {
  std::string body;
  for (std::size_t i = 0; i < secret.size(); ++i) {
    if (secret[i] == '\\' && i + 1 < secret.size())
      ++i;
    else if (k_base64.find(secret[i]) != std::string_view::npos)
      body += secret[i];
  }
  return body;
}

// The length octets of a DER value (X.690, 8.1.3) against the bytes that are there.
bool der_fits(std::string_view der) {
  if (der.size() < 4 || der[0] != '\x30') return false;
  const auto octet = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(der[i]));
  };
  if (octet(1) < 0x80) return octet(1) + 2 == der.size();
  if (octet(1) == 0x81) return octet(2) + 3 == der.size();
  return octet(1) == 0x82 && (octet(2) << 8U | octet(3)) + 4 == der.size();
}

Verification pem(std::string_view secret) {
  const auto bytes = decode_base64(pem_body(secret));
  if (!bytes) return failed;
  return held(bytes->starts_with("openssh-key-v1") || der_fits(*bytes));
}

using Check = Verification (*)(std::string_view);
const std::map<std::string_view, Check>& checks() {
  static const std::map<std::string_view, Check> table = {{"crc32-base62", crc32_base62},
                                                          {"crc32-hex-suffix", crc32_hex_suffix},
                                                          {"crc32-hex", crc32_hex},
                                                          {"crc32-base36", crc32_base36},
                                                          {"crc32le-base64", crc32le_base64},
                                                          {"grafana", grafana},
                                                          {"zuplo", zuplo},
                                                          {"aws-key-id", aws_key_id},
                                                          {"bech32", bech32},
                                                          {"pypi", pypi},
                                                          {"jwt", jwt},
                                                          {"pem", pem}};
  return table;
}

}  // namespace

bool is_check(std::string_view check) {
  return checks().contains(check);
}

Verification verify(std::string_view check, std::string_view secret) {
  if (check.empty()) return plausible;
  const auto found = checks().find(check);
  CODELAKE_CHECK(found != checks().end());
  return found->second(secret);
}

}  // namespace codelake::secrets
