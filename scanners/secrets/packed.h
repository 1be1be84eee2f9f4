// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/file_info.h"
#include "core/scanner.h"

#include <functional>
#include <string_view>

namespace codelake::secrets {

// Whether the name says that the file is an archive or a compressed file we look into: zip and its kin (jar, whl …),
// tar, gz, xz, zst.
bool is_packed(std::string_view name);

// The same, by the first bytes, where no name is known.
bool looks_packed(std::string_view bytes);

// Whether the name says that the content is compressed otherwise, drawn, recorded or compiled: nothing to look at.
bool is_opaque(std::string_view name);

// Which files of an archive are asked for.
enum class PackedFiles {
  all,
  text,  // of binary ones perhaps no more than the beginning is given
};

struct Packed {
  std::string_view bytes;
  const FileInfo& info;  // of the archive
  PackedFiles files = PackedFiles::all;
};

// Calls `visit` with every file in an archive but the opaque ones, archives in it included; the path of one is "outer.zip!/inner/file".
// Bounded in bytes, entries, ratio and depth: what is not looked at is noted in `context`.
void visit_packed(const Packed& packed, ScanContext& context, const std::function<void(const SourceFile&)>& visit);

}  // namespace codelake::secrets
