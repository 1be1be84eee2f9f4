// SPDX-License-Identifier: Apache-2.0
#include "sync/server_answer.h"

#include "core/report_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace codelake::sync {

namespace {

using Json = nlohmann::json;

constexpr std::size_t k_message_bytes_max = 300;

std::optional<Json> object_in(std::string_view body) {
  Json json = Json::parse(body, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  return json;
}

// One line that is safe on a terminal and in a database.
std::string printable(std::string_view text) {
  std::string line = valid_utf8(text.substr(0, k_message_bytes_max));
  std::replace_if(line.begin(), line.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  for (std::size_t at = 0; (at = line.find("\xC2", at)) != std::string::npos; ++at) {
    const auto next = static_cast<unsigned char>(line[at + 1]);  // valid UTF-8: there is one
    if (next < 0xA0) line.replace(at, 2, " ");                   // C1 controls
  }
  return line;
}

std::string message_in(const Json& object, int depth) {
  for (const char* key : {"message", "detail", "error", "title"}) {
    const auto at = object.find(key);
    if (at == object.end()) continue;
    if (at->is_string()) return printable(at->get_ref<const std::string&>());
    if (at->is_object() && depth > 0) {
      std::string message = message_in(*at, depth - 1);
      if (!message.empty()) return message;
    }
  }
  return {};
}

std::optional<int> number_in(std::string_view text, int min, int max) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < min || value > max) return std::nullopt;
  return value;
}

// IMF-fixdate, the one form a server may send: "Sun, 06 Nov 1994 08:49:37 GMT".
std::optional<std::int64_t> http_date(std::string_view text) {
  constexpr std::string_view form = "AAA, NN AAA NNNN NN:NN:NN GMT";
  if (text.size() != form.size()) return std::nullopt;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool any = form[i] == 'N' || (form[i] == 'A');
    if (!any && text[i] != form[i]) return std::nullopt;
  }
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const std::size_t month = months.find(text.substr(8, 3));
  const auto day = number_in(text.substr(5, 2), 1, 31);
  const auto year = number_in(text.substr(12, 4), 1970, 9999);
  const auto hour = number_in(text.substr(17, 2), 0, 23);
  const auto minute = number_in(text.substr(20, 2), 0, 59);
  const auto second = number_in(text.substr(23, 2), 0, 60);
  if (month == std::string_view::npos || month % 3 != 0 || !day || !year || !hour || !minute || !second) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(month / 3 + 1)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  return days * 86'400 + *hour * 3600 + *minute * 60 + *second;
}

}  // namespace

std::optional<std::string> created_scan_id(std::string_view body) {
  const auto json = object_in(body);
  if (!json) return std::nullopt;
  const auto at = json->find("id");
  if (at == json->end() || !at->is_string()) return std::nullopt;
  std::string id = at->get<std::string>();
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  if (id.empty() || id.size() > 200 || id.find_first_not_of(allowed) != std::string::npos) return std::nullopt;
  return id;
}

std::string error_message(std::string_view body) {
  const auto json = object_in(body);
  return json ? message_in(*json, 1) : std::string();
}

std::optional<std::chrono::seconds> retry_after(std::string_view header, std::int64_t now_seconds) {
  constexpr int seconds_max = 1'000'000'000;
  if (const auto seconds = number_in(header, 0, seconds_max)) return std::chrono::seconds(*seconds);
  const auto date = http_date(header);
  if (!date) return std::nullopt;
  return std::chrono::seconds(std::max<std::int64_t>(*date - now_seconds, 0));
}

}  // namespace codelake::sync
