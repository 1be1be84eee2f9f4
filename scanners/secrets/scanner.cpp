// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "core/file.h"
#include "scanners/secrets/builtin_rules.h"
#include "scanners/secrets/file_memory.h"
#include "scanners/secrets/history/history.h"
#include "scanners/secrets/ignore_list.h"
#include "scanners/secrets/packed.h"
#include "scanners/secrets/places.h"
#include "scanners/secrets/rule/rule_file.h"
#include "scanners/secrets/verify.h"

#include <algorithm>

namespace codelake::secrets {

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

constexpr std::uint64_t k_rule_file_bytes_max = 8U << 20U;

Result<std::vector<Rule>> user_rules(const std::vector<std::string>& paths, Inspection& inspection) {
  std::vector<Rule> rules;
  for (const std::string& path : paths) {
    if (path.ends_with(".toml")) {
      const std::string text = TRY(read_file(path, k_rule_file_bytes_max));
      inspection.settings += "conditions " + text + "\n";  // they are no part of the rules
      ForeignRules foreign = TRY(read_foreign_rules(text, path));
      for (Rule& rule : foreign.rules) rules.push_back(std::move(rule));
      for (Rule& rule : foreign.file_rules) inspection.file_rules.push_back(std::move(rule));
      for (Allowlist& list : foreign.everywhere) inspection.everywhere.push_back(std::move(list));
      inspection.conditions.merge(foreign.conditions);
      continue;
    }
    for (Rule& rule : TRY(read_rule_path(path))) {
      if (!rule.verify.empty() && !is_check(rule.verify)) {
        return fail(ErrorKind::usage, "reading secret rules", rule.id, "unknown check '" + rule.verify + "'");
      }
      rule.builtin = false;
      rules.push_back(std::move(rule));
    }
  }
  return rules;
}

RuleInfo info_of(const Rule& rule) {
  RuleInfo info;
  info.id = rule.id;
  info.type = FindingType::secrets;
  info.severity = rule.severity;
  info.confidence = rule.confidence;
  info.title = rule.title;
  info.message = rule.message;
  info.help = rule.help;
  info.cwe = rule.cwe;
  info.owasp = {"A07:2021"};
  info.references = rule.references;
  info.bad_example = rule.bad_example;
  info.good_example = rule.good_example;
  info.builtin = rule.builtin;
  return info;
}

constexpr std::string_view k_foreign_rules_name = ".gitleaks.toml";

// What is kept of a file for the project-wide pass.
struct SecretFacts : FileFacts {
  RememberedLook seen;
  bool keep = false;           // for the next scan, too
  std::string ignore_list;     // the text of a .gitleaksignore in the scanned root
  bool foreign_rules = false;  // rules of another scanner that were not asked for
};

class SecretsScanner : public Scanner {
 public:
  SecretsScanner(Inspection inspection, std::optional<history::Options> history, const ScannerOptions& options)
      : m_inspection(std::move(inspection)),
        m_history(std::move(history)),
        m_whole(options.whole),
        m_foreign_rules(std::any_of(options.rule_paths.begin(), options.rule_paths.end(), [](const std::string& path) {
          return path.ends_with(k_foreign_rules_name);
        })) {
    if (!options.whole || options.root.empty() || options.cache_directory.empty()) return;
    m_memory_directory = options.cache_directory + "/secrets";
    m_root = options.root;
  }

  std::string_view name() const override { return "secrets"; }

  void prepare(const std::vector<FileInfo>& files, ReadFile) override {
    const auto is_named = [](const FileInfo& file) { return !file.blob_id.empty(); };
    if (m_root.empty() || std::none_of(files.begin(), files.end(), is_named)) return;
    m_memory.emplace(m_memory_directory, m_root, m_inspection);
  }

  bool wants(const FileInfo& file) const override { return !is_opaque(file.name()); }

  bool recall(ScanContext& context, const FileInfo& file) const override {
    if (!m_memory || m_memory->fresh() != nullptr) return false;
    auto remembered = m_memory->find(file);
    if (!remembered) return false;
    take(std::move(*remembered), context);
    return true;
  }

  void scan_file(ScanContext& context, const SourceFile& file) const override {
    if (file.path() == k_ignore_list_name) return keep_ignore_list(context, file);
    if (auto remembered = still_true(file)) return take(std::move(*remembered), context);
    auto facts = std::make_unique<SecretFacts>();
    facts->foreign_rules = file.path() == k_foreign_rules_name && !m_foreign_rules;
    facts->seen = {file.info(), file.text().size(), look_at_file(file, m_inspection, context)};
    facts->keep = m_memory && !context.must_be_read && !facts->foreign_rules && context.notices.empty() &&
                  FileMemory::may_keep(facts->seen);
    count(facts->seen, context);
    if (facts->keep || facts->foreign_rules || !facts->seen.look.secrets.empty()) context.keep(std::move(facts));
  }

  void scan_project(ScanContext& context,
                    const std::vector<std::unique_ptr<FileFacts>>& facts) const override {
    SecretPlaces places;
    for (const auto& fact : facts) {
      for (const FoundSecret& secret : static_cast<const SecretFacts&>(*fact).seen.look.secrets) places.add(secret);
    }
    if (m_memory) remember(facts, context);
    std::vector<FoundSecret> old;
    if (m_history) old = history::search(*m_history, m_inspection, context);
    for (const FoundSecret& secret : old) places.add(secret);
    std::vector<Finding> findings = places.findings();
    for (const auto& fact : facts) apply(static_cast<const SecretFacts&>(*fact), findings, context);
    for (Finding& finding : findings) context.report(std::move(finding));
  }

