// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/scanner.h"
#include "scanners/sast/settings/settings.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast {

// What code of one file may ask: the values of the settings file it means by a name; null when there is none.
using SettingsOf = std::function<const Settings*(std::string_view name)>;

// The settings files of a scanned folder, each read when code first names it. Safe from several threads.
class SettingsFiles {
 public:
  // `read` must outlive it.
  SettingsFiles(const std::vector<FileInfo>& files, ReadFile read);

  // The file that code at `by` means: the one its path leads to, else the only one of that name, else the one whose
  // folder is nearest; null when several are equally near.
  const Settings* find(std::string_view name, std::string_view by) const;

 private:
  const FileInfo* choose(std::string_view name, std::string_view by) const;

  std::map<std::string, std::vector<FileInfo>, std::less<>> m_files;  // by the last part of the path
  ReadFile m_read;
  mutable std::mutex m_guard;
  mutable std::map<std::string, std::unique_ptr<Settings>> m_known;  // by path
};

}  // namespace codelake::sast
