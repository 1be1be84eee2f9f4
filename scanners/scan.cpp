// SPDX-License-Identifier: Apache-2.0
#include "scanners/scan.h"

#include "core/check.h"
#include "core/covered.h"
#include "core/encoding.h"
#include "core/file_type.h"
#include "core/fingerprint.h"
#include "core/outgoing.h"
#include "core/thread_pool.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <numeric>
#include <set>
#include <tuple>

namespace codelake {

namespace {

// To move a finding costs more than to compare two, so that each is moved once, and none when they are in order.
void put_in_order(std::vector<Finding>& findings) {
  if (std::is_sorted(findings.begin(), findings.end(), report_order)) return;
  std::vector<Finding*> order;
  order.reserve(findings.size());
  for (Finding& finding : findings) order.push_back(&finding);
  std::sort(order.begin(), order.end(), [](const Finding* a, const Finding* b) { return report_order(*a, *b); });
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (Finding* finding : order) sorted.push_back(std::move(*finding));
  findings = std::move(sorted);
}

FileInfo info_of(const std::string& path) {
  FileInfo info;
  info.path = path;
  info.language = language_of_path(path);
  info.test = is_test_path(path);
  return info;
}

std::string masked(std::string text, const FileInfo& info, const ScanRequest& request) {
  if (text.empty()) return text;
  for (const auto& scanner : request.scanners) text = scanner->masked(std::move(text), info);
  return request.guard ? request.guard->masked(std::move(text), info) : text;
}

// The rules that `rules_of` gives of each scanner, sorted by id.
template <class RulesOf>
std::vector<RuleInfo> merged(const std::vector<std::unique_ptr<Scanner>>& scanners, RulesOf rules_of) {
  const auto before = [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; };
  std::vector<RuleInfo> all;
  for (const auto& scanner : scanners) {
    std::vector<RuleInfo> more = rules_of(*scanner);  // sorted, so that each is moved once for each scanner
    std::vector<RuleInfo> both;
    both.reserve(all.size() + more.size());
    std::merge(std::move_iterator(all.begin()), std::move_iterator(all.end()), std::move_iterator(more.begin()),
               std::move_iterator(more.end()), std::back_inserter(both), before);
    all = std::move(both);
  }
  return all;
}

// What came of one file; one slot for each, filled by whichever thread took it.
struct FileResult {
  std::vector<ScanContext> contexts;  // one for each scanner that wanted the file
  std::vector<std::size_t> scanner;   // its index
  std::vector<InlineSuppression> suppressions;
  std::vector<Notice> notices;
  Coverage coverage;
  bool bug_found = false;
};

class Scan {
 public:
  Scan(const discover::Discovered& files, const ScanRequest& request)
      : m_files(files), m_request(request), m_results(files.files.size()) {}

  ScanOutcome run() {
    for (const auto& scanner : m_request.scanners) {
      scanner->prepare(m_files.files, [this](const FileInfo& file) { return text_of(file); });
    }
    // Large files first, so that no thread is left alone with one at the end.
    std::vector<std::size_t> order(m_results.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return m_files.files[a].size_bytes > m_files.files[b].size_bytes;
    });
    // What leaves the program will be looked at by the guard, which is made ready where a thread would be idle.
    const std::size_t guards = m_request.guard && !order.empty() ? 1 : 0;
    run_in_parallel(order.size() + guards, m_request.threads, [&](std::size_t i) {
      if (stopped()) return;
      if (i == order.size()) return make_ready(*m_request.guard);
      scan_file(m_files.files[order[i]], m_results[order[i]]);
      if (m_request.on_progress) m_request.on_progress(++m_done, order.size());
    });
    ScanOutcome outcome;
    outcome.interrupted = stopped();
    outcome.notices = m_files.notices;
    outcome.coverage = m_files.coverage;
    for (const auto& scanner : m_request.scanners) {
      outcome.coverage.scanners[std::string(scanner->name())].ran = true;
    }
    collect(outcome);
    if (!outcome.interrupted) scan_projects(outcome);
    finish(outcome);
    return outcome;
  }

 private:
  static void make_ready(const Scanner& guard) { static_cast<void>(guard.masked("-", {})); }

  bool stopped() const { return m_request.interrupted != nullptr && m_request.interrupted->load(); }

  void scan_file(const FileInfo& info, FileResult& result) {
    std::vector<std::size_t> wanting;
    std::vector<std::size_t> glancing;
    for (std::size_t i = 0; i < m_request.scanners.size(); ++i) {
      if (m_request.scanners[i]->wants(info))
        wanting.push_back(i);
      else if (m_request.scanners[i]->glances_at(info))
        glancing.push_back(i);
    }
    if (wanting.empty()) {
      result.coverage.files_skipped["no scanner for this kind of file"] += 1;
      if (!glancing.empty()) glance_only(info, glancing, result);
      return;
    }
    recall(info, wanting, result);
    if (wanting.empty() && glancing.empty()) {
      result.coverage.files_read += 1;
      result.coverage.bytes_read += info.size_bytes;
      return;
    }
    read_and_scan(info, wanting, glancing, result);
  }

