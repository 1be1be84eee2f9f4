// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace codelake {

// Why something could not be looked at as it should.
enum class NoticeKind {
  unreadable,     // permission, vanished, I/O error
  skipped,        // a kind of file that is not looked at (socket, FIFO, link out of the root)
  too_large,      // above a size limit
  encoding,       // bytes that are no text in the encoding found
  partly_parsed,  // a syntax error left a part out
  malformed,      // a manifest or file of a known format that does not parse
  limit,          // a step, depth or count limit was hit
  advisories,     // advisory data missing, partial or old
  suppression,    // an unused or expired suppression
  repository,     // git data missing or corrupt
  internal,       // a bug of ours: the file's job was given up (exit code 70)
};

std::string_view to_text(NoticeKind kind);

// What could not be looked at, and why. Not a finding, never silent.
struct Notice {
  NoticeKind kind = NoticeKind::unreadable;
  std::string scanner;  // empty: discovery or the scan itself
  std::string path;     // empty: the whole scan
  std::string message;
  auto operator<=>(const Notice&) const = default;
};

}  // namespace codelake
