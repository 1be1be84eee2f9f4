// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

namespace codelake {

void ScanContext::note(NoticeKind kind, std::string message, std::string path) {
  notices.push_back({kind, m_scanner, path.empty() ? m_path : std::move(path), std::move(message)});
}

void ScanContext::keep(std::unique_ptr<FileFacts> fact) {
  fact->path = m_path;
  facts.push_back(std::move(fact));
}

void ScanContext::scanned(std::uint64_t bytes, std::string_view language) {
  ScannerCoverage& mine = numbers();
  mine.files_seen += 1;
  mine.files_scanned += 1;
  mine.bytes_scanned += bytes;
  if (language.empty()) return;
  LanguageCoverage& numbers_of_language = mine.languages[std::string(language)];
  numbers_of_language.files_scanned += 1;
  numbers_of_language.bytes_scanned += bytes;
}

void ScanContext::skipped(std::string_view reason) {
  ScannerCoverage& mine = numbers();
  mine.files_seen += 1;
  mine.skipped[std::string(reason)] += 1;
}

bool Scanner::glances_at(const FileInfo&) const {
  return false;
}

bool Scanner::recall(ScanContext&, const FileInfo&) const {
  return false;
}

void Scanner::prepare(const std::vector<FileInfo>&, ReadFile) {}

void Scanner::glance(ScanContext&, const SourceFile&) const {}

std::string Scanner::masked(std::string text, const FileInfo&) const {
  return text;
}

std::vector<RuleInfo> Scanner::rules_named(const std::set<std::string_view>& ids) const {
  std::vector<RuleInfo> named = rules();
  std::erase_if(named, [&](const RuleInfo& rule) { return !ids.contains(rule.id); });
  return named;
}

void Scanner::scan_project(ScanContext&, const std::vector<std::unique_ptr<FileFacts>>&) const {}

}  // namespace codelake
