// SPDX-License-Identifier: Apache-2.0
// Known vulnerabilities of dependencies. Each lockfile is read by its parser; then, over all of them, every
// package that comes from a registry in one exact version is looked up in the advisory index. What was not
// looked up (no index, an ecosystem it does not hold, no exact version) is said and counted, never taken for
// clean. Other files are only glanced at: source for what it imports, texts of licences, and statements (VEX, ignore
// files) on what the index finds.
#include "core/scanner.h"

#include "core/file.h"
#include "core/thread_pool.h"
#include "scanners/sca/advisories/exploitation.h"
#include "scanners/sca/advisories/import_time.h"
#include "scanners/sca/advisories/index.h"
#include "scanners/sca/advisories/timestamp.h"
#include "scanners/sca/dependency_paths.h"
#include "scanners/sca/licenses/license_review.h"
#include "scanners/sca/licenses/license_text.h"
#include "scanners/sca/lockfiles/parser_table.h"
#include "scanners/sca/lockfiles/project_files.h"
#include "scanners/sca/source_imports.h"
#include "scanners/sca/statement_book.h"
#include "scanners/sca/usage.h"
#include "scanners/sca/vulnerable_package.h"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

namespace codelake::sca {

namespace {

constexpr std::string_view k_remedy =
    "run `codelake db update`, or `codelake db import PATH` where there is no network";
constexpr std::uint32_t k_seconds_of_a_day = 86'400;
constexpr std::size_t k_names_max = 5;  // unpinned packages that a notice names
constexpr std::uint64_t k_statement_bytes_max = 64U << 20U;

struct SourceFacts final : FileFacts {
  SourceImports imports;
};

struct LicenseFacts final : FileFacts {
  LicenseInTree found;
};

struct StatementFacts final : FileFacts {
  StatementFile file;
};

struct LockfileFacts final : FileFacts {
  const LockfileParser* parser = nullptr;  // nullptr: a file that others only point at
  Lockfile lockfile;
  std::vector<std::string> snippets;  // of each package
  std::unique_ptr<SourceFile> kept;   // when a parser wants its text later
};

using Hits = std::vector<AdvisoryHit>;

// What a look-up is asked for. Looks into the package.
struct Question {
  std::string_view ecosystem;
  std::string_view name;
  std::string_view version;

  bool operator==(const Question&) const = default;
  struct Hash {
    std::size_t operator()(const Question& question) const {
      const std::hash<std::string_view> hash;
      return (hash(question.name) * 31 + hash(question.version)) * 31 + question.ecosystem.size();
    }
  };
};

// Looks a package version up once, however many lockfiles name it.
class Lookup {
 public:
  // The packages must outlive this; at most so many threads.
  Lookup(const AdvisoryIndex& index, const std::vector<const Package*>& packages, std::size_t threads) {
    std::vector<Question> wanted;
    std::vector<std::size_t> number_of(packages.size());
    std::unordered_map<Question, std::size_t, Question::Hash> numbers;
    numbers.reserve(packages.size());
    for (std::size_t i = 0; i < packages.size(); ++i) {
      const Question question{packages[i]->ecosystem, packages[i]->name, packages[i]->version};
      const auto [place, added] = numbers.try_emplace(question, wanted.size());
      if (added) wanted.push_back(question);
      number_of[i] = place->second;
    }
    m_results.resize(wanted.size());
    run_in_parallel(wanted.size(), threads, [&](std::size_t i) {
      m_results[i] = index.find(wanted[i].ecosystem, wanted[i].name, wanted[i].version);
    });
    for (std::size_t i = 0; i < packages.size(); ++i) {
      const Result<Hits>& result = m_results[number_of[i]];
      if (!result || !result->empty()) m_found.emplace(packages[i], &result);
    }
  }

  // How many hits there are for the packages together.
  std::size_t count() const {
    std::size_t hits = 0;
    for (const auto& [package, result] : m_found) hits += *result ? (*result)->size() : 0;
    return hits;
  }

