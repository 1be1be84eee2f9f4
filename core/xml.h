// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace codelake::xml {

// An XML 1.0 element with its place. Names are without their namespace prefix.
struct Element {
  // Defined where the type is complete: clang 14 needs that for a type that holds a list of itself.
  Element();
  Element(const Element&);
  Element(Element&&) noexcept;
  Element& operator=(const Element&);
  Element& operator=(Element&&) noexcept;
  ~Element();

  std::string name;
  std::string text;                                             // its own character data, white space trimmed
  std::uint32_t line = 1;                                       // 1-based
  std::vector<std::pair<std::string, std::string>> attributes;  // in the order written
  std::vector<Element> children;                                // the elements in it, in the order written

  // The first child of that name; nullptr when there is none.
  const Element* find(std::string_view child) const;
  // The text of the first child of that name; empty when there is none.
  std::string_view text_of(std::string_view child) const;
  // The value of an attribute; empty when there is none.
  std::string_view attribute(std::string_view key) const;
};

// Parses a document and returns its root element. No entity but the five of XML is expanded, no DTD is read,
// nothing is included; bounded: 256 levels, 1 million elements. `name` stands for the text in errors:
// "name:line".
Result<Element> parse(std::string_view text, const std::string& name);

}  // namespace codelake::xml
