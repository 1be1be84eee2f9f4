// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/usage.h"

#include "scanners/sca/lockfiles/purl.h"
#include "scanners/sca/versions/characters.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace codelake::sca {

namespace {

constexpr std::size_t k_places_max = 5;

// PyPI packages whose module has another name; canonical names, sorted.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> k_modules = {{
    {"attrs", "attr"},
    {"beautifulsoup4", "bs4"},
    {"djangorestframework", "rest_framework"},
    {"faiss-cpu", "faiss"},
    {"gitpython", "git"},
    {"google-api-python-client", "googleapiclient"},
    {"grpcio", "grpc"},
    {"ipython", "ipython"},
    {"markdown-it-py", "markdown_it"},
    {"msgpack-python", "msgpack"},
    {"mysqlclient", "mysqldb"},
    {"opencv-python", "cv2"},
    {"opencv-python-headless", "cv2"},
    {"pillow", "pil"},
    {"protobuf", "google"},
    {"psycopg2-binary", "psycopg2"},
    {"pycryptodome", "crypto"},
    {"pycryptodomex", "cryptodome"},
    {"pyjwt", "jwt"},
    {"pymupdf", "fitz"},
    {"pyopenssl", "openssl"},
    {"python-dateutil", "dateutil"},
    {"python-docx", "docx"},
    {"python-jose", "jose"},
    {"python-multipart", "multipart"},
    {"pyyaml", "yaml"},
    {"ruamel-yaml", "ruamel"},
    {"scikit-image", "skimage"},
    {"scikit-learn", "sklearn"},
    {"typing-extensions", "typing_extensions"},
}};

std::string module_of(std::string_view package) {
  std::string name = canonical_name("PyPI", package);
  const auto found =
      std::find_if(k_modules.begin(), k_modules.end(), [&](const auto& row) { return row.first == name; });
  if (found != k_modules.end()) return std::string(found->second);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

// The first three parts of a group id, which its classes share more often than all of it.
std::string group_of(std::string_view name) {
  const std::string_view group = name.substr(0, name.find(':'));
  std::size_t end = 0;
  for (int parts = 0; parts < 3 && end < group.size(); ++parts) {
    const auto dot = group.find('.', end + 1);
    end = dot == std::string_view::npos ? group.size() : dot;
  }
  return std::string(group.substr(0, end));
}

// What imports of a package name, and the mark that may follow in a longer import.
struct Wanted {
  std::string name;
  char mark = '\0';     // none: the name alone
  bool certain = true;  // an import would be found when there is one
};

Wanted wanted_of(const Package& package) {
  const std::string& name = package.name;
  if (package.ecosystem == "npm") return {name};
  if (package.ecosystem == "PyPI") return {module_of(name)};
  if (package.ecosystem == "Go") return {name, '/'};
  if (package.ecosystem == "Maven") return {group_of(name), '.', false};
  if (package.ecosystem == "Packagist") return {lower(name.substr(0, name.find('/'))), '\0', false};
  std::string result = name;
  if (package.ecosystem == "crates.io") std::replace(result.begin(), result.end(), '-', '_');
  if (package.ecosystem == "RubyGems") std::replace(result.begin(), result.end(), '-', '/');
  return {result, package.ecosystem == "RubyGems" ? '/' : '\0', package.ecosystem != "RubyGems"};
}

// "path#Type.Method" of Go and "crate::Type::method" of Rust end in the name that source calls.
std::string_view last_name(std::string_view symbol) {
  const auto at = symbol.find_last_of("#.:");
  return at == std::string_view::npos ? symbol : symbol.substr(at + 1);
}

}  // namespace

void UsageIndex::add(const std::string& path, const SourceImports& imports) {
  Places& places = m_ecosystems[imports.ecosystem];
  for (const SourceImport& one : imports.imports) places[one.name].push_back({&path, one.line, &imports});
}

Usage UsageIndex::of(const Package& package, const std::vector<std::string>& symbols) const {
  Usage usage;
  const auto ecosystem = m_ecosystems.find(package.ecosystem);
  if (ecosystem == m_ecosystems.end()) return usage;
  const Wanted wanted = wanted_of(package);
  std::vector<Place> found;
  const Places& places = ecosystem->second;
  for (auto item = places.lower_bound(wanted.name); item != places.end(); ++item) {
    const std::string& name = item->first;
    if (!name.starts_with(wanted.name)) break;
    const bool fits =
        name.size() == wanted.name.size() || (wanted.mark != '\0' && name[wanted.name.size()] == wanted.mark);
    if (fits) found.insert(found.end(), item->second.begin(), item->second.end());
  }
  if (found.empty()) {
    usage.label = wanted.certain ? "not imported" : "";
    return usage;
  }
  std::sort(found.begin(), found.end(), [](const Place& a, const Place& b) {
    return std::tie(*a.path, a.line) < std::tie(*b.path, b.line);
  });
  for (std::size_t i = 0; i < std::min(found.size(), k_places_max); ++i)
    usage.imported_at.push_back(*found[i].path + ":" + std::to_string(found[i].line));
  const bool named = std::any_of(symbols.begin(), symbols.end(), [&](const std::string& symbol) {
    const std::uint64_t hash = name_hash(last_name(symbol));
    return std::any_of(found.begin(), found.end(), [&](const Place& place) {
      return std::binary_search(place.file->names.begin(), place.file->names.end(), hash);
    });
  });
  usage.label = named ? "symbol named" : "imported";
  return usage;
}

}  // namespace codelake::sca
