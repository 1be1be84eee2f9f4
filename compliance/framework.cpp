// SPDX-License-Identifier: Apache-2.0
#include "compliance/framework.h"

#include "core/check.h"
#include "core/config.h"
#include "core/embedded_file.h"
#include "core/yaml_image.h"
#include "core/yaml_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace codelake::embedded {
std::span<const EmbeddedFile> frameworks();  // images of their YAML
}

namespace codelake::compliance {

namespace {

constexpr int k_cwe_max = 99'999;
constexpr std::size_t k_text_bytes_max = 2000;
constexpr std::array<std::string_view, 4> k_assessable = {"full", "partial", "supporting", "none"};

std::string nearest_of(std::string_view word, const std::vector<std::string>& known) {
  if (const auto nearest = nearest_word(word, known)) return "did you mean '" + *nearest + "'?";
  std::string all = "use one of";
  for (const auto& each : known) all += (each == known.front() ? " " : ", ") + each;
  return all;
}

// Reads the values that only framework files have.
class FrameworkReader {
 public:
  explicit FrameworkReader(const std::string& name) : m_reader("reading the framework", name) {}

  Result<Framework> framework(const yaml::Node& root) const {
    Framework framework;
    TRY(m_reader.mapping(root, {{"key", line_into(framework.key)},
                                {"name", line_into(framework.name)},
                                {"description", line_into(framework.description)},
                                {"version", line_into(framework.version)},
                                {"source_url", line_into(framework.source_url)},
                                {"partial_weight",
                                 [&](const yaml::Node& value) -> Result<void> {
                                   framework.partial_weight = TRY(weight(value));
                                   return {};
                                 }},
                                {"controls", [&](const yaml::Node& value) -> Result<void> {
                                   framework.controls = TRY(controls(value));
                                   return {};
                                 }}}));
    TRY(needs(root, {{"key", framework.key}, {"name", framework.name}}));
    const bool plain = framework.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
    if (!plain || framework.key.size() > 64) {
      return m_reader.failed(root, "the key '" + framework.key + "' is no key",
                             "use up to 64 lower-case letters, digits, '_' and '-'");
    }
    if (framework.controls.empty()) return m_reader.failed(root, "a framework without controls", "add 'controls:'");
    return framework;
  }

 private:
  using Into = std::function<Result<void>(const yaml::Node&)>;

  Into line_into(std::string& field) const {
    return [this, &field](const yaml::Node& value) -> Result<void> {
      field = TRY(m_reader.text(value));
      if (field.size() > k_text_bytes_max) return m_reader.failed(value, "a text of more than 2,000 bytes");
      const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
      if (std::any_of(field.begin(), field.end(), is_control)) {
        return m_reader.failed(value, "a text with a line break or control character", "keep it on one line");
      }
      return {};
    };
  }

  Result<void> needs(const yaml::Node& node, const std::vector<std::pair<std::string, std::string>>& fields) const {
    for (const auto& [key, value] : fields) {
      if (value.empty()) return m_reader.failed(node, "'" + key + "' is missing", "add '" + key + ": …'");
    }
    return {};
  }

  // "0.5" → 500.
  Result<int> weight(const yaml::Node& node) const {
    const std::string word = TRY(m_reader.text(node));
    double value = -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool whole = error == std::errc{} && end == word.data() + word.size();
    if (!whole || !(value >= 0 && value <= 1)) return m_reader.failed(node, "expected a number from 0 to 1");
    return static_cast<int>(value * 1000 + 0.5);
  }

  Result<std::vector<Control>> controls(const yaml::Node& node) const {
    if (!node.is_sequence()) return m_reader.failed(node, "expected a list here");
    if (node.items.size() > k_framework_controls_max) {
      return m_reader.failed(node, "more than " + std::to_string(k_framework_controls_max) + " controls");
    }
    std::vector<Control> controls;
    std::set<std::string> ids;
    for (const yaml::Node& item : node.items) {
      controls.push_back(TRY(control(item)));
      const std::string& id = controls.back().id;
      if (!ids.insert(id).second) return m_reader.failed(item, "the control '" + id + "' stands twice");
    }
    return controls;
  }

  Result<Control> control(const yaml::Node& node) const {
    Control control;
    std::string check;
    const auto set = [](auto& field, auto read) -> Into {
      return [&field, read](const yaml::Node& value) -> Result<void> {
        field = TRY(read(value));
        return {};
      };
    };
    TRY(m_reader.mapping(
        node, {{"id", line_into(control.id)},
               {"name", line_into(control.name)},
               {"category", line_into(control.category)},
               {"description", line_into(control.description)},
               {"check_type",
                [&](const yaml::Node& value) -> Result<void> {
                  check = TRY(m_reader.text(value));
                  control.check_type = TRY(check_type(value, check));
                  return {};
                }},
               {"also", set(control.also, [this](const yaml::Node& value) { return check_types(value); })},
               {"cwe", set(control.cwe, [this](const yaml::Node& value) { return cwe(value); })},
               {"pass_condition",
                set(control.pass_condition, [this](const yaml::Node& value) { return pass_condition(value); })},
               {"partial", set(control.minor_max, [this](const yaml::Node& value) { return minor_max(value); })},
               {"assessable",
                set(control.assessable, [this](const yaml::Node& value) { return assessable(value); })}}));
    TRY(needs(node, {{"id", control.id}, {"name", control.name}, {"check_type", check}}));
    if (control.cwe.empty()) control.cwe = default_cwe(control);
    const bool unbounded = control.pass_condition.kind == PassCondition::Kind::no_findings;
    if (control.check_type == CheckType::scan_recency && unbounded) {
      control.pass_condition = *pass_condition_from("scanned_within_30_days");
    }
    return control;
  }

