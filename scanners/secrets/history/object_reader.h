// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/history/buffer.h"
#include "scanners/secrets/history/delta.h"
#include "scanners/secrets/history/inflater.h"
#include "scanners/secrets/history/object_store.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace codelake::secrets::history {

// An object that was asked for.
struct Object {
  enum class Outcome { found, missing, damaged, too_large };
  Outcome outcome = Outcome::missing;
  ObjectType type = ObjectType::none;
  std::string_view bytes;  // until the next read
};

// Reads single objects, in any order; keeps the bases of deltas it has just built. One for each thread.
class ObjectReader {
 public:
  // Objects above `bytes_max` are not read.
  ObjectReader(const ObjectStore& store, std::uint64_t bytes_max);

  Object read(const ObjectId& id);
  // One in a file of its own.
  Object read_loose(const LooseObject& loose);

 private:
  struct Kept {
    const Pack* pack = nullptr;
    std::uint64_t offset = 0;
    ObjectType type = ObjectType::none;
    Buffer bytes;
  };
  // A delta on the way down to a base.
  struct Step {
    PackEntry entry;
    std::uint64_t offset = 0;
  };

  Object read_packed(const Pack& pack, std::uint64_t offset);
  Object apply_steps(const Pack& pack, Object base);
  Kept& slot_of(const Pack& pack, std::uint64_t offset);
  // Puts the bytes in `m_result` aside; gives them back as a view that lives until the next keep.
  std::string_view keep(const Pack& pack, std::uint64_t offset, ObjectType type);

  const ObjectStore& m_store;
  std::uint64_t m_bytes_max;
  Inflater m_inflater;
  Buffer m_delta;
  Buffer m_result;
  Buffer m_large;  // a result that is not kept
  std::vector<Stretch> m_stretches;
  std::vector<Step> m_steps;
  std::vector<Kept> m_kept;
  std::uint64_t m_kept_bytes = 0;
};

}  // namespace codelake::secrets::history
