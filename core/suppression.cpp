// SPDX-License-Identifier: Apache-2.0
#include "core/suppression.h"

#include "core/line_index.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <map>

namespace codelake {

namespace {

constexpr std::string_view k_marker = "codelake:ignore";

// A comment of another tool, and the kind of finding it may hide.
struct Dialect {
  std::string_view marker;
  FindingType type;
  bool names_rules;  // ": rule, rule" may follow and then only these are meant
};

// The one comment that speaks of the next line and of no other.
constexpr std::string_view k_next_line = "pragma: allowlist nextline secret";

constexpr std::array<Dialect, 11> k_dialects = {{{"nosemgrep", FindingType::sast, true},
                                                {"nosec", FindingType::sast, false},
                                                {"NOSONAR", FindingType::sast, false},
                                                {"NOLINT", FindingType::sast, false},
                                                {"nolint:gosec", FindingType::sast, false},
                                                {"gitleaks:allow", FindingType::secrets, false},
                                                {"pragma: allowlist secret", FindingType::secrets, false},
                                                {"pragma: whitelist secret", FindingType::secrets, false},
                                                {k_next_line, FindingType::secrets, false},
                                                {"trufflehog:ignore", FindingType::secrets, false},
                                                {"nosemgrep", FindingType::secrets, true}}};

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Words up to the first character no rule id has; separated by commas or spaces.
std::vector<std::string> rule_words(std::string_view text) {
  std::vector<std::string> rules;
  std::string word;
  for (const char c : text) {
    const bool in_id = is_word(c) || c == '.' || c == '-' || c == '*' || c == '/';
    if (in_id) {
      word += c;
      continue;
    }
    if (!word.empty()) rules.push_back(std::exchange(word, {}));
    if (c != ',' && c != ' ' && c != '\t') break;
  }
  if (!word.empty()) rules.push_back(word);
  return rules;
}

// Nothing but comment signs stands before the marker.
bool stands_alone(std::string_view before) {
  return std::none_of(before.begin(), before.end(), [](char c) { return is_word(c) || c == '"' || c == '\''; });
}

std::string_view without_comment_end(std::string_view text) {
  for (const std::string_view end : {"*/", "-->", "#}", "}}"}) {
    if (const auto at = text.find(end); at != std::string_view::npos && at > 0) text = text.substr(0, at);
  }
  return trimmed(text);
}

bool rule_fits(const std::vector<std::string>& rules, const std::string& id) {
  return std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) { return fits_wildcard(rule, id); });
}

// Calls `mark` with every place of a finding: (path, line).
template <class Visit>
void each_place(const Finding& finding, Visit visit) {
  if (!finding.secret || finding.secret->places.empty()) {
    visit(finding.path, finding.range.start.line);
    return;
  }
  for (const SecretPlace& place : finding.secret->places) {
    if (place.commit.empty()) visit(place.path, place.range.start.line);
  }
}

bool dialect_fits(const Dialect& dialect, const Finding& finding, std::string_view line) {
  if (dialect.type != finding.type) return false;
  const auto at = line.find(dialect.marker);
  if (at == std::string_view::npos) return false;
  if (at > 0 && is_word(line[at - 1])) return false;
  std::string_view rest = line.substr(at + dialect.marker.size());
  if (!rest.empty() && is_word(rest[0])) return false;
  if (!dialect.names_rules || !trimmed(rest).starts_with(":")) return true;
  const auto rules = rule_words(trimmed(trimmed(rest).substr(1)));
  // Their ids carry folders in front; the last part is the rule's own name.
  return rules.empty() || std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) {
           return rule == finding.rule_id || finding.rule_id.ends_with("." + rule) || rule.ends_with("." + finding.rule_id);
         });
}

// The lines of files that hold findings, each file read once.
class Lines {
 public:
  explicit Lines(const TextReader& reader) : m_reader(reader) {}

  std::string_view line(const std::string& path, std::uint32_t number) {
    auto place = m_files.find(path);
    if (place == m_files.end()) {
      place = m_files.emplace(path, std::make_unique<File>(m_reader(path).value_or(""))).first;
    }
    return place->second->index.line(number);
  }

 private:
  struct File {
    explicit File(std::string content) : text(std::move(content)), index(text) {}
    std::string text;
    LineIndex index;
  };
  const TextReader& m_reader;
  std::map<std::string, std::unique_ptr<File>> m_files;
};

// The reason by which a comment of another tool hides the finding at this place; empty when none does.
std::string foreign_reason(const Finding& finding, Lines& lines, const std::string& path, std::uint32_t number) {
  for (const Dialect& dialect : k_dialects) {
    const std::string_view above = number > 1 ? lines.line(path, number - 1) : std::string_view{};
    const bool next_line = dialect.marker == k_next_line;
    const bool own_line = !next_line && dialect_fits(dialect, finding, lines.line(path, number));
    const auto at = above.find(dialect.marker);
    const bool line_above = at != std::string_view::npos && (next_line || stands_alone(above.substr(0, at))) &&
                            dialect_fits(dialect, finding, above);
    if (own_line || line_above) return "comment " + std::string(dialect.marker);
  }
  return {};
}

