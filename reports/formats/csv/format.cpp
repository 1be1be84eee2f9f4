// SPDX-License-Identifier: Apache-2.0
//
// RFC 4180: CRLF after each record, a field with a comma, quote or line break in quotes, quotes doubled. A spreadsheet
// takes a cell that starts with = + - @ for a formula and would run what a stranger wrote into a file name, so such a
// cell gets an apostrophe in front: `=cmd|x` is written as `'=cmd|x`. Control characters become U+FFFD.
#include "core/report_json.h"
#include "reports/format.h"


namespace codelake::reports::csv {

namespace {

constexpr std::string_view k_header =
    "id,fingerprint,rule_id,type,severity,confidence,status,path,line,column,end_line,end_column,message,cwe,fix,"
    "package_ecosystem,package_name,package_version,package_fixed_version,advisory_ids,secret_provider,secret_redacted,"
    "secret_verification,resource_address,resource_type\r\n";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

std::string safe_text(std::string_view text) {
  std::string safe;
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) safe += '\'';
  for (const char c : valid_utf8(text)) {
    if (is_control(c)) {
      safe += "\xEF\xBF\xBD";
    } else {
      safe += c;
    }
  }
  return safe;
}

// A record under construction.
class Record {
 public:
  Record& add(std::string_view text) {
    const std::string safe = safe_text(text);
    if (!m_first) m_line += ',';
    m_first = false;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
      m_line += safe;
    } else {
      add_quoted(safe);
    }
    return *this;
  }
  Record& add(std::uint32_t number) { return add(std::to_string(number)); }
  std::string line() && { return std::move(m_line) + "\r\n"; }

 private:
  void add_quoted(std::string_view text) {
    m_line += '"';
    for (const char c : text) {
      if (c == '"') m_line += '"';
      m_line += c;
    }
    m_line += '"';
  }

  std::string m_line;
  bool m_first = true;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string cwe_text(const std::vector<int>& cwe) {
  std::vector<std::string> words;
  for (const int id : cwe) words.push_back("CWE-" + std::to_string(id));
  return joined(words);
}

std::string record(const Finding& finding) {
  const PackageDetail package = finding.package.value_or(PackageDetail{});
  const SecretDetail secret = finding.secret.value_or(SecretDetail{});
  const ResourceDetail resource = finding.resource.value_or(ResourceDetail{});
  Record record;
  record.add(finding.id()).add(finding.fingerprint).add(finding.rule_id).add(to_text(finding.type));
  record.add(to_text(finding.severity)).add(to_text(finding.confidence)).add(finding.status()).add(finding.path);
  record.add(finding.range.start.line).add(finding.range.start.column);
  record.add(finding.range.end.line).add(finding.range.end.column);
  record.add(finding.message).add(cwe_text(finding.cwe)).add(finding.fix);
  record.add(package.ecosystem).add(package.name).add(package.version).add(package.fixed_version);
  record.add(joined(package.advisory_ids));
  record.add(secret.provider).add(secret.redacted).add(finding.secret ? to_text(secret.verification) : "");
  record.add(resource.address).add(resource.type);
  return std::move(record).line();
}

class CsvFormat final : public Format {
 public:
  std::string_view name() const override { return "csv"; }
  std::string_view description() const override { return "one record per finding (RFC 4180), for spreadsheets"; }
  std::string write(const ScanReport& report, const Style&) const override {
    std::string text(k_header);
    for (const Finding& finding : report.findings) text += record(finding);
    return text;
  }
};

}  // namespace

std::unique_ptr<Format> make_format();
std::unique_ptr<Format> make_format() { return std::make_unique<CsvFormat>(); }

}  // namespace codelake::reports::csv
