// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/file_info.h"
#include "core/line_index.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace codelake {

// What the first bytes told about a file that was read.
struct FileTraits {
  bool binary = false;     // holds NUL bytes and is no UTF-16 text; `text` then holds the raw bytes
  bool minified = false;   // lines too long to have been written by a person
  bool generated = false;  // says so itself near its top
};

// Something derived from a file once and shared by the scanners that look at it (its syntax tree).
struct Derived {
  virtual ~Derived() = default;
};

// One file, read once. A job owns it; the scanners of that job look at it one after the other, on one thread.
class SourceFile {
 public:
  // `text` is UTF-8 without byte-order mark (core/encoding.h makes it so).
  SourceFile(FileInfo info, std::string text, FileTraits traits);

  const FileInfo& info() const { return m_info; }
  const std::string& path() const { return m_info.path; }
  const FileTraits& traits() const { return m_traits; }
  std::string_view text() const { return m_text; }
  // By name, else by the first line ("#!/usr/bin/env python3"); empty when neither tells.
  std::string_view language() const { return m_info.language; }
  const LineIndex& lines() const;

  // The derived value, made by `make` at the first call.
  const Derived& derived(const std::function<std::unique_ptr<Derived>()>& make) const;

 private:
  FileInfo m_info;
  std::string m_text;
  FileTraits m_traits;
  mutable std::optional<LineIndex> m_lines;
  mutable std::unique_ptr<Derived> m_derived;
};

}  // namespace codelake