bool package_fits(const std::string& wanted, const Finding& finding) {
  if (!finding.package) return false;
  return wanted == finding.package->name || wanted == finding.package->name + "@" + finding.package->version;
}

bool entry_fits(const SuppressionRule& entry, const Finding& finding) {
  if (!entry.rule.empty() && !fits_wildcard(entry.rule, finding.rule_id)) return false;
  if (!entry.fingerprint.empty() && entry.fingerprint != finding.fingerprint) return false;
  if (!entry.package.empty() && !package_fits(entry.package, finding)) return false;
  if (!entry.path) return true;
  bool all = true;
  each_place(finding, [&](const std::string& path, std::uint32_t) { all = all && entry.path->matches(path); });
  return all;
}

}  // namespace

std::vector<InlineSuppression> inline_suppressions(const SourceFile& file, std::vector<Notice>& notices) {
  std::vector<InlineSuppression> found;
  const std::string_view text = file.text();
  const std::string_view language = file.language();
  if (language.empty() || language == "markdown" || language == "text" || file.traits().binary) return found;
  const char* from = text.data();
  const char* const end = text.data() + text.size();
  while (from != nullptr && from < end) {
    from = static_cast<const char*>(
        ::memmem(from, static_cast<std::size_t>(end - from), k_marker.data(), k_marker.size()));
    if (from == nullptr) break;
    const Position at = file.lines().position(static_cast<std::size_t>(from - text.data()));
    from += k_marker.size();
    const std::string_view line = file.lines().line(at.line);
    const auto marker = line.find(k_marker);
    if (marker == std::string_view::npos) continue;
    const std::string_view rest = line.substr(marker + k_marker.size());
    const auto dashes = rest.find("--");
    InlineSuppression suppression;
    suppression.path = file.path();
    suppression.line = at.line;
    suppression.target_line = stands_alone(line.substr(0, marker)) ? at.line + 1 : at.line;
    suppression.rules = rule_words(trimmed(rest.substr(0, dashes)));
    if (dashes != std::string_view::npos) suppression.reason = without_comment_end(rest.substr(dashes + 2));
    if (suppression.rules.empty() || suppression.reason.empty()) {
      notices.push_back({NoticeKind::suppression, "", file.path(),
                         "line " + std::to_string(at.line) +
                             ": not honoured: write 'codelake:ignore RULE -- reason'"});
      continue;
    }
    found.push_back(std::move(suppression));
  }
  return found;
}

void apply_inline(std::vector<Finding>& findings, std::vector<InlineSuppression>& suppressions,
                  const TextReader& reader) {
  std::map<std::pair<std::string_view, std::uint32_t>, std::vector<InlineSuppression*>> by_place;
  for (auto& suppression : suppressions) by_place[{suppression.path, suppression.target_line}].push_back(&suppression);
  Lines lines(reader);
  for (Finding& finding : findings) {
    bool all = true;
    std::string reason;
    each_place(finding, [&](const std::string& path, std::uint32_t line) {
      std::string here;
      if (const auto place = by_place.find({path, line}); place != by_place.end()) {
        for (InlineSuppression* suppression : place->second) {
          if (!rule_fits(suppression->rules, finding.rule_id)) continue;
          suppression->used = true;
          here = suppression->reason;
        }
      }
      if (here.empty()) here = foreign_reason(finding, lines, path, line);
      all = all && !here.empty();
      if (reason.empty()) reason = here;
    });
    if (all && !reason.empty()) finding.suppression = Suppression{Suppression::Kind::in_source, reason};
  }
}

void apply_configured(std::vector<Finding>& findings, const Config& config, std::string_view today,
                      std::vector<Notice>& notices) {
  for (const SuppressionRule& entry : config.suppress) {
    const std::string place = "line " + std::to_string(entry.line) + ": ";
    const std::string file = config.path.substr(config.path.rfind('/') + 1);
    if (!entry.expires.empty() && entry.expires < today) {
      notices.push_back({NoticeKind::suppression, "", file,
                         place + "this suppression expired on " + entry.expires + " and is not honoured"});
      continue;
    }
    bool used = false;
    for (Finding& finding : findings) {
      if (!entry_fits(entry, finding)) continue;
      used = true;
      if (!finding.suppression) finding.suppression = Suppression{Suppression::Kind::configuration, entry.reason};
    }
    if (!used) notices.push_back({NoticeKind::suppression, "", file, place + "this suppression fits no finding"});
  }
}

void note_unused(const std::vector<InlineSuppression>& suppressions, const std::vector<std::string>& known_rules,
                 std::vector<Notice>& notices) {
  for (const auto& suppression : suppressions) {
    const bool known = std::any_of(known_rules.begin(), known_rules.end(),
                                   [&](const std::string& id) { return rule_fits(suppression.rules, id); });
    if (suppression.used || !known) continue;
    notices.push_back({NoticeKind::suppression, "", suppression.path,
                       "line " + std::to_string(suppression.line) + ": this comment suppresses nothing"});
  }
}

}  // namespace codelake
