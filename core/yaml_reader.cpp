// SPDX-License-Identifier: Apache-2.0
#include "core/yaml_reader.h"

#include "core/config.h"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace codelake::yaml {

Failure Reader::failed(const Node& at, std::string cause, std::string remedy) const {
  return fail(Error{ErrorKind::usage, m_doing, m_path + ":" + std::to_string(at.line), std::move(cause),
                    std::move(remedy)});
}

Result<void> Reader::mapping(const Node& node, const std::vector<Key>& keys) const {
  if (node.is_null()) return {};
  if (!node.is_mapping()) return failed(node, "expected keys and values here");
  for (const auto& entry : node.entries) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == entry.first.text; });
    if (key == keys.end()) return unknown_key(entry.first, keys);
    TRY(key->read(entry.second));
  }
  return {};
}

Result<std::string> Reader::text(const Node& node) const {
  if (!node.is_scalar()) return failed(node, "expected one value here");
  return node.text;
}

Result<std::vector<std::string>> Reader::texts(const Node& node) const {
  if (node.is_scalar()) return std::vector<std::string>{node.text};
  if (!node.is_sequence()) return failed(node, "expected a list here");
  std::vector<std::string> values;
  for (const auto& item : node.items) values.push_back(TRY(text(item)));
  return values;
}

Result<std::uint64_t> Reader::number(const Node& node, std::uint64_t max) const {
  const std::string word = TRY(text(node));
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = error == std::errc{} && end == word.data() + word.size();
  if (!whole || value > max) return failed(node, "expected a whole number from 0 to " + std::to_string(max));
  return value;
}

Result<Severity> Reader::severity(const Node& node) const {
  const std::string word = TRY(text(node));
  const auto value = severity_from(word);
  if (!value) return failed(node, "unknown severity '" + word + "'", "use critical, high, medium, low or info");
  return *value;
}

Failure Reader::unknown_key(const Node& name, const std::vector<Key>& keys) const {
  std::vector<std::string> known;
  for (const auto& key : keys) known.push_back(key.name);
  const auto nearest = nearest_word(name.text, known);
  std::string all;
  for (const auto& word : known) all += (all.empty() ? "" : ", ") + word;
  return failed(name, "unknown key '" + name.text + "'",
                nearest ? "did you mean '" + *nearest + "'?" : "known keys: " + all);
}

}  // namespace codelake::yaml
