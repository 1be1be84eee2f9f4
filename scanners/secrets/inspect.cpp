// SPDX-License-Identifier: Apache-2.0
// One file, step by step: matches of all rules, in the text and in what is encoded in it → without noise →
// where two stand on the same bytes, the better one → one secret for each value, with all its places.
#include "scanners/secrets/inspect.h"

#include "core/hash.h"
#include "scanners/secrets/encoded.h"
#include "scanners/secrets/mask.h"
#include "scanners/secrets/noise.h"
#include "scanners/secrets/secret_file.h"
#include "scanners/secrets/verify.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace codelake::secrets {

namespace {

struct Sighting {
  const Rule* rule = nullptr;
  Hit hit;
  Span span;
  Verification verification = Verification::plausible;
  bool allowed = false;
  std::string reasons;  // only of what stands in a decoded text, which is gone when they are asked for
  std::string decoded;  // the value, when it does not stand in the text as such
  int depth = 0;        // how many times it is encoded
};

std::string_view trimmed(std::string_view text, Span& span) {
  constexpr std::string_view white = " \t\r\n";
  while (span.begin < span.end && white.find(text[span.begin]) != std::string_view::npos) ++span.begin;
  while (span.begin < span.end && white.find(text[span.end - 1]) != std::string_view::npos) --span.end;
  return text.substr(span.begin, span.end - span.begin);
}

// Less is better: a known provider before any secret, a right checksum before none before a wrong one, more
// bytes.
auto rank(const Sighting& sighting) {
  return std::tuple(sighting.rule->generic(), sighting.verification,
                    -static_cast<std::ptrdiff_t>(sighting.span.size()), std::string_view(sighting.rule->id));
}

// One encoded text may hold several secrets.
bool both_encoded(const Sighting& a, const Sighting& b) {
  return a.depth > 0 && a.depth == b.depth && a.span.begin == b.span.begin && a.span.end == b.span.end &&
         a.decoded != b.decoded;
}

// Of sightings on the same bytes only the best stays.
std::vector<Sighting> without_overlaps(std::vector<Sighting> sightings) {
  std::sort(sightings.begin(), sightings.end(), [](const Sighting& a, const Sighting& b) {
    return std::tuple(a.span.begin, rank(a)) < std::tuple(b.span.begin, rank(b));
  });
  std::vector<Sighting> kept;
  for (const Sighting& sighting : sightings) {
    if (kept.empty() || kept.back().span.end <= sighting.span.begin || both_encoded(kept.back(), sighting))
      kept.push_back(sighting);
    else if (rank(sighting) < rank(kept.back()))
      kept.back() = sighting;
  }
  return kept;
}

// Looks at a file, and at what is encoded in it, down to a depth: what is found there stands where the
// encoded text does.
class Look {
 public:
  Look(const Inspection& inspection, ScanContext& context, std::size_t file_bytes)
      : m_inspection(inspection),
        m_context(context),
        m_budget{std::clamp(file_bytes, k_decoded_min, k_decoded_max)} {}

  void at(const SourceFile& file, const Span* outer, int depth) {
    for (Sighting& sighting : without_overlaps(sightings_in(file))) {
      if (outer != nullptr) {
        sighting.reasons = why_secret(file, sighting.hit);
        sighting.decoded = file.text().substr(sighting.span.begin, sighting.span.size());
        sighting.span = *outer;
        sighting.depth = depth;
      }
      m_sightings.push_back(std::move(sighting));
    }
    if (depth == k_depth_max) return;
    if (outer == nullptr) at_secret_file(file);
    for (Encoded& part : encoded_parts(file.text(), {0, file.text().size()}, file.language(), m_budget)) {
      FileInfo info = file.info();
      if (!part.joined) info.language = {};
      const SourceFile inner(std::move(info), std::move(part.text), {});
      at(inner, outer == nullptr ? &part.span : outer, depth + 1);
    }
  }

  std::set<const Rule*> matched;  // anything, noise or not

  std::vector<Sighting> take() {
    if (!m_complete) {
      m_context.note(NoticeKind::limit, "too many candidates for secrets; some were not looked at");
    }
    if (m_crowded) {
      m_context.note(NoticeKind::limit,
                     "so many possible secrets that only those of known providers were looked for in the rest");
    }
    if (m_budget.exhausted) m_context.note(NoticeKind::limit, "too much encoded text; some was not decoded");
    return std::move(m_sightings);
  }

