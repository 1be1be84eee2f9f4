// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace codelake::secrets {

// A random stream, the same on every machine for the same seed: splitmix64 (Steele, Lea, Flood 2014).
class Stream {
 public:
  explicit Stream(std::uint64_t seed) : m_state(seed) {}
  std::uint64_t next();
  std::string from(std::string_view alphabet, std::size_t count);
  std::string bytes(std::size_t count);

 private:
  std::uint64_t m_state;
};

// Makes a value of some kind; the number is the one that stands in the notation, 0 for none.
using SampleMaker = std::function<std::string(Stream&, std::size_t count)>;

// The pieces of the notation (notation.h) that are more than characters of an alphabet, by name.
const std::map<std::string_view, SampleMaker>& sample_makers();

}  // namespace codelake::secrets
