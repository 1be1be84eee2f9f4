// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <string>

namespace codelake::sync {

// Where scans are pushed to. The token is a secret: it stands in no message, log or report.
struct Server {
  std::string url;      // without a slash at the end
  std::string token;
  bool local = false;   // a loopback address: spoken to without a proxy
};

// Checks what the configuration or the environment says. Fails with `usage` when one is missing or unusable, and when
// the token would travel over http:// to another machine. The URL may have a path, but no user, query or fragment.
Result<Server> make_server(const std::string& url, const std::string& token);

}  // namespace codelake::sync