 private:
  // The value a file consists of, under the name of the file.
  void at_secret_file(const SourceFile& file) {
    auto read = read_secret_file(file);
    if (!read) return;
    FileInfo info = file.info();
    info.language = {};
    at(SourceFile(std::move(info), std::move(read->text), {}), &read->span, k_depth_max);
  }

  static constexpr int k_depth_max = 4;
  static constexpr std::size_t k_line_max = 4U << 10U;
  static constexpr std::size_t k_decoded_min = 1U << 20U;
  static constexpr std::size_t k_decoded_max = 16U << 20U;
  // So many times what is reported of a rule is weighed: a value costs far more to weigh than to find.
  static constexpr std::size_t k_weighed_times = 10;

  // The matches that are no noise. Where a rule for any secret has had very many, the rest of the text is left to the
  // rules of providers, which no such match can hide.
  std::vector<Sighting> sightings_in(const SourceFile& file) {
    std::vector<Hit> hits;
    for (const Engine& engine : m_inspection.engines) {
      Hits found = engine.find(file.text());
      m_complete = m_complete && found.complete;
      hits.insert(hits.end(), found.list.begin(), found.list.end());
    }
    for (const Hit& hit : hits) matched.insert(hit.rule);
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.secret_begin < b.secret_begin; });
    const std::size_t max = k_weighed_times * m_inspection.limits.findings_per_rule_and_file_max;
    std::unordered_map<const Rule*, std::size_t> counts;
    std::vector<Sighting> found;
    bool crowded = false;
    for (const Hit& hit : hits) {
      if (crowded && hit.rule->generic()) continue;
      const std::size_t before = found.size();
      add(file, hit, found);
      crowded = crowded || (hit.rule->generic() && found.size() > before && ++counts[hit.rule] >= max);
    }
    m_crowded = m_crowded || crowded;
    return found;
  }

  bool admitted(const SourceFile& file, const Hit& hit) const {
    const auto own = m_inspection.conditions.find(hit.rule->id);
    const bool has_own = own != m_inspection.conditions.end();
    if (!has_own && m_inspection.everywhere.empty()) return true;
    const std::string_view text = file.text();
    const std::size_t nearest = hit.begin - std::min(hit.begin, k_line_max);
    const std::string_view around = text.substr(nearest, hit.end - nearest + k_line_max);
    const std::size_t begin = around.rfind('\n', hit.begin - nearest) + 1;
    const std::string_view line = around.substr(begin, around.find('\n', hit.end - nearest) - begin);
    const Occurrence occurrence{file.path(), text.substr(hit.secret_begin, hit.secret_end - hit.secret_begin),
                                text.substr(hit.begin, hit.end - hit.begin), line};
    const auto& lists = m_inspection.everywhere;
    return (!has_own || own->second.admit(occurrence)) &&
           std::none_of(lists.begin(), lists.end(), [&](const Allowlist& list) {
             return list.is_for(hit.rule->id) && list.holds(occurrence);
           });
  }

  void add(const SourceFile& file, const Hit& hit, std::vector<Sighting>& found) const {
    if (hit.rule->files == FileScope::config && !is_config_file(file.info())) return;
    if (!admitted(file, hit) || is_noise(file, hit)) return;
    Span span{hit.secret_begin, hit.secret_end};
    const std::string value(trimmed(file.text(), span));
    const bool allowed = std::any_of(m_inspection.allowed.begin(), m_inspection.allowed.end(),
                                     [&](const Regex& regex) { return regex.matches(value); });
    found.push_back({hit.rule, hit, span, verify(hit.rule->verify, value), allowed, {}, {}, 0});
  }

  const Inspection& m_inspection;
  ScanContext& m_context;
  DecodingBudget m_budget;
  bool m_complete = true;
  bool m_crowded = false;
  std::vector<Sighting> m_sightings;
};

// The same key in another layout is the same secret: white space and escaped line breaks do not count.
std::string canonical(std::string_view value) {
  if (value.find('\n') == std::string_view::npos && value.find("\\n") == std::string_view::npos)
    return std::string(value);
  std::string result;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size())
      ++i;
    else if (std::string_view(" \t\r\n\"',").find(value[i]) == std::string_view::npos)
      result += value[i];
  }
  return result;
}

