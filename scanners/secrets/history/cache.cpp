// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/cache.h"

#include "core/file.h"
#include "core/hash.h"
#include "core/record.h"
#include "core/version.h"
#include "scanners/secrets/rule/rule_pack.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

namespace codelake::secrets::history {

namespace {

constexpr std::string_view k_magic = "codelake history cache 3\n";
constexpr std::uint64_t k_bytes_max = 4ULL << 30;

// Everything a candidate depends on besides the blob.
std::string rules_key(const Options& options, const Inspection& inspection) {
  RecordWriter writer;
  writer.text(k_version);
  writer.text(inspection.fingerprint_key);
  writer.number(options.limits.file_bytes_max);
  for (const Engine& engine : inspection.engines) writer.text(pack(engine.rules()));
  return sha256_hex(writer.bytes);
}

std::string state_key(const Options& options, const ObjectStore& store, const std::string& rules) {
  RecordWriter writer;
  writer.text(rules);
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

void write_position(RecordWriter& writer, const Position& position) {
  writer.number(position.line);
  writer.number(position.column);
  writer.number(position.offset);
}

Position read_position(RecordReader& reader) {
  Position position;
  position.line = static_cast<std::uint32_t>(reader.number());
  position.column = static_cast<std::uint32_t>(reader.number());
  position.offset = static_cast<std::uint32_t>(reader.number());
  return position;
}

void write_place(RecordWriter& writer, const SecretPlace& place) {
  for (const std::string& text : {place.path, place.commit, place.author, place.date}) writer.text(text);
  write_position(writer, place.range.start);
  write_position(writer, place.range.end);
}

SecretPlace read_place(RecordReader& reader) {
  SecretPlace place;
  for (std::string* text : {&place.path, &place.commit, &place.author, &place.date}) *text = reader.text();
  place.range.start = read_position(reader);
  place.range.end = read_position(reader);
  return place;
}

void write_secret(RecordWriter& writer, const FoundSecret& secret) {
  for (const std::string& text : {secret.rule->id, secret.identity, secret.redacted, secret.snippet, secret.reasons}) writer.text(text);
  writer.number(static_cast<std::uint64_t>(secret.verification));
  writer.number(static_cast<std::uint64_t>(secret.confidence));
  writer.number(secret.in_head.value_or(false) ? 1 : 0);
  writer.number(secret.places.size());
  for (const SecretPlace& place : secret.places) write_place(writer, place);
}

using RulesById = std::unordered_map<std::string_view, const Rule*>;

// std::nullopt when the rule is not there any more or a number is out of range.
std::optional<FoundSecret> read_secret(RecordReader& reader, const RulesById& rules) {
  FoundSecret secret;
  const auto rule = rules.find(reader.view());
  for (std::string* text : {&secret.identity, &secret.redacted, &secret.snippet, &secret.reasons}) *text = reader.text();
  const std::uint64_t verification = reader.number();
  const std::uint64_t confidence = reader.number();
  secret.in_head = reader.number() != 0;
  const std::size_t places = reader.count();
  for (std::size_t i = 0; i < places && !reader.failed(); ++i) secret.places.push_back(read_place(reader));
  const bool sound = verification <= static_cast<std::uint64_t>(Verification::failed) &&
                     confidence <= static_cast<std::uint64_t>(Confidence::high) && !secret.places.empty();
  if (rule == rules.end() || reader.failed() || !sound) return std::nullopt;
  secret.rule = rule->second;
  secret.verification = static_cast<Verification>(verification);
  secret.confidence = static_cast<Confidence>(confidence);
  return secret;
}

}  // namespace

void Searched::add(const PassOutcome& pass, std::uint64_t blobs) {
  const auto merge = [](auto& into, const auto& from) {
    const auto middle = static_cast<std::ptrdiff_t>(into.size());
    into.insert(into.end(), from.begin(), from.end());
    std::inplace_merge(into.begin(), into.begin() + middle, into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
  };
  merge(objects, pass.looked_at);
  merge(candidates, pass.candidates);
  blob_count += blobs;
}

std::string write_searched(const Searched& searched) {
  RecordWriter writer;
  writer.number(searched.blob_count);
  std::string ids;
  ids.reserve(searched.objects.size() * ObjectId::k_size);
  for (const ObjectId& id : searched.objects) ids += id.view();
  writer.text(ids);
  writer.number(searched.candidates.size());
  for (const Candidate& candidate : searched.candidates) {
    writer.text(candidate.blob.view());
    writer.number(candidate.key);
    writer.number(candidate.config_only ? 1 : 0);
  }
  return std::move(writer.bytes);
}

std::optional<Searched> read_searched(std::string_view payload) {
  RecordReader reader(payload);
  Searched searched;
  searched.blob_count = reader.number();
  const std::string_view ids = reader.view();
  if (ids.size() % ObjectId::k_size != 0) return std::nullopt;
  searched.objects.reserve(ids.size() / ObjectId::k_size);
  for (std::size_t at = 0; at < ids.size(); at += ObjectId::k_size) {
    searched.objects.push_back(ObjectId::from_bytes(ids.data() + at));
  }
  const std::size_t count = reader.count();
  for (std::size_t i = 0; i < count && !reader.failed(); ++i) {
    const std::string_view id = reader.view();
    if (id.size() != ObjectId::k_size) return std::nullopt;
    Candidate candidate;
    candidate.blob = ObjectId::from_bytes(id.data());
    candidate.key = reader.number();
    candidate.config_only = reader.number() != 0;
    searched.candidates.push_back(candidate);
  }
  const bool sorted = std::is_sorted(searched.objects.begin(), searched.objects.end()) &&
                      std::is_sorted(searched.candidates.begin(), searched.candidates.end());
  if (reader.failed() || !reader.done() || !sorted) return std::nullopt;
  return searched;
}

std::string write_result(const KeptResult& result) {
  RecordWriter writer;
  writer.number(result.coverage.commits_examined);
  writer.number(result.coverage.blobs_examined);
  writer.number(result.secrets.size());
  for (const FoundSecret& secret : result.secrets) write_secret(writer, secret);
  return std::move(writer.bytes);
}

std::optional<KeptResult> read_result(std::string_view payload, const Inspection& inspection) {
  RulesById rules;
  for (const Engine& engine : inspection.engines) {
    for (const Rule& rule : engine.rules()) rules.emplace(rule.id, &rule);
  }
  RecordReader reader(payload);
  KeptResult result;
  result.coverage.commits_examined = reader.number();
  result.coverage.blobs_examined = reader.number();
  const std::size_t count = reader.count();
  for (std::size_t i = 0; i < count; ++i) {
    auto secret = read_secret(reader, rules);
    if (!secret) return std::nullopt;
    result.secrets.push_back(std::move(*secret));
  }
  if (reader.failed() || !reader.done()) return std::nullopt;
  return result;
}

Cache::Cache(const Options& options, const Inspection& inspection, const ObjectStore& store)
    : m_directory(options.cache_directory.empty() ? "" : options.cache_directory + "/secrets") {
  if (m_directory.empty()) return;
  const std::string name = sha256_hex(options.request.history.objects_directory).substr(0, 16);
  m_searched_path = m_directory + "/" + name + ".searched";
  m_result_path = m_directory + "/" + name + ".result";
  m_rules_key = rules_key(options, inspection);
  m_state_key = state_key(options, store, m_rules_key);
}

std::optional<KeptResult> Cache::result(const Inspection& inspection, ScanContext& context) const {
  const auto payload = read(m_result_path, m_state_key, context);
  return payload ? read_result(*payload, inspection) : std::nullopt;
}

Searched Cache::searched(ScanContext& context) const {
  const auto payload = read(m_searched_path, m_rules_key, context);
  auto searched = payload ? read_searched(*payload) : std::nullopt;
  return searched ? std::move(*searched) : Searched{};
}

void Cache::keep(const Searched& searched, const KeptResult* result, ScanContext& context) const {
  if (m_directory.empty()) return;
  write(m_searched_path, m_rules_key, write_searched(searched), context);
  if (result != nullptr) write(m_result_path, m_state_key, write_result(*result), context);
}

// A file is the magic line, the key, a hash of the payload, and the payload.
std::optional<std::string> Cache::read(const std::string& path, const std::string& key, ScanContext& context) const {
  std::error_code error;
  if (m_directory.empty() || !std::filesystem::exists(path, error)) return std::nullopt;
  auto bytes = read_file(path, k_bytes_max);
  RecordReader reader(bytes ? std::string_view(*bytes).substr(std::min(bytes->size(), k_magic.size())) : std::string_view{});
  const std::string_view kept_key = reader.view();
  const std::uint64_t hash = reader.number();
  const std::string_view payload = reader.view();
  const bool sound = bytes && bytes->starts_with(k_magic) && !reader.failed() && reader.done() && fast_hash(payload) == hash;
  if (!sound) {
    std::filesystem::remove(path, error);
    context.note(NoticeKind::skipped, "the cache of the history is damaged and was dropped; everything is looked at again");
    return std::nullopt;
  }
  if (kept_key != key) return std::nullopt;
  return std::string(payload);
}

void Cache::write(const std::string& path, const std::string& key, const std::string& payload, ScanContext& context) const {
  RecordWriter writer;
  writer.bytes = k_magic;
  writer.text(key);
  writer.number(fast_hash(payload));
  writer.text(payload);
  const auto made = make_directory(m_directory);
  const auto written = made ? write_file_atomically(path, writer.bytes) : made;
  if (!written) {
    context.note(NoticeKind::skipped, "the cache of the history could not be written: " + written.error().cause);
  }
}

}  // namespace codelake::secrets::history
