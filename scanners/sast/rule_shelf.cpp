// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_shelf.h"

#include "core/check.h"
#include "core/yaml_image.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/rule_reader.h"

#include <algorithm>

namespace codelake::sast {

bool RuleChanges::leave_out(std::string_view id) const {
  return std::any_of(m_disabled.begin(), m_disabled.end(), [&](const std::string& pattern) { return fits_wildcard(pattern, id); });
}

void RuleChanges::apply(RuleInfo& rule) const {
  for (const auto& [pattern, severity] : m_severity) {
    if (fits_wildcard(pattern, rule.id)) rule.severity = severity;
  }
}

void RuleShelf::add(std::vector<Rule> rules) {
  for (Rule& rule : rules) {
    if (m_changes.leave_out(rule.info.id)) continue;
    m_changes.apply(rule.info);
    rule.number = m_items.size();
    Item& item = m_items.emplace_back();
    item.read_before = true;
    item.in_read = m_read.size();
    m_read.push_back(std::move(rule));
  }
}

void RuleShelf::add_known(const std::string& path, std::string_view image, bool builtin) {
  const std::string_view kept = m_paths.emplace_back(path);
  for (const std::string_view one : yaml::images_in(yaml::image_under(image, "rules"))) {
    if (m_changes.leave_out(yaml::text_of_image(yaml::image_under(one, "id")))) continue;
    Item& item = m_items.emplace_back();
    item.image = one;
    item.path = kept;
    item.builtin = builtin;
  }
}

std::vector<std::string_view> RuleShelf::languages(std::size_t place) const {
  const Item& item = m_items[place];
  if (item.read_before) {
    const std::vector<std::string>& words = m_read[item.in_read].info.languages;
    return {words.begin(), words.end()};
  }
  const std::string_view list = yaml::image_under(item.image, "languages");
  std::vector<std::string_view> words;
  if (const std::string_view one = yaml::text_of_image(list); !one.empty()) words.push_back(one);
  for (const std::string_view word : yaml::images_in(list)) words.push_back(yaml::text_of_image(word));
  return words;
}

std::string_view RuleShelf::id(std::size_t place) const {
  const Item& item = m_items[place];
  if (item.read_before) return m_read[item.in_read].info.id;
  return yaml::text_of_image(yaml::image_under(item.image, "id"));
}

const Rule* RuleShelf::rule(std::size_t place) const {
  const Item& item = m_items[place];
  if (item.read_before) return &m_read[item.in_read];
  std::call_once(item.once, [&] { item.rule = read(place); });
  return item.rule.get();
}

std::unique_ptr<const Rule> RuleShelf::read(std::size_t place) const {
  const Item& item = m_items[place];
  const auto body = yaml::from_image(item.image);
  RuleFile file = body ? read_known_rule(*body, std::string(item.path)) : RuleFile{};
  const bool right = file.errors.empty() && file.rules.size() == 1;
  CODELAKE_CHECK(right || !item.builtin);  // the tests read all of ours
  if (!right) return nullptr;
  auto rule = std::make_unique<Rule>(std::move(file.rules.front()));
  rule->number = place;
  rule->info.builtin = item.builtin;
  m_changes.apply(rule->info);
  return rule;
}

RuleInfo RuleShelf::describe(std::size_t place) const {
  const Item& item = m_items[place];
  if (item.read_before) return m_read[item.in_read].info;
  const auto body = yaml::from_image(item.image);
  RuleInfo info = body ? describe_rule(*body) : RuleInfo{};
  info.builtin = item.builtin;
  m_changes.apply(info);
  if (item.builtin) add_examples(info, item.path);
  return info;
}

}  // namespace codelake::sast
