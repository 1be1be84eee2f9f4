// SPDX-License-Identifier: Apache-2.0
#include "core/suppression.h"

#include "core/check.h"
#include "core/line_index.h"
#include "core/multi_pattern.h"

#include <algorithm>
#include <array>
#include <cctype>
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

// What is looked for in every file: our own comment, then those of other secret scanners.
constexpr std::array<std::string_view, 6> k_markers = {k_marker,
                                                       "gitleaks:allow",
                                                       "pragma: allowlist secret",
                                                       "pragma: whitelist secret",
                                                       k_next_line,
                                                       "trufflehog:ignore"};

constexpr std::array<Dialect, 6> k_dialects = {{{"nosemgrep", FindingType::sast, true},
                                                {"nosec", FindingType::sast, false},
                                                {"NOSONAR", FindingType::sast, false},
                                                {"NOLINT", FindingType::sast, false},
                                                {"nolint:gosec", FindingType::sast, false},
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
    if (dialect.type != finding.type) continue;
    const std::string_view above = number > 1 ? lines.line(path, number - 1) : std::string_view{};
    const bool own_line = dialect_fits(dialect, finding, lines.line(path, number));
    const auto at = above.find(dialect.marker);
    const bool line_above = at != std::string_view::npos && stands_alone(above.substr(0, at)) &&
                            dialect_fits(dialect, finding, above);
    if (own_line || line_above) return "comment " + std::string(dialect.marker);
  }
  return {};
}

// Where a marker stands.
struct MarkerAt {
  std::size_t marker = 0;  // index in k_markers
  std::uint32_t line = 0;
  std::string_view before;  // on its line, as far as it matters
  std::string_view after;
};

constexpr std::size_t k_before_max = 400;  // bytes looked at before and after a marker: a line may have 50 MB
constexpr std::size_t k_after_max = 2'000;
constexpr std::size_t k_markers_max = 10'000;  // of one file; further ones hide nothing

std::vector<MarkerAt> markers_in(const SourceFile& file) {
  static const MultiPattern patterns = [] {
    std::vector<MultiPattern::Expression> expressions;
    for (std::uint32_t i = 0; i < k_markers.size(); ++i) expressions.push_back({std::string(k_markers[i]), i});
    auto compiled = MultiPattern::compile(expressions);
    CODELAKE_CHECK(compiled);
    return std::move(*compiled);
  }();
  const std::string_view text = file.text();
  std::vector<MarkerAt> found;
  Position at;
  patterns.scan(text, [&](std::uint32_t id, std::size_t end) {
    if (found.size() == k_markers_max) return;
    const std::size_t begin = end - k_markers[id].size();
    at = file.lines().position_after(begin < at.offset ? Position{} : at, begin);
    const std::size_t nearest = begin - std::min(begin, k_before_max);
    std::string_view before = text.substr(nearest, begin - nearest);
    before.remove_prefix(before.find_last_of("\r\n") + 1);
    std::string_view after = text.substr(end, k_after_max);
    after = after.substr(0, after.find_first_of("\r\n"));
    found.push_back({id, at.line, before, after});
  });
  return found;
}

// Text for people, where a marker is more likely spoken of than meant.
bool is_prose(const SourceFile& file) {
  const std::string_view language = file.language();
  return language.empty() || language == "markdown" || language == "text";
}

// A sign of a comment stands before, and outside a quoted text.
bool is_in_comment(std::string_view before) {
  constexpr std::array<std::string_view, 8> signs = {"#", "//", "/*", "--", ";", "%", "*", "<!--"};
  for (const char quote : {'"', '`'}) {
    if (std::count(before.begin(), before.end(), quote) % 2 == 1) return false;
  }
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return before.find(sign) != std::string_view::npos; });
}

std::string comment_reason(std::string_view marker) { return "comment " + std::string(marker); }

std::optional<InlineSuppression> foreign_suppression(const SourceFile& file, const MarkerAt& at) {
  if (!at.before.empty() && is_word(at.before.back())) return std::nullopt;
  if (!at.after.empty() && is_word(at.after.front())) return std::nullopt;
  const std::string_view marker = k_markers[at.marker];
  const bool next_line = marker == k_next_line || stands_alone(at.before);
  InlineSuppression suppression;
  suppression.path = file.path();
  suppression.line = at.line;
  suppression.target_line = next_line ? at.line + 1 : at.line;
  suppression.rules = {"secrets.*"};
  suppression.reason = comment_reason(marker);
  suppression.foreign = true;
  suppression.certain = !is_prose(file) && is_in_comment(at.before);
  return suppression;
}

