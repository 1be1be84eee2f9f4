// SPDX-License-Identifier: Apache-2.0
// Logistic regression: every clue adds its weight to the logarithm of the odds, so that the answer can be
// told in the words of the clues that moved it most.
#include "scanners/secrets/score.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::secrets {

namespace {

const std::array<double, k_clues>& weights_of(Story story) {
  return story == Story::password ? k_password_weights : k_token_weights;
}

}  // namespace

double likelihood_of(const Clues& clues, Story story) {
  const auto& weights = weights_of(story);
  double sum = 0;
  for (std::size_t i = 0; i < k_clues; ++i) sum += weights[i] * clues[i];
  return 1 / (1 + std::exp(-sum));
}

std::string reasons_of(const Clues& clues, Story story) {
  const auto& weights = weights_of(story);
  std::vector<std::pair<double, std::string_view>> reasons;
  for (std::size_t i = 0; i < k_clues; ++i) {
    const double share = weights[i] * clues[i];
    if (share > 0.2 && !k_clue_infos[i].says.empty()) reasons.emplace_back(-share, k_clue_infos[i].says);
  }
  std::sort(reasons.begin(), reasons.end());
  std::string text;
  for (const auto& [share, says] : reasons) {
    if (text.find(says) != std::string::npos) continue;
    if (!text.empty()) return text + ", and " + std::string(says);
    text = says;
  }
  return text;
}

}  // namespace codelake::secrets
