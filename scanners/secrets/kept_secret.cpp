// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/kept_secret.h"

#include <cstddef>
#include <string>
#include <utility>

namespace codelake::secrets {

namespace {

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

}  // namespace

void write_secret(RecordWriter& writer, const FoundSecret& secret, std::uint64_t rule) {
  writer.number(rule);
  for (const std::string& text : {secret.identity, secret.redacted, secret.snippet, secret.reasons}) {
    writer.text(text);
  }
  writer.number(static_cast<std::uint64_t>(secret.verification));
  writer.number(static_cast<std::uint64_t>(secret.confidence));
  writer.number(!secret.in_head ? 2 : *secret.in_head ? 1 : 0);
  writer.number(secret.places.size());
  for (const SecretPlace& place : secret.places) write_place(writer, place);
}

std::optional<FoundSecret> read_secret(RecordReader& reader, const std::vector<const Rule*>& rules) {
  FoundSecret secret;
  const std::uint64_t number = reader.number();
  secret.rule = number < rules.size() ? rules[number] : nullptr;
  for (std::string* text : {&secret.identity, &secret.redacted, &secret.snippet, &secret.reasons}) *text = reader.text();
  const std::uint64_t verification = reader.number();
  const std::uint64_t confidence = reader.number();
  const std::uint64_t in_head = reader.number();
  if (in_head < 2) secret.in_head = in_head == 1;
  const std::size_t places = reader.count();
  for (std::size_t i = 0; i < places && !reader.failed(); ++i) secret.places.push_back(read_place(reader));
  const bool sound = verification <= static_cast<std::uint64_t>(Verification::failed) &&
                     confidence <= static_cast<std::uint64_t>(Confidence::high) && !secret.places.empty();
  if (secret.rule == nullptr || reader.failed() || !sound) return std::nullopt;
  secret.verification = static_cast<Verification>(verification);
  secret.confidence = static_cast<Confidence>(confidence);
  return secret;
}

}  // namespace codelake::secrets
