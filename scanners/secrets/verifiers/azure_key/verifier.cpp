// SPDX-License-Identifier: Apache-2.0
// Keys of Azure services: base64 of random bytes, a signature of four digits that says whose key it is, and
// the Marvin32 checksum of all bytes before it. Each kind of key seeds the checksum with a name of eight
// letters, which the table gives for the signatures; some kinds put "/" and "+" of the last digits into
// letters.
#include "scanners/secrets/verifiers/verifier.h"

#include "scanners/secrets/rule/checksum.h"
#include "scanners/secrets/rule/marvin.h"

#include <algorithm>
#include <array>

namespace codelake::secrets::azure_key {

Verifier make_verifier();

namespace {

struct Kind {
  std::string_view signature;
  std::string_view seed;
};

constexpr std::array<Kind, 34> k_kinds = {
    {{"+ASt", "Default0"}, {"ACDb", "SysAll00"}, {"ACDb", "Resour00"}, {"ACDb", "MastRO00"},
     {"ACDb", "SystRO00"}, {"ACDb", "Encryp00"}, {"ACDb", "MastRW00"}, {"ACDb", "SystRW00"},
     {"AzFu", "Master00"}, {"AzFu", "System00"}, {"AzFu", "Functi00"}, {"+ABa", "AbAcct00"},
     {"AzSe", "Query000"}, {"AzSe", "PAdmin00"}, {"+ASb", "System00"}, {"+ASb", "Unknown0"},
     {"+ASb", "Send0000"}, {"+ASb", "Manage00"}, {"+ASb", "Listen00"}, {"+AEh", "System00"},
     {"+AEh", "Unknown0"}, {"+AEh", "Send0000"}, {"+AEh", "Manage00"}, {"+AEh", "Listen00"},
     {"+ARm", "Send0000"}, {"+ARm", "Manage00"}, {"+ARm", "Listen00"}, {"AIoT", "IoTHub00"},
     {"AIoT", "DpsKey00"}, {"AIoT", "Device00"}, {"APIM", "Tenant00"}, {"APIM", "IoTHub00"},
     {"APIM", "Gatewy00"}, {"APIM", "GitKey00"}}};
constexpr std::array<Kind, 4> k_more_kinds = {
    {{"AzCa", "Access00"}, {"+ACR", "ACRDflt0"}, {"+AMC", "Classic0"}, {"AZEG", "SendRecv"}}};

// The end of a key may have its symbols put into letters, so that it is compared in that form too.
std::string without_symbols(std::string text) {
  std::replace(text.begin(), text.end(), '+', 'P');
  std::replace(text.begin(), text.end(), '/', 'F');
  return text;
}

bool is_summed(std::string_view text, std::string_view bytes, std::string_view seed) {
  std::string right(bytes.substr(0, bytes.size() - 4));
  const std::uint32_t sum = marvin32(right, seed);
  for (unsigned shift = 0; shift < 32; shift += 8) right += static_cast<char>(sum >> shift & 0xFFU);
  const std::string whole = encode_base64(right, k_base64);
  return whole == text || without_symbols(whole) == text;
}

Verification check(std::string_view secret) {
  std::string text(secret.substr(0, secret.find('=')));
  std::replace(text.begin(), text.end(), '-', '+');
  std::replace(text.begin(), text.end(), '_', '/');
  const auto bytes = decode_base64(text);
  if (!bytes || text.size() < 20 || bytes->size() < 15) return Verification::failed;
  const std::string_view signature = std::string_view(text).substr(text.size() - 10, 4);
  const auto fits = [&](const Kind& kind) {
    return kind.signature == signature && is_summed(text, *bytes, kind.seed);
  };
  return checksum_is(std::any_of(k_kinds.begin(), k_kinds.end(), fits) ||
                     std::any_of(k_more_kinds.begin(), k_more_kinds.end(), fits));
}

}  // namespace

Verifier make_verifier() {
  return {"azure-key", check};
}

}  // namespace codelake::secrets::azure_key