  // Of a package that was among them; none of any other.
  const Hits& hits_of(ScanContext& context, const Package& package) {
    static const Hits none;
    const auto found = m_found.find(&package);
    if (found == m_found.end()) return none;
    const Result<Hits>& hits = *found->second;
    if (hits) return *hits;
    context.coverage.ecosystems[package.ecosystem].assessed = false;
    if (m_failed.insert(package.ecosystem).second) context.note(NoticeKind::advisories, hits.error().text());
    return none;
  }

 private:
  std::vector<Result<Hits>> m_results;
  std::unordered_map<const Package*, const Result<Hits>*> m_found;  // where there is something to say
  std::set<std::string> m_failed;
};

bool pinned(const Package& package) {
  return package.source == PackageSource::registry && !package.version.empty();
}
bool unpinned(const Package& package) {
  return package.source == PackageSource::registry && package.version.empty();
}

// Says how many packages cannot be looked up and names the first of them; `why` follows "packages are".
void note_unchecked(ScanContext& context, const LockfileFacts& facts, std::string_view why,
                    const std::function<bool(const Package&)>& concerned) {
  std::string names;
  std::size_t count = 0;
  for (const Package& package : facts.lockfile.packages) {
    if (!unpinned(package) || !concerned(package)) continue;
    if (++count <= k_names_max) names += (count == 1 ? "" : ", ") + package.name + " " + package.requirement;
  }
  if (count == 0) return;
  if (count > k_names_max) names += " …";
  context.note(NoticeKind::partly_parsed,
               std::to_string(count) + (count == 1 ? " package is " : " packages are ") + std::string(why) +
                   " and not checked: " + names,
               facts.path);
}

void note_unpinned(ScanContext& context, const LockfileFacts& facts) {
  const auto has_commit = [](const Package& package) { return !package.commit.empty(); };
  note_unchecked(context, facts, "not pinned to one version", std::not_fn(has_commit));
  note_unchecked(context, facts, "pinned to a commit, which names no release,", has_commit);
}

// What the files of a project say, sorted by what it is of.
struct Project {
  Project(const LicensePolicy& policy, const std::string& now) : licenses(policy), statements(now.substr(0, 10)) {}

  UsageIndex usage;
  LicenseReview licenses;
  StatementBook statements;
  std::vector<LockfileFacts*> manifests;
};

class ScaScanner final : public Scanner {
 public:
  ScaScanner(const ScannerOptions& options, std::vector<StatementFile> statements)
      : m_limits(options.limits),
        m_threads(options.threads),
        m_policy(options.config->licenses),
        m_statements(std::move(statements)),
        m_today(options.now),
        m_directory(options.advisories_directory),
        m_now(seconds_of(options.now)),
        m_max_age_days(options.config->advisory_max_age_days),
        m_parsers(all_parsers()),
        m_index(AdvisoryIndex::open(m_directory)),
        m_exploitation(Exploitation::open(m_directory)) {}

  std::string_view name() const override { return "sca"; }

  bool wants(const FileInfo& file) const override {
    return parser_of(file) != nullptr || (!file.vendored && m_parsers.keeps(file.path));
  }

  void scan_file(ScanContext& context, const SourceFile& file) const override {
    const LockfileParser* parser = parser_of(file.info());
    context.coverage.manifests_found += parser == nullptr ? 0U : 1U;
    if (file.text().size() > m_limits.manifest_bytes_max) {
      context.note(NoticeKind::too_large, "a lockfile of " + std::to_string(file.text().size()) + " bytes");
      return context.skipped("too large");
    }
    if (file.traits().binary) {
      context.note(NoticeKind::malformed, "a binary file under the name of a lockfile");
      return context.skipped("binary");
    }
    auto facts = std::make_unique<LockfileFacts>();
    if (m_parsers.keeps(file.path())) {
      facts->kept = std::make_unique<SourceFile>(file.info(), std::string(file.text()), file.traits());
    }
    facts->parser = parser;
    if (parser != nullptr) facts->lockfile = read_lockfile(*parser, file);
    facts->snippets = snippets_of(facts->lockfile.packages, [&](const std::string&) { return &file; });
    const bool readable = facts->lockfile.readable;
    if (readable) {
      context.scanned(file.text().size(), parser == nullptr ? "manifest" : parser->format());
    } else {
      note_all(context, *facts, file.path());
      context.skipped("malformed");
    }
    context.keep(std::move(facts));
  }

