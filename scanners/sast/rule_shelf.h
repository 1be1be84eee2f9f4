// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/config.h"
#include "scanners/sast/rule.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// What a configuration says of rules.
class RuleChanges {
 public:
  RuleChanges() = default;
  explicit RuleChanges(const Config& config) : m_disabled(config.disabled_rules), m_severity(config.rule_severity) {}

  bool leave_out(std::string_view id) const;
  void apply(RuleInfo& rule) const;

 private:
  std::vector<std::string> m_disabled;
  std::map<std::string, Severity> m_severity;
};

// The rules of a set in their order, less those that are left out. One of a file in which nothing was wrong is known by
// its id and languages, and read when it is first needed: most scans meet few of all languages. Const and safe for
// several threads once all are there.
class RuleShelf {
 public:
  explicit RuleShelf(RuleChanges changes = {}) : m_changes(std::move(changes)) {}

  // Rules that were read; they go behind those that are there, as all do.
  void add(std::vector<Rule> rules);
  // The rules of a file in which nothing was wrong. The image (core/yaml_image.h) must outlive the shelf.
  void add_known(const std::string& path, std::string_view image, bool builtin);

  std::size_t size() const { return m_items.size(); }
  // The words of `languages:` of the rule at a place.
  std::vector<std::string_view> languages(std::size_t place) const;
  // Whether it was read before it came here.
  bool was_read(std::size_t place) const { return m_items[place].read_before; }
  // The rule, whose number is its place; lives as long as the shelf. Null: its image is not what it was.
  const Rule* rule(std::size_t place) const;
  // What it says of itself, with the examples of a rule of ours; for a known one without a look at its patterns.
  RuleInfo describe(std::size_t place) const;
  std::string_view id(std::size_t place) const;

  // The rules that were read before they came here.
  const std::vector<Rule>& read_before() const { return m_read; }

 private:
  struct Item {
    bool read_before = false;
    std::size_t in_read = 0;  // of one that was
    std::string_view image;   // of one that was not
    std::string_view path;
    bool builtin = false;
    mutable std::once_flag once;
    mutable std::unique_ptr<const Rule> rule;
  };

  std::unique_ptr<const Rule> read(std::size_t place) const;

  RuleChanges m_changes;
  std::vector<Rule> m_read;
  std::deque<Item> m_items;
  std::deque<std::string> m_paths;
};

}  // namespace codelake::sast
