// SPDX-License-Identifier: Apache-2.0
#include "core/source_file.h"

#include "core/file_type.h"

namespace codelake {

SourceFile::SourceFile(FileInfo info, std::string text, FileTraits traits)
    : m_info(std::move(info)), m_text(std::move(text)), m_traits(traits) {
  if (m_info.language.empty() && !m_traits.binary) m_info.language = language_of_first_line(m_text);
}

const LineIndex& SourceFile::lines() const {
  if (!m_lines) m_lines.emplace(m_text);
  return *m_lines;
}

const Derived& SourceFile::derived(const std::function<std::unique_ptr<Derived>()>& make) const {
  if (!m_derived) m_derived = make();
  return *m_derived;
}

}  // namespace codelake