  // Source files tell which vulnerable packages are used and, where there is a policy, under which licence they are.
  bool glances_at(const FileInfo& file) const override {
    if (wants(file)) return false;
    // What stands among tests is an example of such a file, not one that is meant.
    if (is_license_file(file.path)) return !file.test;
    if (is_statement_file(file.path)) return !file.test && !file.vendored;
    return (m_index || !m_policy.empty()) && !file.vendored && !ecosystem_of_language(file.language).empty();
  }

  void glance(ScanContext& context, const SourceFile& file) const override {
    if (file.traits().binary) return;
    if (is_license_file(file.path())) return keep_license(context, file, identify_license(file.text()));
    if (is_statement_file(file.path())) return keep_statements(context, file);
    if (file.traits().minified) return;
    if (!m_policy.empty()) {
      if (auto tag = license_tag(file.text())) keep_license(context, file, std::move(tag));
    }
    auto facts = std::make_unique<SourceFacts>();
    facts->imports = read_imports(file.language(), file.text());
    if (!facts->imports.imports.empty()) context.keep(std::move(facts));
  }

  void scan_project(ScanContext& context,
                    const std::vector<std::unique_ptr<FileFacts>>& facts) const override {
    Project project = project_of(facts);
    const std::vector<LockfileFacts*> lockfiles = complete(context, project.manifests);
    for (LockfileFacts* lockfile : lockfiles) {
      count(context, *lockfile);
      note_unpinned(context, *lockfile);
      review(context, project.licenses, *lockfile);
    }
    for (Finding& finding : project.licenses.of_tree()) context.report(std::move(finding));
    context.coverage.licenses = project.licenses.counts();
    assess(context);
    note_missing_advisories(context);
    if (m_index) match_all(context, project, lockfiles);
    for (LockfileFacts* lockfile : lockfiles) {
      if (context.packages.empty()) context.packages.swap(lockfile->lockfile.packages);  // often all there are
      for (Package& package : lockfile->lockfile.packages) context.report(std::move(package));
    }
  }

  // What can be found of vulnerabilities stands in the advisories, not in rules of ours.
  std::vector<RuleInfo> rules() const override { return license_rules(); }

 private:
  static void keep_license(ScanContext& context, const SourceFile& file, std::optional<LicenseExpression> license) {
    auto facts = std::make_unique<LicenseFacts>();
    facts->found = {file.path(), std::move(license), is_license_file(file.path()), must_hold_license(file.path()), file.info().vendored};
    context.keep(std::move(facts));
  }

  static void keep_statements(ScanContext& context, const SourceFile& file) {
    auto facts = std::make_unique<StatementFacts>();
    auto read = read_statements(file.path(), file.text());
    if (!read) return context.note(NoticeKind::malformed, "statements are not honoured: " + read.error().cause);
    facts->file = std::move(*read);
    context.keep(std::move(facts));
  }

  Project project_of(const std::vector<std::unique_ptr<FileFacts>>& facts) const {
    Project project(m_policy, m_today);
    for (const auto& fact : facts) {
      if (const auto* source = dynamic_cast<const SourceFacts*>(fact.get())) {
        project.usage.add(source->path, source->imports);
      } else if (const auto* license = dynamic_cast<const LicenseFacts*>(fact.get())) {
        project.licenses.add(license->found);
      } else if (const auto* statements = dynamic_cast<const StatementFacts*>(fact.get())) {
        project.statements.add(statements->file);
      } else {
        project.manifests.push_back(static_cast<LockfileFacts*>(fact.get()));
      }
    }
    for (const StatementFile& file : m_statements) project.statements.add(file);
    return project;
  }