  Result<CheckType> check_type(const yaml::Node& node, const std::string& word) const {
    if (const auto type = check_type_from(word)) return *type;
    std::vector<std::string> known;
    for (const CheckType type : all_check_types()) known.emplace_back(to_text(type));
    return m_reader.failed(node, "unknown check_type '" + word + "'", nearest_of(word, known));
  }

  Result<std::vector<CheckType>> check_types(const yaml::Node& node) const {
    std::vector<CheckType> types;
    for (const std::string& word : TRY(m_reader.texts(node))) types.push_back(TRY(check_type(node, word)));
    return types;
  }

  Result<std::vector<int>> cwe(const yaml::Node& node) const {
    std::set<int> numbers;
    for (const std::string& word : TRY(m_reader.texts(node))) {
      int number = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
      if (error == std::errc{} && end == word.data() + word.size() && number > 0 && number <= k_cwe_max) {
        numbers.insert(number);
        continue;
      }
      const auto family = cwe_family(word);
      if (family.empty()) return unknown_family(node, word);
      numbers.insert(family.begin(), family.end());
    }
    return std::vector<int>(numbers.begin(), numbers.end());
  }

  Failure unknown_family(const yaml::Node& node, const std::string& word) const {
    std::vector<std::string> known;
    for (const auto name : cwe_family_names()) known.emplace_back(name);
    return m_reader.failed(node, "'" + word + "' is neither a CWE number nor a family of them", nearest_of(word, known));
  }

  Result<PassCondition> pass_condition(const yaml::Node& node) const {
    const std::string word = TRY(m_reader.text(node));
    if (auto condition = pass_condition_from(word)) return *std::move(condition);
    static const std::vector<std::string> examples = {
        "no_findings",   "no_critical_secrets", "max_2_high_findings",    "inventory_complete", "scanned_within_7_days",
        "gate_enforced", "gate_passed",         "reviewed_ratio_ge_90", "no_sla_breach"};
    return m_reader.failed(node, "unknown pass_condition '" + word + "'", nearest_of(word, examples));
  }

  // "never" → 0, "max_2_minor" → 2.
  Result<int> minor_max(const yaml::Node& node) const {
    const std::string word = TRY(m_reader.text(node));
    if (word == "never") return 0;
    int number = -1;
    const std::string_view digits = std::string_view(word).substr(std::min<std::size_t>(4, word.size()));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const std::string_view rest(end, static_cast<std::size_t>(digits.data() + digits.size() - end));
    const bool fits = word.starts_with("max_") && error == std::errc{} && rest == "_minor";
    if (!fits || number < 0 || number > 1000) {
      return m_reader.failed(node, "unknown partial '" + word + "'", "use 'never' or 'max_2_minor'");
    }
    return number;
  }

  Result<Assessable> assessable(const yaml::Node& node) const {
    const std::string word = TRY(m_reader.text(node));
    for (std::size_t i = 0; i < k_assessable.size(); ++i) {
      if (word == k_assessable[i]) return static_cast<Assessable>(i);
    }
    return m_reader.failed(node, "unknown assessable '" + word + "'",
                           nearest_of(word, {k_assessable.begin(), k_assessable.end()}));
  }

  static std::vector<int> default_cwe(const Control& control) {
    std::set<int> numbers;
    std::vector<CheckType> checks = control.also;
    checks.push_back(control.check_type);
    for (const CheckType type : checks) {
      for (const auto name : default_families(type)) {
        const auto family = cwe_family(name);
        numbers.insert(family.begin(), family.end());
      }
    }
    return {numbers.begin(), numbers.end()};
  }

  yaml::Reader m_reader;
};

}  // namespace

std::string_view to_text(Assessable assessable) { return k_assessable.at(static_cast<std::size_t>(assessable)); }

const Control* Framework::find(std::string_view control_id) const {
  const auto place =
      std::find_if(controls.begin(), controls.end(), [&](const Control& control) { return control.id == control_id; });
  return place == controls.end() ? nullptr : &*place;
}

Result<Framework> parse_framework(std::string_view text, const std::string& name) {
  if (text.size() > k_framework_bytes_max) {
    return fail(ErrorKind::usage, "reading the framework", name, "the file is larger than 1 MiB");
  }
  const yaml::Node root = TRY(yaml::parse(text, name));
  return FrameworkReader(name).framework(root);
}

Result<std::vector<Framework>> builtin_frameworks() {
  std::vector<Framework> frameworks;
  for (const EmbeddedFile& file : embedded::frameworks()) {
    const auto root = yaml::from_image(file.bytes);
    CODELAKE_CHECK(root.has_value());
    frameworks.push_back(TRY(FrameworkReader("frameworks/" + std::string(file.path)).framework(*root)));
  }
  std::sort(frameworks.begin(), frameworks.end(),
            [](const Framework& a, const Framework& b) { return a.key < b.key; });
  return frameworks;
}

}  // namespace codelake::compliance
