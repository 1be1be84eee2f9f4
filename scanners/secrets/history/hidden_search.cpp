// SPDX-License-Identifier: Apache-2.0
// Versions of a file hold the same encoded texts again and again, and most hold none. So a blob is asked for them only
// where it was changed (encoded_changes.h), and what a decoded text holds is remembered: a certificate that stands
// in a thousand manifests is decoded a thousand times and searched once.
#include "scanners/secrets/history/hidden_search.h"

#include "core/hash.h"
#include "scanners/secrets/encoded.h"
#include "scanners/secrets/keystore.h"
#include "scanners/secrets/packed.h"
#include "scanners/secrets/secret_file.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace codelake::secrets::history {

namespace {

// As deep as a file is looked into, and more bytes: literals are joined here that its language would not join. The texts
// encoded in a blob itself have no limit, so that they are the same however it is cut; they are decoded by pieces.
constexpr int k_depth_max = 4;
constexpr std::size_t k_piece = 1024;
constexpr std::size_t k_growth_max = 2;  // of what is decoded to what is decoded from it
constexpr std::size_t k_known_max = 100'000;
constexpr std::size_t k_keys_known = 1U << 12U;
constexpr std::uint64_t k_encoded_kind = ~std::uint64_t{0};  // of texts in a memory

}  // namespace

ValueKeys::ValueKeys(const Inspection& inspection) : m_inspection(inspection), m_known(k_keys_known) {}

std::uint64_t ValueKeys::of(std::string_view value) {
  const std::uint64_t name = fast_hash(value) | 1U;  // zero is none
  Known& known = m_known[name / 2 % k_keys_known];
  if (known.name == name) return known.key;
  const std::string hex = hmac_sha256_hex(m_inspection.fingerprint_key, value);
  known.name = name;
  std::from_chars(hex.data(), hex.data() + 16, known.key, 16);
  return known.key;
}

RuleNumbers::RuleNumbers(const Inspection& inspection) : m_inspection(inspection) {
  std::uint32_t first = 0;
  for (const Engine& engine : inspection.engines) {
    m_first.push_back(first);
    first += static_cast<std::uint32_t>(engine.rules().size());
  }
}

std::uint32_t RuleNumbers::of(const Rule* rule, std::size_t engine) const {
  return m_first[engine] + static_cast<std::uint32_t>(rule - m_inspection.engines[engine].rules().data());
}

void HiddenSearch::encoded(std::string_view text, std::span<const Window> windows, std::vector<Mark>& marks, TextMemory* empty) {
  for (const Window& window : windows) {
    for (std::size_t at = window.begin, end = 0; at < window.end; at = end) {
      end = parts_apart_after(text, std::min(at + k_piece, window.end), window.end);
      const std::uint64_t name = empty != nullptr ? TextMemory::name_of(text.substr(at, end - at), k_encoded_kind) : 0;
      if (empty != nullptr && empty->holds(name)) continue;
      const std::size_t before = marks.size();
      encoded_piece(text, {at, end}, marks);
      if (empty != nullptr && marks.size() == before) empty->add(name);
    }
  }
}

void HiddenSearch::encoded_piece(std::string_view text, const Window& piece, std::vector<Mark>& marks) {
  DecodingBudget budget{std::numeric_limits<std::size_t>::max()};
  for (const Encoded& part : encoded_parts(text, {piece.begin, piece.end}, k_any_language, budget)) {
    const auto begin = static_cast<std::uint32_t>(part.span.begin);
    const auto end = static_cast<std::uint32_t>(part.span.end);
    for (const Sign& sign : decoded(part.text, 1)) marks.push_back({begin, end, sign});
  }
}

void HiddenSearch::lone(std::string_view text, std::vector<Sign>& signs) {
  if (const auto value = lone_value(text)) {
    signs.push_back({m_keys.of(text.substr(value->begin, value->size())), Sign::k_lone_value});
  }
}

void HiddenSearch::binary(std::string_view bytes, std::vector<Sign>& signs) {
  if (m_inspection.keystores && keystore_rule(bytes) != nullptr) {
    signs.push_back({m_keys.of(bytes), Sign::k_keystore});
  }
  if (!looks_packed(bytes)) return;
  ScanContext unsaid("", "");  // said when the archive is looked at under its path
  visit_packed({bytes, {}, PackedFiles::text}, unsaid, [&](const SourceFile& entry) {
    if (entry.traits().binary) return;
    plain(entry.text(), signs);
    lone(entry.text(), signs);
    const Window whole{0, entry.text().size()};
    std::vector<Mark> marks;
    encoded(entry.text(), {&whole, 1}, marks);
    for (const Mark& mark : marks) signs.push_back(mark.sign);
  });
}

const std::vector<Sign>& HiddenSearch::decoded(std::string_view text, int depth) {
  const std::uint64_t name = fast_hash(text) + static_cast<std::uint64_t>(depth);
  if (const auto known = m_known.find(name); known != m_known.end()) return known->second;
  std::vector<Sign> signs;
  plain(text, signs);
  if (depth < k_depth_max) {
    DecodingBudget budget{k_growth_max * text.size()};
    for (const Encoded& part : encoded_parts(text, {0, text.size()}, k_any_language, budget)) {
      const std::vector<Sign>& found = decoded(part.text, depth + 1);
      signs.insert(signs.end(), found.begin(), found.end());
    }
  }
  if (m_known.size() >= k_known_max) m_known.clear();
  return m_known.emplace(name, std::move(signs)).first->second;
}

void HiddenSearch::plain(std::string_view text, std::vector<Sign>& signs) {
  for (std::size_t i = 0; i < m_inspection.engines.size(); ++i) {
    for (const Hit& hit : m_inspection.engines[i].find(text).list) {
      const std::string_view value = text.substr(hit.secret_begin, hit.secret_end - hit.secret_begin);
      signs.push_back({m_keys.of(value), m_numbers.of(hit.rule, i)});
    }
  }
}

}  // namespace codelake::secrets::history
