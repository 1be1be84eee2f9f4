// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::secrets {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

// A quarter of the secret, at most its first four characters, and a mask of fixed length.
std::string redacted(std::string_view secret);

// Shows lines of a text with every secret in them masked.
class Mask {
 public:
  // `text` must outlive the mask.
  Mask(std::string_view text, std::size_t bytes_max) : m_text(text), m_bytes_max(bytes_max) {}

  // Spans come in the order of the text and do not overlap.
  void hide(Span span) { m_hidden.push_back(span); }

  // The lines of `span`, cut to the neighbourhood of the span when they are long; at most `bytes_max` bytes.
  std::string snippet(Span span) const;

 private:
  // The bytes that are shown, and whether the line goes on before and after them.
  struct Cut {
    Span span;
    bool before = false;
    bool after = false;
  };
  // Looks no farther than the neighbourhood: a line may have 50 MB.
  Cut lines_around(Span span) const;

  std::string_view m_text;
  std::size_t m_bytes_max;
  std::vector<Span> m_hidden;
};

}  // namespace codelake::secrets
