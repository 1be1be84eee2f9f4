// SPDX-License-Identifier: Apache-2.0
//
// Rules are written as their numbers, and parts of taint rules by the number they share. What a taint rule
// found in the file is put together again from its parts, as it was the first time.
#include "scanners/sast/look_record.h"

#include "core/hash.h"
#include "core/record.h"
#include "scanners/sast/flow/graph_record.h"

#include <algorithm>

namespace codelake::sast {

namespace {

void write_bound(std::size_t slot, const Value& value, RecordWriter& to) {
  to.number(slot);
  to.number(value.hash);
  to.number(value.begin);
  to.distance(value.begin, value.end);
  to.number(value.node);
}

class Writer {
 public:
  std::string write(const FileLook& look, const AskedSettings& asked) && {
    m_to.number(asked.size());
    for (const auto& [name, digest] : asked) {
      m_to.text(name);
      m_to.number(digest);
    }
    m_to.number(look.depth_limit_hit ? 1 : 0);
    m_to.number(look.error_count);
    m_to.number(look.error_bytes);
    m_to.number(look.found.size());
    for (const FileLook::Found& one : look.found) found(one);
    m_to.number(look.taint == nullptr ? 0 : 1);
    if (look.taint != nullptr) taint(*look.taint);
    return std::move(m_to.bytes);
  }

 private:
  void rule(const Rule* rule) { m_to.number(rule->number); }

  void found(const FileLook::Found& found) {
    rule(found.rule);
    m_to.number((found.limit_hit ? 1U : 0U) | (found.more ? 2U : 0U));
    m_to.number(found.places.size());
    for (const auto& [match, symbol, behind_option] : found.places) {
      m_to.number(match.begin);
      m_to.distance(match.begin, match.end);
      bound(match.values);
      m_to.text(symbol);
      m_to.number(behind_option ? 1 : 0);
    }
  }

  void bound(const std::vector<Value>& values) {
    std::size_t count = 0;
    for (const Value& value : values) count += value.hash != 0 ? 1 : 0;
    m_to.number(count);
    for (std::size_t slot = 0; slot < values.size(); ++slot) {
      if (values[slot].hash != 0) write_bound(slot, values[slot], m_to);
    }
  }

  void taint(const TaintFile& file) {
    m_to.number(file.parts.size());
    for (const auto& [number, part] : file.parts) {
      m_to.number(number);
      m_to.number(part.limit_hit ? 1 : 0);
      m_to.number(part.places.size());
      for (const TaintPlace& each : part.places) place(each);
    }
    m_to.number(file.rules.size());
    for (const TaintRuleFile& each : file.rules) rule(each.rule);
    flow::write_graph(file.graph, m_to);
  }

  void place(const TaintPlace& place) {
    m_to.number(place.begin);
    m_to.distance(place.begin, place.end);
    m_to.number(place.bound.size());
    for (const auto& [slot, value] : place.bound) write_bound(slot, value, m_to);
    values(place.values);
    values(place.to);
    m_to.number(place.also.size());
    for (const auto& each : place.also) values(each);
    m_to.text(place.symbol);
    m_to.number(place.for_administrators ? 1 : 0);
  }

  void values(const std::vector<flow::ValueId>& values) {
    m_to.number(values.size());
    for (const flow::ValueId value : values) m_to.number(value);
  }

  RecordWriter m_to;
};

class Reader {
 public:
  Reader(std::string_view bytes, const LookSubject& of) : m_from(bytes), m_of(of) {}

  std::optional<FileLook> read() {
    if (!same_settings()) return std::nullopt;
    FileLook look;
    look.depth_limit_hit = m_from.below(2) != 0;
    look.error_count = m_from.number();
    look.error_bytes = m_from.number();
    for (std::size_t count = m_from.count(); count > 0 && !m_from.failed(); --count) look.found.push_back(found());
    if (m_from.below(2) != 0) look.taint = taint();
    if (m_from.failed() || !m_from.done()) return std::nullopt;
    return look;
  }

 private:
  bool same_settings() {
    bool same = true;
    for (std::size_t count = m_from.count(); count > 0 && same; --count) {
      const std::string_view name = m_from.view();
      const std::uint64_t digest = m_from.number();
      same = digest == digest_of(m_of.settings ? m_of.settings(name) : nullptr);
    }
    return same && !m_from.failed();
  }

  const Rule* rule() {
    const RuleShelf& shelf = m_of.rules.shelf();
    const std::uint64_t place = m_from.below(shelf.size());
    const Rule* rule = m_from.failed() ? nullptr : shelf.rule(place);
    if (rule == nullptr) m_from.fail();
    return rule;
  }

  std::uint32_t offset() { return static_cast<std::uint32_t>(m_from.below(m_of.text.size() + 1)); }

  std::uint32_t end_of(std::uint32_t begin) {
    const std::uint64_t end = m_from.distance(begin);
    if (end < begin || end > m_of.text.size()) m_from.fail();
    return m_from.failed() ? begin : static_cast<std::uint32_t>(end);
  }

