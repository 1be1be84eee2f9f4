// SPDX-License-Identifier: Apache-2.0
#include "scanners/sca/advisories/timestamp.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <optional>

namespace codelake::sca {

namespace {

namespace chrono = std::chrono;

std::optional<int> digits(std::string_view text, std::size_t start, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(start, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::uint32_t seconds_of(std::string_view time) {
  if (time.size() < 20 || time.back() != 'Z' || time[10] != 'T') return 0;
  struct Field {
    std::size_t start;
    std::size_t count;
  };
  constexpr std::array<Field, 6> fields = {{{0, 4}, {5, 2}, {8, 2}, {11, 2}, {14, 2}, {17, 2}}};
  std::array<int, 6> values{};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto value = digits(time, fields[i].start, fields[i].count);
    if (!value) return 0;
    values[i] = *value;
  }
  const chrono::year_month_day date{chrono::year(values[0]), chrono::month(static_cast<unsigned>(values[1])),
                                    chrono::day(static_cast<unsigned>(values[2]))};
  if (!date.ok() || values[3] > 23 || values[4] > 59 || values[5] > 60) return 0;
  const std::int64_t days = chrono::sys_days(date).time_since_epoch().count();
  const std::int64_t seconds = ((days * 24 + values[3]) * 60 + values[4]) * 60 + values[5];
  return seconds > 0 && seconds <= UINT32_MAX ? static_cast<std::uint32_t>(seconds) : 0;
}

std::string time_text(std::uint32_t seconds) {
  if (seconds == 0) return {};
  const chrono::sys_days day{chrono::days(seconds / 86'400)};
  const chrono::year_month_day date(day);
  const std::uint32_t rest = seconds % 86'400;
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), rest / 3600,
                     rest / 60 % 60, rest % 60);
}

}  // namespace codelake::sca
