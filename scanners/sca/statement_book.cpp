// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/statement_book.h"

#include "core/json.h"
#include "scanners/sca/lockfiles/purl.h"

#include <algorithm>
#include <set>

namespace codelake::sca {

namespace {

constexpr std::size_t k_named_max = 5;  // statements that a notice names

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool pattern_fits(const PackagePattern& pattern, const PackageDetail& package) {
  if (!pattern.ecosystem.empty() && pattern.ecosystem != package.ecosystem) return false;
  if (!pattern.version.empty() && pattern.version != package.version) return false;
  return pattern.name.empty() ||
         canonical_name(package.ecosystem, pattern.name) == canonical_name(package.ecosystem, package.name);
}

std::string reason_of(const StatementFile& file, const Statement& statement) {
  std::string text = statement.decision == Decision::ignored ? "ignored" : std::string(to_text(statement.decision));
  text += " by " + file.path;
  return statement.reason.empty() ? text : text + ": " + statement.reason;
}

}  // namespace

bool is_statement_file(std::string_view path) {
  const std::string_view name = name_of(path);
  if (name == "osv-scanner.toml") return true;
  if (path == ".trivyignore" || path == ".trivyignore.yaml") return true;
  if (!name.ends_with(".json")) return false;
  const std::string_view folder = folder_of(path);
  return folder == ".vex" || folder.ends_with("/.vex") || name == "openvex.json" || name == "vex.json" ||
         name.ends_with(".openvex.json") || name.ends_with(".vex.json");
}

Result<StatementFile> read_statements(std::string path, std::string_view text) {
  const auto readers = all_statement_readers();
  StatementSource source{path, text, nullptr};
  const auto made = [&](const StatementReader& reader) -> Result<StatementFile> {
    Statements statements = TRY(reader.read(source));
    return StatementFile{path, std::string(reader.name()), std::move(statements)};
  };
  for (const auto& reader : readers) {
    if (!reader->file_name().empty() && reader->file_name() == name_of(path)) return made(*reader);
  }
  const yaml::Node json = TRY(parse_json(text, path));
  source.json = &json;
  for (const auto& reader : readers) {
    if (reader->takes(json)) return made(*reader);
  }
  return fail(ErrorKind::usage, "reading VEX statements", path, "this is no OpenVEX, CSAF or CycloneDX document");
}

void StatementBook::add(StatementFile file) {
  const std::size_t number = m_files.size();
  for (std::size_t i = 0; i < file.statements.all.size(); ++i) {
    const Statement& statement = file.statements.all[i];
    std::set<std::string> ids;
    for (const std::string& id : statement.ids) ids.insert(lower(id));
    if (ids.empty()) ids.insert("");
    for (const std::string& id : ids) m_by_id[id].push_back({number, i});
  }
  m_used.emplace_back(file.statements.all.size(), false);
  m_files.push_back(std::move(file));
}

bool StatementBook::expired(const Statement& statement) const {
  return !statement.until.empty() && !m_today.empty() && statement.until <= m_today;
}

bool StatementBook::fits(const Place& place, const Finding& finding) const {
  const Statement& statement = at(place);
  const StatementFile& file = m_files[place.file];
  if (expired(statement)) return false;
  if (file.statements.own_folder && folder_of(file.path) != folder_of(finding.path)) return false;
  const bool anywhere = statement.paths.empty();
  if (!anywhere && std::none_of(statement.paths.begin(), statement.paths.end(), [&](const Glob& glob) { return glob.matches(finding.path); }))
    return false;
  if (statement.packages.empty()) return !statement.names_product;
  return std::any_of(statement.packages.begin(), statement.packages.end(),
                     [&](const PackagePattern& pattern) { return pattern_fits(pattern, *finding.package); });
}

void StatementBook::apply(Finding& finding) {
  if (m_files.empty() || !finding.package) return;
  std::set<Place> places;
  const auto collect = [&](const std::string& id) {
    const auto found = m_by_id.find(id);
    if (found != m_by_id.end()) places.insert(found->second.begin(), found->second.end());
  };
  collect("");
  for (const std::string& id : finding.package->advisory_ids) collect(lower(id));
  const Place* said = nullptr;
  const Place* ignored = nullptr;
  for (const Place& place : places) {
    if (!fits(place, finding)) continue;
    m_used[place.file][place.statement] = true;
    const bool vex = at(place).decision != Decision::ignored;
    if (!vex)
      ignored = &place;
    else if (said == nullptr || at(*said).since <= at(place).since)
      said = &place;
  }
  if (said != nullptr) {
    const Statement& statement = at(*said);
    finding.package->vex_status = to_text(statement.decision);
    finding.package->vex_reason = reason_of(m_files[said->file], statement);
    const bool ends = statement.decision == Decision::not_affected || statement.decision == Decision::fixed;
    if (ends) finding.suppression = Suppression{Suppression::Kind::configuration, finding.package->vex_reason};
  }
  if (ignored != nullptr && !finding.suppression) {
    finding.suppression = Suppression{Suppression::Kind::configuration, reason_of(m_files[ignored->file], at(*ignored))};
  }
}

std::vector<Notice> StatementBook::notices() const {
  std::vector<Notice> notices;
  for (std::size_t i = 0; i < m_files.size(); ++i) {
    const StatementFile& file = m_files[i];
    for (const std::string& odd : file.statements.odd) notices.push_back({NoticeKind::malformed, "", file.path, file.format + ": " + odd});
    std::string names;
    std::size_t unused = 0;
    for (std::size_t j = 0; j < file.statements.all.size(); ++j) {
      const Statement& statement = file.statements.all[j];
      const std::string name = statement.ids.empty() ? statement.packages.front().name : statement.ids.front();
      if (expired(statement)) {
        notices.push_back({NoticeKind::suppression, "", file.path,
                           "line " + std::to_string(statement.line) + ": what it says of " + name + " held until " + statement.until});
      } else if (!m_used[i][j] && ++unused <= k_named_max) {
        names += (names.empty() ? "" : ", ") + name;
      }
    }
    if (unused == 0) continue;
    notices.push_back({NoticeKind::suppression, "", file.path,
                       std::to_string(unused) + " of " + std::to_string(file.statements.all.size()) + " statements fit no finding: " + names +
                           (unused > k_named_max ? " …" : "")});
  }
  return notices;
}

}  // namespace codelake::sca
