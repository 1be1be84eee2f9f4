// SPDX-License-Identifier: Apache-2.0
#include "core/file_type.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <unordered_map>

namespace codelake {

namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

const Table& languages_by_extension() {
  static const Table table = {
      {"py", "python"}, {"pyi", "python"}, {"pyw", "python"}, {"js", "javascript"}, {"mjs", "javascript"},
      {"cjs", "javascript"}, {"jsx", "javascript"}, {"ts", "typescript"}, {"mts", "typescript"},
      {"cts", "typescript"}, {"tsx", "tsx"}, {"java", "java"}, {"go", "go"}, {"rb", "ruby"}, {"rake", "ruby"},
      {"php", "php"}, {"phtml", "php"}, {"cs", "csharp"}, {"c", "c"}, {"h", "c"}, {"cc", "cpp"}, {"cpp", "cpp"},
      {"cxx", "cpp"}, {"hpp", "cpp"}, {"hh", "cpp"}, {"hxx", "cpp"}, {"rs", "rust"}, {"kt", "kotlin"},
      {"kts", "kotlin"}, {"scala", "scala"}, {"sc", "scala"}, {"swift", "swift"}, {"sh", "bash"}, {"bash", "bash"},
      {"zsh", "bash"}, {"pl", "perl"}, {"pm", "perl"}, {"lua", "lua"}, {"ex", "elixir"}, {"exs", "elixir"},
      {"erl", "erlang"}, {"hs", "haskell"}, {"ml", "ocaml"}, {"mli", "ocaml"}, {"clj", "clojure"}, {"dart", "dart"},
      {"r", "r"}, {"jl", "julia"}, {"m", "objective-c"}, {"mm", "objective-c"}, {"groovy", "groovy"},
      {"sol", "solidity"}, {"cls", "apex"}, {"vb", "visual-basic"}, {"fs", "fsharp"}, {"ps1", "powershell"},
      {"psm1", "powershell"}, {"sql", "sql"}, {"vue", "vue"}, {"svelte", "svelte"}, {"zig", "zig"}, {"nim", "nim"},
      {"tf", "hcl"}, {"tfvars", "hcl"}, {"hcl", "hcl"}, {"yaml", "yaml"}, {"yml", "yaml"}, {"json", "json"},
      {"jsonc", "json"}, {"toml", "toml"}, {"xml", "xml"}, {"html", "html"}, {"htm", "html"}, {"css", "css"},
      {"scss", "css"}, {"less", "css"}, {"md", "markdown"}, {"rst", "text"}, {"txt", "text"}, {"ini", "ini"},
      {"cfg", "ini"}, {"conf", "ini"}, {"properties", "properties"}, {"env", "dotenv"}, {"proto", "protobuf"},
      {"gradle", "groovy"}, {"bzl", "starlark"}, {"cmake", "cmake"}, {"csv", "csv"}, {"lock", "lock"}};
  return table;
}

const Table& languages_by_name() {
  static const Table table = {{"Dockerfile", "dockerfile"}, {"Containerfile", "dockerfile"}, {"Makefile", "make"},
                              {"GNUmakefile", "make"},      {"Gemfile", "ruby"},             {"Rakefile", "ruby"},
                              {"Vagrantfile", "ruby"},      {"Jenkinsfile", "groovy"},       {"BUILD", "starlark"},
                              {"WORKSPACE", "starlark"},    {"CMakeLists.txt", "cmake"},     {".env", "dotenv"}};
  return table;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return result;
}

std::string_view find(const Table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? std::string_view{} : found->second;
}

template <class Predicate>
bool any_directory(std::string_view path, Predicate predicate) {
  std::size_t start = 0;
  for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', start)) {
    if (predicate(path.substr(start, slash - start))) return true;
    start = slash + 1;
  }
  return false;
}

std::string_view file_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::string_view language_of_path(std::string_view path) {
  const std::string_view name = file_name(path);
  if (const auto language = find(languages_by_name(), name); !language.empty()) return language;
  if (name.starts_with(".env.") || name.ends_with(".env")) return "dotenv";
  if (name.starts_with("Dockerfile.")) return "dockerfile";
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  return find(languages_by_extension(), lower(name.substr(dot + 1)));
}

std::string_view language_of_first_line(std::string_view text) {
  if (!text.starts_with("#!")) return {};
  const std::string_view line = text.substr(0, text.find('\n'));
  static const std::array<std::pair<std::string_view, std::string_view>, 9> interpreters = {
      {{"python", "python"}, {"node", "javascript"}, {"deno", "typescript"}, {"bash", "bash"}, {"zsh", "bash"},
       {"/sh", "bash"}, {"ruby", "ruby"}, {"perl", "perl"}, {"php", "php"}}};
  for (const auto& [word, language] : interpreters) {
    if (line.find(word) != std::string_view::npos) return language;
  }
  return {};
}

bool is_programming_language(std::string_view language) {
  constexpr std::array<std::string_view, 18> data = {"json", "yaml", "toml", "xml", "html", "css", "markdown", "text", "ini",
      "properties", "dotenv", "protobuf", "csv", "lock", "hcl", "dockerfile", "cmake", "make"};
  return !language.empty() && std::find(data.begin(), data.end(), language) == data.end();
}

bool is_vendored_path(std::string_view path) {
  constexpr std::array<std::string_view, 14> names = {
      "node_modules", "vendor", "third_party", "thirdparty", "3rdparty", "bower_components", "site-packages",
      ".venv", "venv", "Pods", "Carthage", "jspm_packages", ".yarn", "external"};
  return any_directory(path, [&](std::string_view directory) {
    return std::find(names.begin(), names.end(), directory) != names.end();
  });
}

bool is_test_path(std::string_view path) {
  constexpr std::array<std::string_view, 13> names = {"test", "tests", "testing", "__tests__", "spec", "specs", "testdata",
      "fixtures", "fixture", "examples", "example", "e2e", "__mocks__"};
  const bool in_directory = any_directory(path, [&](std::string_view directory) {
    return std::find(names.begin(), names.end(), directory) != names.end();
  });
  if (in_directory) return true;
  const std::string_view name = file_name(path);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  return stem.starts_with("test_") || stem.ends_with("_test") || stem.ends_with(".test") || stem.ends_with(".spec") ||
         stem.ends_with("_spec") || (stem.size() > 4 && stem.ends_with("Test")) ||
         (stem.size() > 5 && stem.ends_with("Tests"));
}

}  // namespace codelake
