// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/rule_file.h"

#include "core/config.h"
#include "core/file.h"
#include "core/yaml.h"
#include "scanners/secrets/rule/assignment.h"
#include "scanners/secrets/rule/notation.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

namespace codelake::secrets {

namespace {

constexpr std::string_view k_doing = "reading secret rules";
constexpr std::uint64_t k_file_bytes_max = 4U << 20;
constexpr std::size_t k_pattern_bytes_max = 4000;
constexpr std::size_t k_window_max = 64U << 10;
constexpr std::string_view k_after = "(?![0-9A-Za-z_])";

const std::vector<std::string> k_file_keys = {"provider", "rules"};
const std::vector<std::string> k_rule_keys = {
    "id",         "title",   "message", "help",    "severity", "confidence", "cwe",
    "references", "keyword", "nouns",   "pattern", "anchor",   "before",     "after",
    "next",       "window",  "entropy", "filter",  "files",    "verify",     "examples",
    "counterexamples"};
const std::vector<std::string> k_example_keys = {"text", "path"};

class Reader {
 public:
  explicit Reader(const std::string& name) : m_name(name) {}

  Result<std::vector<Rule>> file(const yaml::Node& root) {
    TRY(known_keys(root, k_file_keys));
    const std::string provider = TRY(text(root, "provider"));
    const yaml::Node* list = root.find("rules");
    if (list == nullptr || !list->is_sequence()) return wrong(root, "'rules' must be a list of rules");
    std::vector<Rule> rules;
    for (const yaml::Node& node : list->items) {
      Rule rule = TRY(this->rule(node));
      rule.provider = provider;
      rules.push_back(std::move(rule));
    }
    return rules;
  }

 private:
  Failure wrong(const yaml::Node& at, std::string cause, std::string remedy = {}) const {
    return fail(Error{ErrorKind::usage, std::string(k_doing), m_name + ":" + std::to_string(at.line),
                      std::move(cause), std::move(remedy)});
  }

  Result<void> known_keys(const yaml::Node& node, const std::vector<std::string>& known) const {
    if (!node.is_mapping()) return wrong(node, "must be a mapping");
    for (const auto& [key, value] : node.entries) {
      if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
      const auto nearest = nearest_word(key.text, known);
      return wrong(key, "unknown key '" + key.text + "'",
                   nearest ? "did you mean '" + *nearest + "'?" : std::string());
    }
    return {};
  }

  Result<std::string> text(const yaml::Node& node, std::string_view key) const {
    const yaml::Node* value = node.find(key);
    if (value == nullptr) return wrong(node, "the key '" + std::string(key) + "' is missing");
    if (!value->is_scalar() || value->text.empty())
      return wrong(*value, "'" + std::string(key) + "' must be a text");
    return value->text;
  }

  template <class Value>
  Result<Value> word(const yaml::Node& node, std::string_view key,
                     const std::vector<std::pair<std::string_view, Value>>& words) const {
    const std::string_view given = node.text_of(key);
    std::string allowed;
    for (const auto& [name, value] : words) {
      if (name == given) return value;
      allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    }
    const yaml::Node* at = node.find(key);
    return wrong(at == nullptr ? node : *at, "'" + std::string(key) + "' must be one of " + allowed);
  }

  template <class Number>
  Result<Number> number(const yaml::Node& node, std::string_view key, Number max) const {
    const yaml::Node* value = node.find(key);
    if (value == nullptr) return Number{};
    Number result{};
    const char* end = value->text.data() + value->text.size();
    const auto parsed = std::from_chars(value->text.data(), end, result);
    if (parsed.ec == std::errc() && parsed.ptr == end && result >= Number{} && result <= max) return result;
    return wrong(*value, "'" + std::string(key) + "' must be a number up to " + std::to_string(max));
  }

