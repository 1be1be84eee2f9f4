// SPDX-License-Identifier: Apache-2.0
// A secret is its value, not a line: rotating it once repairs every place. So the sightings of one value,
// known by its keyed hash, become one finding that lists the places, and the fingerprint (rule and keyed
// hash) outlives a move, a rename or a rebase. Example: a key in app.py:3 and in .env:1, whose provider is
// only told by app.py, is one finding of the provider's rule that stands at .env:1 and lists app.py:3.
#include "scanners/secrets/places.h"

#include <algorithm>
#include <tuple>

namespace codelake::secrets {

namespace {

Severity lowered(Severity severity) {
  return severity == Severity::info ? severity : static_cast<Severity>(static_cast<int>(severity) - 1);
}

std::string message_of(const FoundSecret& secret) {
  switch (secret.verification) {
    case Verification::verified:
      return secret.rule->message + " Its checksum or structure is right.";
    case Verification::failed:
      return secret.rule->message + " Its checksum or structure is wrong: it may be a sample.";
    case Verification::plausible:
      break;
  }
  return secret.reasons.empty() ? secret.rule->message
                                : secret.rule->message + " Why: " + secret.reasons + ".";
}

auto place_key(const SecretPlace& place) {
  return std::tuple(!place.commit.empty(), std::string_view(place.path), place.range.start.offset,
                    place.range.end.offset, std::string_view(place.commit));
}

// Less knows more.
bool knows_more(const FoundSecret* a, const FoundSecret* b) {
  const auto key = [](const FoundSecret& secret) {
    return std::tuple(secret.rule->generic(), secret.verification, std::string_view(secret.rule->id));
  };
  return key(*a) < key(*b);
}

bool stands_first(const FoundSecret* a, const FoundSecret* b) {
  return place_order(a->places.front(), b->places.front());
}

std::vector<SecretPlace> places_of(const std::vector<const FoundSecret*>& sightings) {
  std::vector<SecretPlace> places;
  for (const FoundSecret* sighting : sightings) {
    places.insert(places.end(), sighting->places.begin(), sighting->places.end());
  }
  std::sort(places.begin(), places.end(), place_order);
  const auto same = [](const SecretPlace& a, const SecretPlace& b) { return place_key(a) == place_key(b); };
  places.erase(std::unique(places.begin(), places.end(), same), places.end());
  return places;
}

std::optional<bool> in_head(const std::vector<const FoundSecret*>& sightings) {
  std::optional<bool> stands;
  for (const FoundSecret* sighting : sightings) {
    if (sighting->in_head) stands = stands.value_or(false) || *sighting->in_head;
  }
  return stands;
}

Finding finding_of(const std::vector<const FoundSecret*>& sightings) {
  const FoundSecret& best = **std::min_element(sightings.begin(), sightings.end(), knows_more);
  const FoundSecret& first = **std::min_element(sightings.begin(), sightings.end(), stands_first);
  Finding finding;
  finding.rule_id = best.rule->id;
  finding.type = FindingType::secrets;
  const bool failed = best.verification == Verification::failed;
  finding.severity = failed ? lowered(best.rule->severity) : best.rule->severity;
  for (const FoundSecret* sighting : sightings) {
    finding.confidence = sighting == sightings.front() ? sighting->confidence
                                                       : std::max(finding.confidence, sighting->confidence);
  }
  finding.message = message_of(best);
  finding.cwe = best.rule->cwe;
  finding.snippet = first.snippet;
  finding.fix = best.rule->help;
  finding.identity = best.identity;
  finding.secret = SecretDetail{best.rule->provider, first.redacted, best.verification, places_of(sightings), in_head(sightings)};
  finding.path = finding.secret->places.front().path;
  finding.range = finding.secret->places.front().range;
  return finding;
}

}  // namespace

bool place_order(const SecretPlace& a, const SecretPlace& b) {
  return place_key(a) < place_key(b);
}

void SecretPlaces::add(const FoundSecret& secret) {
  const auto [known, fresh] = m_by_identity.try_emplace(secret.identity, m_sightings.size());
  if (fresh) m_sightings.emplace_back();
  m_sightings[known->second].push_back(&secret);
}

std::vector<Finding> SecretPlaces::findings() const {
  std::vector<Finding> findings;
  for (const auto& sightings : m_sightings) findings.push_back(finding_of(sightings));
  std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    const SecretPlace& left = a.secret->places.front();
    const SecretPlace& right = b.secret->places.front();
    if (place_key(left) != place_key(right)) return place_order(left, right);
    return std::tie(a.rule_id, a.identity) < std::tie(b.rule_id, b.identity);
  });
  return findings;
}

}  // namespace codelake::secrets
