// SPDX-License-Identifier: Apache-2.0
// A vector is a list of metric:value pairs. Each base metric has a weight; the specification's formulas make
// one number of the weights. Example, CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H:
//
//   ISS            = 1 - (1 - .56)³                         = 0.914816
//   impact         = 6.42 × ISS                             = 5.873119
//   exploitability = 8.22 × .85 × .77 × .85 × .85           = 3.887043
//   score          = roundup(min(impact + exploitability, 10)) = 9.8
#include "scanners/sca/advisories/cvss.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace codelake::sca {

namespace {

// The value of a metric of a vector, "" when it is absent or stands there twice.
std::string_view metric(std::string_view vector, std::string_view name) {
  std::string_view found;
  while (!vector.empty()) {
    const std::size_t end = std::min(vector.find('/'), vector.size());
    const std::string_view pair = vector.substr(0, end);
    vector.remove_prefix(std::min(end + 1, vector.size()));
    if (pair.size() <= name.size() || pair.substr(0, name.size()) != name || pair[name.size()] != ':')
      continue;
    if (!found.empty()) return {};
    found = pair.substr(name.size() + 1);
  }
  return found;
}

using Weights = std::initializer_list<std::pair<std::string_view, double>>;

// Collects weights and remembers whether one of them was missing.
class Metrics {
 public:
  explicit Metrics(std::string_view vector) : m_vector(vector) {}

  double weight(std::string_view name, Weights weights) {
    const std::string_view value = metric(m_vector, name);
    for (const auto& [text, number] : weights) {
      if (text == value) return number;
    }
    m_complete = false;
    return 0;
  }
  bool complete() const { return m_complete; }

 private:
  std::string_view m_vector;
  bool m_complete = true;
};

// Version 3.1, appendix A: rounds up to one decimal, computed on integers against the noise of binary
// fractions.
double round_up_3_1(double value) {
  const auto scaled = static_cast<long>(std::lround(value * 100'000));
  if (scaled % 10'000 == 0) return static_cast<double>(scaled) / 100'000;
  return static_cast<double>(scaled / 10'000 + 1) / 10;
}

// Version 3.0 means exact decimals; anything below the noise of the formulas is that noise.
double round_up_3_0(double value) {
  return std::ceil(value * 10 - 1e-9) / 10;
}

std::optional<double> score_3(std::string_view vector, double (*round_up)(double)) {
  Metrics metrics(vector);
  const bool changed = metrics.weight("S", {{"U", 0}, {"C", 1}}) > 0.5;
  const double access = metrics.weight("AV", {{"N", 0.85}, {"A", 0.62}, {"L", 0.55}, {"P", 0.2}});
  const double complexity = metrics.weight("AC", {{"L", 0.77}, {"H", 0.44}});
  const double low = changed ? 0.68 : 0.62;
  const double high = changed ? 0.5 : 0.27;
  const double privileges = metrics.weight("PR", {{"N", 0.85}, {"L", low}, {"H", high}});
  const double interaction = metrics.weight("UI", {{"N", 0.85}, {"R", 0.62}});
  double intact = 1;
  for (const std::string_view name : {"C", "I", "A"}) {
    intact *= 1 - metrics.weight(name, {{"H", 0.56}, {"L", 0.22}, {"N", 0}});
  }
  if (!metrics.complete()) return std::nullopt;
  const double base = 1 - intact;
  const double impact = changed ? 7.52 * (base - 0.029) - 3.25 * std::pow(base - 0.02, 15) : 6.42 * base;
  if (impact <= 0) return 0.0;
  const double exploitability = 8.22 * access * complexity * privileges * interaction;
  const double sum = (impact + exploitability) * (changed ? 1.08 : 1);
  return round_up(std::min(sum, 10.0));
}

std::optional<double> score_2(std::string_view vector) {
  Metrics metrics(vector);
  const double access = metrics.weight("AV", {{"L", 0.395}, {"A", 0.646}, {"N", 1}});
  const double complexity = metrics.weight("AC", {{"H", 0.35}, {"M", 0.61}, {"L", 0.71}});
  const double authentication = metrics.weight("Au", {{"M", 0.45}, {"S", 0.56}, {"N", 0.704}});
  double intact = 1;
  for (const std::string_view name : {"C", "I", "A"}) {
    intact *= 1 - metrics.weight(name, {{"N", 0}, {"P", 0.275}, {"C", 0.66}});
  }
  if (!metrics.complete()) return std::nullopt;
  const double impact = 10.41 * (1 - intact);
  const double exploitability = 20 * access * complexity * authentication;
  const double factor = impact > 0 ? 1.176 : 0;
  const double score = (0.6 * impact + 0.4 * exploitability - 1.5) * factor;
  return std::floor(std::max(score, 0.0) * 10 + 0.5 + 1e-9) / 10;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

std::optional<double> cvss_base_score(std::string_view vector) {
  if (take_prefix(vector, "CVSS:3.1/")) return score_3(vector, round_up_3_1);
  if (take_prefix(vector, "CVSS:3.0/")) return score_3(vector, round_up_3_0);
  if (take_prefix(vector, "CVSS:")) return std::nullopt;
  return score_2(vector);
}

Severity severity_of_score(double score) {
  if (score >= 9.0) return Severity::critical;
  if (score >= 7.0) return Severity::high;
  if (score >= 4.0) return Severity::medium;
  return score > 0 ? Severity::low : Severity::info;
}

}  // namespace codelake::sca
