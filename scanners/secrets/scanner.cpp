// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "core/file.h"
#include "core/hash.h"
#include "scanners/secrets/builtin_rules.h"
#include "scanners/secrets/history/history.h"
#include "scanners/secrets/ignore_list.h"
#include "scanners/secrets/inspect.h"
#include "scanners/secrets/keystore.h"
#include "scanners/secrets/packed.h"
#include "scanners/secrets/places.h"
#include "scanners/secrets/rule/rule_file.h"
#include "scanners/secrets/verify.h"

#include <algorithm>
#include <array>

namespace codelake::secrets {

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

constexpr std::uint64_t k_rule_file_bytes_max = 8U << 20U;

Result<std::vector<Rule>> user_rules(const std::vector<std::string>& paths, Inspection& inspection) {
  std::vector<Rule> rules;
  for (const std::string& path : paths) {
    if (path.ends_with(".toml")) {
      const std::string text = TRY(read_file(path, k_rule_file_bytes_max));
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

// Names that say the content is compressed, drawn, recorded or compiled.
bool is_opaque(std::string_view name) {
  constexpr std::array<std::string_view, 34> extensions = {
      "png", "jpg", "jpeg",  "gif", "webp", "bmp",  "ico",  "tif",   "tiff", "avif", "mp3", "mp4",
      "avi", "mov", "webm",  "ogg", "wav",  "flac", "woff", "woff2", "ttf",  "otf",  "eot", "bz2",
      "7z",  "rar", "class", "exe", "dll",  "so",   "a",    "o",     "pyc",  "pdf"};
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string extension(name.substr(dot + 1));
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

// The file itself as a secret.
FoundSecret whole_file(const Rule& rule, const SourceFile& file, const std::string& key) {
  FoundSecret secret;
  secret.rule = &rule;
  secret.identity = hmac_sha256_hex(key, file.text());
  secret.confidence = file.info().test ? Confidence::low : rule.confidence;
  secret.places.push_back({file.path(), {{1, 1, 0}, {1, 1, 0}}, {}});
  return secret;
}

constexpr std::string_view k_foreign_rules_name = ".gitleaks.toml";

// What files with a meaning of their own in the scanned root tell.
struct FolderFacts : SecretFacts {
  bool partial = false;        // an ignore list of a scan that looks only at what changed
  bool foreign_rules = false;  // rules of another scanner that were not asked for
};

class SecretsScanner : public Scanner {
 public:
  SecretsScanner(Inspection inspection, std::optional<history::Options> history, const ScannerOptions& options)
      : m_inspection(std::move(inspection)),
        m_history(std::move(history)),
        m_keystores(options.builtin_rules),
        m_foreign_rules(std::any_of(options.rule_paths.begin(), options.rule_paths.end(), [](const std::string& path) {
          return path.ends_with(k_foreign_rules_name);
        })) {}

  std::string_view name() const override { return "secrets"; }

  bool wants(const FileInfo& file) const override { return !is_opaque(file.name()); }

  void scan_file(ScanContext& context, const SourceFile& file) const override {
    auto facts = std::make_unique<SecretFacts>();
    if (file.path() == k_ignore_list_name) return keep_ignore_list(context, file);
    if (file.path() == k_foreign_rules_name && !m_foreign_rules) {
      auto rules = std::make_unique<FolderFacts>();
      rules->foreign_rules = true;
      context.keep(std::move(rules));
    }
    if (is_packed(file.info().name())) {
      visit_packed(file.text(), file.info(), context, [&](const SourceFile& inner) {
        for (FoundSecret& secret : found_in(inner, context)) facts->secrets.push_back(std::move(secret));
      });
    } else {
      facts->secrets = found_in(file, context);
      if (file.traits().binary && facts->secrets.empty()) return context.skipped("binary");
    }
    if (!facts->secrets.empty()) context.keep(std::move(facts));
    context.scanned(file.text().size());
  }

  void scan_project(ScanContext& context,
                    const std::vector<std::unique_ptr<FileFacts>>& facts) const override {
    SecretPlaces places;
    for (const auto& fact : facts) {
      for (const FoundSecret& secret : static_cast<const SecretFacts&>(*fact).secrets) places.add(secret);
    }
    std::vector<FoundSecret> old;
    if (m_history) old = history::search(*m_history, m_inspection, context);
    for (const FoundSecret& secret : old) places.add(secret);
    std::vector<Finding> findings = places.findings();
    for (const auto& fact : facts) {
      if (const auto* folder = dynamic_cast<const FolderFacts*>(fact.get())) apply(*folder, findings, context);
    }
    for (Finding& finding : findings) context.report(std::move(finding));
  }

  std::string masked(std::string text, const FileInfo& info) const override {
    return masked_text(SourceFile(info, std::move(text), {}), m_inspection);
  }

  std::vector<RuleInfo> rules() const override {
    std::vector<RuleInfo> infos;
    for (const Engine& engine : m_inspection.engines) {
      for (const Rule& rule : engine.rules()) infos.push_back(info_of(rule));
    }
    for (const Rule& rule : m_inspection.file_rules) infos.push_back(info_of(rule));
    if (m_keystores) {
      for (const Rule& rule : keystore_rules()) infos.push_back(info_of(rule));
    }
    std::sort(infos.begin(), infos.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
    return infos;
  }

 private:
  std::vector<FoundSecret> found_in(const SourceFile& file, ScanContext& context) const {
    const std::string& key = m_inspection.fingerprint_key;
    std::vector<FoundSecret> found;
    if (!file.traits().binary) {
      found = secrets_of(file, m_inspection, context);
    } else if (const Rule* rule = m_keystores ? keystore_rule(file.text()) : nullptr) {
      found.push_back(whole_file(*rule, file, key));
    }
    for (const Rule& rule : m_inspection.file_rules) {
      const Conditions& conditions = m_inspection.conditions.at(rule.id);
      if (conditions.admit({file.path(), {}, {}, {}})) found.push_back(whole_file(rule, file, key));
    }
    return found;
  }

  Inspection m_inspection;
  static void keep_ignore_list(ScanContext& context, const SourceFile& file) {
    auto list = std::make_unique<FolderFacts>();
    list->ignore_list = file.text();
    list->partial = !file.info().blob_id.empty();
    context.keep(std::move(list));
    context.scanned(file.text().size());
  }

  void apply(const FolderFacts& folder, std::vector<Finding>& findings, ScanContext& context) const {
    if (folder.foreign_rules) {
      context.note(NoticeKind::suppression, "these rules are not used: give them with --rules if you trust them",
                   std::string(k_foreign_rules_name));
    }
    if (folder.ignore_list.empty()) return;
    const auto is_whole = [](const git::History& history) { return !history.shallow && !history.partial; };
    const bool history = m_history && is_whole(m_history->request.history);
    IgnoreList::parse(folder.ignore_list).apply(findings, {!folder.partial, history}, context);
  }

  std::optional<history::Options> m_history;
  bool m_keystores;      // look for these as well
  bool m_foreign_rules;  // were asked for
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
  for (const std::string& pattern : config.allowed_secrets) made.settings += "allow " + pattern + "\n";
  for (const std::string& path : options.rule_paths) {  // their conditions are no part of the rules
    if (path.ends_with(".toml")) made.settings += read_file(path, k_rule_file_bytes_max).value_or("") + "\n";
  }
  return made;
}

}  // namespace

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options) {
  Inspection inspection;
  inspection.fingerprint_key = options.fingerprint_key;
  inspection.limits = options.limits;
  if (options.builtin_rules) inspection.engines.push_back(builtin_engine());
  if (auto own = TRY(user_rules(options.rule_paths, inspection)); !own.empty()) {
    inspection.engines.push_back(TRY(Engine::build(std::move(own))));
  }
  for (const std::string& pattern : options.config->allowed_secrets) {
    inspection.allowed.push_back(TRY(Regex::compile(pattern)));
  }
  return std::unique_ptr<Scanner>(
      std::make_unique<SecretsScanner>(std::move(inspection), history_options(options), options));
}

}  // namespace codelake::secrets
