// SPDX-License-Identifier: Apache-2.0
// mix.lock, an Elixir map:
//
//   "a": {:hex, :a, "1.0.0", "inner hash", [:mix], [{:b, "~> 2.0", [hex: :b, optional: false]}], "hexpm",
//   "outer hash"}, "c": {:git, "https://example.com/c.git", "commit", [tag: "v1"]},
//
// Direct ones stand in mix.exs, a program that is not read.
#include "scanners/sca/lockfiles/beam_term.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::mix {

namespace {

using yaml::Node;

std::string_view text_at(const Node& list, std::size_t index) {
  return index < list.items.size() ? std::string_view(list.items[index].text) : std::string_view{};
}

class MixReader {
 public:
  explicit MixReader(LockfileBuilder& builder) : m_builder(builder) {}

  void read(const Node& entries) {
    for (const Node& entry : entries.items) {
      if (entry.items.size() == 2 && entry.items[1].is_sequence()) add(entry.items[0], entry.items[1]);
    }
    for (const auto& [package, wanted] : m_wanted) {
      for (const Node& tuple : wanted->items) {
        const auto target = m_by_key.find(text_at(tuple, 0));
        if (target != m_by_key.end()) connect(*package, {target->second});
      }
    }
  }

 private:
  void add(const Node& key, const Node& tuple) {
    const std::string_view kind = text_at(tuple, 0);
    const bool hex = kind == "hex";
    const std::string_view name = hex ? text_at(tuple, 1) : std::string_view(key.text);
    if (name.empty()) return m_builder.odd_line(key.line, "a package without a name");
    Package& package = m_builder.add(name, hex ? text_at(tuple, 2) : std::string_view{}, key.line);
    if (!hex) {
      package.source = kind == "path" ? PackageSource::path : PackageSource::git;
      package.origin = text_at(tuple, 1);
      package.commit = text_at(tuple, 2);
    }
    const std::string_view outer = text_at(tuple, 7);
    const std::string_view hash = outer.empty() ? text_at(tuple, 3) : outer;
    if (hex && !hash.empty()) package.hashes.push_back("sha256:" + std::string(hash));
    if (hex && tuple.items.size() > 5) m_wanted.emplace_back(&package, &tuple.items[5]);
    m_by_key.emplace(key.text, &package);
  }

  LockfileBuilder& m_builder;
  std::unordered_map<std::string_view, Package*> m_by_key;  // an edge names the application, not the package
  std::vector<std::pair<Package*, const Node*>> m_wanted;
};

class MixParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "mix.lock"; }
  std::string_view ecosystem() const override { return "Hex"; }
  FileNames names() const override { return {"mix.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const BeamTerms parsed = parse_beam_terms(file.text());
    LockfileBuilder builder(file, ecosystem());
    if (!parsed.complete) builder.odd_line(parsed.broken_line, "not an Elixir term");
    const bool map = !parsed.terms.items.empty() && parsed.terms.items.front().is_sequence();
    if (map) MixReader(builder).read(parsed.terms.items.front());
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<MixParser>();
}

}  // namespace codelake::sca::mix
