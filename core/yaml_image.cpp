// SPDX-License-Identifier: Apache-2.0
// A value is one byte of kind and quotes, its line and column, the size of what it holds, and that: a text, or a count of
// values and these. Numbers are written in groups of seven bits, the lowest first, all but the last with the eighth bit
// set (LEB128). `[a]` at the start of a file is 02 01 01, 06 (bytes follow), 01 (one item), then 01 01 02, 01 'a'.
#include "core/yaml_image.h"

#include "core/record.h"

#include <algorithm>
#include <utility>

namespace codelake::yaml {

namespace {

constexpr int k_depth_max = 64;
constexpr std::size_t k_nodes_max = 2'000'000;
constexpr std::size_t k_room_max = 32;  // made at once: what the bytes promise need not be there
constexpr unsigned k_kinds = 4;
constexpr unsigned k_quoted = 4;  // added to the kind

void put(RecordWriter& to, const Node& node) {
  to.number(static_cast<unsigned>(node.kind) + (node.quoted ? k_quoted : 0));
  to.number(node.line);
  to.number(node.column);
  if (!node.is_sequence() && !node.is_mapping()) return to.text(node.text);
  RecordWriter inner;
  inner.number(node.is_sequence() ? node.items.size() : node.entries.size());
  for (const Node& item : node.items) put(inner, item);
  for (const auto& [key, value] : node.entries) {
    put(inner, key);
    put(inner, value);
  }
  to.text(inner.bytes);
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

std::optional<Head> take_value(RecordReader& from) {
  const std::string_view all = from.rest();
  const std::uint64_t kind = from.below(k_kinds + k_quoted);
  Head head;
  head.kind = static_cast<Node::Kind>(kind % k_kinds);
  head.quoted = kind >= k_quoted;
  head.line = static_cast<std::uint32_t>(from.number());
  head.column = static_cast<std::uint32_t>(from.number());
  head.body = from.view();
  if (from.failed()) return std::nullopt;
  head.image = all.substr(0, all.size() - from.rest().size());
  return head;
}

// The values a sequence or mapping starts with; none when the bytes are no such thing.
RecordReader values_of(std::string_view image, Node::Kind kind) {
  RecordReader from(image);
  const auto head = take_value(from);
  if (!head || head->kind != kind) return RecordReader({});
  RecordReader body(head->body);
  body.number();
  return body;
}

class ImageReader {
 public:
  // Takes one value from the front.
  bool read(Node& node, RecordReader& from, int depth) {
    if (depth > k_depth_max || ++m_nodes > k_nodes_max) return false;
    const auto head = take_value(from);
    if (!head) return false;
    node.kind = head->kind;
    node.quoted = head->quoted;
    node.line = head->line;
    node.column = head->column;
    if (!node.is_sequence() && !node.is_mapping()) {
      node.text = head->body;
      return true;
    }
    RecordReader body(head->body);
    const std::size_t count = body.count();  // each takes a byte at least
    const bool all = node.is_sequence() ? items(node, count, body, depth + 1) : entries(node, count, body, depth + 1);
    return all && !body.failed() && body.done();
  }

 private:
  bool items(Node& node, std::size_t count, RecordReader& body, int depth) {
    node.items.reserve(std::min(count, k_room_max));
    for (std::size_t i = 0; i < count; ++i) {
      if (!read(node.items.emplace_back(), body, depth)) return false;
    }
    return true;
  }

  bool entries(Node& node, std::size_t count, RecordReader& body, int depth) {
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
  RecordWriter writer;
  put(writer, node);
  return std::move(writer.bytes);
}

std::optional<Node> from_image(std::string_view bytes) {
  RecordReader from(bytes);
  Node node;
  if (!ImageReader().read(node, from, 0) || !from.done()) return std::nullopt;
  return node;
}

std::string_view image_under(std::string_view mapping, std::string_view key) {
  RecordReader from = values_of(mapping, Node::Kind::mapping);
  while (!from.done()) {
    const auto name = take_value(from);
    const auto value = name ? take_value(from) : std::nullopt;
    if (!value) return {};
    if (name->kind == Node::Kind::scalar && name->body == key) return value->image;
  }
  return {};
}

std::vector<std::string_view> images_in(std::string_view sequence) {
  std::vector<std::string_view> images;
  for (RecordReader from = values_of(sequence, Node::Kind::sequence); !from.done();) {
    const auto item = take_value(from);
    if (!item) return {};
    images.push_back(item->image);
  }
  return images;
}

std::string_view text_of_image(std::string_view scalar) {
  RecordReader from(scalar);
  const auto head = take_value(from);
  return head && head->kind == Node::Kind::scalar ? head->body : std::string_view{};
}

}  // namespace codelake::yaml
