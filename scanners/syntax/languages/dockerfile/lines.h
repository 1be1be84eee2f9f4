// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree_builder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::syntax::dockerfile {

// One instruction: its physical lines joined, without continuation marks and the comments between them.
struct Line {
  std::string text;
  std::vector<std::uint32_t> origins;  // of each byte, in the source

  // The bytes of the source that [begin, end) of the text stands for.
  Span span(std::size_t begin, std::size_t end) const;
};

// The instructions of a Dockerfile one after the other (https://docs.docker.com/reference/dockerfile).
class Lines {
 public:
  explicit Lines(std::string_view source);

  // The next instruction; nothing at the end. Empty lines and comments are passed over.
  std::optional<Line> next();
  // The lines from here to the one that is `delimiter` alone (after tabs, if `indented`), which is taken too.
  // An absent delimiter takes all that is left.
  Span take_heredoc(std::string_view delimiter, bool indented);

  char escape() const { return m_escape; }

 private:
  struct Physical {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   // without the line break
    std::uint32_t next = 0;
  };

  Physical physical(std::uint32_t at) const;
  void read_directives();
  std::string_view text(const Physical& line) const { return m_source.substr(line.begin, line.end - line.begin); }

  std::string_view m_source;
  std::uint32_t m_at = 0;
  char m_escape = '\\';
};

}  // namespace codelake::syntax::dockerfile
