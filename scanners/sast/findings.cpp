// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/findings.h"

#include "core/fingerprint.h"
#include "core/limits.h"

#include <algorithm>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr std::size_t k_value_bytes_max = 200;

bool is_name_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

// The name of a function or class, or of the variable an anonymous function is kept in.
std::string_view name_of(const syntax::Tree& tree, NodeId id) {
  NodeId name = tree.child(id, Role::name);
  if (name == 0 && tree[tree[id].parent].kind == Kind::variable_declaration)
    name = tree.child(tree[id].parent, Role::name);
  return name == 0 ? std::string_view{} : tree.text(name);
}

// "Class.method" around a range.
std::string enclosing_symbol(const FileView& view, const Match& match) {
  std::vector<NodeId> around;
  for (const Kind kind : {Kind::class_declaration, Kind::function, Kind::lambda}) {
    for (const Anchor& anchor : view.of_kind(kind)) {
      const syntax::Node& node = view.tree()[anchor.node];
      if (node.begin <= match.begin && match.end <= node.end) around.push_back(anchor.node);
    }
  }
  std::sort(around.begin(), around.end());
  std::string symbol;
  for (const NodeId id : around) {
    const std::string_view name = name_of(view.tree(), id);
    if (name.empty()) continue;
    if (!symbol.empty()) symbol += '.';
    symbol += name;
  }
  return symbol;
}

std::string snippet(const SourceFile& file, const Range& range) {
  std::string lines;
  const std::size_t bytes_max = Limits{}.snippet_bytes_max;
  for (std::uint32_t number = range.start.line; number <= range.end.line && lines.size() < bytes_max;
       ++number) {
    if (number > range.start.line) lines += '\n';
    lines += file.lines().line(number);
  }
  if (lines.size() <= bytes_max) return lines;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(lines[end]) & 0xC0U) == 0x80U) --end;
  return lines.substr(0, end);
}

}  // namespace

std::string interpolated(std::string_view text, const Rule& rule, const Match& match,
                         std::string_view source) {
  std::string result;
  while (!text.empty()) {
    const auto dollar = text.find('$');
    result += text.substr(0, dollar);
    if (dollar == std::string_view::npos) break;
    std::size_t end = dollar + 1;
    while (end < text.size() && is_name_character(text[end])) ++end;
    std::string_view name = text.substr(dollar, end - dollar);
    while (name.size() > 1 && name.back() == '.') name.remove_suffix(1);
    const std::size_t slot = rule.slot_of(name);
    const bool bound = slot < match.values.size() && match.values[slot].hash != 0;
    if (bound) {
      const Value& value = match.values[slot];
      result += source.substr(value.begin, std::min<std::size_t>(value.end - value.begin, k_value_bytes_max));
    } else {
      result += name;
    }
    text.remove_prefix(dollar + name.size());
  }
  return result;
}

Finding make_finding(const Rule& rule, const Match& match, const SourceFile& file, const FileView* view) {
  Finding finding;
  finding.rule_id = rule.info.id;
  finding.type = FindingType::sast;
  finding.severity = rule.info.severity;
  finding.confidence = rule.info.confidence;
  finding.message = interpolated(rule.info.message, rule, match, file.text());
  finding.cwe = rule.info.cwe;
  finding.path = file.path();
  finding.range = file.lines().range(match.begin, match.end);
  finding.snippet = snippet(file, finding.range);
  finding.fix = rule.fix.empty() ? rule.fix_hint : interpolated(rule.fix, rule, match, file.text());
  finding.identity = normalised(file.text().substr(match.begin, match.end - match.begin));
  if (view != nullptr) finding.symbol = enclosing_symbol(*view, match);
  return finding;
}

}  // namespace codelake::sast
