// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/rule_reader.h"

#include "scanners/sast/formula_reader.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace codelake::sast {

namespace {

constexpr std::array<std::string_view, 13> k_descriptive_keys = {
    "id",    "message", "severity", "languages",   "metadata",    "fix",    "fix-regex",
    "paths", "options", "mode",     "min-version", "max-version", "version"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A value that may be a text or a list of texts.
std::vector<std::string> texts(const yaml::Node* value) {
  std::vector<std::string> all;
  if (value == nullptr) return all;
  if (value->is_scalar()) all.push_back(value->text);
  for (const yaml::Node& item : value->items) {
    if (item.is_scalar()) all.push_back(item.text);
  }
  return all;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
  return text;
}

std::optional<Severity> severity_of(std::string_view text) {
  if (text == "ERROR") return Severity::high;
  if (text == "WARNING") return Severity::medium;
  if (text == "INFO" || text == "INVENTORY" || text == "EXPERIMENT") return Severity::low;
  return severity_from(text);
}

// "CWE-89: Improper …" → 89.
std::optional<int> cwe_of(std::string_view text) {
  if (text.starts_with("CWE-") || text.starts_with("cwe-")) text.remove_prefix(4);
  int number = 0;
  std::size_t digits = 0;
  while (digits < text.size() && digits < 6 && text[digits] >= '0' && text[digits] <= '9') {
    number = number * 10 + (text[digits] - '0');
    ++digits;
  }
  if (digits == 0) return std::nullopt;
  return number;
}

// "A03:2021 - Injection" → "A03:2021".
std::string owasp_of(const std::string& text) {
  return text.substr(0, text.find(' '));
}

std::string first_sentence(std::string_view message) {
  std::string title;
  for (const char c : trimmed(message)) {
    if (c == '.' || title.size() > 100) break;
    title += c == '\n' ? ' ' : c;
  }
  return title;
}

class RuleReader {
 public:
  RuleReader(const std::string& path, RuleFile& file, bool known = false) : m_path(path), m_file(file), m_known(known) {}

  void read(const yaml::Node& body) {
    const std::size_t errors_before = m_file.errors.size();
    if (!body.is_mapping()) return wrong(body.line, "a rule must be a mapping");
    describe(body);
    paths(body.find("paths"));
    options(body.find("options"));
    regex_fix(body.find("fix-regex"));
    operators(body);
    if (m_file.errors.size() == errors_before) m_file.rules.push_back(std::move(m_rule));
  }

  const Rule& describe(const yaml::Node& body) {
    m_rule = Rule{};
    m_rule.path = m_path;
    m_rule.line = body.line;
    m_rule.readable = m_known;
    m_rule.info.type = FindingType::sast;
    m_rule.info.builtin = false;
    m_rule.info.id = body.text_of("id");
    if (m_rule.info.id.empty()) wrong(body.line, "the rule has no 'id'");
    description(body);
    metadata(body.find("metadata"));
    return m_rule;
  }

 private:
  void wrong(std::uint32_t line, std::string cause) {
    m_file.errors.push_back({m_path, line, m_rule.info.id, std::move(cause)});
  }

  void operators(const yaml::Node& body) {
    const yaml::Node* mode = body.find("mode");
    const bool taint = mode == nullptr ? body.find("taint") != nullptr : mode->text == "taint";
    if (mode != nullptr && mode->text != "search" && mode->text != "taint")
      return wrong(mode->line, "mode '" + mode->text + "' is not supported");
    for (const auto& [key, value] : body.entries) {
      if (holds(k_descriptive_keys, key.text) || (taint ? starts_taint(key.text) : starts_formula(key.text))) continue;
      wrong(key.line, "operator '" + key.text + "' is unknown or not supported");
    }
    FormulaReader reader(m_rule, m_file.errors);
    m_rule.mode = taint ? Rule::Mode::taint : Rule::Mode::search;
    if (taint)
      reader.read_taint(body);
    else
      reader.read(body);
  }

  void regex_fix(const yaml::Node* value) {
    if (value == nullptr) return;
    RegexFix fix;
    fix.regex = value->text_of("regex");
    fix.replacement = value->text_of("replacement");
    if (const yaml::Node* count = value->find("count"); count != nullptr)
      fix.count = static_cast<std::uint32_t>(std::max(0, std::atoi(count->text.c_str())));
    if (fix.regex.empty() || value->find("replacement") == nullptr)
      return wrong(value->line, "'fix-regex' needs a 'regex' and a 'replacement'");
    if (const auto compiled = m_known ? Result<Regex>(Regex::known(fix.regex, {})) : Regex::compile(fix.regex); !compiled)
      return wrong(value->line, "'fix-regex' is not a regular expression: " + compiled.error().cause);
    m_rule.regex_fix = std::move(fix);
  }

  void description(const yaml::Node& body) {
    m_rule.info.message = trimmed(body.text_of("message"));
    if (m_rule.info.message.empty()) wrong(body.line, "the rule has no 'message'");
    m_rule.info.title = first_sentence(m_rule.info.message);
    const auto severity = severity_of(body.text_of("severity"));
    if (severity)
      m_rule.info.severity = *severity;
    else
      wrong(body.line, "'severity' must be one of CRITICAL, HIGH, MEDIUM, LOW, ERROR, WARNING and INFO");
    m_rule.info.languages = texts(body.find("languages"));
    if (m_rule.info.languages.empty()) wrong(body.line, "the rule has no 'languages'");
    if (const yaml::Node* fix = body.find("fix"); fix != nullptr) m_rule.fix = fix->text;
  }

  void metadata(const yaml::Node* data) {
    if (data == nullptr) return;
    for (const std::string& text : texts(data->find("cwe"))) {
      if (const auto number = cwe_of(text)) m_rule.info.cwe.push_back(*number);
    }
    for (const std::string& text : texts(data->find("owasp"))) m_rule.info.owasp.push_back(owasp_of(text));
    m_rule.info.references = texts(data->find("references"));
    m_rule.info.covers = texts(data->find("covers"));
    if (const auto confidence = confidence_from(data->text_of("confidence")))
      m_rule.info.confidence = *confidence;
    if (const auto title = data->text_of("title"); !title.empty()) m_rule.info.title = title;
    m_rule.fix_hint = trimmed(data->text_of("fix_hint"));
    m_rule.info.help = trimmed(data->text_of("help"));
    if (m_rule.info.help.empty()) m_rule.info.help = m_rule.fix_hint;
  }

  void paths(const yaml::Node* value) {
    if (value == nullptr) return;
    for (const auto& [key, list] : value->entries) {
      if (key.text != "include" && key.text != "exclude") {
        wrong(key.line, "'" + key.text + "' of 'paths' is unknown");
        continue;
      }
      std::vector<Glob>& globs = key.text == "include" ? m_rule.include : m_rule.exclude;
      for (const std::string& text : texts(&list)) globs.emplace_back(text);
    }
  }

  void options(const yaml::Node* value) {
    if (value == nullptr) return;
    for (const auto& [key, setting] : value->entries) {
      if (auto error = set_option(m_rule.options, key.text, setting.text)) wrong(key.line, std::move(*error));
    }
  }

  const std::string& m_path;
  RuleFile& m_file;
  bool m_known;
  Rule m_rule;
};

}  // namespace

RuleFile read_rules(std::string_view text, const std::string& path) {
  RuleFile file;
  auto document = yaml::parse(text, path);
  if (!document) {
    file.errors.push_back({path, 1, {}, "not valid YAML: " + document.error().subject});
    return file;
  }
  return read_rules(*document, path);
}

RuleFile read_rules(const yaml::Node& document, const std::string& path) {
  RuleFile file;
  const yaml::Node* rules = document.find("rules");
  if (rules == nullptr || !rules->is_sequence()) {
    file.errors.push_back({path, document.line, {}, "no list 'rules' at its top"});
    return file;
  }
  RuleReader reader(path, file);
  for (const yaml::Node& body : rules->items) reader.read(body);
  return file;
}

RuleFile read_known_rule(const yaml::Node& body, const std::string& path) {
  RuleFile file;
  RuleReader(path, file, true).read(body);
  return file;
}

RuleInfo describe_rule(const yaml::Node& body) {
  const std::string path;
  RuleFile file;
  return RuleReader(path, file, true).describe(body).info;
}

}  // namespace codelake::sast