Confidence lowered(Confidence confidence) {
  return confidence == Confidence::high ? Confidence::medium : Confidence::low;
}

Confidence confidence_of(const Sighting& sighting, bool test) {
  Confidence confidence = sighting.rule->confidence;
  if (sighting.verification == Verification::verified) confidence = Confidence::high;
  if (sighting.verification == Verification::failed) confidence = lowered(confidence);
  return test ? lowered(confidence) : confidence;
}

// Puts sightings together by value. Places come in the order of the text, so that positions are counted on
// from the last one: a file of one long line stays linear.
class Collector {
 public:
  Collector(const SourceFile& file, const Inspection& inspection, const std::vector<Sighting>& sightings)
      : m_file(file), m_inspection(inspection), m_mask(file.text(), inspection.limits.snippet_bytes_max) {
    for (const Sighting& sighting : sightings) m_mask.hide(sighting.span);
  }

  void add(const Sighting& sighting) {
    const std::string value =
        canonical(sighting.decoded.empty() ? m_file.text().substr(sighting.span.begin, sighting.span.size())
                                           : sighting.decoded);
    const auto [known, fresh] = m_by_value.try_emplace(value, m_secrets.size());
    if (fresh) m_secrets.push_back(secret_of(sighting, value));
    m_cursor = m_file.lines().position_after(m_cursor, sighting.span.begin);
    const Position end = m_file.lines().position_after(m_cursor, sighting.span.end);
    m_secrets[known->second].places.push_back({m_file.path(), {m_cursor, end}, {}});
  }

  std::vector<FoundSecret> take() { return std::move(m_secrets); }

 private:
  FoundSecret secret_of(const Sighting& sighting, const std::string& value) const {
    FoundSecret secret;
    secret.rule = sighting.rule;
    secret.identity = hmac_sha256_hex(m_inspection.fingerprint_key, value);
    secret.redacted = redacted(value);
    secret.snippet = m_mask.snippet(sighting.span);
    secret.reasons = sighting.depth == 0 ? why_secret(m_file, sighting.hit) : sighting.reasons;
    secret.verification = sighting.verification;
    secret.confidence = confidence_of(sighting, m_file.info().test);
    return secret;
  }

  const SourceFile& m_file;
  const Inspection& m_inspection;
  Mask m_mask;
  Position m_cursor;
  std::unordered_map<std::string, std::size_t> m_by_value;
  std::vector<FoundSecret> m_secrets;
};

}  // namespace

std::vector<FoundSecret> secrets_of(const SourceFile& file, const Inspection& inspection, ScanContext& context,
                                    std::vector<const Rule*>* matched) {
  Look look(inspection, context, file.text().size());
  look.at(file, nullptr, 0);
  if (matched != nullptr) matched->insert(matched->end(), look.matched.begin(), look.matched.end());
  const std::vector<Sighting> sightings = without_overlaps(look.take());
  if (sightings.empty()) return {};
  Collector collector(file, inspection, sightings);
  std::map<std::string_view, std::size_t> places;
  const std::size_t max = inspection.limits.findings_per_rule_and_file_max;
  for (const Sighting& sighting : sightings) {
    if (sighting.allowed) continue;
    const std::size_t count = ++places[sighting.rule->id];
    if (count <= max) collector.add(sighting);
  }
  for (const auto& [rule, count] : places) {
    if (count <= max) continue;
    context.note(NoticeKind::limit, std::string(rule) + " matches " + std::to_string(count) +
                                        " times; only the first " + std::to_string(max) + " are reported");
  }
  return collector.take();
}

std::string masked_text(const SourceFile& file, const Inspection& inspection) {
  ScanContext context("", file.path());
  Look look(inspection, context, file.text().size());
  look.at(file, nullptr, 0);
  const std::string_view text = file.text();
  std::string masked;
  std::size_t end = 0;
  for (const Sighting& sighting : without_overlaps(look.take())) {
    if (sighting.span.begin < end) continue;
    masked += text.substr(end, sighting.span.begin - end);
    const std::string_view secret = text.substr(sighting.span.begin, sighting.span.size());
    masked += redacted(secret);
    masked.append(static_cast<std::size_t>(std::count(secret.begin(), secret.end(), '\n')), '\n');
    end = sighting.span.end;
  }
  return masked.append(text.substr(end));
}

}  // namespace codelake::secrets
