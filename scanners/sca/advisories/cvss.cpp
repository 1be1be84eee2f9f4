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

// Version 3.1, appendix A: rounds up to one decimal, on integers against the noise of binary fractions. Over
// all base vectors this is what version 3.0 means by exact decimals, too.
double round_up(double value) {
  const auto scaled = static_cast<long>(std::lround(value * 100'000));
  if (scaled % 10'000 == 0) return static_cast<double>(scaled) / 100'000;
  return static_cast<double>(scaled / 10'000 + 1) / 10;
}

std::optional<double> score_3(std::string_view vector) {
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

// A vector of version 4.0 by the equivalence classes of the specification's section 8.2. Without threat and
// environmental metrics E:A and CR/IR/AR:H hold, so that class 5 is 0 and class 6 follows from class 3.
struct Classes {
  std::size_t one = 0;    // exploitability: AV, PR, UI
  std::size_t two = 0;    // complexity: AC, AT
  std::size_t three = 0;  // the vulnerable system: VC, VI, VA
  std::size_t four = 1;   // subsequent systems: SC, SI, SA; 0 needs environmental metrics
};

// The scores of the macro vectors (table of section 8.3): [class 1][class 2][class 4 - 1][classes 3 and 6],
// the last being 00, 01, 10, 11, 21.
constexpr double k_macro_scores[3][2][2][5] = {
    {{{10.0, 9.6, 9.3, 9.2, 7.9}, {9.3, 9.0, 8.8, 8.0, 6.9}},
     {{9.5, 9.1, 9.2, 8.2, 7.1}, {9.2, 8.1, 8.4, 7.0, 6.3}}},
    {{{9.4, 8.9, 8.6, 7.6, 6.5}, {8.7, 7.5, 7.2, 5.7, 5.3}},
     {{9.0, 7.7, 7.4, 5.9, 5.8}, {7.7, 6.6, 6.1, 5.2, 2.3}}},
    {{{8.6, 7.4, 7.2, 5.7, 4.7}, {7.0, 5.4, 5.3, 3.6, 2.4}},
     {{7.3, 5.5, 6.1, 5.1, 2.4}, {5.4, 4.3, 4.6, 1.8, 1.0}}},
};

// The place in the last dimension of a vector's own classes 3 and 6.
std::size_t column(std::size_t three) {
  return three == 2 ? 4 : 2 * three;
}

double macro_score(const Classes& classes, std::size_t place) {
  return k_macro_scores[classes.one][classes.two][classes.four - 1][place];
}

// The score drops towards the next lower macro vector in each class by the share of the way that the vector
// has gone there: `gone` steps below the highest vector of its class, of `depth`.
struct Drop {
  double sum = 0;
  int count = 0;
  void add(double difference, double gone, double depth) {
    sum += difference * gone / depth;
    ++count;
  }
};

// Steps from the very highest value of each class's metrics.
struct Levels {
  double one;
  double two;
  double three;
  double four;
};

// The specification's interpolation (section 8.3). The highest vectors of one class all have the same sum of
// levels.
double interpolated(const Classes& classes, const Levels& levels) {
  constexpr std::array<double, 3> highest_one = {0, 1, 3};
  constexpr std::array<double, 3> depth_one = {1, 4, 5};
  constexpr std::array<double, 3> highest_three = {0, 1, 3};
  constexpr std::array<double, 3> depth_three = {7, 8, 10};
  const std::size_t place = column(classes.three);
  const double score = macro_score(classes, place);
  // Class 5 always has a lower neighbour, and the vector never has gone towards it.
  Drop drop{0, 1};
  if (classes.one < 2) {
    Classes lower = classes;
    ++lower.one;
    drop.add(score - macro_score(lower, place), levels.one - highest_one[classes.one],
             depth_one[classes.one]);
  }
  if (classes.two < 1) {
    Classes lower = classes;
    ++lower.two;
    drop.add(score - macro_score(lower, place), levels.two, 1);
  }
  if (classes.three < 2) {
    const double lower =
        std::max(macro_score(classes, place + 1), classes.three == 0 ? macro_score(classes, 2) : 0.0);
    drop.add(score - lower, levels.three - highest_three[classes.three], depth_three[classes.three]);
  }
  if (classes.four < 2) {
    Classes lower = classes;
    ++lower.four;
    drop.add(score - macro_score(lower, place), levels.four, 5);
  }
  const double value = std::clamp(score - drop.sum / drop.count, 0.0, 10.0);
  return std::floor(value * 10 + 0.5 + 1e-5) / 10;
}

std::optional<double> score_4(std::string_view vector) {
  Metrics metrics(vector);
  const double access = metrics.weight("AV", {{"N", 0}, {"A", 1}, {"L", 2}, {"P", 3}});
  const double privileges = metrics.weight("PR", {{"N", 0}, {"L", 1}, {"H", 2}});
  const double interaction = metrics.weight("UI", {{"N", 0}, {"P", 1}, {"A", 2}});
  const double complexity =
      metrics.weight("AC", {{"L", 0}, {"H", 1}}) + metrics.weight("AT", {{"N", 0}, {"P", 1}});
  std::array<double, 3> own{};
  std::array<double, 3> other{};
  constexpr std::array<std::string_view, 3> own_names = {"VC", "VI", "VA"};
  constexpr std::array<std::string_view, 3> other_names = {"SC", "SI", "SA"};
  for (std::size_t i = 0; i < own.size(); ++i) {
    own[i] = metrics.weight(own_names[i], {{"H", 0}, {"L", 1}, {"N", 2}});
    other[i] = metrics.weight(other_names[i], {{"H", 0}, {"L", 1}, {"N", 2}});
  }
  if (!metrics.complete()) return std::nullopt;
  const double own_sum = own[0] + own[1] + own[2];
  const double other_sum = other[0] + other[1] + other[2];
  if (own_sum + other_sum == 12) return 0.0;
  const auto is_high = [](double level) { return level == 0; };

  Classes classes;
  const double exploitability = access + privileges + interaction;
  const bool some_free = is_high(access) || is_high(privileges) || is_high(interaction);
  if (exploitability > 0) classes.one = some_free && access < 3 ? 1 : 2;
  classes.two = complexity > 0 ? 1 : 0;
  if (!(is_high(own[0]) && is_high(own[1])))
    classes.three = std::any_of(own.begin(), own.end(), is_high) ? 1 : 2;
  classes.four = std::any_of(other.begin(), other.end(), is_high) ? 1 : 2;
  return interpolated(classes, {exploitability, complexity, own_sum, other_sum});
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

std::optional<double> cvss_base_score(std::string_view vector) {
  if (take_prefix(vector, "CVSS:4.0/")) return score_4(vector);
  if (take_prefix(vector, "CVSS:3.1/") || take_prefix(vector, "CVSS:3.0/")) return score_3(vector);
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
