// SPDX-License-Identifier: Apache-2.0
// SPDX 2.x in its own lines, "Tag: value"; <text> … </text> may span lines. A package begins at its PackageName.
#include "scanners/sca/lockfiles/bill_names.h"
#include "scanners/sca/lockfiles/bill_reader.h"

#include "scanners/sca/versions/characters.h"

#include <algorithm>

namespace codelake::sca::spdx_tag_value {

// The plugin's entry point; scanners/sca/lockfiles/CMakeLists.txt calls it by this name.
std::unique_ptr<LockfileParser> make_parser();

namespace {

// A word and what follows it.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const auto end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

class TagReader {
 public:
  TagReader(const SourceFile& file, BillReader& bill) : m_rest(file.text()), m_bill(bill) {}

  void read() {
    std::string_view line;
    std::size_t offset = 0;
    for (std::uint32_t number = 1; next_line(m_rest, offset, line); ++number) {
      if (m_in_text) {
        m_in_text = line.find("</text>") == std::string_view::npos;
        continue;
      }
      const auto colon = line.find(':');
      if (colon == std::string_view::npos || line.starts_with('#')) continue;
      std::string_view value = trimmed(line.substr(colon + 1));
      if (value.starts_with("<text>")) {
        value.remove_prefix(6);
        const auto end = value.find("</text>");
        m_in_text = end == std::string_view::npos;
        value = value.substr(0, end);
      }
      take(trimmed(line.substr(0, colon)), value, number);
    }
    end_package();
    if (!m_version) m_bill.builder().odd_line(1, "this is no document of SPDX");
  }

 private:
  void take(std::string_view tag, std::string_view value, std::uint32_t number) {
    m_version = m_version || tag == "SPDXVersion";
    if (tag == "Relationship") return relate(value);
    if (tag == "PackageName") {
      end_package();
      m_open = true;
      m_item.name = value;
      m_item.line = number;
    }
    if (tag == "FileName" || tag == "SnippetSPDXID" || tag == "LicenseID") end_package();
    if (m_open) take_of_package(tag, value);
  }

  void take_of_package(std::string_view tag, std::string_view value) {
    if (tag == "SPDXID") m_item.ref = value;
    if (tag == "PackageVersion") m_item.version = value;
    if (tag == "PackageSourceInfo") m_item.traits = traits_of_line(value);
    if (tag == "PackageLicenseDeclared" && value != "NOASSERTION" && value != "NONE") m_item.license = value;
    if (tag == "PackageChecksum") {
      const auto colon = value.find(':');
      if (colon == std::string_view::npos) return;
      m_item.hashes.push_back(bill_hash(trimmed(value.substr(0, colon)), trimmed(value.substr(colon + 1))));
    }
    if (tag != "ExternalRef") return;
    take_word(value);  // its category
    if (take_word(value) == "purl") m_item.purl = value;
  }

  void relate(std::string_view value) {
    const std::string_view from = take_word(value);
    const std::string_view kind = take_word(value);
    const std::string_view to = take_word(value);
    if (kind == "DESCRIBES") m_bill.subject(to);
    if (kind == "DEPENDS_ON" || kind == "CONTAINS") m_bill.connect(from, to);
    if (kind.ends_with("DEPENDENCY_OF")) m_bill.connect(to, from);
  }

  void end_package() {
    if (m_open) m_bill.add(std::move(m_item));
    m_item = {};
    m_open = false;
  }

  std::string_view m_rest;
  BillReader& m_bill;
  BillItem m_item;
  bool m_open = false;     // between a PackageName and the next element
  bool m_in_text = false;  // a <text> that has not ended
  bool m_version = false;
};

class SpdxTagValueParser final : public LockfileParser {
 public:
  std::string_view format() const override { return "spdx"; }
  std::string_view ecosystem() const override { return "generic"; }
  FileNames names() const override { return {k_spdx_tag_value_names.begin(), k_spdx_tag_value_names.end()}; }

  Lockfile parse(const SourceFile& file) const override {
    BillReader bill(file);
    TagReader(file, bill).read();
    return bill.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<SpdxTagValueParser>();
}

}  // namespace codelake::sca::spdx_tag_value
