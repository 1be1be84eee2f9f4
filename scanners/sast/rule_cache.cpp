// SPDX-License-Identifier: Apache-2.0
// The file is a line with its name and version, a line with the hash of all that follows, and then for each rule file its
// key, a blank, the size of the image in digits, a line break and the image. What the images hold goes through the rule
// reader like any YAML when a rule is needed, so that nothing in the file is trusted but that patterns were readable.
#include "scanners/sast/rule_cache.h"

#include "core/file.h"
#include "core/hash.h"
#include "core/version.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace codelake::sast {

namespace {

constexpr std::uint64_t k_bytes_max = 256U << 20;
constexpr std::size_t k_key_size = 32;  // hash and size

std::string first_line() { return "codelake rule cache 2 of " + std::string(k_version) + "\n"; }

std::string check_line(std::string_view rest) { return std::to_string(fast_hash(rest)) + "\n"; }

bool take(std::string_view& bytes, std::string_view start) {
  if (!bytes.starts_with(start)) return false;
  bytes.remove_prefix(start.size());
  return true;
}

}  // namespace

std::optional<std::map<std::string_view, std::string_view>> read_cache(std::string_view bytes) {
  if (!take(bytes, first_line())) return std::nullopt;
  const auto line = bytes.find('\n');
  if (line == std::string_view::npos || !take(bytes, check_line(bytes.substr(line + 1)))) return std::nullopt;
  std::map<std::string_view, std::string_view> images;
  while (!bytes.empty()) {
    const std::string_view key = bytes.substr(0, k_key_size);
    bytes.remove_prefix(key.size());
    std::size_t size = 0;
    if (!take(bytes, " ")) return std::nullopt;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), size);
    bytes.remove_prefix(static_cast<std::size_t>(end - bytes.data()));
    if (error != std::errc() || !take(bytes, "\n") || size > bytes.size()) return std::nullopt;
    images.emplace(key, bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  return images;
}

std::string write_cache(const std::map<std::string, std::string>& images) {
  std::string rest;
  for (const auto& [key, image] : images) rest += key + " " + std::to_string(image.size()) + "\n" + image;
  return cache_file(rest);
}

std::string cache_file(std::string_view rest) { return first_line() + check_line(rest) + std::string(rest); }

RuleCache::RuleCache(const std::string& directory, const std::vector<std::string>& rule_paths) {
  if (directory.empty() || rule_paths.empty()) return;
  std::string names;
  for (const std::string& path : rule_paths) names += path + '\n';
  m_path = directory + "/rules/" + sha256_hex(names);
  auto bytes = read_file(m_path, k_bytes_max);
  if (!bytes) return;
  m_bytes = std::move(*bytes);
  if (auto images = read_cache(m_bytes)) m_images = std::move(*images);
}

std::string RuleCache::key_of(std::string_view content) {
  std::array<char, k_key_size + 1> key{};
  std::snprintf(key.data(), key.size(), "%016llx%016llx", static_cast<unsigned long long>(fast_hash(content)),
                static_cast<unsigned long long>(content.size()));
  return key.data();
}

std::string_view RuleCache::image(const std::string& key) const {
  const auto found = m_images.find(key);
  return found == m_images.end() ? std::string_view{} : found->second;
}

void RuleCache::keep(const std::map<std::string, std::string>& images) const {
  if (m_path.empty()) return;
  // Without the file the next scan reads the rules once more, and finds the same.
  const std::string folder = m_path.substr(0, m_path.rfind('/'));
  if (make_directory(folder)) (void)write_file_atomically(m_path, write_cache(images));
}

}  // namespace codelake::sast
