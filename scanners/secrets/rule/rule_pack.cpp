// SPDX-License-Identifier: Apache-2.0
// One list of fields says what a packed rule is made of; writing and reading walk that same list. A text is
// its length as four bytes and its bytes, a list its count and its items, a number eight bytes.
#include "scanners/secrets/rule/rule_pack.h"

#include "core/check.h"

#include <cstdint>
#include <cstring>
#include <type_traits>

namespace codelake::secrets {

namespace {

class Writer {
 public:
  void field(const std::string& value) {
    number(static_cast<std::uint32_t>(value.size()));
    m_out += value;
  }
  template <class Number>
  requires(std::is_arithmetic_v<Number> || std::is_enum_v<Number>) void field(const Number& value) {
    number(value);
  }
  template <class Item>
  void field(const std::vector<Item>& items) {
    number(static_cast<std::uint32_t>(items.size()));
    for (const Item& item : items) field(item);
  }
  std::string take() { return std::move(m_out); }

 private:
  template <class Number>
  void number(Number value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    m_out.append(bytes, sizeof value);
  }
  std::string m_out;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_bytes(bytes) {}
  void field(std::string& value) { value = take(number<std::uint32_t>()); }
  template <class Number>
  requires(std::is_arithmetic_v<Number> || std::is_enum_v<Number>) void field(Number& value) {
    value = number<Number>();
  }
  template <class Item>
  void field(std::vector<Item>& items) {
    items.resize(number<std::uint32_t>());
    for (Item& item : items) field(item);
  }

 private:
  std::string_view take(std::size_t size) {
    CODELAKE_CHECK(size <= m_bytes.size());
    const std::string_view taken = m_bytes.substr(0, size);
    m_bytes.remove_prefix(size);
    return taken;
  }
  template <class Number>
  Number number() {
    Number value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view m_bytes;
};

template <class Stream, class SomeRule>
void fields(Stream& stream, SomeRule& rule) {
  stream.field(rule.id);
  stream.field(rule.provider);
  stream.field(rule.title);
  stream.field(rule.message);
  stream.field(rule.help);
  stream.field(rule.severity);
  stream.field(rule.confidence);
  stream.field(rule.cwe);
  stream.field(rule.references);
  stream.field(rule.pattern);
  stream.field(rule.anchor);
  stream.field(rule.before);
  stream.field(rule.after);
  stream.field(rule.next);
  stream.field(rule.window);
  stream.field(rule.lead);
  stream.field(rule.value_at);
  stream.field(rule.route);
  stream.field(rule.reach);
  stream.field(rule.first_bytes);
  stream.field(rule.entropy_min);
  stream.field(rule.filter);
  stream.field(rule.files);
  stream.field(rule.verify);
  stream.field(rule.bad_example);
  stream.field(rule.good_example);
}

}  // namespace

std::string pack(const std::vector<Rule>& rules) {
  Writer writer;
  writer.field(static_cast<std::uint32_t>(rules.size()));
  for (const Rule& rule : rules) fields(writer, rule);
  return writer.take();
}

std::string pack(const Rule& rule) {
  Writer writer;
  fields(writer, rule);
  return writer.take();
}

std::vector<Rule> unpack(std::string_view bytes) {
  Reader reader(bytes);
  std::uint32_t count = 0;
  reader.field(count);
  std::vector<Rule> rules(count);
  for (Rule& rule : rules) fields(reader, rule);
  return rules;
}

}  // namespace codelake::secrets
