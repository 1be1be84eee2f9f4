// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "core/build_id.h"
#include "core/file_type.h"
#include "core/hash.h"
#include "core/record.h"
#include "scanners/sast/behind_option.h"
#include "scanners/sast/builtin.h"
#include "scanners/sast/file_look.h"
#include "scanners/sast/findings.h"
#include "scanners/sast/look_cache.h"
#include "scanners/sast/look_record.h"
#include "scanners/sast/module_roots.h"
#include "scanners/sast/rule_set.h"
#include "scanners/sast/settings/settings_files.h"
#include "scanners/sast/taint.h"
#include "scanners/sast/test_support.h"
#include "scanners/sast/unheeded.h"

#include <algorithm>
#include <optional>
#include <set>

namespace codelake::sast {

// The plugin's entry point; scanners/CMakeLists.txt calls it by this name.
Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

struct LoadedRules {
  RuleCache kept;  // what rules that were not read yet lie in
  RuleSet rules;
  std::string identity;  // everything a look at a file depends on besides the file itself
};

class SastScanner final : public Scanner {
 public:
  SastScanner(const ScannerOptions& options, LoadedRules loaded)
      : m_limits(options.limits),
        m_threads(options.threads),
        m_given_rules(!options.rule_paths.empty()),
        m_kept(std::move(loaded.kept)),
        m_rules(std::move(loaded.rules)),
        m_cache({options.cache_directory, options.root, std::move(loaded.identity), options.whole}) {}

  std::string_view name() const override { return "sast"; }

  bool wants(const FileInfo& file) const override {
    return is_programming_language(file.language) || m_rules.language(file.language) != nullptr || has_text_rules(file.path);
  }

  void prepare(const std::vector<FileInfo>& files, ReadFile read) override {
    for (const FileInfo& file : files) {
      if (const syntax::Language* language = m_rules.language(file.language); language != nullptr) m_met.insert(language);
    }
    m_roots = module_roots(files, read);
    m_settings = std::make_unique<SettingsFiles>(files, std::move(read));
  }

  void scan_file(ScanContext& context, const SourceFile& file) const override {
    const syntax::Language* language = m_rules.language(file.language());
    if (const auto reason = skip_reason(file, language); !reason.empty()) {
      if (reason == "language not supported") note_unsupported(context, file);
      return context.skipped(reason);
    }
    FileLook look = look_at(context, file, language);
    if (language != nullptr) {
      LanguageCoverage& numbers = context.numbers().languages[std::string(language->name())];
      numbers.rules = m_rules.rules_of(*language).size();
      note_errors(context, look, file.text().size(), numbers);
    }
    for (const FileLook::Found& found : look.found) report(context, file, found);
    if (look.taint != nullptr) {
      look.taint->in_tests = in_tests(file);
      if (look.taint->graph.limit_hit) context.note(NoticeKind::limit, "too much code to follow data through: some was left out");
      context.keep(std::move(look.taint));
    }
    context.scanned(file.text().size(), file.language());
  }

  void scan_project(ScanContext& context, const std::vector<std::unique_ptr<FileFacts>>& facts) const override {
    if (m_given_rules) note_rules(context);
    std::vector<const TaintFile*> files;
    for (const auto& fact : facts) files.push_back(static_cast<const TaintFile*>(fact.get()));
    TaintReport report = follow_taint(files, m_threads, {}, m_roots);
    for (Finding& finding : report.findings) context.report(std::move(finding));
    for (const Rule* rule : report.limits_hit) {
      context.note(NoticeKind::limit, "rule '" + rule->info.id + "' followed too many values: some ways were not looked at");
    }
    if (report.imports_limit_hit) {
      context.note(NoticeKind::limit, "a module leads to too many others by its imports: data was not followed into the farther ones");
    }
    m_cache.finish();
    if (m_cache.damaged()) context.note(NoticeKind::skipped, "the cache of code is damaged and was dropped; everything is looked at again");
    if (const auto count = m_cache.left_out(); count > 0) {
      context.note(NoticeKind::skipped, "the cache of code is full: the next scan looks at " + std::to_string(count) + (count == 1 ? " file" : " files") + " again");
    }
  }

  std::vector<RuleInfo> rules() const override {
    return described([](std::string_view) { return true; });
  }

  std::vector<RuleInfo> rules_named(const std::set<std::string_view>& ids) const override {
    return described([&](std::string_view id) { return ids.contains(id); });
  }

 private:
  // Of those for text of any kind.
  bool has_text_rules(std::string_view path) const { return m_rules.text_rules().size() > 0 && m_rules.text_rules().concern(path); }

