// SPDX-License-Identifier: Apache-2.0
#include "core/outgoing.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace codelake {

namespace {

constexpr std::size_t k_addresses_at_once = 256;
constexpr std::size_t k_findings_at_once = 256;

// Where the user part of an address ends, from `begin` on: at '@' or "%40"; npos when there is none.
std::pair<std::size_t, std::size_t> end_of_user(std::string_view address, std::size_t begin) {
  for (std::size_t at = begin; at < address.size(); ++at) {
    if (address[at] == '@') return {at, 1};
    if (address.substr(at, 3) == "%40") return {at, 3};
    if (std::string_view("/?# \t\n\"'").find(address[at]) != std::string_view::npos) break;
    if (address.substr(at, 3) == "%2F" || address.substr(at, 3) == "%2f") break;
  }
  return {std::string_view::npos, 0};
}

// The findings of advisories in one file that `findings` begin with; at least one finding of any kind.
std::span<Finding> first_run(std::span<Finding> findings) {
  const Finding& first = findings.front();
  const auto alike = [&](const Finding& finding) {
    return finding.type == FindingType::sca && finding.trace.empty() && finding.path == first.path;
  };
  const auto most = findings.subspan(0, std::min(findings.size(), k_findings_at_once));
  const auto end = std::find_if_not(most.begin(), most.end(), alike);
  return findings.subspan(0, std::max<std::size_t>(1, static_cast<std::size_t>(end - most.begin())));
}

bool is_only_a_name(std::string_view user, std::string_view before) {
  const bool password = user.find(':') != std::string_view::npos ||
                        user.find("%3A") != std::string_view::npos ||
                        user.find("%3a") != std::string_view::npos;
  return !password && (user == "git" || before.ends_with("ssh"));
}

}  // namespace

std::string without_credentials(std::string address) {
  constexpr std::string_view plain = "://";
  constexpr std::string_view encoded = "%3A%2F%2F";
  for (const std::string_view joint : {plain, encoded}) {
    for (auto at = address.find(joint); at != std::string::npos; at = address.find(joint, at + 1)) {
      const std::size_t begin = at + joint.size();
      const auto [end, size] = end_of_user(address, begin);
      if (end == std::string::npos) continue;
      const std::string_view all = address;
      if (!is_only_a_name(all.substr(begin, end - begin), all.substr(0, at)))
        address.erase(begin, end + size - begin);
    }
  }
  return address;
}

Outgoing::Outgoing(Mask mask, const std::vector<Finding>& findings) : m_mask(std::move(mask)) {
  for (const Finding& finding : findings) {
    if (!finding.secret) continue;
    for (const SecretPlace& place : finding.secret->places) {
      if (place.commit.empty())
        m_lines[place.path].emplace_back(place.range.start.line, place.range.end.line);
    }
  }
}

std::string Outgoing::known(const std::string& text) {
  const auto [entry, fresh] = m_known.try_emplace(text);
  if (fresh) entry->second = m_mask(text, "");
  return entry->second;
}

bool Outgoing::quotes_secret(const std::string& path, const Range& range) const {
  const auto lines = m_lines.find(path);
  return lines != m_lines.end() &&
         std::any_of(lines->second.begin(), lines->second.end(), [&](const auto& secret) {
           return secret.first <= range.end.line && secret.second >= range.start.line;
         });
}

// A secret may stand on these lines that they do not show: what they do show cannot be told from it then.
std::string Outgoing::shown(std::string snippet, const std::string& path, const Range& range) {
  std::string masked = m_mask(snippet, path);
  return masked == snippet && quotes_secret(path, range) ? std::string() : masked;
}

// Hundreds of them may stand in one lockfile, and hardly ever one with anything to mask: to look at many lines once is
// less than to look many times.
void Outgoing::apply(std::vector<Finding>& findings) {
  for (std::span<Finding> rest = findings; !rest.empty();) {
    const std::span<Finding> run = first_run(rest);
    const bool plain = run.size() > 1 && all_plain(run);
    for (Finding& finding : run) apply(finding, plain);
    rest = rest.subspan(run.size());
  }
}

bool Outgoing::all_plain(std::span<const Finding> findings) const {
  std::string lines;
  std::string fixes;
  for (const Finding& finding : findings) {
    (((lines += finding.snippet) += '\n') += finding.message) += '\n';
    (fixes += finding.fix) += '\n';
  }
  return m_mask(lines, findings.front().path) == lines && m_mask(fixes, "") == fixes;
}

void Outgoing::apply(Finding& finding, bool plain) {
  if (!finding.secret) {
    if (!plain) {
      finding.message = m_mask(std::move(finding.message), finding.path);
      finding.fix = known(finding.fix);
      finding.snippet = shown(std::move(finding.snippet), finding.path, finding.range);
    } else if (quotes_secret(finding.path, finding.range)) {
      finding.snippet.clear();
    }
  }
  for (TraceStep& step : finding.trace) {
    step.message = m_mask(std::move(step.message), step.path);
    step.snippet = shown(std::move(step.snippet), step.path, {step.range.start, step.range.start});
    step.path = known(step.path);
  }
  if (finding.package) {
    finding.package->purl = without_credentials(std::move(finding.package->purl));
    for (std::string& place : finding.package->imported_at) place = known(place);
  }
  if (finding.secret) {
    for (SecretPlace& place : finding.secret->places) place.path = known(place.path);
  }
  finding.path = known(finding.path);
}

void Outgoing::apply(std::vector<Package>& packages) {
  std::vector<std::string*> addresses;
  for (Package& package : packages) {
    for (std::string* address : {&package.origin, &package.purl, &package.version, &package.requirement}) {
      if (address->find("//") == std::string::npos && address->find("%2F%2F") == std::string::npos) continue;
      *address = without_credentials(std::move(*address));
      addresses.push_back(address);
      if (addresses.size() == k_addresses_at_once) mask_all(std::exchange(addresses, {}));
    }
    package.path = known(package.path);
  }
  mask_all(addresses);
}

// Most often there is nothing to mask, and to look at many lines once is less than to look many times.
void Outgoing::mask_all(const std::vector<std::string*>& texts) {
  std::string lines;
  for (const std::string* text : texts) lines += *text + "\n";
  if (m_mask(lines, "") == lines) return;
  for (std::string* text : texts) *text = m_mask(std::move(*text), "");
}

void Outgoing::apply(Notice& notice) {
  notice.message = m_mask(std::move(notice.message), "");
  notice.path = known(notice.path);
}

}  // namespace codelake
