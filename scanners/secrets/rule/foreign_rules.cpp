// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/rule/foreign_rules.h"

#include "core/toml.h"

#include <algorithm>
#include <charconv>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_rules_max = 5000;
constexpr std::size_t k_pattern_bytes_max = 8192;

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

bool any_matches(const std::vector<Regex>& regexes, std::string_view text) {
  return std::any_of(regexes.begin(), regexes.end(), [&](const Regex& regex) { return regex.matches(text); });
}

class Reader {
 public:
  explicit Reader(const std::string& name) : m_name(name) {}

  Result<ForeignRules> file(const yaml::Node& root) {
    TRY(known_keys(root,
                   {"title", "description", "minVersion", "extend", "rules", "allowlist", "allowlists"}));
    TRY(extension(root));
    const bool extends = root.find("extend") != nullptr && root.find("extend")->text_of("useDefault") == "true";
    ForeignRules result;
    if (extends) TRY(allowlists(root, result.everywhere));
    const yaml::Node* list = root.find("rules");
    if (list == nullptr && extends) return result;
    if (list == nullptr || !list->is_sequence()) return wrong(root, "there is no [[rules]]");
    if (list->items.size() > k_rules_max) return wrong(*list, "too many rules");
    for (const yaml::Node& node : list->items) TRY(add(node, root, result));
    return result;
  }

 private:
  Failure wrong(const yaml::Node& at, std::string cause, std::string remedy = {}) const {
    return fail(Error{ErrorKind::usage, "reading secret rules", m_name + ":" + std::to_string(at.line),
                      std::move(cause), std::move(remedy)});
  }

  Result<void> known_keys(const yaml::Node& node, const std::vector<std::string_view>& known) const {
    for (const auto& [key, value] : node.entries) {
      if (std::find(known.begin(), known.end(), key.text) == known.end()) {
        return wrong(key, "the key '" + key.text + "' is not supported");
      }
    }
    return {};
  }

  Result<void> add(const yaml::Node& node, const yaml::Node& root, ForeignRules& result) const {
    Rule rule = TRY(this->rule(node));
    if (is_disabled(root, rule.id)) return {};
    Conditions conditions;
    if (const auto path = node.text_of("path"); !path.empty()) {
      conditions.path.push_back(TRY(regex(*node.find("path"), path)));
    }
    TRY(allowlists(node, conditions.allowlists));
    TRY(allowlists(root, conditions.allowlists));
    std::erase_if(conditions.allowlists, [&](const Allowlist& list) { return !list.is_for(rule.id); });
    result.conditions.emplace(rule.id, std::move(conditions));
    auto& rules = rule.pattern.empty() ? result.file_rules : result.rules;
    rules.push_back(std::move(rule));
    return {};
  }

  static bool is_disabled(const yaml::Node& root, std::string_view id) {
    const yaml::Node* extend = root.find("extend");
    const yaml::Node* disabled = extend == nullptr ? nullptr : extend->find("disabledRules");
    return disabled != nullptr && std::any_of(disabled->items.begin(), disabled->items.end(),
                                              [&](const yaml::Node& item) { return item.text == id; });
  }

  // The built-in rules are there in any case, and none of theirs to be disabled; rules from another file are not fetched.
  Result<void> extension(const yaml::Node& root) const {
    const yaml::Node* extend = root.find("extend");
    if (extend == nullptr) return {};
    for (const auto& [key, value] : extend->entries) {
      if (key.text == "useDefault" || key.text == "disabledRules") continue;
      return wrong(key, "'extend." + key.text + "' is not supported", "give each file with --rules");
    }
    return {};
  }

  Result<Regex> regex(const yaml::Node& at, std::string_view pattern) const {
    if (pattern.size() > k_pattern_bytes_max) return wrong(at, "the expression is too long");
    auto compiled = Regex::compile(pattern);
    if (!compiled) return wrong(at, compiled.error().cause);
    return compiled;
  }

