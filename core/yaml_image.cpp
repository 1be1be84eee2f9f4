// SPDX-License-Identifier: Apache-2.0
// A value is one byte of kind and quotes, its line and column, then what it holds: a text with its length, or a count of
// values. Numbers are written in groups of seven bits, the lowest first, all but the last with the eighth bit set
// (LEB128). `[a]` at the start of a file is 02 01 02, 01 (one item), then 01 01 02, 01 'a'.
#include "core/yaml_image.h"

#include <algorithm>
#include <utility>

namespace codelake::yaml {

namespace {

constexpr int k_depth_max = 64;
constexpr std::size_t k_nodes_max = 2'000'000;
constexpr std::size_t k_room_max = 32;  // made at once: what the bytes promise need not be there
constexpr unsigned k_kinds = 4;
constexpr unsigned k_quoted = 4;  // added to the kind

class Writer {
 public:
  void node(const Node& node) {
    number(static_cast<unsigned>(node.kind) + (node.quoted ? k_quoted : 0));
    number(node.line);
    number(node.column);
    if (node.is_sequence()) {
      number(node.items.size());
      for (const Node& item : node.items) this->node(item);
    } else if (node.is_mapping()) {
      number(node.entries.size());
      for (const auto& [key, value] : node.entries) {
        this->node(key);
        this->node(value);
      }
    } else {
      number(node.text.size());
      bytes += node.text;
    }
  }

  std::string bytes;

 private:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes += static_cast<char>(0x80U | (value & 0x7FU));
    bytes += static_cast<char>(value);
  }
};

class ImageReader {
 public:
  explicit ImageReader(std::string_view bytes) : m_rest(bytes) {}

  bool read(Node& node, int depth) {
    if (depth > k_depth_max || ++m_nodes > k_nodes_max) return false;
    const std::uint64_t kind = number();
    if (kind >= k_kinds + k_quoted) return false;
    node.kind = static_cast<Node::Kind>(kind % k_kinds);
    node.quoted = kind >= k_quoted;
    node.line = static_cast<std::uint32_t>(number());
    node.column = static_cast<std::uint32_t>(number());
    const std::size_t size = count();
    if (m_failed) return false;
    if (node.is_sequence()) return items(node, size, depth + 1);
    if (node.is_mapping()) return entries(node, size, depth + 1);
    node.text = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    return true;
  }

  bool is_done() const { return m_rest.empty(); }

 private:
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(m_rest.front());
      m_rest.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    m_failed = true;
    return 0;
  }

  // Of things that take at least one byte each.
  std::size_t count() {
    const std::uint64_t value = number();
    m_failed = m_failed || value > m_rest.size();
    return m_failed ? 0 : static_cast<std::size_t>(value);
  }

  bool items(Node& node, std::size_t count, int depth) {
    node.items.reserve(std::min(count, k_room_max));
    for (std::size_t i = 0; i < count; ++i) {
      if (!read(node.items.emplace_back(), depth)) return false;
    }
    return true;
  }

  bool entries(Node& node, std::size_t count, int depth) {
    node.entries.reserve(std::min(count, k_room_max));
    for (std::size_t i = 0; i < count; ++i) {
      auto& [key, value] = node.entries.emplace_back();
      if (!read(key, depth) || !read(value, depth)) return false;
    }
    return true;
  }

  std::string_view m_rest;
  std::size_t m_nodes = 0;
  bool m_failed = false;
};

}  // namespace

std::string image_of(const Node& node) {
  Writer writer;
  writer.node(node);
  return std::move(writer.bytes);
}

std::optional<Node> from_image(std::string_view bytes) {
  ImageReader reader(bytes);
  Node node;
  if (!reader.read(node, 0) || !reader.is_done()) return std::nullopt;
  return node;
}

}  // namespace codelake::yaml
