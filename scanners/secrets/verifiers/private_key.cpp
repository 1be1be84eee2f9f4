// SPDX-License-Identifier: Apache-2.0
// A key in PEM is base64 of nested values with lengths. Nothing is interpreted that is not needed to tell a
// real key from a placeholder: the outer length must be that of the bytes, and what the format says twice
// must agree. Worked example, PKCS#1: SEQUENCE { 0, n, e, d, p, q, … } – nine numbers, of which the second
// must be the fifth times the sixth.
#include "scanners/secrets/verifiers/private_key.h"

#include "core/big_integer.h"
#include "scanners/secrets/rule/checksum.h"

#include <optional>

namespace codelake::secrets {

namespace {

using enum Verification;

constexpr char k_sequence = '\x30';
constexpr char k_integer = '\x02';
constexpr char k_octets = '\x04';

// The base64 text between the first and the last line, without line breaks, escapes and quotes.
std::string body_of(std::string_view pem) {
  constexpr std::string_view rule = "-----";
  if (const auto begin = pem.find("-----BEGIN "); begin != std::string_view::npos) {
    const auto end = pem.find(rule, begin + rule.size());
    pem.remove_prefix(end == std::string_view::npos ? pem.size() : end + rule.size());
  }
  pem = pem.substr(0, pem.find(rule));
  std::string body;
  for (std::size_t i = 0; i < pem.size(); ++i) {
    if (pem[i] == '\\' && i + 1 < pem.size())
      ++i;
    else if (k_base64.find(pem[i]) != std::string_view::npos)
      body += pem[i];
  }
  return body;
}

// Reads values in DER (X.690) one after the other.
class Der {
 public:
  explicit Der(std::string_view bytes) : m_rest(bytes) {}

  bool at_end() const { return m_rest.empty(); }
  char tag() const { return m_rest.empty() ? '\0' : m_rest.front(); }

  // The content of the next value, if its tag is `tag` and all of it is there.
  std::optional<std::string_view> next(char tag) {
    if (this->tag() != tag) return std::nullopt;
    return next();
  }

  std::optional<std::string_view> next() {
    if (m_rest.size() < 2) return std::nullopt;
    std::size_t size = octet(1);
    std::size_t head = 2;
    if (size >= 0x80) {
      const std::size_t octets = size - 0x80;
      if (octets == 0 || octets > 3 || m_rest.size() < 2 + octets) return std::nullopt;
      size = 0;
      for (std::size_t i = 0; i < octets; ++i) size = size << 8U | octet(2 + i);
      head += octets;
    }
    if (size > m_rest.size() - head) return std::nullopt;
    const std::string_view content = m_rest.substr(head, size);
    m_rest.remove_prefix(head + size);
    return content;
  }

 private:
  std::size_t octet(std::size_t i) const { return static_cast<unsigned char>(m_rest[i]); }
  std::string_view m_rest;
};

// The numbers that follow in `der`, ten at most.
std::vector<std::string_view> integers_of(Der& der) {
  std::vector<std::string_view> numbers;
  while (numbers.size() < 10) {
    const auto number = der.next(k_integer);
    if (!number) break;
    numbers.push_back(*number);
  }
  return numbers;
}

// The number that says the version, then those of an RSA (nine) or a DSA (six) key.
Verification numbers_of_key(const std::vector<std::string_view>& numbers) {
  if (numbers.size() >= 9) return checksum_is(is_product(numbers[1], numbers[4], numbers[5]));
  return form_is(numbers.size() == 6);
}

Verification of_curve(std::string_view scalar) {
  constexpr std::string_view sizes = "\x10\x14\x18\x1C\x20\x28\x30\x38\x39\x40\x41\x42";
  constexpr std::size_t size_min = 14;
  return form_is(scalar.size() == size_min ||
                 sizes.find(static_cast<char>(scalar.size())) != std::string_view::npos);
}

// PKCS#1, SEC 1 or the old form of DSA: one sequence.
Verification of_plain_key(Der fields) {
  const std::vector<std::string_view> numbers = integers_of(fields);
  if (numbers.size() > 1) return numbers_of_key(numbers);
  const auto scalar = fields.next(k_octets);
  return scalar ? of_curve(*scalar) : failed;
}

// PKCS#8: version, algorithm, and a key in the form of its algorithm.
Verification of_wrapped_key(Der fields) {
  fields.next(k_integer);
  fields.next(k_sequence);
  const auto key = fields.next(k_octets);
  if (!key || key->empty()) return failed;
  Der inner(*key);
  if (inner.tag() == k_octets || inner.tag() == k_integer) return form_is(inner.next().has_value());
  const auto sequence = inner.next(k_sequence);
  return sequence ? of_plain_key(Der(*sequence)) : failed;
}

Verification of_der(std::string_view bytes) {
  Der file(bytes);
  const auto outer = file.next(k_sequence);
  if (!outer || !file.at_end()) return failed;
  Der fields(*outer);
  if (fields.tag() == k_sequence) {  // PKCS#8, encrypted: algorithm, bytes
    fields.next(k_sequence);
    return form_is(fields.next(k_octets).has_value() && fields.at_end());
  }
  Der ahead = fields;
  ahead.next(k_integer);
  return ahead.tag() == k_sequence ? of_wrapped_key(fields) : of_plain_key(fields);
}

// Reads texts with their length in four bytes before them, as SSH writes them.
class SshReader {
 public:
  explicit SshReader(std::string_view bytes) : m_rest(bytes) {}

  std::optional<std::uint32_t> number() {
    if (m_rest.size() < 4) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : m_rest.substr(0, 4)) value = value << 8U | static_cast<unsigned char>(c);
    m_rest.remove_prefix(4);
    return value;
  }

  std::optional<std::string_view> text() {
    const auto size = number();
    if (!size || *size > m_rest.size()) return std::nullopt;
    const std::string_view value = m_rest.substr(0, *size);
    m_rest.remove_prefix(*size);
    return value;
  }

 private:
  std::string_view m_rest;
};

Verification of_openssh(std::string_view bytes) {
  SshReader reader(bytes);
  const auto cipher = reader.text();
  const auto derivation = reader.text();
  const auto options = reader.text();
  const auto count = reader.number();
  const auto public_key = reader.text();
  const auto private_part = reader.text();
  if (!derivation || !options || !count || !public_key || !private_part) return failed;
  if (cipher != "none") return plausible;
  SshReader part(*private_part);
  const auto first = part.number();
  const auto second = part.number();
  return checksum_is(first && second && *first == *second);
}

}  // namespace

Verification verify_private_key(std::string_view pem) {
  if (pem.find("ENCRYPTED") != std::string_view::npos) return plausible;
  constexpr std::string_view openssh("openssh-key-v1\0", 15);
  const auto bytes = decode_base64(body_of(pem));
  if (!bytes) return failed;
  if (bytes->starts_with(openssh)) return of_openssh(std::string_view(*bytes).substr(openssh.size()));
  return of_der(*bytes);
}

}  // namespace codelake::secrets
