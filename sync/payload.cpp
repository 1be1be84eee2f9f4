// SPDX-License-Identifier: Apache-2.0
//
// What may leave the machine is a list of keys, not a list of exceptions: a key that a later version adds to the
// report stays at home until it is written here.
#include "sync/payload.h"

#include "core/report_json.h"

#include <nlohmann/json.hpp>

#include <initializer_list>

namespace codelake::sync {

namespace {

using Json = nlohmann::ordered_json;

Json picked(const Json& object, std::initializer_list<const char*> keys) {
  Json json = Json::object();
  for (const char* key : keys) {
    if (object.contains(key)) json[key] = object[key];
  }
  return json;
}

Json steps_without_words(const Json& trace) {
  Json steps = Json::array();
  if (!trace.is_array()) return steps;
  for (const Json& step : trace) {
    if (!step.is_object()) continue;
    Json bare = picked(step, {"path", "start", "end"});
    bare["message"] = "";
    steps.push_back(std::move(bare));
  }
  return steps;
}

// Keeps the shape of docs/report.schema.json, so that a server reads pushed and uploaded findings alike.
Json without_source(const Json& finding) {
  Json json = picked(finding, {"id", "fingerprint", "rule_id", "type", "severity", "confidence", "message", "cwe", "path",
                               "start", "end"});
  json["snippet"] = "";
  json["trace"] = steps_without_words(finding.value("trace", Json::array()));
  json["fix"] = nullptr;
  json.update(picked(finding, {"status", "suppression", "package", "secret", "resource"}));
  return json;
}

}  // namespace

Result<std::string> findings_payload(const std::string& page) {
  const Json stored = Json::parse(page, nullptr, false);
  Json array = Json::array();
  bool readable = stored.is_array();
  for (std::size_t i = 0; readable && i < stored.size(); ++i) {
    readable = stored[i].is_object();
    if (readable) array.push_back(without_source(stored[i]));
  }
  if (!readable) return fail(ErrorKind::environment, "preparing a push", "the local database", "a stored finding is not readable");
  return dump(Json{{"findings", std::move(array)}});
}

}  // namespace codelake::sync
