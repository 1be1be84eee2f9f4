// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/severity.h"

#include <string>
#include <string_view>

namespace codelake::reports::text {

// Paints for a terminal (ECMA-48, SGR), or leaves the text as it is; the only place that writes an escape byte.
class Ink {
 public:
  explicit Ink(bool color) : m_color(color) {}

  std::string bold(std::string_view text) const { return paint("1", text); }
  std::string dim(std::string_view text) const { return paint("2", text); }
  std::string edge(std::string_view text) const { return paint("34", text); }
  std::string of(Severity severity, std::string_view text) const {
    switch (severity) {
      case Severity::critical: return paint("1;35", text);
      case Severity::high: return paint("1;31", text);
      case Severity::medium: return paint("1;33", text);
      case Severity::low: return paint("1;36", text);
      case Severity::info: return paint("1", text);
    }
    return std::string(text);
  }

 private:
  std::string paint(std::string_view code, std::string_view text) const {
    if (!m_color || text.empty()) return std::string(text);
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
  }

  bool m_color;
};

}  // namespace codelake::reports::text