  Result<Rule> rule(const yaml::Node& node) const {
    TRY(known_keys(node, k_rule_keys));
    Rule rule;
    rule.id = TRY(text(node, "id"));
    rule.title = TRY(text(node, "title"));
    rule.message = TRY(text(node, "message"));
    rule.help = TRY(text(node, "help"));
    rule.pattern = TRY(text(node, "pattern"));
    if (rule.pattern.size() > k_pattern_bytes_max) return wrong(node, "'pattern' is too long");
    rule.severity = TRY(word<Severity>(node, "severity",
                                       {{"critical", Severity::critical},
                                        {"high", Severity::high},
                                        {"medium", Severity::medium},
                                        {"low", Severity::low},
                                        {"info", Severity::info}}));
    rule.confidence = TRY(word<Confidence>(
        node, "confidence",
        {{"high", Confidence::high}, {"medium", Confidence::medium}, {"low", Confidence::low}}));
    rule.filter = TRY(word<Filter>(node, "filter",
                                   {{"", Filter::provider},
                                    {"provider", Filter::provider},
                                    {"random", Filter::random},
                                    {"password", Filter::password},
                                    {"basic", Filter::basic},
                                    {"stored", Filter::stored},
                                    {"bytes", Filter::bytes},
                                    {"none", Filter::none}}));
    rule.files = TRY(word<FileScope>(
        node, "files", {{"", FileScope::any}, {"any", FileScope::any}, {"config", FileScope::config}}));
    rule.anchor = node.text_of("anchor");
    const std::string_view keyword = node.text_of("keyword");
    if (!keyword.empty()) {
      const std::string_view nouns = node.find("nouns") == nullptr ? k_secret_nouns : node.text_of("nouns");
      Assignment made = assignment(keyword, nouns, rule.pattern);
      rule.pattern = std::move(made.pattern);
      rule.value_at = made.value_at;
      rule.anchor = assignment_anchor(keyword);
    }
    rule.before = node.find("before") != nullptr ? node.text_of("before")
                  : keyword.empty()              ? k_word_begins
                                                 : k_name_begins;
    rule.after = node.find("after") == nullptr ? k_after : node.text_of("after");
    rule.next = node.text_of("next");
    rule.verify = node.text_of("verify");
    rule.window = TRY(number<std::size_t>(node, "window", k_window_max));
    rule.entropy_min = TRY(number<double>(node, "entropy", 8.0));
    TRY(lists(node, rule));
    return rule;
  }

  Result<void> lists(const yaml::Node& node, Rule& rule) const {
    if (const yaml::Node* cwe = node.find("cwe")) {
      rule.cwe.clear();
      for (const yaml::Node& item : cwe->items) {
        int id = 0;
        const auto parsed = std::from_chars(item.text.data(), item.text.data() + item.text.size(), id);
        if (parsed.ec != std::errc()) return wrong(item, "'cwe' must be a list of numbers");
        rule.cwe.push_back(id);
      }
    }
    if (const yaml::Node* references = node.find("references")) {
      for (const yaml::Node& item : references->items) rule.references.push_back(item.text);
    }
    rule.examples = TRY(examples(node, "examples"));
    rule.counterexamples = TRY(examples(node, "counterexamples"));
    if (!rule.examples.empty()) rule.bad_example = masked(rule.examples.front().text);
    if (!rule.counterexamples.empty()) rule.good_example = masked(rule.counterexamples.front().text);
    return {};
  }

  Result<std::vector<RuleExample>> examples(const yaml::Node& node, std::string_view key) const {
    std::vector<RuleExample> result;
    const yaml::Node* list = node.find(key);
    if (list == nullptr) return result;
    if (!list->is_sequence()) return wrong(*list, "'" + std::string(key) + "' must be a list");
    for (const yaml::Node& item : list->items) {
      RuleExample example;
      if (item.is_mapping()) {
        TRY(known_keys(item, k_example_keys));
        example.path = TRY(text(item, "path"));
        example.text = TRY(text(item, "text"));
      } else {
        example.text = item.text;
      }
      if (const auto mistake = notation_mistake(example.text)) return wrong(item, *mistake);
      result.push_back(std::move(example));
    }
    return result;
  }

  const std::string& m_name;
};

bool is_yaml(const std::filesystem::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

}  // namespace

Result<std::vector<Rule>> read_rule_file(std::string_view text, const std::string& name) {
  const yaml::Node root = TRY(yaml::parse(text, name));
  if (root.find("provider") == nullptr) return std::vector<Rule>{};
  return Reader(name).file(root);
}

Result<std::vector<Rule>> read_rule_path(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::set<std::string> files;
  if (fs::is_directory(path, error)) {
    for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
      if (it->is_regular_file(error) && is_yaml(it->path())) files.insert(it->path().string());
    }
  } else if (is_yaml(path)) {
    files.insert(path);
  }
  if (error) return fail(ErrorKind::usage, std::string(k_doing), path, error.message());
  std::vector<Rule> rules;
  for (const std::string& file : files) {
    const std::string text = TRY(read_file(file, k_file_bytes_max));
    for (Rule& rule : TRY(read_rule_file(text, file))) rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace codelake::secrets
