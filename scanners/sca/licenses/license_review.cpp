// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/licenses/license_review.h"

#include "core/file_type.h"

#include <algorithm>
#include <array>

namespace codelake::sca {

namespace {

// A verdict that is reported, as its rule says it.
struct Rule {
  LicenseVerdict verdict;
  std::string_view id;
  Severity severity;
  std::string_view title;
  std::string_view says;  // "<what> is under <licence>, " and this
  std::string_view help;
};

constexpr auto k_rules = std::to_array<Rule>(
    {{LicenseVerdict::denied, "license.denied", Severity::high, "A licence that the policy denies",
      "which the policy denies",
      "`licenses.deny` in codelake.yaml names this licence. Take a package under another licence, or, where an agreement "
      "allows this one, suppress the finding with that reason."},
     {LicenseVerdict::review, "license.review", Severity::medium, "A licence that is to be reviewed",
      "which the policy wants reviewed",
      "`licenses.review` in codelake.yaml names this licence. Have it looked at; then suppress the finding with the outcome "
      "as its reason, or move the licence to another list."},
     {LicenseVerdict::unlisted, "license.unlisted", Severity::medium, "A licence on no list of the policy",
      "which is on no list of the policy",
      "`licenses.allow` in codelake.yaml lists what is allowed, and no list holds this licence. Add it to one."}});

const Rule* rule_of(LicenseVerdict verdict) {
  const auto found = std::find_if(k_rules.begin(), k_rules.end(), [&](const Rule& rule) { return rule.verdict == verdict; });
  return found == k_rules.end() ? nullptr : &*found;
}

Finding finding_of(const Rule& rule, const std::string& what, const std::string& license) {
  Finding finding;
  finding.rule_id = rule.id;
  finding.type = FindingType::license;
  finding.severity = rule.severity;
  finding.confidence = Confidence::high;
  finding.message = what + " is under " + license + ", " + std::string(rule.says);
  return finding;
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

// What stands below the last folder of copies: "a/node_modules/@s/x" → "@s/x", "vendor/example.com/y" → "example.com/y".
std::string_view copied_name(std::string_view folder) {
  std::string_view name;
  std::size_t start = 0;
  for (auto slash = folder.find('/'); slash != std::string_view::npos; slash = folder.find('/', start)) {
    const bool holds_copies = is_vendored_path(folder.substr(start, slash + 1 - start));
    start = slash + 1;
    if (holds_copies) name = folder.substr(start);
  }
  return name;
}

bool of_others(const Package& package) {
  return package.source != PackageSource::workspace && package.source != PackageSource::path;
}

}  // namespace

void LicenseReview::add(const LicenseInTree& found) {
  if (found.text && (found.license || found.must_hold)) {
    m_counts.files += 1;
    m_counts.files_unknown += found.license ? 0 : 1;
  }
  if (!found.license) return;
  const std::string_view copy = found.vendored && found.text ? copied_name(folder_of(found.path)) : std::string_view{};
  if (!copy.empty()) m_copies[std::string(copy)].insert(found.license->text());
  m_tree.push_back({found, std::string(copy)});
}

std::string LicenseReview::license_of_copy(const Package& package) {
  auto found = m_copies.find(package.name);
  if (found == m_copies.end()) found = m_copies.find(package.name + "-" + package.version);
  if (found == m_copies.end()) return {};
  m_claimed.insert(found->first);
  std::string all;
  for (const std::string& license : found->second) {
    const bool brackets = found->second.size() > 1 && license.find(" OR ") != std::string::npos;
    all += (all.empty() ? "" : " AND ") + (brackets ? "(" + license + ")" : license);
  }
  return all;
}

const std::optional<LicenseExpression>& LicenseReview::parsed(const std::string& declared) {
  const auto [place, added] = m_parsed.try_emplace(declared);
  if (added) place->second = parse_license(declared);
  return place->second;
}

std::optional<Finding> LicenseReview::look_at(const Package& package) {
  if (!of_others(package)) return std::nullopt;
  const std::optional<LicenseExpression>& license = parsed(package.license);
  std::string identity;
  identity.reserve(package.ecosystem.size() + package.name.size() + package.version.size() + 2);
  (((identity += package.ecosystem) += '/') += package.name) += '@';
  const bool first = m_seen.insert(identity += package.version).second;
  m_counts.packages += first ? 1 : 0;
  m_counts.packages_unknown += first && !license ? 1 : 0;
  const Rule* rule = license ? rule_of(judge(*license, m_policy)) : nullptr;
  if (rule == nullptr) return std::nullopt;
  const std::string name = package.name + (package.version.empty() ? "" : " " + package.version);
  Finding finding = finding_of(*rule, name, license->text());
  finding.path = package.path;
  finding.range = package.range;
  finding.identity = package.ecosystem + "/" + package.name;
  PackageDetail detail;
  detail.ecosystem = package.ecosystem;
  detail.name = package.name;
  detail.version = package.version;
  detail.purl = package.purl;
  detail.license = license->text();
  finding.package = std::move(detail);
  return finding;
}

std::vector<Finding> LicenseReview::of_tree() const {
  std::set<std::string> own;
  for (const auto& [found, copy] : m_tree) {
    if (found.text && found.path.find('/') == std::string::npos) own.insert(found.license->text());
  }
  std::vector<Finding> findings;
  for (const auto& [found, copy] : m_tree) {
    const std::string license = found.license->text();
    if (own.count(license) > 0 || m_claimed.count(copy) > 0) continue;
    const Rule* rule = rule_of(judge(*found.license, m_policy));
    if (rule == nullptr) continue;
    const std::string what = found.text ? "what stands in " + std::string(folder_of(found.path)) : found.path;
    Finding finding = finding_of(*rule, what, license);
    finding.path = found.path;
    finding.range.start = finding.range.end = {1, 1, 0};
    finding.identity = license;
    findings.push_back(std::move(finding));
  }
  return findings;
}

std::vector<RuleInfo> license_rules() {
  std::vector<RuleInfo> rules;
  for (const Rule& rule : k_rules) {
    RuleInfo info;
    info.id = rule.id;
    info.type = FindingType::license;
    info.severity = rule.severity;
    info.confidence = Confidence::high;
    info.title = rule.title;
    info.message = rule.title;
    info.help = rule.help;
    rules.push_back(std::move(info));
  }
  return rules;
}

}  // namespace codelake::sca
