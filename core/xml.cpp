// SPDX-License-Identifier: Apache-2.0
#include "core/xml.h"

#include <pugixml.hpp>

#include <algorithm>

namespace codelake::xml {

namespace {

constexpr int k_depth_max = 256;
constexpr std::size_t k_elements_max = 1'000'000;

std::string_view without_prefix(std::string_view name) {
  return name.substr(name.rfind(':') + 1);
}

std::string_view without_space(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const auto first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

// Turns pugixml's tree into our value. Elements are met in the order of the text, so lines are counted in one
// pass.
class Converter {
 public:
  Converter(std::string_view text, const std::string& name) : m_text(text), m_name(name) {}

  Result<Element> convert(const pugi::xml_node& from, int depth) {
    count_lines_to(from.offset_debug());
    if (depth > k_depth_max)
      return failed("nested more than " + std::to_string(k_depth_max) + " levels deep");
    if (++m_elements > k_elements_max)
      return failed("more than " + std::to_string(k_elements_max) + " elements");
    Element element;
    element.name = without_prefix(from.name());
    element.line = m_line;
    for (const pugi::xml_attribute& attribute : from.attributes()) {
      element.attributes.emplace_back(without_prefix(attribute.name()), attribute.value());
    }
    for (const pugi::xml_node& child : from.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        element.text += child.value();
      if (child.type() == pugi::node_element) element.children.push_back(TRY(convert(child, depth + 1)));
    }
    element.text = std::string(without_space(element.text));
    return element;
  }

  Failure failed(std::string cause) const {
    return fail(ErrorKind::usage, "reading XML", m_name + ":" + std::to_string(m_line), std::move(cause));
  }

  void count_lines_to(std::ptrdiff_t offset) {
    const auto end = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), m_text.size());
    for (; m_offset < end; ++m_offset) m_line += m_text[m_offset] == '\n' ? 1U : 0U;
  }

 private:
  std::string_view m_text;
  const std::string& m_name;
  std::size_t m_offset = 0;  // up to here lines are counted
  std::size_t m_elements = 0;
  std::uint32_t m_line = 1;
};

}  // namespace

Element::Element() = default;
Element::Element(const Element&) = default;
Element::Element(Element&&) noexcept = default;
Element& Element::operator=(const Element&) = default;
Element& Element::operator=(Element&&) noexcept = default;
Element::~Element() = default;

const Element* Element::find(std::string_view child) const {
  const auto found = std::find_if(children.begin(), children.end(),
                                  [&](const Element& element) { return element.name == child; });
  return found == children.end() ? nullptr : &*found;
}

std::string_view Element::text_of(std::string_view child) const {
  const Element* element = find(child);
  return element == nullptr ? std::string_view{} : std::string_view(element->text);
}

std::string_view Element::attribute(std::string_view key) const {
  for (const auto& [name_of_attribute, value] : attributes) {
    if (name_of_attribute == key) return value;
  }
  return {};
}

Result<Element> parse(std::string_view text, const std::string& name) {
  Converter converter(text, name);
  pugi::xml_document document;
  constexpr unsigned options = pugi::parse_default & ~static_cast<unsigned>(pugi::parse_doctype);
  const pugi::xml_parse_result result =
      document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
  if (!result) {
    converter.count_lines_to(result.offset);
    return converter.failed(result.description());
  }
  const pugi::xml_node root = document.document_element();
  if (root.empty()) return converter.failed("no element");
  return converter.convert(root, 0);
}

}  // namespace codelake::xml