  Result<Rule> rule(const yaml::Node& node) const {
    TRY(known_keys(node, {"id", "description", "regex", "secretGroup", "entropy", "keywords", "path", "tags",
                          "allowlist", "allowlists"}));
    Rule rule;
    rule.id = node.text_of("id");
    if (rule.id.empty()) return wrong(node, "the key 'id' is missing");
    rule.pattern = node.text_of("regex");
    if (rule.pattern.empty() && node.text_of("path").empty()) {
      return wrong(node, "the rule '" + rule.id + "' has neither 'regex' nor 'path'");
    }
    if (rule.pattern.size() > k_pattern_bytes_max) return wrong(node, "'regex' is too long");
    rule.provider = "own";
    rule.title = node.text_of("description").empty() ? rule.id : node.text_of("description");
    rule.message = rule.title;
    rule.help =
        "Change the secret where it is used, and read it from the environment or a secret store instead.";
    rule.confidence = Confidence::medium;
    rule.filter = Filter::none;
    rule.builtin = false;
    rule.secret_group = TRY(number<std::size_t>(node, "secretGroup", 99));
    if (rule.secret_group == 0) rule.secret_group = 1;  // their default: the first group when there is one
    rule.entropy_min = TRY(number<double>(node, "entropy", 8.0));
    return rule;
  }

  template <class Number>
  Result<Number> number(const yaml::Node& node, std::string_view key, Number max) const {
    Number result{};
    const yaml::Node* value = node.find(key);
    if (value == nullptr) return result;
    const char* end = value->text.data() + value->text.size();
    const auto parsed = std::from_chars(value->text.data(), end, result);
    if (parsed.ec == std::errc() && parsed.ptr == end && result >= Number{} && result <= max) return result;
    return wrong(*value, "'" + std::string(key) + "' must be a number up to " + std::to_string(max));
  }

  Result<void> allowlists(const yaml::Node& node, std::vector<Allowlist>& into) const {
    if (const yaml::Node* one = node.find("allowlist")) into.push_back(TRY(allowlist(*one)));
    if (const yaml::Node* many = node.find("allowlists")) {
      for (const yaml::Node& one : many->items) into.push_back(TRY(allowlist(one)));
    }
    return {};
  }

  Result<Allowlist> allowlist(const yaml::Node& node) const {
    TRY(known_keys(node,
                   {"description", "regexTarget", "condition", "regexes", "paths", "stopwords", "commits", "targetRules"}));
    Allowlist list;
    const std::string_view target = node.text_of("regexTarget");
    if (target == "match") list.target = Allowlist::Target::match;
    if (target == "line") list.target = Allowlist::Target::line;
    const std::string condition = lowered(node.text_of("condition"));
    list.all = condition == "and" || condition == "&&";
    for (auto [key, regexes] : {std::pair("regexes", &list.regexes), std::pair("paths", &list.paths)}) {
      const yaml::Node* patterns = node.find(key);
      if (patterns == nullptr) continue;
      for (const yaml::Node& pattern : patterns->items) regexes->push_back(TRY(regex(pattern, pattern.text)));
    }
    if (const yaml::Node* rules = node.find("targetRules")) {
      for (const yaml::Node& rule : rules->items) list.rules.push_back(rule.text);
    }
    if (const yaml::Node* words = node.find("stopwords")) {
      for (const yaml::Node& word : words->items) list.stopwords.push_back(lowered(word.text));
    }
    return list;
  }

  const std::string& m_name;
};

}  // namespace

bool Allowlist::is_for(std::string_view rule) const {
  return rules.empty() || std::find(rules.begin(), rules.end(), rule) != rules.end();
}

bool Allowlist::holds(const Occurrence& occurrence) const {
  const std::string_view subject = target == Target::line    ? occurrence.line
                                   : target == Target::match ? occurrence.match
                                                             : occurrence.secret;
  std::vector<bool> held;
  if (!regexes.empty()) held.push_back(any_matches(regexes, subject));
  if (!paths.empty()) held.push_back(any_matches(paths, occurrence.path));
  if (!stopwords.empty()) {
    const std::string secret = lowered(occurrence.secret);
    held.push_back(std::any_of(stopwords.begin(), stopwords.end(), [&](const std::string& word) {
      return secret.find(word) != std::string::npos;
    }));
  }
  const auto yes = std::count(held.begin(), held.end(), true);
  return all ? !held.empty() && yes == static_cast<std::ptrdiff_t>(held.size()) : yes > 0;
}

bool Conditions::admit(const Occurrence& occurrence) const {
  if (!path.empty() && !any_matches(path, occurrence.path)) return false;
  return std::none_of(allowlists.begin(), allowlists.end(),
                      [&](const Allowlist& list) { return list.holds(occurrence); });
}

Result<ForeignRules> read_foreign_rules(std::string_view text, const std::string& name) {
  const yaml::Node root = TRY(parse_toml(text, name));
  return Reader(name).file(root);
}

}  // namespace codelake::secrets