  // Completes the licences of the packages and holds them against the policy.
  static void review(ScanContext& context, LicenseReview& licenses, LockfileFacts& facts) {
    std::vector<Package>& packages = facts.lockfile.packages;
    for (Package& package : packages) {
      if (package.license.empty()) package.license = licenses.license_of_copy(package);
    }
    std::optional<DependencyPaths> paths;
    for (std::size_t i = 0; i < packages.size(); ++i) {
      auto finding = licenses.look_at(packages[i]);
      if (!finding) continue;
      if (!paths) paths.emplace(packages);
      finding->package->path = paths->to(i);
      finding->snippet = facts.snippets[i];
      context.report(std::move(*finding));
    }
  }

  const LockfileParser* parser_of(const FileInfo& file) const {
    if (is_statement_file(file.path)) return nullptr;
    const LockfileParser* parser = m_parsers.find(file.path);
    return parser == nullptr || (file.vendored && !parser->takes_vendored()) ? nullptr : parser;
  }

  using SourceOf = std::function<const SourceFile*(const std::string& path)>;

  // The text each package stands in; empty where it is not at hand any more.
  static std::vector<std::string> snippets_of(const std::vector<Package>& packages,
                                              const SourceOf& source_of) {
    std::vector<std::string> snippets;
    snippets.reserve(packages.size());
    for (const Package& package : packages) {
      const SourceFile* file = source_of(package.path);
      const std::size_t start = package.range.start.offset;
      snippets.emplace_back(file == nullptr ? ""
                                            : file->text().substr(start, package.range.end.offset - start));
    }
    return snippets;
  }

  static void note_all(ScanContext& context, const LockfileFacts& facts, const std::string& path) {
    for (const Notice& notice : facts.lockfile.notices) {
      context.note(notice.kind, std::string(facts.parser->format()) + ": " + notice.message, path);
    }
  }

  // Lets each parser look at the other files; gives those that could be read.
  static std::vector<LockfileFacts*> complete(ScanContext& context, const std::vector<LockfileFacts*>& facts) {
    ProjectFiles files;
    for (const LockfileFacts* fact : facts) files.add(fact->path, fact->kept.get());
    std::vector<LockfileFacts*> lockfiles;
    for (LockfileFacts* fact : facts) {
      LockfileFacts& lockfile = *fact;
      if (lockfile.parser == nullptr || !lockfile.lockfile.readable) continue;
      lockfile.parser->complete(lockfile.lockfile, lockfile.path, files);
      if (lockfile.kept) {
        lockfile.snippets = snippets_of(lockfile.lockfile.packages,
                                        [&](const std::string& path) { return files.source(path); });
      }
      note_all(context, lockfile, lockfile.path);
      lockfiles.push_back(&lockfile);
    }
    return lockfiles;
  }

  static void count(ScanContext& context, const LockfileFacts& facts) {
    const std::vector<Package>& packages = facts.lockfile.packages;
    const bool resolved = std::any_of(packages.begin(), packages.end(),
                                      [](const Package& package) { return !package.version.empty(); });
    if (resolved || packages.empty()) context.coverage.manifests_resolved += 1;
    for (const Package& package : packages) {
      if (package.source != PackageSource::registry) continue;
      EcosystemCoverage& ecosystem = context.coverage.ecosystems[package.ecosystem];
      ecosystem.packages += 1;
      ecosystem.unresolved += unpinned(package) ? 1 : 0;
    }
  }

