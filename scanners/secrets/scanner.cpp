// SPDX-License-Identifier: Apache-2.0
#include "core/scanner.h"

#include "core/embedded_file.h"
#include "scanners/secrets/inspect.h"
#include "scanners/secrets/rule/rule_file.h"
#include "scanners/secrets/rule/rule_pack.h"
#include "scanners/secrets/verify.h"

#include <algorithm>
#include <array>
#include <map>

namespace codelake::embedded {
std::span<const EmbeddedFile> secret_rules();
}

namespace codelake::secrets {

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options);

namespace {

std::string_view embedded_bytes(std::string_view path) {
  for (const EmbeddedFile& file : embedded::secret_rules()) {
    if (file.path == path) return file.bytes;
  }
  return {};
}

Engine builtin_engine() {
  return Engine::from_stored(
      unpack(embedded_bytes("rules.pack")),
      {embedded_bytes("avx512.hs"), embedded_bytes("avx2.hs"), embedded_bytes("baseline.hs")});
}

Result<std::vector<Rule>> user_rules(const std::vector<std::string>& paths) {
  std::vector<Rule> rules;
  for (const std::string& path : paths) {
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
  constexpr std::array<std::string_view, 40> extensions = {
      "png", "jpg",   "jpeg", "gif", "webp", "bmp", "ico", "tif",  "tiff", "avif",
      "mp3", "mp4",   "avi",  "mov", "webm", "ogg", "wav", "flac", "woff", "woff2",
      "ttf", "otf",   "eot",  "zip", "gz",   "bz2", "xz",  "zst",  "7z",   "rar",
      "jar", "class", "exe",  "dll", "so",   "a",   "o",   "pyc",  "wasm", "pdf"};
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string extension(name.substr(dot + 1));
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

Severity lowered(Severity severity) {
  return severity == Severity::info ? severity : static_cast<Severity>(static_cast<int>(severity) - 1);
}

std::string message_of(const FoundSecret& secret) {
  switch (secret.verification) {
    case Verification::verified:
      return secret.rule->message + " Its checksum or structure is right.";
    case Verification::failed:
      return secret.rule->message + " Its checksum or structure is wrong: it may be a sample.";
    case Verification::plausible:
      break;
  }
  return secret.rule->message;
}

Finding finding_of(const FoundSecret& secret) {
  Finding finding;
  finding.rule_id = secret.rule->id;
  finding.type = FindingType::secrets;
  const bool failed = secret.verification == Verification::failed;
  finding.severity = failed ? lowered(secret.rule->severity) : secret.rule->severity;
  finding.confidence = secret.confidence;
  finding.message = message_of(secret);
  finding.cwe = secret.rule->cwe;
  finding.path = secret.places.front().path;
  finding.range = secret.places.front().range;
  finding.snippet = secret.snippet;
  finding.fix = secret.rule->help;
  finding.identity = secret.identity;
  finding.secret = SecretDetail{secret.rule->provider, secret.redacted, secret.verification, secret.places};
  return finding;
}

// The same secret in one more file: the rule that knows more names it, the most confident file speaks for
// all.
void join(FoundSecret& known, const FoundSecret& other) {
  known.places.insert(known.places.end(), other.places.begin(), other.places.end());
  known.confidence = std::max(known.confidence, other.confidence);
  if (!known.rule->generic() || other.rule->generic()) return;
  known.rule = other.rule;
  known.verification = other.verification;
}

class SecretsScanner : public Scanner {
 public:
  explicit SecretsScanner(Inspection inspection) : m_inspection(std::move(inspection)) {}

  std::string_view name() const override { return "secrets"; }

  bool wants(const FileInfo& file) const override { return !is_opaque(file.name()); }

  void scan_file(ScanContext& context, const SourceFile& file) const override {
    if (file.traits().binary) return context.skipped("binary");
    auto facts = std::make_unique<SecretFacts>();
    facts->secrets = secrets_of(file, m_inspection, context);
    if (!facts->secrets.empty()) context.keep(std::move(facts));
    context.scanned(file.text().size());
  }

  void scan_project(ScanContext& context,
                    const std::vector<std::unique_ptr<FileFacts>>& facts) const override {
    std::vector<FoundSecret> merged;
    std::map<std::string_view, std::size_t> by_identity;
    for (const auto& fact : facts) {
      for (const FoundSecret& secret : static_cast<const SecretFacts&>(*fact).secrets) {
        const auto [known, fresh] = by_identity.try_emplace(secret.identity, merged.size());
        if (fresh)
          merged.push_back(secret);
        else
          join(merged[known->second], secret);
      }
    }
    for (const FoundSecret& secret : merged) context.report(finding_of(secret));
  }

  std::vector<RuleInfo> rules() const override {
    std::vector<RuleInfo> infos;
    for (const Engine& engine : m_inspection.engines) {
      for (const Rule& rule : engine.rules()) infos.push_back(info_of(rule));
    }
    std::sort(infos.begin(), infos.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
    return infos;
  }

 private:
  Inspection m_inspection;
};

}  // namespace

Result<std::unique_ptr<Scanner>> make_scanner(const ScannerOptions& options) {
  Inspection inspection;
  inspection.fingerprint_key = options.fingerprint_key;
  inspection.limits = options.limits;
  if (options.builtin_rules) inspection.engines.push_back(builtin_engine());
  if (auto own = TRY(user_rules(options.rule_paths)); !own.empty()) {
    inspection.engines.push_back(TRY(Engine::build(std::move(own))));
  }
  for (const std::string& pattern : options.config->allowed_secrets) {
    inspection.allowed.push_back(TRY(Regex::compile(pattern)));
  }
  return std::unique_ptr<Scanner>(std::make_unique<SecretsScanner>(std::move(inspection)));
}

}  // namespace codelake::secrets
