// SPDX-License-Identifier: Apache-2.0
#include "sync/server.h"

#include "core/http.h"

#include <algorithm>
#include <charconv>

namespace codelake::sync {

namespace {

constexpr const char* k_doing = "preparing to push";

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
}

bool is_number(std::string_view text, int max) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0 && value <= max && text.size() <= 5;
}

// "127.x.y.z" in four decimal parts; not a name that only begins like it.
bool is_loopback_v4(std::string_view host) {
  if (!host.starts_with("127.")) return false;
  int parts = 0;
  for (;;) {
    const std::size_t dot = std::min(host.find('.'), host.size());
    if (!is_number(host.substr(0, dot), 255)) return false;
    ++parts;
    if (dot == host.size()) return parts == 4;
    host.remove_prefix(dot + 1);
  }
}

struct Address {
  bool valid = false;
  bool loopback = false;
};

// Reads "host", "host:port", "[v6]" or "[v6]:port". Whatever is unusual is invalid, so that no reading of it by
// another parser can differ from ours.
Address address_of(std::string_view authority) {
  Address address;
  std::string_view host;
  if (authority.starts_with('[')) {
    const std::size_t end = authority.find(']');
    if (end == std::string_view::npos) return address;
    host = authority.substr(0, end + 1);
    const std::string_view inside = host.substr(1, host.size() - 2);
    if (inside.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos) return address;
    address.loopback = inside == "::1";
  } else {
    host = authority.substr(0, authority.find(':'));
    if (host.empty() || !std::all_of(host.begin(), host.end(), is_host_character)) return address;
    address.loopback = host == "localhost" || is_loopback_v4(host);
  }
  const std::string_view port = authority.substr(host.size());
  address.valid = port.empty() || (port.front() == ':' && is_number(port.substr(1), 65535));
  return address;
}

Failure unusable(const std::string& url, std::string cause, std::string remedy) {
  return fail({ErrorKind::usage, k_doing, http::printable_url(url), std::move(cause), std::move(remedy)});
}

Result<void> check_token(const std::string& token) {
  const bool printable = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7F; });
  if (token.empty()) {
    return fail({ErrorKind::usage, k_doing, "token", "no token is set",
                 "set CODELAKE_TOKEN in the environment, or sync.token in codelake.yaml"});
  }
  if (!printable || token.size() > 1000) {
    return fail({ErrorKind::usage, k_doing, "token", "the token has characters no token has",
                 "copy it again, without spaces and line breaks"});
  }
  return {};
}

}  // namespace

Result<Server> make_server(const std::string& url, const std::string& token) {
  if (url.empty()) {
    return fail({ErrorKind::usage, k_doing, "server", "no server is set",
                 "give --url, set CODELAKE_URL in the environment, or sync.url in codelake.yaml"});
  }
  const bool secure = url.starts_with("https://");
  if (!secure && !url.starts_with("http://")) {
    return unusable(url, "not an http or https URL", "give a URL that starts with https://");
  }
  const std::string_view rest = std::string_view(url).substr(secure ? 8 : 7);
  const std::string_view path = rest.substr(std::min(rest.find('/'), rest.size()));
  const Address address = address_of(rest.substr(0, rest.size() - path.size()));
  const bool odd_path = path.find_first_of("?#\\@ ") != std::string_view::npos ||
                        !std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c < 0x7F; });
  if (!address.valid || odd_path) {
    return unusable(url, "not the base URL of a server", "give scheme, host, port and path only");
  }
  TRY(check_token(token));
  if (!secure && !address.loopback) {
    return unusable(url, "a token is not sent unencrypted to another machine", "use https://");
  }
  Server server{url, token, address.loopback};
  while (server.url.ends_with('/')) server.url.pop_back();
  return server;
}

}  // namespace codelake::sync
