// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/findings.h"

#include "core/fingerprint.h"
#include "core/limits.h"
#include "scanners/sast/autofix.h"
#include "scanners/sast/interpolation.h"
#include "scanners/sast/reviewed.h"

#include <algorithm>

namespace codelake::sast {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

// The name of a function or class, or of the variable an anonymous function is kept in.
std::string_view name_of(const syntax::Tree& tree, NodeId id) {
  NodeId name = tree.child(id, Role::name);
  if (name == 0 && tree[tree[id].parent].kind == Kind::variable_declaration)
    name = tree.child(tree[id].parent, Role::name);
  return name == 0 ? std::string_view{} : tree.text(name);
}

}  // namespace

std::string lines_of(const LineIndex& index, const Range& range) {
  std::string lines;
  const std::size_t bytes_max = Limits{}.snippet_bytes_max;
  for (std::uint32_t number = range.start.line; number <= range.end.line && lines.size() < bytes_max;
       ++number) {
    if (number > range.start.line) lines += '\n';
    lines += index.line(number);
  }
  if (lines.size() <= bytes_max) return lines;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(lines[end]) & 0xC0U) == 0x80U) --end;
  return lines.substr(0, end);
}

void lower(Finding& finding) {
  finding.severity = std::min(finding.severity, Severity::medium);
  if (finding.confidence != Confidence::low)
    finding.confidence = finding.confidence == Confidence::high ? Confidence::medium : Confidence::low;
}

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

Finding make_finding(const Rule& rule, const Match& match, const FoundIn& in) {
  Finding finding;
  finding.rule_id = rule.info.id;
  finding.type = FindingType::sast;
  finding.severity = rule.info.severity;
  finding.confidence = rule.info.confidence;
  finding.range = in.lines.range(match.begin, match.end);
  if (in.in_tests || in.behind_option || is_marked_reviewed(in.lines, finding.range)) lower(finding);
  finding.message = interpolated(rule.info.message, rule, match, in.text);
  finding.cwe = rule.info.cwe;
  finding.path = in.path;
  finding.snippet = lines_of(in.lines, finding.range);
  finding.replacement = replacement_of(rule, match, in.text);
  finding.fix = finding.replacement ? *finding.replacement : rule.fix_hint;
  finding.identity = normalised(in.text.substr(match.begin, match.end - match.begin));
  finding.symbol = in.symbol;
  return finding;
}

}  // namespace codelake::sast