  static bool in_tests(const SourceFile& file) { return file.info().test || is_test_support(file.path()); }

  std::string_view skip_reason(const SourceFile& file, const syntax::Language* language) const {
    if (file.info().vendored) return "vendored";
    if (language == nullptr && !has_text_rules(file.path())) return "language not supported";
    if (file.traits().binary) return "binary";
    if (file.traits().minified) return "minified";
    if (file.traits().generated) return "generated";
    if (file.text().size() > m_limits.sast_file_bytes_max) return "too large";
    return {};
  }

  template <class Wanted>
  std::vector<RuleInfo> described(Wanted wanted) const {
    const RuleShelf& shelf = m_rules.shelf();
    std::vector<RuleInfo> all;
    for (std::size_t place = 0; place < shelf.size(); ++place) {
      if (wanted(shelf.id(place))) all.push_back(shelf.describe(place));
    }
    std::stable_sort(all.begin(), all.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
    return all;
  }

  // Of the rules of the user for the languages there are: what changes nothing in them, and how many of those that were kept
  // are no rules any more. Of our own there is nothing to say.
  void note_rules(ScanContext& context) const {
    const auto note = [&](const LanguageRules& rules) {
      if (const std::size_t lost = rules.size() - rules.rules().size(); lost > 0) {
        context.note(NoticeKind::limit, std::to_string(lost) + " rules that were kept from an earlier scan cannot be read and were not "
                                        "run; remove the cache folder and scan again");
      }
      for (const Rule* rule : rules.rules()) {
        if (rule->info.builtin) continue;
        for (const std::string& what : unheeded(*rule)) context.note(NoticeKind::skipped, "rule '" + rule->info.id + "': " + what);
      }
    };
    for (const syntax::Language* language : m_met) note(m_rules.rules_of(*language));
    note(m_rules.text_rules());
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

  // What an earlier scan found in the same text, or a look of its own, which is kept.
  FileLook look_at(ScanContext& context, const SourceFile& file, const syntax::Language* language) const {
    if (!m_cache.is_on()) return look(context, file, {language, settings_for(file)});
    const std::string key = LookCache::key_of(file.text(), file.language());
    if (const auto record = m_cache.find(file.path(), key)) {
      if (auto known = read_look(*record, {file.text(), m_rules, language, settings_for(file)})) return std::move(*known);
    }
    AskedSettings asked;
    const SettingsOf settings = [&, inner = settings_for(file)](std::string_view name) {
      const Settings* const found = inner ? inner(name) : nullptr;
      asked.emplace_back(name, digest_of(found));
      return found;
    };
    const std::size_t notices = context.notices.size();
    FileLook fresh = look(context, file, {language, settings});
    if (context.notices.size() == notices) m_cache.keep(file.path(), key, write_look(fresh, asked));
    return fresh;
  }

  struct Reading {
    const syntax::Language* language = nullptr;  // null: there are only rules for any text
    SettingsOf settings;
  };

  FileLook look(ScanContext& context, const SourceFile& file, const Reading& reading) const {
    FileLook look;
    if (reading.language == nullptr) {
      look_at_text(context, file, nullptr, look);
      return look;
    }
    const LanguageRules& rules = m_rules.rules_of(*reading.language);
    const auto wanted = candidates(context, rules, file);
    if (wanted.rules.empty() && !rules.follows_data()) {
      look_at_text(context, file, nullptr, look);
      return look;
    }
    const syntax::Tree& tree = syntax::tree_of(file, *reading.language, m_limits.tree_depth_max);
    look.depth_limit_hit = tree.depth_limit_hit;
    look.error_count = tree.error_count;
    look.error_bytes = tree.error_bytes;
    const FileView view(tree, reading.settings);
    const Subject subject(file.text(), &view);
    add(run_rules(wanted.rules, subject, m_limits.match_steps_max), &view, look);
    look_at_text(context, file, &view, look);
    // A file without a source or sink of its own still carries what others hand to its functions.
    if (rules.follows_data()) look.taint = read_taint(wanted, subject, m_limits.match_steps_max);
    return look;
  }

  SettingsOf settings_for(const SourceFile& file) const {
    if (m_settings == nullptr) return {};
    return [this, &file](std::string_view name) { return m_settings->find(name, file.path()); };
  }

  void look_at_text(ScanContext& context, const SourceFile& file, const FileView* view, FileLook& look) const {
    if (!has_text_rules(file.path())) return;
    const auto wanted = candidates(context, m_rules.text_rules(), file);
    add(run_rules(wanted.rules, {file.text(), nullptr}, m_limits.match_steps_max), view, look);
  }

  void add(std::vector<RuleMatches> all, const FileView* view, FileLook& look) const {
    for (RuleMatches& one : all) {
      FileLook::Found& found = look.found.emplace_back();
      found.rule = one.rule;
      found.limit_hit = one.limit_hit;
      found.more = one.matches.size() > m_limits.findings_per_rule_and_file_max;
      if (found.more) one.matches.resize(m_limits.findings_per_rule_and_file_max);
      for (Match& match : one.matches) {
        std::string symbol = view == nullptr ? std::string() : enclosing_symbol(*view, match);
        const bool behind_option = view != nullptr && one.rule->options.lowered_behind_option && is_behind_option(*view, match);
        found.places.push_back({std::move(match), std::move(symbol), behind_option});
      }
    }
  }

  static void note_errors(ScanContext& context, const FileLook& look, std::size_t text_bytes, LanguageCoverage& numbers) {
    if (look.depth_limit_hit)
      context.note(NoticeKind::limit, "nested too deeply: the innermost code was not looked at");
    if (look.error_count == 0) return;
    numbers.files_partly_parsed += 1;
    numbers.bytes_not_parsed += look.error_bytes;
    const std::uint64_t tenths = look.error_bytes * 1000 / std::max<std::uint64_t>(text_bytes, 1);
    context.note(NoticeKind::partly_parsed, std::to_string(look.error_count) +
                                                " syntax errors: " + std::to_string(look.error_bytes) +
                                                " bytes (" + std::to_string(tenths / 10) + "." +
                                                std::to_string(tenths % 10) + " %) were not looked at");
  }

  void report(ScanContext& context, const SourceFile& file, const FileLook::Found& found) const {
    const std::string& id = found.rule->info.id;
    if (found.limit_hit)
      context.note(NoticeKind::limit,
                   "rule '" + id + "' needed too many steps: it was given up on this file");
    if (found.more)
      context.note(NoticeKind::limit, "rule '" + id + "' found more than " +
                                          std::to_string(m_limits.findings_per_rule_and_file_max) +
                                          " places: the rest was left out");
    for (const auto& [match, symbol, behind_option] : found.places) {
      context.report(make_finding(*found.rule, match, {file.path(), file.text(), file.lines(), symbol, in_tests(file), behind_option}));
    }
  }

  Limits m_limits;
  std::size_t m_threads;
  bool m_given_rules;
  RuleCache m_kept;  // outlives the rules
  RuleSet m_rules;
  mutable LookCache m_cache;
  std::unique_ptr<SettingsFiles> m_settings;
  std::vector<flow::ModuleRoot> m_roots;
  std::set<const syntax::Language*> m_met;
};

// Everything a look at a file depends on besides the file itself: the rules are those of the program and of these files,
// less those that are disabled.
std::string identity_of(const ScannerOptions& options, const UserRules& given) {
  RecordWriter writer;
  writer.text(build_id());
  writer.number(options.limits.tree_depth_max);
  writer.number(options.limits.match_steps_max);
  writer.number(options.limits.findings_per_rule_and_file_max);
  writer.number(options.builtin_rules ? 1 : 0);
  writer.number(given.files.size());
  for (const UserRules::File& file : given.files) {
    writer.text(file.path);
    writer.text(file.key);
  }
  for (const std::string& pattern : options.config->disabled_rules) writer.text(pattern);
  return sha256_hex(writer.bytes);
}

}  // namespace

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options) {
  RuleCache cache(options.cache_directory, options.rule_paths);
  UserRules given = TRY(read_user_rules(options.rule_paths, cache, options.threads));
  std::string identity = identity_of(options, given);
  std::vector<RuleError> errors = given.errors;
  RuleShelf shelf((RuleChanges(*options.config)));
  given.move_to(shelf);
  if (options.builtin_rules) add_builtin_rules(shelf);
  RuleSet rules(std::move(shelf));
  // Rules of the user are compiled now, so that every error is said before the first file is read.
  const std::vector<RuleError> more = rules.check(RuleSet::Which::given, options.threads);
  errors.insert(errors.end(), more.begin(), more.end());
  // Rules that the configuration disables were not looked at.
  if (!given.all_known && options.config->disabled_rules.empty()) cache.keep(given.images(errors));
  if (!errors.empty()) return fail(joined(errors));
  return std::make_unique<SastScanner>(options, LoadedRules{std::move(cache), std::move(rules), std::move(identity)});
}

}  // namespace codelake::sast