  // Leaves in `wanting` those that have to look at the file itself.
  void recall(const FileInfo& info, std::vector<std::size_t>& wanting, FileResult& result) {
    if (info.blob_id.empty()) return;
    std::erase_if(wanting, [&](std::size_t index) {
      const Scanner& scanner = *m_request.scanners[index];
      ScanContext context(scanner.name(), info.path);
      if (!scanner.recall(context, info)) return false;
      result.contexts.push_back(std::move(context));
      result.scanner.push_back(index);
      return true;
    });
  }

  void read_and_scan(const FileInfo& info, const std::vector<std::size_t>& wanting,
                     const std::vector<std::size_t>& glancing, FileResult& result) {
    auto bytes = m_files.read(info, m_request.limits.file_bytes_max);
    if (!bytes) {
      result.coverage.files_skipped["unreadable"] += 1;
      result.notices.push_back({NoticeKind::unreadable, "", info.path, bytes.error().cause});
      return;
    }
    result.coverage.files_read += 1;
    result.coverage.bytes_read += bytes->size();
    Decoded decoded = decode(std::move(*bytes), info.path);
    if (decoded.had_invalid_bytes) {
      result.notices.push_back({NoticeKind::encoding, "", info.path, "not valid UTF-8; bytes are taken as they are"});
    }
    const SourceFile file(info, std::move(decoded.text), decoded.traits);
    result.suppressions = inline_suppressions(file, result.notices);
    for (const std::size_t index : wanting) run_scanner(index, file, result);
    for (const std::size_t index : glancing) run_glance(index, file, result);
  }

  // A file that no scanner wants stays a skipped one; one that cannot be read tells nothing.
  void glance_only(const FileInfo& info, const std::vector<std::size_t>& glancing, FileResult& result) {
    auto bytes = m_files.read(info, m_request.limits.file_bytes_max);
    if (!bytes) return;
    Decoded decoded = decode(std::move(*bytes), info.path);
    const SourceFile file(info, std::move(decoded.text), decoded.traits);
    for (const std::size_t index : glancing) run_glance(index, file, result);
  }

  void run_glance(std::size_t index, const SourceFile& file, FileResult& result) {
    const Scanner& scanner = *m_request.scanners[index];
    ScanContext context(scanner.name(), file.path());
    try {
      scanner.glance(context, file);
    } catch (const std::exception& bug) {
      context = ScanContext(scanner.name(), file.path());
      context.note(NoticeKind::internal, bug.what());
      result.bug_found = true;
    }
    result.contexts.push_back(std::move(context));
    result.scanner.push_back(index);
  }

  // One scanner on one file; a bug of ours costs this job alone and is said.
  void run_scanner(std::size_t index, const SourceFile& file, FileResult& result) {
    const Scanner& scanner = *m_request.scanners[index];
    ScanContext context(scanner.name(), file.path());
    context.must_be_read = !result.suppressions.empty() || !result.notices.empty();
    try {
      scanner.scan_file(context, file);
      CODELAKE_CHECK(context.numbers().files_seen == 1);
    } catch (const std::exception& bug) {
      context = ScanContext(scanner.name(), file.path());
      context.note(NoticeKind::internal, bug.what());
      context.skipped("internal error");
      result.bug_found = true;
    }
    result.contexts.push_back(std::move(context));
    result.scanner.push_back(index);
  }

  static void merge(ScanContext& from, ScanOutcome& into) {
    if (into.findings.empty()) into.findings.swap(from.findings);
    std::move(from.findings.begin(), from.findings.end(), std::back_inserter(into.findings));
    if (into.packages.empty()) into.packages.swap(from.packages);  // nearly always all there are
    std::move(from.packages.begin(), from.packages.end(), std::back_inserter(into.packages));
    std::move(from.notices.begin(), from.notices.end(), std::back_inserter(into.notices));
    into.coverage.add(from.coverage);
  }

  void collect(ScanOutcome& outcome) {
    m_facts.resize(m_request.scanners.size());
    for (FileResult& result : m_results) {
      outcome.coverage.add(result.coverage);
      outcome.bug_found = outcome.bug_found || result.bug_found;
      std::move(result.notices.begin(), result.notices.end(), std::back_inserter(outcome.notices));
      std::move(result.suppressions.begin(), result.suppressions.end(), std::back_inserter(m_suppressions));
      for (std::size_t i = 0; i < result.contexts.size(); ++i) {
        auto& facts = m_facts[result.scanner[i]];
        std::move(result.contexts[i].facts.begin(), result.contexts[i].facts.end(), std::back_inserter(facts));
        merge(result.contexts[i], outcome);
      }
    }
  }

  void scan_projects(ScanOutcome& outcome) {
    for (std::size_t i = 0; i < m_request.scanners.size(); ++i) {
      const Scanner& scanner = *m_request.scanners[i];
      // Files are collected in the order of Discovered::files; a caller may have shuffled these.
      std::stable_sort(m_facts[i].begin(), m_facts[i].end(),
                       [](const auto& a, const auto& b) { return a->path < b->path; });
      ScanContext context(scanner.name(), "");
      try {
        scanner.scan_project(context, m_facts[i]);
      } catch (const std::exception& bug) {
        context = ScanContext(scanner.name(), "");
        context.note(NoticeKind::internal, bug.what());
        outcome.bug_found = true;
      }
      merge(context, outcome);
    }
  }

