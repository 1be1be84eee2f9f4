// SPDX-License-Identifier: Apache-2.0
// A rule that is not the same any more is a rule that is gone and another one that is new, so three cases are enough:
// what earlier scans found by rules that are still there holds; files in which a rule that is gone matched anything are
// looked at again; and in all others only the new rules are looked for. Example: of 600 rules one is widened. A file in
// which neither its old nor its new form matches has the same secrets as before, whatever the other rules say of it.
#include "scanners/secrets/rule_table.h"

#include "core/hash.h"
#include "core/record.h"
#include "core/version.h"
#include "scanners/secrets/keystore.h"
#include "scanners/secrets/rule/rule_pack.h"

#include <algorithm>

namespace codelake::secrets {

namespace {

// More than these take as long to prepare as a small checkout takes to scan.
constexpr std::size_t k_added_max = 100;

std::uint64_t digest_of(const Rule& rule) {
  RecordWriter writer;
  writer.text(pack(rule));
  writer.number(rule.secret_group);  // only rules of other formats have one, and those are never packed
  return fast_hash(writer.bytes);
}

}  // namespace

RuleTable::RuleTable(const Inspection& inspection) : m_inspection(inspection) {
  const auto add = [&](const std::vector<Rule>& rules) {
    for (const Rule& rule : rules) {
      m_numbers.emplace(&rule, m_rules.size());
      m_rules.push_back(&rule);
      m_digests.push_back(digest_of(rule));
    }
  };
  for (const Engine& engine : inspection.engines) add(engine.rules());
  add(inspection.file_rules);
  if (inspection.keystores) add(keystore_rules());
}

std::optional<RuleChange> compare_rules(std::span<const std::uint64_t> before, const RuleTable& now) {
  std::unordered_multimap<std::uint64_t, const Rule*> by_digest;
  for (std::size_t i = 0; i < now.rules().size(); ++i) by_digest.emplace(now.digests()[i], now.rules()[i]);
  RuleChange change;
  for (const std::uint64_t digest : before) {
    const auto same = by_digest.find(digest);
    change.kept.push_back(same == by_digest.end() ? nullptr : same->second);
    change.gone = change.gone || same == by_digest.end();
    if (same != by_digest.end()) by_digest.erase(same);
  }
  if (by_digest.empty()) return change;
  if (by_digest.size() > k_added_max) return std::nullopt;
  for (const auto& [digest, rule] : by_digest) change.added.push_back(rule);
  std::sort(change.added.begin(), change.added.end(),
            [&](const Rule* a, const Rule* b) { return now.number_of(a) < now.number_of(b); });
  std::size_t searched = 0;  // rules of the engines stand first
  for (const Engine& engine : now.inspection().engines) searched += engine.rules().size();
  if (now.number_of(change.added.back()) >= searched) return std::nullopt;
  std::vector<Rule> rules;
  for (const Rule* rule : change.added) rules.push_back(*rule);
  auto engine = Engine::build(std::move(rules));
  if (!engine) return std::nullopt;  // two of different engines may have one id
  change.fresh = std::make_unique<Inspection>();
  change.fresh->engines.push_back(std::move(*engine));
  change.fresh->fingerprint_key = now.inspection().fingerprint_key;
  change.fresh->limits = now.inspection().limits;
  return change;
}

std::string settings_key(const Inspection& inspection) {
  RecordWriter writer;
  writer.text(k_version);
  writer.text(inspection.fingerprint_key);
  writer.text(inspection.settings);
  writer.number(inspection.limits.file_bytes_max);
  writer.number(inspection.limits.findings_per_rule_and_file_max);
  writer.number(inspection.limits.snippet_bytes_max);
  writer.number(inspection.keystores ? 1 : 0);
  return sha256_hex(writer.bytes);
}

}  // namespace codelake::secrets
