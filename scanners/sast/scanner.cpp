// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "core/file_type.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/findings.h"
#include "scanners/sast/formula_reader.h"
#include "scanners/sast/rule_set.h"
#include "scanners/sast/settings/settings_files.h"
#include "scanners/sast/taint.h"
#include "scanners/sast/unheeded.h"

#include <algorithm>
#include <optional>

namespace codelake::sast {

// The plugin's entry point; scanners/CMakeLists.txt calls it by this name.
Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

class SastScanner final : public Scanner {
 public:
  SastScanner(const ScannerOptions& options, RuleSet rules)
      : m_limits(options.limits), m_threads(options.threads), m_rules(std::move(rules)) {
    m_has_text_rules = std::any_of(m_rules.rules().begin(), m_rules.rules().end(), [](const Rule& rule) {
      const auto& words = rule.info.languages;
      return std::any_of(words.begin(), words.end(), is_text_language);
    });
  }

  std::string_view name() const override { return "sast"; }

  bool wants(const FileInfo& file) const override {
    return is_programming_language(file.language) || m_rules.language(file.language) != nullptr || m_has_text_rules;
  }

  void prepare(const std::vector<FileInfo>& files, ReadFile read) override {
    m_settings = std::make_unique<SettingsFiles>(files, std::move(read));
  }

  void scan_file(ScanContext& context, const SourceFile& file) const override {
    const syntax::Language* language = m_rules.language(file.language());
    if (const auto reason = skip_reason(file, language); !reason.empty()) {
      if (reason == "language not supported") note_unsupported(context, file);
      return context.skipped(reason);
    }
    if (language != nullptr) {
      scan_code(context, file, *language);
    } else {
      scan_text(context, file, nullptr);
    }
    context.scanned(file.text().size(), file.language());
  }

  void scan_project(ScanContext& context, const std::vector<std::unique_ptr<FileFacts>>& facts) const override {
    for (const Rule& rule : m_rules.rules()) {
      for (const std::string& what : unheeded(rule)) context.note(NoticeKind::skipped, "rule '" + rule.info.id + "': " + what);
    }
    std::vector<const TaintFile*> files;
    for (const auto& fact : facts) files.push_back(static_cast<const TaintFile*>(fact.get()));
    TaintReport report = follow_taint(files, m_threads);
    for (Finding& finding : report.findings) context.report(std::move(finding));
    for (const Rule* rule : report.limits_hit) {
      context.note(NoticeKind::limit, "rule '" + rule->info.id + "' followed too many values: some ways were not looked at");
    }
  }