  void finish(ScanOutcome& outcome) {
    put_in_order(outcome.findings);
    set_fingerprints(outcome.findings);
    std::sort(m_suppressions.begin(), m_suppressions.end(), [](const InlineSuppression& a, const InlineSuppression& b) {
      return std::tie(a.path, a.line) < std::tie(b.path, b.line);
    });
    apply_inline(outcome.findings, m_suppressions, [&](const std::string& path) { return text_of(path); });
    if (!outcome.findings.empty() || !m_suppressions.empty()) apply_rules(outcome);
    mask(outcome);
    put_in_order(outcome.findings);  // places may have changed
    const auto package_order = [](const Package& a, const Package& b) {
      return std::tie(a.path, a.ecosystem, a.name, a.version, a.range) <
             std::tie(b.path, b.ecosystem, b.name, b.version, b.range);
    };
    // They most often are, and to move a package is dear.
    if (!std::is_sorted(outcome.packages.begin(), outcome.packages.end(), package_order))
      std::sort(outcome.packages.begin(), outcome.packages.end(), package_order);
    std::sort(outcome.notices.begin(), outcome.notices.end());
    outcome.notices.erase(std::unique(outcome.notices.begin(), outcome.notices.end()), outcome.notices.end());
  }

  void apply_rules(ScanOutcome& outcome) const {
    outcome.rules = rules_for(outcome.findings);
    drop_covered(outcome.findings, *outcome.rules);
    if (outcome.interrupted) return;
    std::vector<std::string> ids;
    for (const RuleInfo& rule : *outcome.rules) ids.push_back(rule.id);
    note_unused(m_suppressions, ids, outcome.notices);
  }

  // A comment that suppresses may name any rule, and a scan of the whole tells of all.
  std::vector<RuleInfo> rules_for(const std::vector<Finding>& findings) const {
    if (m_files.selection.kind == discover::Selection::Kind::tree || !m_suppressions.empty()) return rules_of_all(m_request.scanners);
    std::set<std::string_view> ids;
    for (const Finding& finding : findings) ids.insert(finding.rule_id);
    return merged(m_request.scanners, [&](const Scanner& scanner) { return scanner.rules_named(ids); });
  }

  // From here on nothing holds a secret.
  void mask(ScanOutcome& outcome) const {
    FileInfo info;  // of the path asked for last: most findings in turn are of one file
    const auto mask_text = [&](std::string text, const std::string& path) {
      if (path != info.path) info = info_of(path);
      return masked(std::move(text), info, m_request);
    };
    Outgoing outgoing(mask_text, outcome.findings);
    outgoing.apply(outcome.findings);
    outgoing.apply(outcome.packages);
    for (Notice& notice : outcome.notices) outgoing.apply(notice);
  }

  std::optional<std::string> text_of(const std::string& path) const {
    const auto file = std::find_if(m_files.files.begin(), m_files.files.end(),
                                   [&](const FileInfo& info) { return info.path == path; });
    return file == m_files.files.end() ? std::nullopt : text_of(*file);
  }

  std::optional<std::string> text_of(const FileInfo& file) const {
    auto bytes = m_files.read(file, m_request.limits.file_bytes_max);
    if (!bytes) return std::nullopt;
    return decode(std::move(*bytes), file.path).text;
  }

  const discover::Discovered& m_files;
  const ScanRequest& m_request;
  std::vector<FileResult> m_results;
  std::vector<std::vector<std::unique_ptr<FileFacts>>> m_facts;
  std::vector<InlineSuppression> m_suppressions;
  std::atomic<std::size_t> m_done = 0;
};

}  // namespace

std::string masked(std::string text, const std::string& path, const ScanRequest& request) {
  return masked(std::move(text), info_of(path), request);
}

std::vector<Finding> look_at(const SourceFile& file, const Scanner& scanner) {
  if (!scanner.wants(file.info())) return {};
  ScanContext context(scanner.name(), file.path());
  scanner.scan_file(context, file);
  scanner.scan_project(context, context.facts);
  std::vector<Finding> findings = std::move(context.findings);
  std::sort(findings.begin(), findings.end(), report_order);
  set_fingerprints(findings);
  std::vector<Notice> said_before;
  std::vector<InlineSuppression> suppressions = inline_suppressions(file, said_before);
  apply_inline(findings, suppressions, [&](const std::string&) { return std::optional(std::string(file.text())); });
  return findings;
}

std::vector<RuleInfo> rules_of_all(const std::vector<std::unique_ptr<Scanner>>& scanners) {
  return merged(scanners, [](const Scanner& scanner) { return scanner.rules(); });
}

ScanOutcome scan_files(const discover::Discovered& files, const ScanRequest& request) {
  return Scan(files, request).run();
}

}  // namespace codelake