  std::string masked(std::string text, const FileInfo& info) const override {
    return masked_text(SourceFile(info, std::move(text), {}), m_inspection);
  }

  std::vector<RuleInfo> rules() const override {
    std::vector<const Rule*> rules = RuleTable::rules_of(m_inspection);
    std::sort(rules.begin(), rules.end(), [](const Rule* a, const Rule* b) { return a->id < b->id; });
    std::vector<RuleInfo> infos;
    infos.reserve(rules.size());
    for (const Rule* rule : rules) infos.push_back(info_of(*rule));
    return infos;
  }

 private:
  // What is remembered of a file, when no rule that is new since then matches anything in it.
  std::optional<RememberedLook> still_true(const SourceFile& file) const {
    if (!m_memory || m_memory->fresh() == nullptr || file.info().blob_id.empty()) return std::nullopt;
    auto remembered = m_memory->find(file.info());
    if (!remembered) return std::nullopt;
    ScanContext unsaid(name(), file.path());
    const FileLook news = look_at_file(file, *m_memory->fresh(), unsaid);
    if (!news.matched.empty() || !unsaid.notices.empty()) return std::nullopt;
    return remembered;
  }

  void take(RememberedLook remembered, ScanContext& context) const {
    m_memory->used(remembered);
    count(remembered, context);
    if (remembered.look.secrets.empty()) return;
    auto facts = std::make_unique<SecretFacts>();
    facts->seen = std::move(remembered);
    context.keep(std::move(facts));
  }

  static void count(const RememberedLook& seen, ScanContext& context) {
    if (seen.look.binary) return context.skipped("binary");
    context.scanned(seen.text_bytes);
  }

  void remember(const std::vector<std::unique_ptr<FileFacts>>& facts, ScanContext& context) const {
    if (m_memory->damaged()) {
      context.note(NoticeKind::skipped, "what was kept of earlier scans is damaged and was dropped; all files are looked at again");
    }
    std::vector<const RememberedLook*> looks;
    for (const auto& fact : facts) {
      const auto& own = static_cast<const SecretFacts&>(*fact);
      if (own.keep) looks.push_back(&own.seen);
    }
    if (const auto kept = m_memory->keep(looks); !kept) {
      context.note(NoticeKind::skipped, "what was found could not be kept for the next scan: " + kept.error().cause);
    }
  }

  static void keep_ignore_list(ScanContext& context, const SourceFile& file) {
    auto list = std::make_unique<SecretFacts>();
    list->ignore_list = file.text();
    context.keep(std::move(list));
    context.scanned(file.text().size());
  }

  void apply(const SecretFacts& folder, std::vector<Finding>& findings, ScanContext& context) const {
    if (folder.foreign_rules) {
      context.note(NoticeKind::suppression, "these rules are not used: give them with --rules if you trust them",
                   std::string(k_foreign_rules_name));
    }
    if (folder.ignore_list.empty()) return;
    const auto is_whole = [](const git::History& history) { return !history.shallow && !history.partial; };
    const bool history = m_history && is_whole(m_history->request.history);
    IgnoreList::parse(folder.ignore_list).apply(findings, {m_whole, history}, context);
  }

  Inspection m_inspection;
  std::optional<history::Options> m_history;
  std::optional<FileMemory> m_memory;
  std::string m_memory_directory;
  std::string m_root;    // of the files that are remembered; empty: nothing is
  bool m_whole;          // not only what changed is looked at
  bool m_foreign_rules;  // of another scanner; were asked for
};

std::optional<history::Options> history_options(const ScannerOptions& options) {
  if (!options.history) return std::nullopt;
  history::Options made;
  made.request = *options.history;
  made.limits = options.limits;
  made.threads = options.threads;
  made.cache_directory = options.cache_directory;
  made.interrupted = options.interrupted;
  const Config& config = *options.config;
  made.wants = [include = config.include, exclude = config.exclude](const FileInfo& file) {
    return !is_opaque(file.name()) && (include.empty() || any_matches(include, file.path)) &&
           !any_matches(exclude, file.path);
  };
  for (const Glob& glob : config.include) made.settings += "include " + glob.text() + "\n";
  for (const Glob& glob : config.exclude) made.settings += "exclude " + glob.text() + "\n";
  return made;
}

}  // namespace

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options) {
  Inspection inspection;
  inspection.fingerprint_key = options.fingerprint_key;
  inspection.limits = options.limits;
  if (options.builtin_rules) inspection.keystores = std::make_unique<Keystores>();
  if (options.builtin_rules) inspection.engines.push_back(builtin_engine());
  if (auto own = TRY(user_rules(options.rule_paths, inspection)); !own.empty()) {
    inspection.engines.push_back(TRY(Engine::build(std::move(own))));
  }
  for (const std::string& pattern : options.config->allowed_secrets) {
    inspection.allowed.push_back(TRY(Regex::compile(pattern)));
    inspection.settings += "allow " + pattern + "\n";
  }
  return std::unique_ptr<Scanner>(
      std::make_unique<SecretsScanner>(std::move(inspection), history_options(options), options));
}

}  // namespace codelake::secrets
