// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/cache.h"

#include "core/hash.h"
#include "core/record.h"
#include "core/version.h"
#include "scanners/secrets/kept_secret.h"

#include <algorithm>

namespace codelake::secrets::history {

namespace {

constexpr std::string_view k_kind = "codelake history cache 3\n";

// Everything a candidate depends on besides the blob and the rules.
std::string search_key(const Options& options, const Inspection& inspection) {
  RecordWriter writer;
  writer.text(k_version);
  writer.text(inspection.fingerprint_key);
  writer.number(options.limits.file_bytes_max);
  writer.number(inspection.keystores ? 1 : 0);
  return sha256_hex(writer.bytes);
}

std::string state_key(const Options& options, const ObjectStore& store, const RuleTable& rules) {
  RecordWriter writer;
  writer.text(settings_key(rules.inspection()));
  for (const std::uint64_t digest : rules.digests()) writer.number(digest);
  writer.text(options.settings);
  writer.text(options.request.prefix);
  writer.text(options.request.history.head);
  for (const std::string& tip : options.request.history.tips) writer.text(tip);
  for (const auto& pack : store.packs()) {
    writer.text(pack->name);
    writer.text(pack->index.pack_checksum().view());
    writer.number(pack->file->bytes().size());
  }
  for (const LooseObject& loose : store.loose()) writer.text(loose.id.view());
  return sha256_hex(writer.bytes);
}

void write_sign(RecordWriter& writer, const Sign& sign) {
  writer.number(sign.key);
  writer.number(sign.rule);
}

// The sign with the number its rule has now; std::nullopt when the rule is gone.
std::optional<Sign> read_sign(RecordReader& reader, const std::vector<const Rule*>& kept, const RuleTable& rules) {
  Sign sign;
  sign.key = reader.number();
  sign.rule = static_cast<std::uint32_t>(reader.number());
  if (!sign.by_rule()) return sign;
  if (sign.rule >= kept.size() || kept[sign.rule] == nullptr) return std::nullopt;
  sign.rule = static_cast<std::uint32_t>(rules.number_of(kept[sign.rule]));
  return sign;
}

std::optional<std::vector<ObjectId>> read_ids(std::string_view bytes) {
  if (bytes.size() % ObjectId::k_size != 0) return std::nullopt;
  std::vector<ObjectId> ids;
  ids.reserve(bytes.size() / ObjectId::k_size);
  for (std::size_t at = 0; at < bytes.size(); at += ObjectId::k_size) ids.push_back(ObjectId::from_bytes(bytes.data() + at));
  return ids;
}

void write_notice(RecordWriter& writer, const Notice& notice) {
  writer.number(static_cast<std::uint64_t>(notice.kind));
  for (const std::string& text : {notice.scanner, notice.path, notice.message}) writer.text(text);
}

std::optional<Notice> read_notice(RecordReader& reader) {
  Notice notice;
  const std::uint64_t kind = reader.number();
  for (std::string* text : {&notice.scanner, &notice.path, &notice.message}) *text = reader.text();
  if (reader.failed() || kind > static_cast<std::uint64_t>(NoticeKind::internal)) return std::nullopt;
  notice.kind = static_cast<NoticeKind>(kind);
  return notice;
}

// Whether the paths in a result name no secret.
bool may_be_kept(const KeptResult& result, const Inspection& inspection) {
  const auto is_plain = [&](const std::string& text) { return masked_text(SourceFile({}, text, {}), inspection) == text; };
  const auto has_plain_places = [&](const FoundSecret& secret) {
    return std::all_of(secret.places.begin(), secret.places.end(),
                       [&](const SecretPlace& place) { return is_plain(place.path); });
  };
  return std::all_of(result.secrets.begin(), result.secrets.end(), has_plain_places) &&
         std::all_of(result.notices.begin(), result.notices.end(),
                     [&](const Notice& notice) { return is_plain(notice.path) && is_plain(notice.message); });
}

}  // namespace

void Searched::add(const PassOutcome& pass) {
  const auto merge = [](auto& into, const auto& from) {
    const auto middle = static_cast<std::ptrdiff_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    std::inplace_merge(into.begin(), into.begin() + middle, into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
  };
  merge(objects, pass.looked_at);
  merge(candidates, pass.candidates);
  const std::uint64_t lost = pass.losses.too_large + pass.losses.damaged;
  blob_count += pass.blobs > lost ? pass.blobs - lost : 0;
  too_large += pass.losses.too_large;
  incomplete += pass.numbers.incomplete;
}

std::string write_searched(const Searched& searched, const RuleTable& rules) {
  RecordWriter writer;
  writer.number(rules.digests().size());
  for (const std::uint64_t digest : rules.digests()) writer.number(digest);
  for (const std::uint64_t count : {searched.blob_count, searched.too_large, searched.incomplete}) writer.number(count);
  std::string ids;
  ids.reserve(searched.objects.size() * ObjectId::k_size);
  for (const ObjectId& id : searched.objects) ids += id.view();
  writer.text(ids);
  writer.number(searched.candidates.size());
  for (const Candidate& candidate : searched.candidates) {
    writer.text(candidate.blob.view());
    write_sign(writer, candidate.sign);
  }
  return std::move(writer.bytes);
}

std::optional<KnownSearch> read_searched(std::string_view content, const RuleTable& rules) {
  RecordReader reader(content);
  std::vector<std::uint64_t> digests(reader.count());
  for (std::uint64_t& digest : digests) digest = reader.number();
  auto change = compare_rules(digests, rules);
  if (!change) return std::nullopt;
  KnownSearch known{{}, std::move(*change)};
  Searched& searched = known.searched;
  for (std::uint64_t* count : {&searched.blob_count, &searched.too_large, &searched.incomplete}) *count = reader.number();
  auto ids = read_ids(reader.view());
  if (!ids) return std::nullopt;
  searched.objects = std::move(*ids);
  const std::size_t count = reader.count();
  for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
    const std::string_view id = reader.view();
    const auto sign = read_sign(reader, known.change.kept, rules);
    if (id.size() != ObjectId::k_size) return std::nullopt;
    if (sign) searched.candidates.push_back({ObjectId::from_bytes(id.data()), *sign});
  }
  if (reader.failed() || !reader.done()) return std::nullopt;
  // What a limit left out of a blob may hold what the new rules find.
  if (known.change.any() && searched.incomplete > 0) return std::nullopt;
  std::sort(searched.candidates.begin(), searched.candidates.end());
  if (!std::is_sorted(searched.objects.begin(), searched.objects.end())) return std::nullopt;
  return known;
}

std::string write_result(const KeptResult& result, const RuleTable& rules) {
  RecordWriter writer;
  writer.number(result.coverage.commits_examined);
  writer.number(result.coverage.blobs_examined);
  writer.number(result.notices.size());
  for (const Notice& notice : result.notices) write_notice(writer, notice);
  writer.number(result.secrets.size());
  for (const FoundSecret& secret : result.secrets) write_secret(writer, secret, rules.number_of(secret.rule));
  return std::move(writer.bytes);
}

std::optional<KeptResult> read_result(std::string_view content, const RuleTable& rules) {
  RecordReader reader(content);
  KeptResult result;
  result.coverage.commits_examined = reader.number();
  result.coverage.blobs_examined = reader.number();
  const std::size_t notices = reader.count();
  for (std::size_t i = 0; i < notices; ++i) {
    auto notice = read_notice(reader);
    if (!notice) return std::nullopt;
    result.notices.push_back(std::move(*notice));
  }
  const std::size_t count = reader.count();
  for (std::size_t i = 0; i < count; ++i) {
    auto secret = read_secret(reader, rules.rules());
    if (!secret) return std::nullopt;
    result.secrets.push_back(std::move(*secret));
  }
  if (reader.failed() || !reader.done()) return std::nullopt;
  return result;
}

Cache::Cache(const Options& options, const RuleTable& rules, const ObjectStore& store)
    : m_rules(rules), m_directory(options.cache_directory.empty() ? "" : options.cache_directory + "/secrets") {
  if (m_directory.empty()) return;
  const std::string name = sha256_hex(options.request.history.objects_directory).substr(0, 16);
  m_searched_path = m_directory + "/" + name + ".searched";
  m_result_path = m_directory + "/" + name + ".result";
  m_search_key = search_key(options, rules.inspection());
  m_state_key = state_key(options, store, rules);
}

std::optional<KeptResult> Cache::result(ScanContext& context) const {
  const KeptFile file = read(m_result_path, m_state_key, context);
  return file.state == KeptFile::State::sound ? read_result(file.content(), m_rules) : std::nullopt;
}

KnownSearch Cache::searched(ScanContext& context) const {
  const KeptFile file = read(m_searched_path, m_search_key, context);
  auto known = file.state == KeptFile::State::sound ? read_searched(file.content(), m_rules) : std::nullopt;
  return known ? std::move(*known) : KnownSearch{};
}

void Cache::keep(const Searched& searched, const KeptResult& result, ScanContext& context) const {
  if (m_directory.empty()) return;
  write(m_searched_path, m_search_key, write_searched(searched, m_rules), context);
  if (may_be_kept(result, m_rules.inspection())) write(m_result_path, m_state_key, write_result(result, m_rules), context);
}

KeptFile Cache::read(const std::string& path, const std::string& key, ScanContext& context) const {
  if (m_directory.empty()) return {};
  KeptFile file = read_kept_file(path, k_kind, key);
  if (file.state == KeptFile::State::damaged) {
    context.note(NoticeKind::skipped, "the cache of the history is damaged and was dropped; everything is looked at again");
  }
  return file;
}

void Cache::write(const std::string& path, const std::string& key, const std::string& content, ScanContext& context) const {
  if (const auto written = write_kept_file(path, k_kind, key, content); !written) {
    context.note(NoticeKind::skipped, "the cache of the history could not be written: " + written.error().cause);
  }
}

}  // namespace codelake::secrets::history
