// SPDX-License-Identifier: Apache-2.0
// How values are made that hold a checksum or a structure, so that examples of rules can have a right one.
#include "scanners/secrets/rule/sample.h"

#include "scanners/secrets/rule/base58.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/marvin.h"

#include <algorithm>

namespace codelake::secrets {

std::uint64_t Stream::next() {
  std::uint64_t z = m_state += 0x9E3779B97F4A7C15ULL;
  z = (z ^ z >> 30U) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ z >> 27U) * 0x94D049BB133111EBULL;
  return z ^ z >> 31U;
}

std::string Stream::from(std::string_view alphabet, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += alphabet[next() % alphabet.size()];
  return out;
}

std::string Stream::bytes(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(next() & 0xFFU);
  return out;
}

namespace {

std::string uuid(Stream& stream) {
  constexpr std::string_view hex = "0123456789abcdef";
  return stream.from(hex, 8) + "-" + stream.from(hex, 4) + "-4" + stream.from(hex, 3) + "-" +
         stream.from("89ab", 1) + stream.from(hex, 3) + "-" + stream.from(hex, 12);
}

std::string jwt(Stream& stream) {
  const std::string header = R"({"alg":"HS256","typ":"JWT"})";
  const std::string payload =
      R"({"sub":")" + stream.from(k_base62, 12) + R"(","iat":15)" + stream.from("0123456789", 8) + "}";
  return encode_base64(header, k_base64url) + "." + encode_base64(payload, k_base64url) + "." +
         encode_base64(stream.bytes(32), k_base64url);
}

// Sixteen characters whose first six bytes hold the mark of the newer format and an account number below
// 10^12.
std::string aws_key_id(Stream& stream) {
  const std::uint64_t account = stream.next() % 1'000'000'000'000ULL;
  const std::uint64_t head = 1ULL << 47U | account << 7U | (stream.next() & 0x7FU);
  std::string bytes;
  for (int shift = 40; shift >= 0; shift -= 8)
    bytes += static_cast<char>(head >> static_cast<unsigned>(shift) & 0xFFU);
  bytes += stream.bytes(4);
  return encode_base32(bytes);
}

std::string age(Stream& stream) {
  const std::string data = stream.from(k_bech32, 51) + "q";
  const std::uint32_t residue = bech32_residue("age-secret-key-", data + "qqqqqq") ^ 1U;
  std::string out = "age-secret-key-1" + data;
  for (int shift = 25; shift >= 0; shift -= 5) out += k_bech32[residue >> static_cast<unsigned>(shift) & 31U];
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return out;
}

// A macaroon, version 2: location, identifier, no caveat, signature.
std::string pypi(Stream& stream) {
  using namespace std::string_literals;
  return "pypi-" +
         encode_base64("\x02\x01\x08pypi.org\x02\x24"s + uuid(stream) + "\0\0\x06\x20"s + stream.bytes(32),
                       k_base64url);
}

std::string with_crc16(std::string body, bool low_first) {
  const std::uint16_t crc = crc16(body);
  body += static_cast<char>(low_first ? crc & 0xFFU : crc >> 8U);
  body += static_cast<char>(low_first ? crc >> 8U : crc & 0xFFU);
  return encode_base32(body);
}

// Keys that carry a checksum: Bitcoin (Base58Check), Stellar (SEP-23) and NATS (a seed of a user).
std::string wif(Stream& stream) {
  return encode_base58_check("\x80" + stream.bytes(32) + "\x01");
}
std::string xprv(Stream& stream) {
  using namespace std::string_literals;
  return encode_base58_check("\x04\x88\xAD\xE4\x00"s + stream.bytes(40) + "\0"s + stream.bytes(32));
}
std::string stellar(Stream& stream) {
  return with_crc16(std::string(1, static_cast<char>(18U << 3U)) + stream.bytes(32), true);
}
std::string nkey(Stream& stream) {
  const unsigned seed = 18U << 3U;
  const unsigned user = 20U << 3U;
  const std::string head = {static_cast<char>(seed | user >> 5U), static_cast<char>((user & 31U) << 3U)};
  return with_crc16(head + stream.bytes(32), true);
}

std::string mnemonic(Stream& stream) {
  std::string out;
  for (int i = 0; i < 12; ++i)
    out += (i == 0 ? "" : " ") + stream.from("abcdefghijklmnopqrstuvwxyz", 4 + stream.next() % 4);
  return out;
}

std::string password(Stream& stream, std::size_t count) {
  const std::size_t length = std::max<std::size_t>(count, 8);
  return stream.from("GHJKMNPQRTVWXZ", 1) + stream.from(k_base62, length - 6) + stream.from("23456789", 2) +
         stream.from("!*^~", 1) + stream.from("bcdfghkmprtvz", 2);
}

// The body of a PEM file, in lines that end with `line_break`: a key on the curve P-256 (RFC 5915).
std::string pem(Stream& stream, std::string_view line_break) {
  using namespace std::string_literals;
  const std::string curve = "\xA0\x0A\x06\x08\x2A\x86\x48\xCE\x3D\x03\x01\x07"s;
  const std::string fields = "\x02\x01\x01\x04\x20"s + stream.bytes(32) + curve;
  const std::string der = "\x30\x77"s + fields + "\xA1\x44\x03\x42\x00\x04"s + stream.bytes(64);
  const std::string body = encode_base64(der, k_base64);
  std::string out;
  for (std::size_t at = 0; at < body.size(); at += 64) out += body.substr(at, 64) + std::string(line_break);
  return out;
}

std::string low_first(std::uint32_t number) {
  std::string out;
  for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(number >> shift & 0xFFU);
  return out;
}

// Keys of Microsoft: of a container registry, the common annotated key of an Azure OpenAI service in its long
// form, and a person's token of Azure DevOps (verifiers/azure_*).
std::string azure_key(Stream& stream) {
  const std::string text = stream.from(k_base62, 42) + "+ACR" + "A" + "A";
  const std::string bytes = decode_base64(text)->substr(0, 35);
  return encode_base64(bytes + low_first(marvin32(bytes, "ACRDflt0")), k_base64);
}
std::string azure_annotated_key(Stream& stream) {
  const std::string head = stream.from(k_base62, 52) + "JQQJ99BA" + stream.from(k_base62, 12);
  const std::string text = head + "AAAA" + "ACOG";
  const std::string sum = low_first(marvin32(*decode_base64(text), "Default0"));
  std::uint32_t turned = 0;
  for (const char c : sum) turned = turned << 8U | static_cast<unsigned char>(c);
  std::string digits = in_base(turned, k_base62, 1);
  digits.resize(6, '0');
  return text + digits + "==";
}
std::string azure_devops_token(Stream& stream) {
  std::string bytes = stream.bytes(32) + std::string(1, '\0');
  std::string rest;
  for (std::size_t i = 0; i < 32; ++i) {
    if (i != 2 && i != 7 && i != 8 && i != 22) rest += bytes[i];
  }
  const std::string sum = low_first(crc32(rest) ^ 0xE0B9692DU);
  bytes[22] = sum[0];
  bytes[8] = sum[1];
  bytes[7] = sum[2];
  bytes[2] = sum[3];
  std::string out = encode_base32(bytes).substr(0, 52);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

const std::map<std::string_view, SampleMaker>& sample_makers() {
  static const std::map<std::string_view, SampleMaker> table = {
      {"uuid", [](Stream& stream, std::size_t) { return uuid(stream); }},
      {"jwt", [](Stream& stream, std::size_t) { return jwt(stream); }},
      {"aws_key_id", [](Stream& stream, std::size_t) { return aws_key_id(stream); }},
      {"age", [](Stream& stream, std::size_t) { return age(stream); }},
      {"pypi", [](Stream& stream, std::size_t) { return pypi(stream); }},
      {"wif", [](Stream& stream, std::size_t) { return wif(stream); }},
      {"xprv", [](Stream& stream, std::size_t) { return xprv(stream); }},
      {"stellar", [](Stream& stream, std::size_t) { return stellar(stream); }},
      {"nkey", [](Stream& stream, std::size_t) { return nkey(stream); }},
      {"azure_key", [](Stream& stream, std::size_t) { return azure_key(stream); }},
      {"azure_annotated_key", [](Stream& stream, std::size_t) { return azure_annotated_key(stream); }},
      {"azure_devops_token", [](Stream& stream, std::size_t) { return azure_devops_token(stream); }},
      {"mnemonic", [](Stream& stream, std::size_t) { return mnemonic(stream); }},
      {"pem", [](Stream& stream, std::size_t) { return pem(stream, "\n"); }},
      {"pem_escaped", [](Stream& stream, std::size_t) { return pem(stream, "\\n"); }},
      {"der", [](Stream& stream, std::size_t) { return pem(stream, ""); }},
      {"password", password},
      {"word", [](Stream& stream, std::size_t) { return stream.from("bdfklmnprst", 1) + "ation"; }},
      {"basic_auth", [](Stream& stream, std::size_t) {
         return encode_base64("deploy:" + password(stream, 14), k_base64);
       }}};
  return table;
}

}  // namespace codelake::secrets
