// SPDX-License-Identifier: Apache-2.0
// rebar.lock, Erlang terms: {"1.2.0", [{<<"a">>,{pkg,<<"a">>,<<"1.0.0">>},0}, …]}. then [{pkg_hash,[{<<"a">>,
// …}]}, {pkg_hash_ext,[…]}]. The number is the level: 0 is direct. Before version 1.0.0 the list stands
// alone. {git,"address", {ref,"commit"}} is a repository.
#include "scanners/sca/lockfiles/beam_term.h"
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::rebar {

namespace {

using yaml::Node;

std::string_view text_at(const Node& list, std::size_t index) {
  return index < list.items.size() ? std::string_view(list.items[index].text) : std::string_view{};
}

void add(LockfileBuilder& builder, const Node& entry, PackagesByName& by_name) {
  if (entry.items.size() < 3 || !entry.items[1].is_sequence()) return;
  const Node& source = entry.items[1];
  const std::string_view kind = text_at(source, 0);
  const bool pkg = kind == "pkg";
  Package& package = builder.add(pkg ? text_at(source, 1) : text_at(entry, 0),
                                 pkg ? text_at(source, 2) : std::string_view{}, entry.items[0].line);
  package.direct = text_at(entry, 2) == "0";
  package.direct_known = true;
  if (!pkg) {
    package.source = PackageSource::git;
    package.origin = text_at(source, 1);
    if (source.items.size() > 2) package.commit = text_at(source.items[2], 1);
  }
  by_name.add(package);
}

// [{pkg_hash, [{<<"a">>, <<"HEX">>}]}, {pkg_hash_ext, …}]; the outer hash is the one a registry tells.
void add_hashes(const Node& tables, const PackagesByName& by_name) {
  for (const Node& table : tables.items) {
    if (text_at(table, 0) != "pkg_hash_ext" || table.items.size() < 2) continue;
    for (const Node& hash : table.items[1].items) {
      for (Package* package : by_name.find(text_at(hash, 0)))
        package->hashes.push_back("sha256:" + std::string(text_at(hash, 1)));
    }
  }
}

class RebarParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "rebar.lock"; }
  std::string_view ecosystem() const override { return "Hex"; }
  FileNames names() const override { return {"rebar.lock"}; }

  Lockfile parse(const SourceFile& file) const override {
    const BeamTerms parsed = parse_beam_terms(file.text());
    LockfileBuilder builder(file, ecosystem());
    if (!parsed.complete) builder.odd_line(parsed.broken_line, "not an Erlang term");
    PackagesByName by_name(ecosystem());
    for (const Node& term : parsed.terms.items) {
      const bool versioned =
          term.items.size() == 2 && term.items[0].is_scalar() && term.items[1].is_sequence();
      for (const Node& entry : versioned ? term.items[1].items : term.items) add(builder, entry, by_name);
    }
    for (const Node& term : parsed.terms.items) add_hashes(term, by_name);
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<RebarParser>();
}

}  // namespace codelake::sca::rebar