  std::vector<RuleInfo> rules() const override {
    std::vector<RuleInfo> all;
    for (const Rule& rule : m_rules.rules()) all.push_back(rule.info);
    std::stable_sort(all.begin(), all.end(),
                     [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
    return all;
  }

 private:
  std::string_view skip_reason(const SourceFile& file, const syntax::Language* language) const {
    if (file.info().vendored) return "vendored";
    if (language == nullptr && !m_has_text_rules) return "language not supported";
    if (file.traits().binary) return "binary";
    if (file.traits().minified) return "minified";
    if (file.traits().generated) return "generated";
    if (file.text().size() > m_limits.sast_file_bytes_max) return "too large";
    return {};
  }

  static void note_unsupported(ScanContext& context, const SourceFile& file) {
    LanguageCoverage& numbers = context.numbers().languages[std::string(file.language())];
    numbers.supported = false;
    numbers.bytes_not_parsed += file.text().size();
  }

  static LanguageRules::Candidates candidates(ScanContext& context, const LanguageRules& rules, const SourceFile& file) {
    LanguageRules::Candidates found = rules.candidates(file.text(), file.path());
    // A rule of ours that does not compile is a bug; the tests compile them all, and here it is said, not
    // passed over.
    for (const RuleError& error : found.errors) context.note(NoticeKind::internal, error.text());
    return found;
  }

  void scan_code(ScanContext& context, const SourceFile& file, const syntax::Language& language) const {
    const LanguageRules& rules = m_rules.rules_of(language);
    LanguageCoverage& numbers = context.numbers().languages[std::string(language.name())];
    numbers.rules = rules.size();
    const auto wanted = candidates(context, rules, file);
    if (wanted.rules.empty() && !rules.follows_data()) return scan_text(context, file, nullptr);
    const syntax::Tree& tree = syntax::tree_of(file, language, m_limits.tree_depth_max);
    note_errors(context, tree, numbers);
    const FileView view(tree, settings_for(file));
    const Subject subject(file.text(), &view);
    report(context, file, &view, run_rules(wanted.rules, subject, m_limits.match_steps_max));
    scan_text(context, file, &view);
    if (!rules.follows_data()) return;
    // A file without a source or sink of its own still carries what others hand to its functions.
    auto facts = read_taint(wanted, subject, m_limits.match_steps_max);
    facts->in_tests = file.info().test;
    if (facts->graph.limit_hit) context.note(NoticeKind::limit, "too much code to follow data through: some was left out");
    context.keep(std::move(facts));
  }

  SettingsOf settings_for(const SourceFile& file) const {
    if (m_settings == nullptr) return {};
    return [this, &file](std::string_view name) { return m_settings->find(name, file.path()); };
  }

  void scan_text(ScanContext& context, const SourceFile& file, const FileView* view) const {
    if (!m_has_text_rules) return;
    const auto wanted = candidates(context, m_rules.text_rules(), file);
    report(context, file, view, run_rules(wanted.rules, {file.text(), nullptr}, m_limits.match_steps_max));
  }

  static void note_errors(ScanContext& context, const syntax::Tree& tree, LanguageCoverage& numbers) {
    if (tree.depth_limit_hit)
      context.note(NoticeKind::limit, "nested too deeply: the innermost code was not looked at");
    if (tree.error_count == 0) return;
    numbers.files_partly_parsed += 1;
    numbers.bytes_not_parsed += tree.error_bytes;
    const std::uint64_t size = std::max<std::uint64_t>(tree.source.size(), 1);
    const std::uint64_t tenths = tree.error_bytes * 1000 / size;
    context.note(NoticeKind::partly_parsed, std::to_string(tree.error_count) +
                                                " syntax errors: " + std::to_string(tree.error_bytes) +
                                                " bytes (" + std::to_string(tenths / 10) + "." +
                                                std::to_string(tenths % 10) + " %) were not looked at");
  }

  void report(ScanContext& context, const SourceFile& file, const FileView* view,
              const std::vector<RuleMatches>& all) const {
    for (const RuleMatches& found : all) {
      const std::string& id = found.rule->info.id;
      if (found.limit_hit)
        context.note(NoticeKind::limit,
                     "rule '" + id + "' needed too many steps: it was given up on this file");
      std::size_t count = 0;
      for (const Match& match : found.matches) {
        if (++count > m_limits.findings_per_rule_and_file_max) {
          context.note(NoticeKind::limit, "rule '" + id + "' found more than " +
                                              std::to_string(m_limits.findings_per_rule_and_file_max) +
                                              " places: the rest was left out");
          break;
        }
        const std::string symbol = view == nullptr ? std::string() : enclosing_symbol(*view, match);
        context.report(make_finding(*found.rule, match, {file.path(), file.text(), file.lines(), symbol, file.info().test}));
      }
    }
  }

  Limits m_limits;
  std::size_t m_threads;
  RuleSet m_rules;
  std::unique_ptr<SettingsFiles> m_settings;
  bool m_has_text_rules = false;
};

bool disabled(const Rule& rule, const Config& config) {
  return std::any_of(config.disabled_rules.begin(), config.disabled_rules.end(),
                     [&](const std::string& pattern) { return fits_wildcard(pattern, rule.info.id); });
}

void override_severity(Rule& rule, const Config& config) {
  for (const auto& [pattern, severity] : config.rule_severity) {
    if (fits_wildcard(pattern, rule.info.id)) rule.info.severity = severity;
  }
}

}  // namespace

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options) {
  const RuleCache cache(options.cache_directory, options.rule_paths);
  UserRules given = TRY(read_user_rules(options.rule_paths, cache, options.threads));
  std::vector<Rule> all = std::move(given.rules);
  std::vector<RuleError> errors = std::move(given.errors);
  if (options.builtin_rules) {
    std::vector<Rule> own = TRY(builtin_rules());
    all.insert(all.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
  }
  std::erase_if(all, [&](const Rule& rule) { return disabled(rule, *options.config); });
  for (Rule& rule : all) override_severity(rule, *options.config);
  RuleSet rules(std::move(all));
  // Rules of the user are compiled now, so that every error is said before the first file is read.
  const std::vector<RuleError> more = rules.check(RuleSet::Which::given);
  errors.insert(errors.end(), more.begin(), more.end());
  // Rules that the configuration disables were not looked at.
  if (!given.all_known && options.config->disabled_rules.empty()) cache.keep(given.images(errors));
  if (!errors.empty()) return fail(joined(errors));
  return std::make_unique<SastScanner>(options, std::move(rules));
}

}  // namespace codelake::sast
