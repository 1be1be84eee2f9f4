// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace codelake {

// One JSON text (RFC 8259) whose root is an object or array, as a flat list of values that point into it: the text must
// outlive the tree. Of a key that stands twice both entries are kept. Bounded: 256 levels, 2 million values, 4 GiB of text.
class JsonTree {
 public:
  enum class Kind : std::uint8_t { null, scalar, sequence, mapping };
  class Value;
  template <class Element>
  class Elements;

  // `name` stands for the text in errors: "name:line".
  static Result<JsonTree> parse(std::string_view text, const std::string& name);

  Value root() const;

 private:
  friend class JsonTreeReader;

  struct Record {
    std::uint32_t offset = 0;  // where it begins in the text
    std::uint32_t size = 0;    // of a scalar, without quotes; of an unescaped one: its number
    std::uint32_t next = 0;    // the first record that is not part of it; keys stand before their values
    Kind kind = Kind::null;
    bool quoted = false;
    bool unescaped = false;
  };
  std::string_view text_of(const Record& record) const {
    if (record.unescaped) return m_unescaped[record.size];
    return {m_text.data() + record.offset + (record.quoted ? 1 : 0), record.size};
  }

  std::string_view m_text;
  std::vector<std::string> m_unescaped;  // the strings that do not stand in the text as they are meant
  std::vector<Record> m_records;
};

// A place in a JsonTree, which must outlive it and stay where it is; or none.
class JsonTree::Value {
 public:
  using Entry = std::pair<Value, Value>;

  Value() = default;
  explicit operator bool() const { return m_tree != nullptr; }

  bool is_scalar() const { return is(Kind::scalar); }
  bool is_sequence() const { return is(Kind::sequence); }
  bool is_mapping() const { return is(Kind::mapping); }

  // Of a scalar: strings without quotes and escapes, numbers, true and false as written; else empty.
  std::string_view text() const { return m_tree == nullptr ? std::string_view{} : m_tree->text_of(record()); }
  bool quoted() const { return m_tree != nullptr && record().quoted; }
  // Where it begins in the text, in bytes. There must be a value.
  std::size_t offset() const { return record().offset; }

  // The value of a key of a mapping; none when there is none or this is no mapping.
  Value find(std::string_view key) const;
  // The same for several keys in one pass: what each of them has, in their order.
  template <std::size_t N>
  std::array<Value, N> find_all(const std::array<std::string_view, N>& keys) const;
  // The text of the scalar under `key`; empty when there is none.
  std::string_view text_of(std::string_view key) const { return find(key).text(); }

  Elements<Entry> entries() const;  // of a mapping, in the order written; else none
  Elements<Value> items() const;    // of a sequence; else none

 private:
  friend class JsonTree;
  template <class Element>
  friend class JsonTree::Elements;

  Value(const JsonTree& tree, std::uint32_t at) : m_tree(&tree), m_at(at) {}
  bool is(Kind kind) const { return m_tree != nullptr && record().kind == kind; }
  const Record& record() const { return m_tree->m_records[m_at]; }

  const JsonTree* m_tree = nullptr;
  std::uint32_t m_at = 0;
};

// What a mapping or sequence holds, for a loop over it.
template <class Element>
class JsonTree::Elements {
 public:
  class Iterator {
   public:
    Iterator(const JsonTree* tree, std::uint32_t at) : m_tree(tree), m_at(at) {}
    Element operator*() const {
      if constexpr (k_is_entry)
        return {Value(*m_tree, m_at), Value(*m_tree, m_at + 1)};
      else
        return Value(*m_tree, m_at);
    }
    Iterator& operator++() {
      m_at = m_tree->m_records[m_at + (k_is_entry ? 1U : 0U)].next;
      return *this;
    }
    bool operator==(const Iterator& other) const { return m_at == other.m_at; }

   private:
    static constexpr bool k_is_entry = !std::is_same_v<Element, Value>;
    const JsonTree* m_tree;
    std::uint32_t m_at;
  };

  Elements() = default;
  Elements(const JsonTree* tree, std::uint32_t begin, std::uint32_t end) : m_tree(tree), m_begin(begin), m_end(end) {}
  Iterator begin() const { return {m_tree, m_begin}; }
  Iterator end() const { return {m_tree, m_end}; }

 private:
  const JsonTree* m_tree = nullptr;
  std::uint32_t m_begin = 0;
  std::uint32_t m_end = 0;
};

inline JsonTree::Value JsonTree::root() const { return {*this, 0}; }

inline JsonTree::Elements<JsonTree::Value::Entry> JsonTree::Value::entries() const {
  if (!is_mapping()) return {};
  return {m_tree, m_at + 1, record().next};
}

inline JsonTree::Elements<JsonTree::Value> JsonTree::Value::items() const {
  if (!is_sequence()) return {};
  return {m_tree, m_at + 1, record().next};
}

inline JsonTree::Value JsonTree::Value::find(std::string_view key) const {
  for (const auto& [name, value] : entries()) {
    if (name.text() == key) return value;
  }
  return {};
}

template <std::size_t N>
std::array<JsonTree::Value, N> JsonTree::Value::find_all(const std::array<std::string_view, N>& keys) const {
  std::array<Value, N> found;
  for (const auto& [name, value] : entries()) {
    const auto at = static_cast<std::size_t>(std::find(keys.begin(), keys.end(), name.text()) - keys.begin());
    if (at < N && !found[at]) found[at] = value;
  }
  return found;
}

}  // namespace codelake
