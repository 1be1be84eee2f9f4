// SPDX-License-Identifier: Apache-2.0
// The name of such a file is the name of its value, so it is read as an assignment, by the rules for any
// secret. Example: "deploy/db_password.txt" with one line "kqx7RtZw" is read as "db_password=kqx7RtZw".
#include "scanners/secrets/secret_file.h"

#include "scanners/secrets/characters.h"

#include <algorithm>
#include <array>

namespace codelake::secrets {

namespace {

constexpr std::size_t k_file_bytes_max = 2000;
constexpr std::size_t k_value_bytes_max = 400;

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// The line that begins at `begin`, without white space around it.
Span line_at(std::string_view text, std::size_t begin) {
  Span span{begin, std::min(text.find('\n', begin), text.size())};
  while (span.begin < span.end && is_white(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_white(text[span.end - 1])) --span.end;
  return span;
}

// "db_password.txt" → "db_password", ".vault_pass" → "vault_pass", "master.key" → "master_key"; empty for a
// name that does not end with what it is.
std::string name_of(std::string_view name) {
  if (name.starts_with('.')) name.remove_prefix(1);
  if (name.ends_with(".txt")) name.remove_suffix(4);
  constexpr std::array<std::string_view, 6> ends = {"password", "passwd", "pass", "secret", "token", "key"};
  std::string result = lower(name);
  std::replace(result.begin(), result.end(), '.', '_');
  const bool says =
      std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return result.ends_with(end); });
  return says ? result : std::string();
}

}  // namespace

std::optional<Span> lone_value(std::string_view text) {
  if (text.empty() || text.size() > k_file_bytes_max) return std::nullopt;
  std::optional<Span> value;
  for (std::size_t at = 0; at < text.size(); at = std::min(text.find('\n', at), text.size() - 1) + 1) {
    const Span line = line_at(text, at);
    if (line.size() == 0 || text[line.begin] == '#') continue;
    if (value) return std::nullopt;
    value = line;
  }
  if (!value || value->size() > k_value_bytes_max) return std::nullopt;
  const std::string_view said = text.substr(value->begin, value->size());
  // Other signs would end the value of an assignment, or begin a setting of its own.
  if (std::any_of(said.begin(), said.end(), [](char c) { return is_white(c) || c == '=' || c == ':'; }) &&
      !said.ends_with('='))
    return std::nullopt;
  return value;
}

bool may_be_secret_file(const FileInfo& file) { return !name_of(file.name()).empty(); }

std::optional<SecretFile> read_secret_file(const SourceFile& file) {
  const std::string name = name_of(file.info().name());
  const bool plain = file.language().empty() || file.language() == "text";
  if (name.empty() || !plain) return std::nullopt;
  const auto value = lone_value(file.text());
  if (!value) return std::nullopt;
  return SecretFile{name + "=" + std::string(file.text().substr(value->begin, value->size())) + "\n", *value};
}

}  // namespace codelake::secrets
