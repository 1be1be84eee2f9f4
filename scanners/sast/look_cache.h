// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace codelake::sast {

// Which file of a cache belongs to a scan.
struct LookCacheOptions {
  std::string directory;  // empty: nothing is read or kept
  std::string root;       // what is scanned
  std::string identity;   // everything a look depends on besides the file: the program, the rules, the limits
  bool whole = true;      // all files are looked at: what is kept of others is of no use
  std::uint64_t bytes_max = 256U << 20;  // of all records together; what exceeds it is left out
};

// What was found in the files of a scanned folder, kept between scans in one file: the record of a file (look_record.h) by
// its path and content. A file of another identity is not used; one that is damaged is dropped, which is said. Safe from
// several threads.
class LookCache {
 public:
  explicit LookCache(LookCacheOptions options);
  ~LookCache();
  LookCache(const LookCache&) = delete;
  LookCache& operator=(const LookCache&) = delete;

  bool is_on() const { return !m_path.empty(); }
  // The record of a file with this content (key_of).
  std::optional<std::string> find(const std::string& path, std::string_view key);
  // Keeps a record in place of what is known of the file.
  void keep(const std::string& path, std::string_view key, std::string_view record);
  // Puts what was kept in place of the cache, at the end of a scan that was not ended early; from then on it is off. What
  // cannot be written is not kept.
  void finish();
  bool damaged() const { return m_damaged; }
  std::size_t left_out() const { return m_left_out; }  // records that were not kept for lack of room

  static std::string key_of(std::string_view content, std::string_view more);

 private:
  struct Place {
    std::string key;
    std::uint64_t begin = 0;
    std::uint64_t size = 0;
    std::uint64_t hash = 0;
    bool seen = false;  // of the old file: still right
  };
  using Places = std::map<std::string, Place, std::less<>>;

  bool read_index();
  std::optional<std::string> read(const Place& place);
  bool start();
  void append(const std::string& path, Place place, std::string_view record);
  void take_over();
  bool write_index();

  LookCacheOptions m_options;
  std::string m_path;      // empty: off
  std::string m_new_path;  // while it is written
  std::ifstream m_old;
  std::ofstream m_new;
  Places m_known;  // in m_old
  Places m_kept;   // in m_new
  std::uint64_t m_end = 0;  // of m_new
  bool m_damaged = false;
  std::size_t m_left_out = 0;
  std::mutex m_guard;
};

}  // namespace codelake::sast
