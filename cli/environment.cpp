// SPDX-License-Identifier: Apache-2.0
#include "cli/environment.h"

#include "core/hash.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace codelake::cli {

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

// $CODELAKE_HOME, else <XDG folder>/codelake, else <home>/<fallback>/codelake, else a folder of this user's in /tmp.
std::string folder_of(const char* xdg, const char* fallback, const char* own_subfolder) {
  if (const auto home = variable("CODELAKE_HOME"); !home.empty()) return home + own_subfolder;
  if (const auto base = variable(xdg); base.starts_with('/')) return base + "/codelake";
  if (const auto home = variable("HOME"); !home.empty()) return home + fallback + "/codelake";
  return "/tmp/codelake-" + std::to_string(::getuid()) + own_subfolder;
}

bool wants_color(const std::string& word, bool terminal) {
  if (word == "always") return true;
  if (word == "never" || !variable("NO_COLOR").empty()) return false;
  return terminal && variable("TERM") != "dumb";
}

int terminal_width() {
  winsize size = {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 100;
}

// The words as typed; the value of an option that carries a credential is left out.
std::string command_line(int argc, const char* const* argv) {
  std::string line = "codelake";
  bool hide = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const bool credential = word.starts_with("--token");
    line += ' ';
    line += hide ? "***" : credential && word.find('=') != std::string_view::npos ? "--token=***" : word;
    hide = credential && word.find('=') == std::string_view::npos;
  }
  return line;
}

// "owner/name" of a remote's URL; empty when it has no path.
std::string name_of_remote(std::string_view url) {
  while (url.ends_with('/')) url.remove_suffix(1);
  if (url.ends_with(".git")) url.remove_suffix(4);
  const auto last = url.find_last_of("/:");
  if (last == std::string_view::npos || last == 0) return std::string(url);
  const auto before = url.find_last_of("/:", last - 1);
  return std::string(before == std::string_view::npos ? url.substr(last + 1) : url.substr(before + 1));
}

}  // namespace

Environment read_environment(int argc, const char* const* argv, const std::string& color) {
  Environment environment;
  environment.home = folder_of("XDG_DATA_HOME", "/.local/share", "");
  environment.cache = folder_of("XDG_CACHE_HOME", "/.cache", "/cache");
  std::error_code error;
  environment.working_directory = std::filesystem::current_path(error).string();
  environment.command_line = command_line(argc, argv);
  environment.now = current_time();
  environment.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  environment.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
  environment.color = wants_color(color, environment.out_is_terminal);
  environment.width = terminal_width();
  return environment;
}

std::string current_time() {
  std::time_t seconds = std::time(nullptr);
  if (const auto epoch = variable("SOURCE_DATE_EPOCH"); !epoch.empty()) {
    long long value = 0;
    const auto [end, error] = std::from_chars(epoch.data(), epoch.data() + epoch.size(), value);
    if (error == std::errc{} && end == epoch.data() + epoch.size()) seconds = static_cast<std::time_t>(value);
  }
  std::tm utc = {};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text.data(), size};
}

ProjectInfo project_of(const Config& config, const std::string& root, const std::optional<git::Head>& head) {
  ProjectInfo project;
  project.name = config.project;
  if (project.name.empty() && head && !head->remote.empty()) project.name = name_of_remote(head->remote);
  if (project.name.empty()) project.name = std::filesystem::path(root).filename().string();
  if (project.name.empty()) project.name = "root";
  project.id = "p_" + sha256_hex(project.name).substr(0, 12);
  return project;
}

}  // namespace codelake::cli
