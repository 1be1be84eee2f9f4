// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/record_text.h"

#include <algorithm>

namespace codelake::sca {

namespace {

constexpr std::uint64_t k_withdrawn = 1;
constexpr std::uint64_t k_malicious = 2;
constexpr std::uint64_t k_informational_shift = 2;

void write_texts(const std::vector<std::string>& texts, PackedWriter& writer) {
  writer.number(texts.size());
  for (const std::string& text : texts) writer.text(text);
}

std::vector<std::string> read_texts(PackedReader& reader) {
  std::vector<std::string> texts;
  for (auto count = reader.count(); count > 0 && reader.intact(); --count) texts.emplace_back(reader.text());
  return texts;
}

// Which ids of the group the record itself calls aliases is a bit beside each of them.
void write_group(const RecordText& text, PackedWriter& writer) {
  writer.number(text.group.size());
  for (const std::string& id : text.group) {
    const auto& own = text.record.aliases;
    writer.number(std::binary_search(own.begin(), own.end(), id) ? 1 : 0);
    writer.text(id);
  }
}

void read_group(PackedReader& reader, RecordText& text) {
  for (auto count = reader.count(); count > 0 && reader.intact(); --count) {
    const bool own = reader.number() == 1;
    text.group.emplace_back(reader.text());
    if (own) text.record.aliases.push_back(text.group.back());
  }
  std::sort(text.record.aliases.begin(), text.record.aliases.end());
}

}  // namespace

void write_record(const RecordText& text, PackedWriter& writer) {
  const CompiledRecord& record = text.record;
  writer.text(text.id);
  writer.number(record.modified);
  writer.number(record.content_hash & 0xFFFFFFFFU);
  writer.number((record.withdrawn ? k_withdrawn : 0) | (record.malicious ? k_malicious : 0) |
                static_cast<std::uint64_t>(record.informational) << k_informational_shift);
  writer.number(record.counts.ranges_unreadable);
  if (record.withdrawn) return;
  write_group(text, writer);
  writer.number(record.cwe.size());
  for (const int number : record.cwe) writer.number(static_cast<std::uint64_t>(number));
  writer.text(record.summary);
  write_texts(record.links, writer);
  write_texts(record.symbols, writer);
}

std::optional<RecordText> read_record(std::string_view block, std::size_t& place) {
  if (place >= block.size()) return std::nullopt;
  PackedReader reader(block.substr(place));
  RecordText text;
  CompiledRecord& record = text.record;
  text.id = reader.text();
  record.modified = static_cast<std::uint32_t>(reader.number());
  record.content_hash = reader.number();
  const std::uint64_t flags = reader.number();
  record.withdrawn = (flags & k_withdrawn) != 0;
  record.malicious = (flags & k_malicious) != 0;
  record.informational = static_cast<Informational>((flags >> k_informational_shift) & 3U);
  record.counts.ranges_unreadable = reader.number();
  if (!record.withdrawn) {
    read_group(reader, text);
    for (auto count = reader.count(); count > 0 && reader.intact(); --count)
      record.cwe.push_back(static_cast<int>(reader.number() & 0xFFFFFU));
    record.summary = reader.text();
    record.links = read_texts(reader);
    record.symbols = read_texts(reader);
  }
  place += reader.place();
  if (!reader.intact()) return std::nullopt;
  return text;
}

}  // namespace codelake::sca
