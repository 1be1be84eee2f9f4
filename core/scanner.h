// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/config.h"
#include "core/coverage.h"
#include "core/finding.h"
#include "core/git.h"
#include "core/limits.h"
#include "core/notice.h"
#include "core/package.h"
#include "core/result.h"
#include "core/rule_info.h"
#include "core/source_file.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// What a scanner keeps of one file for its project-wide pass (a manifest, a function summary).
struct FileFacts {
  virtual ~FileFacts() = default;
  std::string path;  // set by ScanContext::keep
};

// Where a scanner puts what it found; one for each job, merged in the order of paths, so that results do not depend on
// threads. Not shared between threads.
class ScanContext {
 public:
  ScanContext(std::string_view scanner, std::string_view path) : m_scanner(scanner), m_path(path) {}

  void report(Finding finding) { findings.push_back(std::move(finding)); }
  void report(Package package) { packages.push_back(std::move(package)); }
  // The scanner and, when `path` is empty, the file are filled in.
  void note(NoticeKind kind, std::string message, std::string path = {});
  void keep(std::unique_ptr<FileFacts> fact);

  // The file was looked at; `bytes` of it, in a language or format of that name.
  void scanned(std::uint64_t bytes, std::string_view language = {});
  // The file is of a kind this scanner is meant for, but was not looked at.
  void skipped(std::string_view reason);
  // This scanner's own numbers.
  ScannerCoverage& numbers() { return coverage.scanners[m_scanner]; }

  std::vector<Finding> findings;
  std::vector<Package> packages;
  std::vector<Notice> notices;
  std::vector<std::unique_ptr<FileFacts>> facts;
  Coverage coverage;
  // The file tells a scan something that no scanner looks for (a comment that suppresses findings), so that it has to be
  // read every time. Set before scan_file().
  bool must_be_read = false;

 private:
  std::string m_scanner;
  std::string m_path;
};

// The text of a file of the scan; none when it cannot be read. Safe from several threads.
using ReadFile = std::function<std::optional<std::string>(const FileInfo&)>;

// A capability of the program. Const and shared by all threads once made; knows nothing of other scanners.
class Scanner {
 public:
  virtual ~Scanner() = default;

  // The word of --types: "sast", "sca", "secrets" …
  virtual std::string_view name() const = 0;

  // Told which files there are, before the first one is looked at; `read` lives as long as the scan. For a scanner that
  // needs to look into another file than the one it is given.
  virtual void prepare(const std::vector<FileInfo>& files, ReadFile read);

  // Whether to read the file for this scanner; decided without a byte of it. A file that no scanner wants is not read.
  virtual bool wants(const FileInfo& file) const = 0;

  // Puts into `context` what scan_file() would, when that is known of an earlier scan of the same content, so that
  // the file need not be read; false, with nothing put there, when it is not.
  virtual bool recall(ScanContext& context, const FileInfo& file) const;

  // Looks at one file it wanted: must end in exactly one of context.scanned() and context.skipped().
  virtual void scan_file(ScanContext& context, const SourceFile& file) const = 0;

  // Whether to be shown a file it does not want, for what it keeps of it (which packages a source file uses). A glance
  // counts nowhere: a file that was only glanced at was not looked at.
  virtual bool glances_at(const FileInfo& file) const;
  virtual void glance(ScanContext& context, const SourceFile& file) const;

  // Looks at the whole, after all files; `facts` are this scanner's own, sorted by path. Runs on one thread.
  virtual void scan_project(ScanContext& context, const std::vector<std::unique_ptr<FileFacts>>& facts) const;

  // A text of the file (or of none: an empty path) that is about to leave the program, without what it would be wrong to
  // print: the secrets in it. Keeps the number of lines. The text as it is by default.
  virtual std::string masked(std::string text, const FileInfo& file) const;

  // Every rule that can fire, for `explain`, `rules list` and the reports; sorted by id.
  virtual std::vector<RuleInfo> rules() const = 0;
  // Those of these ids, sorted by id.
  virtual std::vector<RuleInfo> rules_named(const std::set<std::string_view>& ids) const;
};

// The history of a repository, for scanners that look at more than the files of today.
struct HistoryRequest {
  git::History history;
  std::string prefix;  // of the scanned folder below the top of the repository; empty, or ends with '/'
  bool bare = false;   // there is no work tree
};

// What a scanner is made from. Making one reads rules and databases; a rule error surfaces here.
struct ScannerOptions {
  const Config* config = nullptr;             // never null
  Limits limits;
  std::vector<std::string> rule_paths;        // --rules and rules.paths, absolute
  bool builtin_rules = true;
  std::string advisories_directory;           // where `db import` put its index
  std::vector<std::string> vex_paths;         // --vex and sca.vex: files of VEX statements
  std::string cache_directory;                // may be empty: no cache
  std::string root;                           // what is scanned, absolute: what caches are told apart by
  bool whole = true;                          // all files are looked at; false: only some that changed
  std::string fingerprint_key;                // keyed hash of secrets; same key, same fingerprints
  std::optional<HistoryRequest> history;      // --history; without it scanners look at files only
  std::size_t threads = 1;                    // for project-wide passes
  const std::atomic<bool>* interrupted = nullptr;  // when it becomes true, project-wide passes end early
  std::string now;                            // RFC 3339 UTC; for the age of data, never for results
};

}  // namespace codelake
