// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace codelake {

// What about a file tells its language: see cmake/FileTypes.cmake.
enum class FileClue : std::uint8_t { by_extension, by_name, by_prefix, by_interpreter };

struct FileTypeRow {
  FileClue clue = FileClue::by_extension;
  std::string_view text;
  std::string_view language;
};

// What the folders of the languages declare.
std::span<const FileTypeRow> file_type_rows();

}  // namespace codelake
