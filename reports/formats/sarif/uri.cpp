// SPDX-License-Identifier: Apache-2.0
#include "reports/formats/sarif/uri.h"

#include <algorithm>

namespace codelake::reports::sarif {

namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

bool is_uri_character(char c) { return c > ' ' && c < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos; }

}  // namespace

std::string relative_uri(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  while (path.starts_with('/')) path.remove_prefix(1);
  if (path.empty()) return "./";
  std::string uri;
  for (const char c : path) {
    if (is_unreserved(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 15U];
  }
  return uri;
}

bool is_web_uri(std::string_view text) {
  const bool scheme = text.starts_with("https://") || text.starts_with("http://");
  return scheme && std::all_of(text.begin(), text.end(), is_uri_character);
}

}  // namespace codelake::reports::sarif
