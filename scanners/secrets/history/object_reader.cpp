// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/object_reader.h"

#include <charconv>
#include <utility>

namespace codelake::secrets::history {

namespace {

constexpr std::size_t k_slots = 8192;
constexpr std::uint64_t k_kept_bytes_max = 32U << 20;
constexpr std::uint64_t k_kept_object_max = 1U << 20;
constexpr std::size_t k_chain_max = 10'000;  // git makes chains of 50, and lets one ask for 4,095
constexpr std::size_t k_loose_header_max = 32;

ObjectType type_of_word(std::string_view word) {
  if (word == "blob") return ObjectType::blob;
  if (word == "tree") return ObjectType::tree;
  if (word == "commit") return ObjectType::commit;
  if (word == "tag") return ObjectType::tag;
  return ObjectType::none;
}

Object failed(Object::Outcome outcome) { return {outcome, ObjectType::none, {}}; }

// A loose object is "<type> <size>\0" and its content.
Object parse_loose(std::string_view bytes) {
  const auto end = bytes.substr(0, k_loose_header_max).find('\0');
  const auto space = bytes.substr(0, k_loose_header_max).find(' ');
  if (end == std::string_view::npos || space > end) return failed(Object::Outcome::damaged);
  std::uint64_t size = 0;
  const char* const last = bytes.data() + end;
  const auto [stop, error] = std::from_chars(bytes.data() + space + 1, last, size);
  const ObjectType type = type_of_word(bytes.substr(0, space));
  if (error != std::errc{} || stop != last || type == ObjectType::none || size != bytes.size() - end - 1) {
    return failed(Object::Outcome::damaged);
  }
  return {Object::Outcome::found, type, bytes.substr(end + 1)};
}

}  // namespace

ObjectReader::ObjectReader(const ObjectStore& store, std::uint64_t bytes_max)
    : m_store(store), m_bytes_max(bytes_max), m_kept(k_slots) {}

Object ObjectReader::read(const ObjectId& id) {
  const auto place = m_store.find(id);
  if (!place) return failed(Object::Outcome::missing);
  if (place->loose != nullptr) return read_loose(*place->loose);
  return read_packed(*place->pack, place->pack->index.offset(place->index));
}

Object ObjectReader::read_loose(const LooseObject& loose) {
  const auto file = MappedFile::open(loose.path);
  // Gone since it was listed: git has packed or pruned it meanwhile.
  if (!file) return failed(Object::Outcome::missing);
  if (file->bytes().size() > m_bytes_max) return failed(Object::Outcome::too_large);
  switch (m_inflater.inflate_unknown(file->bytes(), m_bytes_max + k_loose_header_max, m_large)) {
    case Inflater::Outcome::whole: return parse_loose(m_large.view());
    case Inflater::Outcome::too_large: return failed(Object::Outcome::too_large);
    case Inflater::Outcome::damaged: break;
  }
  return failed(Object::Outcome::damaged);
}

Object ObjectReader::read_packed(const Pack& pack, std::uint64_t offset) {
  m_steps.clear();
  while (true) {
    const Kept& kept = slot_of(pack, offset);
    if (kept.pack == &pack && kept.offset == offset) {
      return apply_steps(pack, {Object::Outcome::found, kept.type, kept.bytes.view()});
    }
    const auto entry = pack.entries.entry(offset);
    if (!entry || m_steps.size() > k_chain_max) return failed(Object::Outcome::damaged);
    if (entry->size > m_bytes_max) return failed(Object::Outcome::too_large);
    if (entry->type == ObjectType::offset_delta) {
      m_steps.push_back({*entry, offset});
      offset = entry->base_offset;
    } else if (entry->type == ObjectType::id_delta) {
      m_steps.push_back({*entry, offset});
      const auto base = pack.index.find(entry->base_id);
      if (!base) return failed(Object::Outcome::damaged);
      offset = pack.index.offset(*base);
    } else {
      if (!m_inflater.inflate(pack.entries.data(*entry, pack.entries.end()), entry->size, m_result)) {
        return failed(Object::Outcome::damaged);
      }
      return apply_steps(pack, {Object::Outcome::found, entry->type, keep(pack, offset, entry->type)});
    }
  }
}

Object ObjectReader::apply_steps(const Pack& pack, Object base) {
  for (; !m_steps.empty(); m_steps.pop_back()) {
    const Step& step = m_steps.back();
    if (!m_inflater.inflate(pack.entries.data(step.entry, pack.entries.end()), step.entry.size, m_delta)) {
      return failed(Object::Outcome::damaged);
    }
    const auto sizes = delta_sizes(m_delta.view());
    if (sizes && sizes->result > m_bytes_max) return failed(Object::Outcome::too_large);
    if (!sizes || !apply_delta(m_delta.view(), base.bytes, m_result, m_stretches)) {
      return failed(Object::Outcome::damaged);
    }
    base.bytes = keep(pack, step.offset, base.type);
  }
  return base;
}

ObjectReader::Kept& ObjectReader::slot_of(const Pack& pack, std::uint64_t offset) {
  const std::uint64_t mixed = (offset ^ reinterpret_cast<std::uintptr_t>(&pack)) * 0x9E3779B97F4A7C15ULL;
  return m_kept[(mixed >> 40U) % k_slots];
}

std::string_view ObjectReader::keep(const Pack& pack, std::uint64_t offset, ObjectType type) {
  if (m_result.view().size() > k_kept_object_max) {
    std::swap(m_large, m_result);
    return m_large.view();
  }
  Kept& slot = slot_of(pack, offset);
  const std::uint64_t before = slot.bytes.capacity();
  if (m_kept_bytes + m_result.capacity() - before > k_kept_bytes_max) {
    for (Kept& kept : m_kept) kept = Kept{};
    m_kept_bytes = 0;
  }
  m_kept_bytes -= slot.bytes.capacity();
  // The result's room goes into the slot, the slot's old room is used for the next result.
  std::swap(slot.bytes, m_result);
  m_kept_bytes += slot.bytes.capacity();
  slot.pack = &pack;
  slot.offset = offset;
  slot.type = type;
  return slot.bytes.view();
}

}  // namespace codelake::secrets::history
