// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// The documents of rule files that were found right before, by the content of the file, kept in one file: reading such a
// rule again costs neither YAML nor a look at its patterns. A file of another version is not used, nor is a damaged one.
class RuleCache {
 public:
  // Reads what is kept for these rule paths below `directory`; an empty one keeps nothing.
  RuleCache(const std::string& directory, const std::vector<std::string>& rule_paths);
  RuleCache(RuleCache&&) noexcept = default;

  // What stands for a content in the cache.
  static std::string key_of(std::string_view content);

  // The image of the document of a content; empty when it was not kept. Lives as long as this and what is made by moving
  // it. Safe for several threads.
  std::string_view image(const std::string& key) const;
  // Keeps exactly these contents, in place of what was kept; images of their documents by their keys. What cannot be
  // written is not kept.
  void keep(const std::map<std::string, std::string>& images) const;
  // How many contents were read.
  std::size_t size() const { return m_images.size(); }

 private:
  std::string m_path;
  std::string m_bytes;
  std::map<std::string_view, std::string_view> m_images;  // pieces of m_bytes
};

// The images by their keys of a cache file; nothing when it is not one of this version and whole.
std::optional<std::map<std::string_view, std::string_view>> read_cache(std::string_view bytes);
// The file that holds them, and one that holds anything behind its first lines.
std::string write_cache(const std::map<std::string, std::string>& images);
std::string cache_file(std::string_view rest);

}  // namespace codelake::sast
