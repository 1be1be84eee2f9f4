// SPDX-License-Identifier: Apache-2.0
// A text is cut into literals and pieces; pieces are made one after the other from one random stream, so that
// a checksum piece can look back at what was made. Example: "tok_{from}{base62:4}{crc32_base62:6}" gives
// "tok_" + four characters + the checksum of these four.
#include "scanners/secrets/rule/notation.h"

#include "scanners/secrets/rule/base58.h"
#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/sample.h"

#include <algorithm>
#include <array>
#include <charconv>
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
      {"base58", k_base58},
      {"nonzero", "123456789"},
      {"lower", "abcdefghijklmnopqrstuvwxyz"},
      {"upper", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
      {"alpha", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
      {"upper_alnum", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
      {"x", "x"},
      {"star", "*"}};
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
  return name == "from" || name == "sum" || name == "as_base64" || alphabets().contains(name) ||
         sample_makers().contains(name) || sums().contains(name);
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
    } else if (part.text == "as_base64") {
      out = out.substr(0, from) + encode_base64(std::string_view(out).substr(from), k_base64);
    } else if (const auto alphabet = alphabets().find(part.text); alphabet != alphabets().end()) {
      out += stream.from(alphabet->second, part.count);
    } else if (const auto maker = sample_makers().find(part.text); maker != sample_makers().end()) {
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
    } else if (part.text != "from" && part.text != "sum" && part.text != "as_base64" &&
               !out.ends_with(mask)) {
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
