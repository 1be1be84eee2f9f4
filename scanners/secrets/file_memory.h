// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/secrets/file_look.h"
#include "scanners/secrets/kept_file.h"
#include "scanners/secrets/rule_table.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace codelake::secrets {

// A look at a file whose content the index of git names.
struct RememberedLook {
  FileInfo file;
  std::uint64_t text_bytes = 0;
  FileLook look;
};

// What scans of a folder found in its files, kept from one to the next: for each file under its path, object id and size,
// 56 bytes, and the rules and secrets where there were any. Holds no path, and no more of a secret than a report does. A
// file of other settings or another version of the program is not used, a damaged one is removed. Safe from several
// threads but for keep().
class FileMemory {
 public:
  // What scans of `root` left in a file below `directory`, for a scan with the rules of `inspection`, which must outlive
  // it.
  FileMemory(const std::string& directory, const std::string& root, const Inspection& inspection);
  ~FileMemory();

  // What is remembered of the file and still holds, if nothing of fresh() stands in it.
  std::optional<RememberedLook> find(const FileInfo& file) const;
  // Looks for the rules that were not there before; null when there are none.
  const Inspection* fresh() const;
  bool damaged() const;  // what was kept had to be removed

  // Keeps what was found again by find() and used(), and `looks`; nothing is written when that is what is kept already.
  void used(const RememberedLook& look) const;
  Result<void> keep(const std::vector<const RememberedLook*>& looks) const;

  // Whether a look may be kept: it says all there is to say of the file without its path.
  static bool may_keep(const RememberedLook& look);

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace codelake::secrets
