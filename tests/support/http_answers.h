// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/http_server.h"

#include <string>
#include <utility>

namespace codelake::testing {

// A well-behaved answer; with a Retry-After header when it is not empty.
inline HttpAnswer answer(int status, std::string body = "{}", const std::string& retry_after = {}) {
  HttpAnswer made;
  made.status = status;
  made.body = std::move(body);
  if (!retry_after.empty()) made.headers = {{"Retry-After", retry_after}};
  return made;
}

}  // namespace codelake::testing
