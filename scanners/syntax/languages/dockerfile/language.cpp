// SPDX-License-Identifier: Apache-2.0
#include "scanners/syntax/language.h"
#include "scanners/syntax/languages/dockerfile/reader.h"

#include <algorithm>

namespace codelake::syntax::dockerfile {

std::unique_ptr<Language> make_language();

namespace {

using Readings = std::vector<std::unique_ptr<PatternTree>>;

constexpr std::size_t k_pattern_bytes_max = 100'000;

class Dockerfile final : public Language {
 public:
  std::string_view name() const override { return "dockerfile"; }
  std::vector<std::string_view> rule_names() const override { return {"dockerfile", "docker"}; }

  Tree parse(std::string_view source, std::size_t depth_max) const override {
    if (depth_max < k_depth_of_tree) return too_deep(source);
    return Reader(source, false).instructions();
  }

  Result<Readings> parse_pattern(std::string_view text) const override {
    if (text.size() > k_pattern_bytes_max || text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      return fail(ErrorKind::usage, "reading a pattern", std::string(text.substr(0, 40)), "it is empty or too long");
    }
    Readings readings;
    add(readings, text, &Reader::instructions);
    const bool one_line = trimmed(text).find('\n') == std::string_view::npos;
    if (!starts_instruction(text) && one_line) {
      add(readings, text, &Reader::commands);
      add(readings, text, &Reader::word);
    }
    if (!readings.empty()) return readings;
    return fail(ErrorKind::usage, "reading a pattern", std::string(text), "it holds no instruction of a Dockerfile");
  }

 private:
  // What is deepest: module, instruction, arguments, shell, command, word, all once more below ONBUILD.
  static constexpr std::size_t k_depth_of_tree = 12;

  static std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  }

  static Tree too_deep(std::string_view source) {
    TreeBuilder to("dockerfile", source, &words_of_language());
    const Span all{0, static_cast<std::uint32_t>(source.size())};
    to.open(Kind::module, Role::none, all);
    to.leaf(Kind::error, Role::none, all, 0);
    to.close();
    Tree tree = to.take();
    tree.error_bytes = source.size();
    tree.error_count = 1;
    tree.depth_limit_hit = true;
    return tree;
  }

  static void add(Readings& readings, std::string_view text, Tree (Reader::*read)()) {
    auto pattern = std::make_unique<PatternTree>();
    pattern->text = text;
    pattern->tree = (Reader(pattern->text, true).*read)();
    const Tree& tree = pattern->tree;
    const bool known = std::any_of(readings.begin(), readings.end(), [&](const std::unique_ptr<PatternTree>& reading) {
      return reading->tree[0].hash == tree[0].hash;
    });
    if (tree.error_count == 0 && tree.nodes.size() > 1 && !known) readings.push_back(std::move(pattern));
  }
};

}  // namespace

std::unique_ptr<Language> make_language() { return std::make_unique<Dockerfile>(); }

}  // namespace codelake::syntax::dockerfile
