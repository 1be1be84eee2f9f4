// SPDX-License-Identifier: Apache-2.0
// A value is one byte of kind and quotes, its line and column, the size of what it holds, and that: a text, or a count of
// values and these. Numbers are written in groups of seven bits, the lowest first, all but the last with the eighth bit
// set (LEB128). `[a]` at the start of a file is 02 01 01, 06 (bytes follow), 01 (one item), then 01 01 02, 01 'a'.
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
    if (!node.is_sequence() && !node.is_mapping()) return text(node.text);
    Writer inner;
    inner.number(node.is_sequence() ? node.items.size() : node.entries.size());
    for (const Node& item : node.items) inner.node(item);
    for (const auto& [key, value] : node.entries) {
      inner.node(key);
      inner.node(value);
    }
    text(inner.bytes);
  }

  std::string bytes;

 private:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes += static_cast<char>(0x80U | (value & 0x7FU));
    bytes += static_cast<char>(value);
  }
  void text(std::string_view text) {
    number(text.size());
    bytes += text;
  }
};

std::optional<std::uint64_t> take_number(std::string_view& rest) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

// The start of a value, and what it holds.
struct Head {
  Node::Kind kind = Node::Kind::null;
  bool quoted = false;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string_view body;
  std::string_view image;  // with the start
};

std::optional<Head> take_value(std::string_view& rest) {
  const std::string_view all = rest;
  const auto kind = take_number(rest);
  const auto line = take_number(rest);
  const auto column = take_number(rest);
  const auto size = take_number(rest);
  if (!kind || !line || !column || !size || *kind >= k_kinds + k_quoted || *size > rest.size()) return std::nullopt;
  Head head;
  head.kind = static_cast<Node::Kind>(*kind % k_kinds);
  head.quoted = *kind >= k_quoted;
  head.line = static_cast<std::uint32_t>(*line);
  head.column = static_cast<std::uint32_t>(*column);
  head.body = rest.substr(0, *size);
  rest.remove_prefix(*size);
  head.image = all.substr(0, all.size() - rest.size());
  return head;
}

// The values a sequence or mapping starts with; empty when the bytes are none.
std::string_view values_of(std::string_view image, Node::Kind kind) {
  const auto head = take_value(image);
  if (!head || head->kind != kind) return {};
  std::string_view body = head->body;
  return take_number(body) ? body : std::string_view{};
}

class ImageReader {
 public:
  // Takes one value from the front.
  bool read(Node& node, std::string_view& rest, int depth) {
    if (depth > k_depth_max || ++m_nodes > k_nodes_max) return false;
    const auto head = take_value(rest);
    if (!head) return false;
    node.kind = head->kind;
    node.quoted = head->quoted;
    node.line = head->line;
    node.column = head->column;
    if (!node.is_sequence() && !node.is_mapping()) {
      node.text = head->body;
      return true;
    }
    std::string_view body = head->body;
    const auto count = take_number(body);
    if (!count || *count > body.size()) return false;  // each takes a byte at least
    const auto all = static_cast<std::size_t>(*count);
    return (node.is_sequence() ? items(node, all, body, depth + 1) : entries(node, all, body, depth + 1)) && body.empty();
  }

 private:
  bool items(Node& node, std::size_t count, std::string_view& body, int depth) {
    node.items.reserve(std::min(count, k_room_max));
    for (std::size_t i = 0; i < count; ++i) {
      if (!read(node.items.emplace_back(), body, depth)) return false;
    }
    return true;
  }

  bool entries(Node& node, std::size_t count, std::string_view& body, int depth) {
    node.entries.reserve(std::min(count, k_room_max));
    for (std::size_t i = 0; i < count; ++i) {
      auto& [key, value] = node.entries.emplace_back();
      if (!read(key, body, depth) || !read(value, body, depth)) return false;
    }
    return true;
  }

  std::size_t m_nodes = 0;
};

}  // namespace

std::string image_of(const Node& node) {
  Writer writer;
  writer.node(node);
  return std::move(writer.bytes);
}

std::optional<Node> from_image(std::string_view bytes) {
  Node node;
  if (!ImageReader().read(node, bytes, 0) || !bytes.empty()) return std::nullopt;
  return node;
}

std::string_view image_under(std::string_view mapping, std::string_view key) {
  std::string_view rest = values_of(mapping, Node::Kind::mapping);
  while (!rest.empty()) {
    const auto name = take_value(rest);
    const auto value = name ? take_value(rest) : std::nullopt;
    if (!value) return {};
    if (name->kind == Node::Kind::scalar && name->body == key) return value->image;
  }
  return {};
}

std::vector<std::string_view> images_in(std::string_view sequence) {
  std::vector<std::string_view> images;
  for (std::string_view rest = values_of(sequence, Node::Kind::sequence); !rest.empty();) {
    const auto item = take_value(rest);
    if (!item) return {};
    images.push_back(item->image);
  }
  return images;
}

std::string_view text_of_image(std::string_view scalar) {
  const auto head = take_value(scalar);
  return head && head->kind == Node::Kind::scalar ? head->body : std::string_view{};
}

}  // namespace codelake::yaml
