// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/severity.h"
#include "core/yaml.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace codelake::yaml {

// One key a mapping may have, and what to do with its value.
struct Key {
  std::string name;
  std::function<Result<void>(const Node&)> read;
};

// Reads the values of one YAML file strictly; every error names the file and line. An unknown key is an error that
// names the nearest known one.
class Reader {
 public:
  // `doing` and `path` begin each error: "reading the configuration: codelake.yaml:12: …".
  Reader(std::string doing, std::string path) : m_doing(std::move(doing)), m_path(std::move(path)) {}

  Failure failed(const Node& at, std::string cause, std::string remedy = {}) const;

  // Calls the reader of each key that is there, in the order written; a null node is an empty mapping.
  Result<void> mapping(const Node& node, const std::vector<Key>& keys) const;
  Result<std::string> text(const Node& node) const;
  // A list of values; a single value is a list of one.
  Result<std::vector<std::string>> texts(const Node& node) const;
  Result<std::uint64_t> number(const Node& node, std::uint64_t max) const;
  Result<Severity> severity(const Node& node) const;

 private:
  Failure unknown_key(const Node& name, const std::vector<Key>& keys) const;

  std::string m_doing;
  std::string m_path;
};

}  // namespace codelake::yaml
