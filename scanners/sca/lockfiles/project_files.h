// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/source_file.h"
#include "core/xml.h"
#include "core/yaml.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sca {

// The manifests and lockfiles of one scan, for a parser whose file points at others. Nothing else is ever
// opened. Not for several threads at once: documents are parsed when first asked for.
class ProjectFiles {
 public:
  // `file` may be nullptr: the file is there, its text was not kept. It must outlive this.
  void add(const std::string& path, const SourceFile* file);

  bool has(std::string_view path) const { return m_files.find(path) != m_files.end(); }
  // nullptr when the file is not of the scan, or its text was not kept.
  const SourceFile* source(std::string_view path) const;
  // The same as JSON, TOML or YAML, told by its name; nullptr also when it does not parse.
  const yaml::Node* document(std::string_view path) const;
  const xml::Element* xml(std::string_view path) const;
  // Something made of these files once and shared by the parsers of one format, whose name is the key.
  const Derived& derived(const std::string& key, const std::function<std::unique_ptr<Derived>()>& make) const;
  // The paths in a folder ("" is the root) or anywhere below it with that file name, or, when `name` begins
  // with a dot, with a file name that ends so; sorted.
  std::vector<std::string> below(std::string_view folder, std::string_view name) const;

 private:
  std::map<std::string, const SourceFile*, std::less<>> m_files;
  mutable std::map<std::string, std::optional<yaml::Node>, std::less<>> m_documents;
  mutable std::map<std::string, std::optional<xml::Element>, std::less<>> m_elements;
  mutable std::map<std::string, std::unique_ptr<Derived>> m_derived;
};

// The folder of a path, "" for the root; never ends in '/'.
std::string_view folder_of(std::string_view path);

// `relative` as seen from `folder`, without "." and ".."; nothing when it is absolute or leaves the root.
std::optional<std::string> path_from(std::string_view folder, std::string_view relative);

// The nearest file of one of these names in the folder of `path` or one above it; empty when there is none.
std::string nearest(const ProjectFiles& files, std::string_view path,
                    const std::vector<std::string_view>& names);

}  // namespace codelake::sca
