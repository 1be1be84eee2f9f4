// SPDX-License-Identifier: Apache-2.0
//
// A model file lists patterns by what they are and of which kind:
//
//     languages: [python]
//     sources: {request: [{pattern: flask.request.args}]}
//     sinks:   {sql: [{patterns: [{pattern: $C.execute($Q, ...)}, {focus-metavariable: $Q}]}]}
//
// and a rule that says `pattern-sources: [{model: request}]` gets the sources of that kind of all such files.
#include "scanners/sast/models.h"

#include "core/check.h"
#include "core/yaml_image.h"
#include "scanners/sast/builtin_rules.h"

#include <algorithm>
#include <array>

namespace codelake::sast {

namespace {

constexpr std::array<std::string_view, 4> k_lists = {"sources", "sinks", "sanitizers", "propagators"};

bool is_list_of_items(const yaml::Node& value) {
  return value.is_sequence() && !value.items.empty() &&
         std::all_of(value.items.begin(), value.items.end(), [](const yaml::Node& item) { return item.is_mapping(); });
}

// What is wrong with a model file; empty if nothing is.
std::string fault_of(const yaml::Node& file) {
  const yaml::Node* languages = file.find("languages");
  if (languages == nullptr || !languages->is_sequence() || languages->items.empty()) return "it has no list 'languages'";
  for (const auto& [list, kinds] : file.entries) {
    if (list.text == "languages") continue;
    if (std::find(k_lists.begin(), k_lists.end(), list.text) == k_lists.end()) return "'" + list.text + "' is unknown";
    if (!kinds.is_mapping()) return "'" + list.text + "' must map kinds to lists";
    for (const auto& [kind, items] : kinds.entries) {
      if (!is_list_of_items(items)) return "'" + kind.text + "' of '" + list.text + "' must be a list of patterns";
    }
  }
  return {};
}

bool speaks(const yaml::Node& file, const std::string& language) {
  const std::vector<yaml::Node>& words = file.find("languages")->items;
  return std::any_of(words.begin(), words.end(), [&](const yaml::Node& word) { return word.text == language; });
}

}  // namespace

Result<void> Models::add(yaml::Node file, const std::string& name) {
  if (const std::string fault = fault_of(file); !fault.empty()) return fail(ErrorKind::usage, "reading models", name, fault);
  m_files.push_back(std::move(file));
  return {};
}

std::vector<const yaml::Node*> Models::items(std::string_view list, std::string_view kind,
                                             const std::vector<std::string>& languages) const {
  std::vector<const yaml::Node*> found;
  for (const yaml::Node& file : m_files) {
    const bool all = std::all_of(languages.begin(), languages.end(), [&](const auto& word) { return speaks(file, word); });
    const yaml::Node* kinds = all ? file.find(list) : nullptr;
    const yaml::Node* items = kinds == nullptr ? nullptr : kinds->find(kind);
    if (items == nullptr) continue;
    for (const yaml::Node& item : items->items) found.push_back(&item);
  }
  return found;
}

const Models& builtin_models() {
  static const Models models = [] {
    Models all;
    for (const EmbeddedFile& file : embedded::sast_models()) {
      auto document = yaml::from_image(file.bytes);
      CODELAKE_CHECK(document.has_value());
      const auto added = all.add(std::move(*document), "rules/models/" + std::string(file.path));
      CODELAKE_CHECK(added.has_value());
    }
    return all;
  }();
  return models;
}

}  // namespace codelake::sast
