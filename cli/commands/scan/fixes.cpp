// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/scan/fixes.h"

#include "core/encoding.h"
#include "core/file.h"
#include "core/text_diff.h"
#include "scanners/sast/autofix.h"
#include "scanners/scan.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

namespace codelake::cli::scan {

namespace {

namespace fs = std::filesystem;

class Plan {
 public:
  explicit Plan(const Fixing& fixing) : m_fixing(fixing), m_languages(syntax::all_languages()) {}

  void add(const std::string& path, const std::vector<Finding>& findings) {
    const auto& files = m_fixing.found.files;
    const auto info = std::find_if(files.begin(), files.end(), [&](const FileInfo& file) { return file.path == path; });
    if (info == files.end()) return;
    auto bytes = m_fixing.found.read(*info, info->size_bytes);
    if (!bytes || bytes->size() != info->size_bytes) return refuse(path, "it changed while it was looked at");
    Decoded decoded = decode(*bytes, path);
    // What stands before the text is a byte-order mark; where the text is no part of the bytes, they are UTF-16.
    if (!bytes->ends_with(decoded.text)) return refuse(path, "it is no UTF-8 text");
    const std::string mark = bytes->substr(0, bytes->size() - decoded.text.size());
    const sast::Autofix fixed = sast::autofix(decoded.text, findings, [&](const std::string& text) {
      return look(*info, text, decoded.traits);
    });
    for (const std::string& rule : fixed.unsettled) refuse(path, "the fixes of rule '" + rule + "' never come to an end");
    if (fixed.count == 0) return;
    const SourceFile file(*info, decoded.text, decoded.traits);
    if (const syntax::Language* language = language_named(file.language());
        language != nullptr && !sast::reads_as_well(*language, decoded.text, fixed.text))
      return refuse(path, "it would have a syntax error afterwards");
    m_fixes.files.push_back({path, std::move(*bytes), mark + fixed.text, fixed.count});
  }

  Fixes take() { return std::move(m_fixes); }

 private:
  void refuse(const std::string& path, const std::string& reason) {
    m_fixes.refused.push_back(path + ": not fixed: " + reason);
  }

  std::vector<Finding> look(const FileInfo& info, const std::string& text, const FileTraits& traits) const {
    const SourceFile file(info, text, traits);
    std::vector<Finding> findings = look_at(file, m_fixing.scanner);
    m_fixing.suppress(findings);
    return findings;
  }

  const syntax::Language* language_named(std::string_view name) const {
    const auto found = std::find_if(m_languages.begin(), m_languages.end(),
                                    [&](const auto& language) { return language->name() == name; });
    return found == m_languages.end() ? nullptr : found->get();
  }

  const Fixing& m_fixing;
  std::vector<std::unique_ptr<syntax::Language>> m_languages;
  Fixes m_fixes;
};

// Why a file may not be written to; nothing when it may.
std::optional<std::string> obstacle(const std::string& root, const FixedFile& file) {
  const fs::path path = fs::path(root) / file.path;
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(path, error))) return "it is no regular file";
  if (fs::canonical(path.parent_path(), error) != path.parent_path().lexically_normal() || error)
    return "it lies elsewhere, by a symbolic link";
  const auto now = read_file(path.string(), file.before.size());
  if (!now || *now != file.before) return "it changed while it was looked at";
  return std::nullopt;
}

}  // namespace

std::size_t Fixes::count() const {
  std::size_t all = 0;
  for (const FixedFile& file : files) all += file.count;
  return all;
}

std::string masked_diff(const std::vector<FixedFile>& files, const MaskText& mask) {
  std::string text;
  for (const FixedFile& file : files) {
    text += unified_diff(mask(file.before, file.path), mask(file.after, file.path), mask(file.path, ""));
  }
  return text;
}

Fixes plan_fixes(const Fixing& fixing, const std::vector<Finding>& findings) {
  std::map<std::string, std::vector<Finding>> by_path;
  for (const Finding& finding : findings) {
    if (finding.replacement && !finding.suppression) by_path[finding.path].push_back(finding);
  }
  Plan plan(fixing);
  for (const auto& [path, its_findings] : by_path) plan.add(path, its_findings);
  return plan.take();
}

Result<void> write_fixes(const std::string& root, Fixes& fixes) {
  std::vector<FixedFile> written;
  for (FixedFile& file : fixes.files) {
    if (const auto reason = obstacle(root, file)) {
      fixes.refused.push_back(file.path + ": not fixed: " + *reason);
      continue;
    }
    TRY(write_file_atomically((fs::path(root) / file.path).string(), file.after));
    written.push_back(std::move(file));
  }
  fixes.files = std::move(written);
  return {};
}

}  // namespace codelake::cli::scan
