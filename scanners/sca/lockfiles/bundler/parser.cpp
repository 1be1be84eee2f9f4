// SPDX-License-Identifier: Apache-2.0
// Gemfile.lock and gems.locked. Sections stand at the left margin; in GEM, GIT and PATH, under "specs:", a
// gem is "    name (version[-platform])" and what it needs follows deeper indented; DEPENDENCIES lists the
// direct ones, CHECKSUMS the hashes.
//
//   GEM
//     specs:
//       nokogiri (1.16.0-x86_64-linux)
//         racc (~> 1.4)
#include "scanners/sca/lockfiles/builder.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <unordered_set>

namespace codelake::sca::bundler {

namespace {

// "name (version)", "name (>= 1.0)", "name!": the name and what stands in the parentheses.
struct Item {
  std::string_view name;
  std::string_view detail;
};

Item item_of(std::string_view text) {
  text = trimmed(text);
  const auto space = std::min(text.find(' '), text.size());
  std::string_view name = text.substr(0, space);
  if (name.ends_with('!')) name.remove_suffix(1);
  const auto open = text.find('(');
  const auto close = text.find(')', open == std::string_view::npos ? text.size() : open);
  if (close == std::string_view::npos) return {name, {}};
  return {name, text.substr(open + 1, close - open - 1)};
}

// A version of a gem holds no hyphen, so what follows one is the platform.
std::string_view without_platform(std::string_view version) {
  return version.substr(0, version.find('-'));
}

class GemfileReader {
 public:
  explicit GemfileReader(LockfileBuilder& builder) : m_builder(builder) {}

  void read(std::string_view text) {
    std::size_t offset = 0;
    std::string_view line;
    for (std::uint32_t number = 1; next_line(text, offset, line); ++number) {
      if (trimmed(line).empty()) continue;
      const auto indent = line.find_first_not_of(' ');
      if (indent == 0)
        section(line);
      else
        item(item_of(line), indent, {line, number});
    }
    connect();
  }

 private:
  struct Line {
    std::string_view text;
    std::uint32_t number;
  };

  struct Spec {
    Package* package = nullptr;
    std::vector<std::string_view> wanted;
  };

  void section(std::string_view line) { m_section = trimmed(line); }

  PackageSource source() const {
    if (m_section == "GIT") return PackageSource::git;
    return m_section == "PATH" ? PackageSource::path : PackageSource::registry;
  }

  void item(const Item& item, std::size_t indent, const Line& line) {
    const bool specs =
        m_section == "GEM" || m_section == "GIT" || m_section == "PATH" || m_section == "PLUGIN SOURCE";
    if (specs && indent == 4)
      spec(item, line);
    else if (specs && indent == 6 && !m_specs.empty())
      m_specs.back().wanted.push_back(item.name);
    else if (m_section == "DEPENDENCIES" && indent == 2)
      m_direct.insert(item.name);
    else if (m_section == "CHECKSUMS" && indent == 2)
      checksum(item, line.text);
  }

  void spec(const Item& item, const Line& line) {
    if (item.detail.empty()) return m_builder.odd_line(line.number, "a gem without a version");
    Package& package = m_builder.add(item.name, without_platform(item.detail), line.number);
    package.source = source();
    package.direct_known = true;
    m_specs.push_back({&package, {}});
    m_by_name.try_emplace(package.name, &package);
  }

  // "  name (version) sha256=…"
  void checksum(const Item& item, std::string_view line) {
    const auto found = m_by_name.find(std::string(item.name));
    const auto start = line.find(") ");
    if (found == m_by_name.end() || start == std::string_view::npos) return;
    std::string hash(trimmed(line.substr(start + 2)));
    if (const auto equals = hash.find('='); equals != std::string::npos) hash[equals] = ':';
    found->second->hashes.push_back(std::move(hash));
  }

  void connect() {
    for (const Spec& spec : m_specs) {
      spec.package->direct = m_direct.count(spec.package->name) != 0;
      for (const std::string_view name : spec.wanted) {
        const auto target = m_by_name.find(std::string(name));
        if (target != m_by_name.end()) spec.package->dependencies.push_back(edge_to(*target->second));
      }
    }
  }

  LockfileBuilder& m_builder;
  std::string_view m_section;
  std::vector<Spec> m_specs;
  std::unordered_map<std::string, Package*> m_by_name;
  std::unordered_set<std::string_view> m_direct;
};

class BundlerParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "Gemfile.lock"; }
  std::string_view ecosystem() const override { return "RubyGems"; }
  FileNames names() const override { return {"Gemfile.lock", "gems.locked"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    GemfileReader(builder).read(file.text());
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<BundlerParser>();
}

}  // namespace codelake::sca::bundler