  Value bound() {
    Value value;
    value.hash = m_from.number();
    value.begin = offset();
    value.end = end_of(value.begin);
    value.node = static_cast<syntax::NodeId>(m_from.below(0xFFFFFFFF));
    return value;
  }

  FileLook::Found found() {
    FileLook::Found found;
    found.rule = rule();
    const std::uint64_t flags = m_from.below(4);
    found.limit_hit = (flags & 1U) != 0;
    found.more = (flags & 2U) != 0;
    for (std::size_t count = m_from.count(); count > 0 && !m_from.failed(); --count) {
      auto& [match, symbol, behind_option] = found.places.emplace_back();
      match.begin = offset();
      match.end = end_of(match.begin);
      match.values.resize(found.rule->metavariables.size());
      for (std::size_t values = m_from.count(); values > 0 && !m_from.failed(); --values) {
        const std::uint64_t slot = m_from.below(match.values.size());
        const Value value = bound();
        if (!m_from.failed()) match.values[slot] = value;
      }
      symbol = m_from.text();
      behind_option = m_from.below(2) != 0;
    }
    return found;
  }

  std::unique_ptr<TaintFile> taint() {
    auto file = std::make_unique<TaintFile>(std::string(m_of.text));
    for (std::size_t count = m_from.count(); count > 0 && !m_from.failed(); --count) {
      TaintPartFile& part = file->parts[m_from.number()];
      part.limit_hit = m_from.below(2) != 0;
      for (std::size_t places = m_from.count(); places > 0 && !m_from.failed(); --places) part.places.push_back(place());
    }
    for (std::size_t count = m_from.count(); count > 0 && !m_from.failed(); --count) {
      const Rule* const one = rule();
      const CompiledRule* const compiled = one == nullptr || m_of.language == nullptr ? nullptr : m_of.rules.rules_of(*m_of.language).find(*one);
      if (compiled == nullptr) return m_from.fail(), nullptr;
      file->rules.push_back(found_by(*compiled, file->parts));
    }
    file->graph = flow::read_graph(m_from, m_of.text.size());
    check(*file);
    return file;
  }

  TaintPlace place() {
    TaintPlace place;
    place.begin = offset();
    place.end = end_of(place.begin);
    for (std::size_t count = m_from.count(); count > 0 && !m_from.failed(); --count) {
      const auto slot = static_cast<Slot>(m_from.below(k_slots_max));
      place.bound.emplace_back(slot, bound());
    }
    values(place.values);
    values(place.to);
    for (std::size_t count = m_from.count(); count > 0 && !m_from.failed(); --count) values(place.also.emplace_back());
    place.symbol = m_from.text();
    place.for_administrators = m_from.below(2) != 0;
    return place;
  }

  void values(std::vector<flow::ValueId>& values) {
    for (std::size_t count = m_from.count(); count > 0 && !m_from.failed(); --count) {
      values.push_back(static_cast<flow::ValueId>(m_from.below(0xFFFFFFFF)));
    }
  }

  // What refers to the graph and to the rules, which are read last.
  void check(const TaintFile& file) {
    const std::size_t values = file.graph.values.size();
    const auto wrong = [&](flow::ValueId value) { return value >= values; };
    for (const auto& [number, part] : file.parts) {
      for (const TaintPlace& place : part.places) {
        const auto any_wrong = [&](const std::vector<flow::ValueId>& all) { return std::any_of(all.begin(), all.end(), wrong); };
        if (any_wrong(place.values) || any_wrong(place.to) || std::any_of(place.also.begin(), place.also.end(), any_wrong)) m_from.fail();
      }
    }
    for (const TaintRuleFile& rule : file.rules) {
      for (const TaintRuleFile::Part& part : rule.parts) check(part);
    }
  }

  void check(const TaintRuleFile::Part& part) {
    const auto wrong = [&](const auto& bound) { return bound.first >= part.use->slots.size(); };
    const bool sink = part.use->role == SharedPart::Role::sink;
    for (const TaintPlace& place : part.found->places) {
      if (std::any_of(place.bound.begin(), place.bound.end(), wrong)) m_from.fail();
      if (sink && place.also.size() != part.use->part->requires_of.size()) m_from.fail();
    }
  }

  RecordReader m_from;
  const LookSubject& m_of;
};

}  // namespace

std::uint64_t digest_of(const Settings* settings) {
  if (settings == nullptr) return 0;
  RecordWriter writer;
  for (const Setting& setting : *settings) {
    writer.number(static_cast<std::uint64_t>(setting.kind));
    writer.number(setting.way.size());
    for (const std::string& step : setting.way) writer.text(step);
    writer.text(setting.text);
  }
  return fast_hash(writer.bytes) | 1U;
}

std::string write_look(const FileLook& look, const AskedSettings& asked) { return Writer().write(look, asked); }

std::optional<FileLook> read_look(std::string_view bytes, const LookSubject& of) { return Reader(bytes, of).read(); }

}  // namespace codelake::sast
