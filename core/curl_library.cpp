// SPDX-License-Identifier: Apache-2.0
#include "core/curl_library.h"

#include "core/loaded_library.h"

#include <optional>

namespace codelake::http {

namespace {

// The name that stands for the interface of curl/curl.h since 7.16, whatever the version.
constexpr const char* k_file = "libcurl.so.4";

std::optional<CurlLibrary> load() {
  LoadedLibrary library(k_file);
  CurlLibrary curl;
  library.bind("curl_global_init", curl.global_init);
  library.bind("curl_easy_init", curl.init);
  library.bind("curl_easy_cleanup", curl.cleanup);
  library.bind("curl_easy_setopt", curl.setopt);
  library.bind("curl_easy_perform", curl.perform);
  library.bind("curl_easy_getinfo", curl.getinfo);
  library.bind("curl_easy_strerror", curl.strerror);
  library.bind("curl_slist_append", curl.append);
  library.bind("curl_slist_free_all", curl.free_all);
  if (!library.whole() || curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return std::nullopt;
  return curl;
}

}  // namespace

const CurlLibrary* curl_library() {
  static const std::optional<CurlLibrary> k_library = load();
  return k_library ? &*k_library : nullptr;
}

}  // namespace codelake::http