std::optional<InlineSuppression> own_suppression(const SourceFile& file, const MarkerAt& at,
                                                 std::vector<Notice>& notices) {
  const auto dashes = at.after.find("--");
  InlineSuppression suppression;
  suppression.path = file.path();
  suppression.line = at.line;
  suppression.target_line = stands_alone(at.before) ? at.line + 1 : at.line;
  suppression.rules = rule_words(trimmed(at.after.substr(0, dashes)));
  if (dashes != std::string_view::npos) suppression.reason = without_comment_end(at.after.substr(dashes + 2));
  if (!suppression.rules.empty() && !suppression.reason.empty()) return suppression;
  notices.push_back({NoticeKind::suppression, "", file.path(),
                     "line " + std::to_string(at.line) + ": not honoured: write 'codelake:ignore RULE -- reason'"});
  return std::nullopt;
}

using SuppressionsByPlace = std::map<std::pair<std::string_view, std::uint32_t>, std::vector<InlineSuppression*>>;

// The reason of the comment that holds for the finding at this place; empty when none does.
std::string reason_at(const Finding& finding, const SuppressionsByPlace& by_place, const std::string& path,
                      std::uint32_t line) {
  std::string reason;
  const auto place = by_place.find({path, line});
  if (place == by_place.end()) return reason;
  for (InlineSuppression* suppression : place->second) {
    const bool fits = suppression->foreign ? finding.type == FindingType::secrets
                                           : rule_fits(suppression->rules, finding.rule_id);
    if (!fits) continue;
    suppression->used = true;
    reason = suppression->reason;
  }
  return reason;
}

// `reasons` are those of the places in the work tree, which stand before those in the history.
void put_unmarked_first(Finding& finding, const std::vector<std::string>& reasons) {
  std::vector<SecretPlace>& places = finding.secret->places;
  std::vector<SecretPlace> open;
  std::vector<SecretPlace> marked;
  for (std::size_t i = 0; i < reasons.size(); ++i) (reasons[i].empty() ? open : marked).push_back(places[i]);
  std::move(marked.begin(), marked.end(), std::move(open.begin(), open.end(), places.begin()));
  finding.path = places.front().path;
  finding.range = places.front().range;
  finding.snippet.clear();  // it shows the marked place
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
  if (file.traits().binary) return found;
  for (const MarkerAt& at : markers_in(file)) {
    if (at.marker == 0 && is_prose(file)) continue;
    auto suppression = at.marker == 0 ? own_suppression(file, at, notices) : foreign_suppression(file, at);
    if (suppression) found.push_back(std::move(*suppression));
  }
  return found;
}

void apply_inline(std::vector<Finding>& findings, std::vector<InlineSuppression>& suppressions,
                  const TextReader& reader) {
  SuppressionsByPlace by_place;
  for (auto& suppression : suppressions) {
    by_place[{suppression.path, suppression.target_line}].push_back(&suppression);
    const bool own_line_too = suppression.foreign && suppression.reason != comment_reason(k_next_line);
    if (own_line_too && suppression.line != suppression.target_line) {
      by_place[{suppression.path, suppression.line}].push_back(&suppression);
    }
  }
  Lines lines(reader);
  for (Finding& finding : findings) {
    std::vector<std::string> reasons;
    each_place(finding, [&](const std::string& path, std::uint32_t line) {
      std::string here = reason_at(finding, by_place, path, line);
      if (here.empty()) here = foreign_reason(finding, lines, path, line);
      reasons.push_back(std::move(here));
    });
    if (reasons.empty()) continue;
    if (std::none_of(reasons.begin(), reasons.end(), [](const std::string& reason) { return reason.empty(); })) {
      finding.suppression = Suppression{Suppression::Kind::in_source, reasons.front()};
    } else if (!reasons.front().empty()) {
      put_unmarked_first(finding, reasons);
    }
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
    if (suppression.used || !suppression.certain || !known) continue;
    notices.push_back({NoticeKind::suppression, "", suppression.path,
                       "line " + std::to_string(suppression.line) + ": this comment suppresses nothing"});
  }
}

}  // namespace codelake
