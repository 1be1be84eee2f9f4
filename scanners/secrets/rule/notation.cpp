// SPDX-License-Identifier: Apache-2.0
// A text is cut into literals and pieces; pieces are made one after the other from one random stream, so that
// a checksum piece can look back at what was made. Example: "tok_{from}{base62:4}{crc32_base62:6}" gives
// "tok_" + four characters + the checksum of these four.
#include "scanners/secrets/rule/notation.h"

#include "scanners/secrets/rule/checksum.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <vector>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_piece_max = 20'000;

struct Part {
  std::string_view text;  // of a literal; of a piece its name
  std::size_t count = 0;
  bool piece = false;
};

// splitmix64 (Steele, Lea, Flood 2014): tiny, and the same on every machine.
class Stream {
 public:
  explicit Stream(std::uint64_t seed) : m_state(seed) {}
  std::uint64_t next() {
    std::uint64_t z = m_state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ z >> 30U) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ z >> 27U) * 0x94D049BB133111EBULL;
    return z ^ z >> 31U;
  }
  std::string from(std::string_view alphabet, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += alphabet[next() % alphabet.size()];
    return out;
  }
  std::string bytes(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(next() & 0xFFU);
    return out;
  }

 private:
  std::uint64_t m_state;
};

const std::map<std::string_view, std::string_view>& alphabets() {
  static const std::map<std::string_view, std::string_view> table = {
      {"base62", k_base62},
      {"base64", k_base64},
      {"base64url", k_base64url},
      {"base36", k_base36},
      {"base32", k_base32},
      {"hex", "0123456789abcdef"},
      {"upper_hex", "0123456789ABCDEF"},
      {"digit", "0123456789"},
      {"base58", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"},
      {"nonzero", "123456789"},
      {"lower", "abcdefghijklmnopqrstuvwxyz"},
      {"upper", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
      {"alpha", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
      {"upper_alnum", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
      {"x", "x"},
      {"star", "*"}};
  return table;
}

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
  std::string out;
  for (std::size_t bit = 0; bit < 80; bit += 5) {
    unsigned value = 0;
    for (std::size_t i = bit; i < bit + 5; ++i) {
      value = value << 1U | (static_cast<unsigned char>(bytes[i / 8]) >> (7U - i % 8) & 1U);
    }
    out += k_base32[value];
  }
  return out;
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

std::string password(Stream& stream, std::size_t count) {
  const std::size_t length = std::max<std::size_t>(count, 8);
  return stream.from("GHJKMNPQRTVWXZ", 1) + stream.from(k_base62, length - 6) + stream.from("23456789", 2) +
         stream.from("!*^~", 1) + stream.from("bcdfghkmprtvz", 2);
}

// The body of a PEM file around a DER value of the right length, in lines that end with `line_break`.
std::string pem(Stream& stream, std::string_view line_break) {
  using namespace std::string_literals;
  const std::string body = encode_base64("\x30\x81\xC2"s + stream.bytes(0xC2), k_base64);
  std::string out;
  for (std::size_t at = 0; at < body.size(); at += 64) out += body.substr(at, 64) + std::string(line_break);
  return out;
}

using Maker = std::function<std::string(Stream&, std::size_t)>;
const std::map<std::string_view, Maker>& makers() {
  static const std::map<std::string_view, Maker> table = {
      {"uuid", [](Stream& stream, std::size_t) { return uuid(stream); }},
      {"jwt", [](Stream& stream, std::size_t) { return jwt(stream); }},
      {"aws_key_id", [](Stream& stream, std::size_t) { return aws_key_id(stream); }},
      {"age", [](Stream& stream, std::size_t) { return age(stream); }},
      {"pypi", [](Stream& stream, std::size_t) { return pypi(stream); }},
      {"pem", [](Stream& stream, std::size_t) { return pem(stream, "\n"); }},
      {"pem_escaped", [](Stream& stream, std::size_t) { return pem(stream, "\\n"); }},
      {"password", password},
      {"word", [](Stream& stream, std::size_t) { return stream.from("bdfklmnprst", 1) + "ation"; }},
      {"basic_auth", [](Stream& stream, std::size_t) {
         return encode_base64("deploy:" + password(stream, 14), k_base64);
       }}};
  return table;
}

using Sum = std::string (*)(std::uint32_t crc, std::size_t width);
const std::map<std::string_view, Sum>& sums() {
  static const std::map<std::string_view, Sum> table = {
      {"crc32_base62", [](std::uint32_t crc, std::size_t width) { return in_base(crc, k_base62, width); }},
      {"crc32_base36", [](std::uint32_t crc, std::size_t width) { return in_base(crc, k_base36, width); }},
      {"crc32_hex", [](std::uint32_t crc, std::size_t) { return hex_of(crc); }},
      {"crc32le_hex", [](std::uint32_t crc, std::size_t) { return hex_of_little_endian(crc); }},
      {"crc32_base64", [](std::uint32_t crc, std::size_t width) {
         std::string bytes;
         for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(crc >> shift & 0xFFU);
         return encode_base64(bytes, k_base64).substr(0, width);
       }}};
  return table;
}

bool is_piece(std::string_view name) {
  return name == "from" || name == "sum" || alphabets().contains(name) || makers().contains(name) ||
         sums().contains(name);
}

// "{name}" or "{name:12}" at the start of `text`, whatever the name; empty when it is neither.
std::string_view braced(std::string_view text) {
  const auto close = text.find('}');
  if (close == std::string_view::npos || close < 2) return {};
  const std::string_view inside = text.substr(1, close - 1);
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':';
  };
  return std::all_of(inside.begin(), inside.end(), allowed) && inside.front() >= 'a' ? inside
                                                                                     : std::string_view{};
}

Part part_of(std::string_view inside) {
  const auto colon = inside.find(':');
  Part part{inside.substr(0, colon), 0, true};
  if (colon != std::string_view::npos) {
    const std::string_view digits = inside.substr(colon + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), part.count);
    part.count = std::min(part.count, k_piece_max);
  }
  return part;
}

std::vector<Part> parts_of(std::string_view notation) {
  std::vector<Part> parts;
  std::size_t start = 0;
  for (auto open = notation.find('{'); open != std::string_view::npos; open = notation.find('{', open + 1)) {
    const std::string_view inside = braced(notation.substr(open));
    if (inside.empty() || !is_piece(inside.substr(0, inside.find(':')))) continue;
    if (open > start) parts.push_back({notation.substr(start, open - start), 0, false});
    parts.push_back(part_of(inside));
    start = open + inside.size() + 2;
  }
  if (start < notation.size()) parts.push_back({notation.substr(start), 0, false});
  return parts;
}

}  // namespace

std::string expand(std::string_view notation, std::uint64_t seed) {
  Stream stream(seed);
  std::string out;
  std::size_t from = 0;
  std::size_t sum = std::string::npos;
  for (const Part& part : parts_of(notation)) {
    if (!part.piece) {
      out += part.text;
    } else if (part.text == "from") {
      from = out.size();
    } else if (part.text == "sum") {
      sum = out.size();
    } else if (const auto alphabet = alphabets().find(part.text); alphabet != alphabets().end()) {
      out += stream.from(alphabet->second, part.count);
    } else if (const auto maker = makers().find(part.text); maker != makers().end()) {
      out += maker->second(stream, part.count);
    } else {
      const std::size_t end = std::min(sum, out.size());
      out += sums().at(part.text)(crc32(std::string_view(out).substr(from, end - from)), part.count);
    }
  }
  return out;
}

std::string masked(std::string_view notation) {
  constexpr std::string_view mask = "\xE2\x80\xA6";
  std::string out;
  for (const Part& part : parts_of(notation)) {
    if (!part.piece) {
      out += part.text;
    } else if (part.text != "from" && part.text != "sum" && !out.ends_with(mask)) {
      out += mask;
    }
  }
  return out;
}

std::optional<std::string> notation_mistake(std::string_view notation) {
  for (auto open = notation.find('{'); open != std::string_view::npos; open = notation.find('{', open + 1)) {
    const std::string_view inside = braced(notation.substr(open));
    const auto colon = inside.find(':');
    if (colon == std::string_view::npos || is_piece(inside.substr(0, colon))) continue;
    return "unknown piece '{" + std::string(inside) + "}'";
  }
  return std::nullopt;
}

}  // namespace codelake::secrets
