// SPDX-License-Identifier: Apache-2.0
#include "core/utf8.h"

namespace codelake {

namespace {

struct LeadByte {
  std::size_t length = 0;           // of the whole sequence; 0: cannot start one
  unsigned char second_min = 0x80;  // bounds of the second byte: no overlong form, surrogate or place past U+10FFFF
  unsigned char second_max = 0xBF;
};

LeadByte lead_byte(unsigned char byte) {
  if (byte < 0x80) return {1};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

}  // namespace

Utf8Sequence utf8_sequence_at(std::string_view text, std::size_t at) {
  const LeadByte lead = lead_byte(static_cast<unsigned char>(text[at]));
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char low = i == 1 ? lead.second_min : 0x80;
    const unsigned char high = i == 1 ? lead.second_max : 0xBF;
    if (at + i >= text.size()) return {0, i};
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (byte < low || byte > high) return {0, i};
  }
  return {lead.length, 1};
}

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Sequence sequence = utf8_sequence_at(text, at);
    valid += sequence.length > 0 ? text.substr(at, sequence.length) : k_utf8_replacement;
    at += sequence.length > 0 ? sequence.length : sequence.broken;
  }
  return valid;
}

}  // namespace codelake