  // An ecosystem is assessed when its advisories are there and not too old; what old ones tell is still told.
  void assess(ScanContext& context) const {
    for (auto& [name, ecosystem] : context.coverage.ecosystems) {
      ecosystem.assessed = m_index && m_index->covers(name);
      if (!ecosystem.assessed) continue;
      const std::string imported = imported_at(m_directory, name);
      const std::uint32_t then = seconds_of(imported);
      const std::uint64_t days = m_now > then && then > 0 ? (m_now - then) / k_seconds_of_a_day : 0;
      if (days <= m_max_age_days) continue;
      ecosystem.assessed = false;
      context.note(NoticeKind::advisories, "the advisories of " + name + " are " + std::to_string(days) +
                                               " days old (" + imported +
                                               "), so that newer ones are missing; " + std::string(k_remedy));
    }
  }

  void note_missing_advisories(ScanContext& context) const {
    std::string missing;
    for (const auto& [name, ecosystem] : context.coverage.ecosystems) {
      if (m_index && m_index->covers(name)) continue;
      missing +=
          (missing.empty() ? "" : ", ") + name + " (" + std::to_string(ecosystem.packages) + " packages)";
    }
    if (missing.empty()) return;
    const std::string cause =
        m_index ? "no advisories are installed for some ecosystems" : m_index.error().text();
    context.note(NoticeKind::advisories,
                 "not checked for vulnerabilities: " + missing + "; " + cause + "; " + std::string(k_remedy));
  }

  void match_all(ScanContext& context, Project& project, const std::vector<LockfileFacts*>& lockfiles) const {
    std::vector<const Package*> packages;
    for (const LockfileFacts* lockfile : lockfiles) {
      for (const Package& package : lockfile->lockfile.packages) {
        if (is_looked_up(package)) packages.push_back(&package);
      }
    }
    Lookup lookup(*m_index, packages, m_threads);
    context.findings.reserve(context.findings.size() + lookup.count());  // to move a finding is dear
    for (const LockfileFacts* lockfile : lockfiles) match(context, lookup, project, *lockfile);
    for (Notice& notice : project.statements.notices()) context.note(notice.kind, std::move(notice.message), notice.path);
  }

  bool is_looked_up(const Package& package) const { return pinned(package) && m_index->covers(package.ecosystem); }

  void match(ScanContext& context, Lookup& lookup, Project& project, const LockfileFacts& facts) const {
    const std::vector<Package>& packages = facts.lockfile.packages;
    std::optional<DependencyPaths> paths;
    for (std::size_t i = 0; i < packages.size(); ++i) {
      const Package& package = packages[i];
      for (const AdvisoryHit& hit : lookup.hits_of(context, package)) {
        if (!paths) paths.emplace(packages);
        Evidence evidence{paths->to(i), project.usage.of(package, hit.symbols), {}, false};
        for (const std::string& id : hit.ids) {
          if (!evidence.score) evidence.score = m_exploitation.score(id);
          evidence.known_exploited = evidence.known_exploited || m_exploitation.known_exploited(id);
        }
        Finding finding = finding_for(package, hit, std::move(evidence));
        finding.snippet = facts.snippets[i];
        project.statements.apply(finding);
        context.report(std::move(finding));
      }
    }
  }

  Limits m_limits;
  std::size_t m_threads;
  LicensePolicy m_policy;
  std::vector<StatementFile> m_statements;  // given by hand
  std::string m_today;                      // as options.now; empty: not told
  std::string m_directory;
  std::uint32_t m_now;  // seconds since 1970; 0: not told, so that nothing is too old
  std::uint64_t m_max_age_days;
  ParserTable m_parsers;
  Result<AdvisoryIndex> m_index;  // an error: there is none to use, and why
  Exploitation m_exploitation;
};

}  // namespace

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options) {
  std::vector<StatementFile> statements;
  for (const std::string& path : options.vex_paths) {
    // By its name alone: where it stands outside the tree is nobody else's business.
    const std::string name = path.substr(path.rfind('/') + 1);
    statements.push_back(TRY(read_statements(name, TRY(read_file(path, k_statement_bytes_max)))));
  }
  return std::make_unique<ScaScanner>(options, std::move(statements));
}

}  // namespace codelake::sca
