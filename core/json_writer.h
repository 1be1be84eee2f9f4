// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace codelake {

// Writes one JSON text from front to back, in the form nlohmann::json::dump(indent) gives it. Bytes that are no UTF-8
// become U+FFFD. Every value in an object needs its key, and every open() its close().
class JsonWriter {
 public:
  // Spaces for each level; -1: everything on one line.
  explicit JsonWriter(int indent = -1) : m_indent(indent), m_between(indent < 0 ? "," : ",\n") {}

  // Makes room for so many bytes, which need not be exact.
  void reserve(std::size_t bytes) { m_text.reserve(bytes); }

  enum class Kind : char { object = '{', array = '[' };
  void open(Kind kind);
  void open(std::string_view key, Kind kind);
  void close();

  // A text, truth, number, or list of these; an empty optional is null.
  template <class T>
  void add(std::string_view key, const T& value) {
    begin(key);
    put(value);
  }
  // The same in an array.
  template <class T>
  void add(const T& value) {
    begin();
    put(value);
  }
  // null for an empty text.
  void add_or_null(std::string_view key, std::string_view value);

  std::string take() { return std::move(m_text); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::same_as<T, bool>) {
      m_text += value ? "true" : "false";
    } else if constexpr (std::integral<T>) {
      char digits[24];
      m_text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    } else if constexpr (std::floating_point<T>) {
      put_real(value);
    } else if constexpr (std::convertible_to<T, std::string_view>) {
      put_text(value);
    } else if constexpr (requires { value.has_value(); }) {
      if (value) return put(*value);
      m_text += "null";
    } else {
      put_open(Kind::array);
      for (const auto& item : value) add(item);
      close();
    }
  }
  void put_open(Kind kind);
  void put_text(std::string_view text);
  void put_real(double value);
  void begin();
  void begin(std::string_view key);

  std::string m_text;
  std::string m_open;      // the brackets that will close what is open
  int m_indent = -1;
  std::string m_between;   // stands between two parts of what was opened last
  bool m_empty = true;     // what was opened last holds nothing yet
};

}  // namespace codelake
