// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/osv_record.h"

#include "core/hash.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace codelake::sca {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t k_json_bytes_max = 64U << 20U;
constexpr std::size_t k_depth_max = 64;
constexpr std::size_t k_id_bytes_max = 128;
constexpr std::size_t k_symbols_max = 500;
constexpr std::size_t k_symbol_bytes_max = 300;
// Every version is held against every event of its package, and every event against the others. Published
// records stay below a million such steps.
constexpr std::size_t k_steps_max = 50'000'000;

// A member as T; nothing when it is absent or of another type.
template <class T>
std::optional<T> member(const object& parent, std::string_view key) {
  T value;
  if (parent[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

std::string_view text(const object& parent, std::string_view key) {
  return member<std::string_view>(parent, key).value_or(std::string_view{});
}

// Calls `each` with every element of type T of an array member.
template <class T, class Function>
void for_each(const object& parent, std::string_view key, const Function& each) {
  const auto list = member<array>(parent, key);
  if (!list) return;
  for (const element item : *list) {
    T value;
    if (item.get(value) == simdjson::SUCCESS) each(value);
  }
}

bool usable_id(std::string_view id) {
  return !id.empty() && id.size() <= k_id_bytes_max &&
         std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

OsvRange read_range(const object& source) {
  constexpr std::pair<std::string_view, OsvRangeType> types[] = {
      {"SEMVER", OsvRangeType::semver}, {"ECOSYSTEM", OsvRangeType::ecosystem}, {"GIT", OsvRangeType::git}};
  constexpr std::pair<std::string_view, OsvEventKind> kinds[] = {
      {"introduced", OsvEventKind::introduced},
      {"fixed", OsvEventKind::fixed},
      {"last_affected", OsvEventKind::last_affected},
      {"limit", OsvEventKind::limit}};
  OsvRange range;
  const std::string_view type = text(source, "type");
  for (const auto& [name, value] : types) {
    if (name == type) range.type = value;
  }
  // The commits of a GIT range are of no use without the repository.
  if (range.type == OsvRangeType::git || range.type == OsvRangeType::other) return range;
  for_each<object>(source, "events", [&](const object& event) {
    for (const auto& [name, kind] : kinds) {
      const auto version = member<std::string_view>(event, name);
      if (version && !version->empty()) range.events.push_back({kind, *version});
    }
  });
  return range;
}

OsvSeverity read_severity(const object& source) {
  OsvSeverity severity;
  for_each<object>(source, "severity", [&](const object& item) {
    const std::string_view type = text(item, "type");
    if (starts_with(type, "CVSS_")) severity.vectors.push_back(text(item, "score"));
  });
  for (const std::string_view part : {"database_specific", "ecosystem_specific"}) {
    const auto specific = member<object>(source, part);
    if (!specific) continue;
    if (severity.word.empty()) severity.word = text(*specific, "severity");
    const std::string_view vector = text(*specific, "cvss");
    if (severity.vectors.empty() && !vector.empty()) severity.vectors.push_back(vector);
  }
  return severity;
}

// The number of "CWE-79"; nothing for anything else.
std::optional<int> cwe_number(std::string_view id) {
  if (!starts_with(id, "CWE-") || id.size() > 9) return std::nullopt;
  int number = 0;
  for (const char digit : id.substr(4)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + (digit - '0');
  }
  return number > 0 ? std::optional(number) : std::nullopt;
}

// Databases disagree on the form: "cwe_ids": ["CWE-79"], "cwe": "CWE-79", "cwes": [{"cweId": "CWE-79"}].
void read_cwe(const object& source, std::vector<int>& cwe) {
  const auto specific = member<object>(source, "database_specific");
  if (!specific) return;
  const auto add = [&](std::string_view id) {
    if (const auto number = cwe_number(id)) cwe.push_back(*number);
  };
  for (const std::string_view key : {"cwe_ids", "cwe", "cwes"}) {
    add(text(*specific, key));
    for_each<std::string_view>(*specific, key, add);
    for_each<object>(*specific, key, [&](const object& item) { add(text(item, "cweId")); });
  }
}

Informational read_informational(const object& source) {
  constexpr std::pair<std::string_view, Informational> kinds[] = {
      {"unmaintained", Informational::unmaintained},
      {"unsound", Informational::unsound},
      {"notice", Informational::notice}};
  const auto specific = member<object>(source, "database_specific");
  const std::string_view word = specific ? text(*specific, "informational") : std::string_view{};
  for (const auto& [name, kind] : kinds) {
    if (name == word) return kind;
  }
  return word.empty() ? Informational::none : Informational::notice;
}

// Go: "imports": [{"path": …, "symbols": […]}]; Rust: "affects": {"functions": […]}.
void read_symbols(const object& source, std::vector<std::string>& symbols) {
  const auto specific = member<object>(source, "ecosystem_specific");
  if (!specific) return;
  const auto add = [&](std::string symbol) {
    const bool usable =
        !symbol.empty() && symbol.size() <= k_symbol_bytes_max && symbols.size() < k_symbols_max;
    if (usable) symbols.push_back(std::move(symbol));
  };
  for_each<object>(*specific, "imports", [&](const object& import) {
    const std::string path(text(import, "path"));
    bool some = false;
    for_each<std::string_view>(import, "symbols", [&](std::string_view symbol) {
      some = true;
      add(path + "#" + std::string(symbol));
    });
    if (!some) add(path);
  });
  const auto affects = member<object>(*specific, "affects");
  if (!affects) return;
  for_each<std::string_view>(*affects, "functions",
                             [&](std::string_view function) { add(std::string(function)); });
}

OsvAffected read_affected(const object& source) {
  OsvAffected affected;
  if (const auto package = member<object>(source, "package")) {
    affected.ecosystem = text(*package, "ecosystem");
    affected.name = text(*package, "name");
  }
  for_each<object>(source, "ranges",
                   [&](const object& range) { affected.ranges.push_back(read_range(range)); });
  for_each<std::string_view>(source, "versions", [&](std::string_view version) {
    if (!version.empty()) affected.versions.push_back(version);
  });
  affected.severity = read_severity(source);
  affected.informational = read_informational(source);
  return affected;
}

std::size_t steps(const OsvRecord& record) {
  std::size_t total = 0;
  for (const OsvAffected& affected : record.affected) {
    std::size_t events = 0;
    for (const OsvRange& range : affected.ranges) events += range.events.size();
    total += events * (events + affected.versions.size());
  }
  return total;
}

bool is_malicious(const object& source, const OsvRecord& record) {
  const auto listed = [](std::string_view id) { return starts_with(id, "MAL-"); };
  if (listed(record.id) || std::any_of(record.aliases.begin(), record.aliases.end(), listed)) return true;
  const auto specific = member<object>(source, "database_specific");
  return specific && member<array>(*specific, "malicious-packages-origins").has_value();
}

OsvRecord read_record(const object& source) {
  OsvRecord record;
  record.id = text(source, "id");
  record.modified = text(source, "modified");
  record.summary = text(source, "summary");
  record.details = text(source, "details");
  record.withdrawn = !text(source, "withdrawn").empty();
  for_each<std::string_view>(source, "aliases", [&](std::string_view alias) {
    if (usable_id(alias)) record.aliases.push_back(alias);
  });
  record.severity = read_severity(source);
  read_cwe(source, record.cwe);
  for_each<object>(source, "affected", [&](const object& item) {
    record.affected.push_back(read_affected(item));
    read_cwe(item, record.cwe);
    read_symbols(item, record.symbols);
  });
  for_each<object>(source, "references", [&](const object& reference) {
    record.references.push_back({text(reference, "type"), text(reference, "url")});
  });
  record.malicious = is_malicious(source, record);
  return record;
}

}  // namespace

struct OsvReader::State {
  simdjson::dom::parser parser{k_json_bytes_max};
};

OsvReader::OsvReader() : m_state(std::make_unique<State>()) {}
OsvReader::~OsvReader() = default;

Result<OsvRecord> OsvReader::parse(std::string_view json) {
  const auto failed = [](std::string cause) {
    return fail(ErrorKind::environment, "reading an advisory", "", std::move(cause));
  };
  // The depth is fixed by the first allocation.
  const auto needed = std::max<std::size_t>(json.size(), 64U << 10U);
  if (json.size() > k_json_bytes_max) return failed("too large");
  if (m_state->parser.capacity() < needed &&
      m_state->parser.allocate(needed, k_depth_max) != simdjson::SUCCESS) {
    return failed("out of memory");
  }
  element root;
  if (const auto code = m_state->parser.parse(json.data(), json.size()).get(root);
      code != simdjson::SUCCESS) {
    return failed(simdjson::error_message(code));
  }
  object source;
  if (root.get(source) != simdjson::SUCCESS) return failed("not a JSON object");
  OsvRecord record = read_record(source);
  if (!usable_id(record.id)) return failed("no usable \"id\"");
  if (steps(record) > k_steps_max) return failed("too many versions and events");
  record.content_hash = fast_hash(json);
  return record;
}

}  // namespace codelake::sca
