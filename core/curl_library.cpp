// SPDX-License-Identifier: Apache-2.0
//
// libcurl brings nearly thirty other libraries with it, and to load and bind them takes longer than many a scan. No scan
// opens a connection, so it is loaded by those commands that do.
#include "core/curl_library.h"

#include <dlfcn.h>

#include <optional>

namespace codelake::http {

namespace {

// The name that stands for the interface of curl/curl.h since 7.16, whatever the version.
constexpr const char* k_file = "libcurl.so.4";

template <class Function>
bool bind(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

std::optional<CurlLibrary> load() {
  void* const library = ::dlopen(k_file, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  CurlLibrary curl;
  const bool whole = bind(library, "curl_global_init", curl.global_init) && bind(library, "curl_easy_init", curl.init) &&
                     bind(library, "curl_easy_cleanup", curl.cleanup) && bind(library, "curl_easy_setopt", curl.setopt) &&
                     bind(library, "curl_easy_perform", curl.perform) && bind(library, "curl_easy_getinfo", curl.getinfo) &&
                     bind(library, "curl_easy_strerror", curl.strerror) && bind(library, "curl_slist_append", curl.append) &&
                     bind(library, "curl_slist_free_all", curl.free_all);
  if (!whole || curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return std::nullopt;
  return curl;
}

}  // namespace

const CurlLibrary* curl_library() {
  static const std::optional<CurlLibrary> k_library = load();
  return k_library ? &*k_library : nullptr;
}

}  // namespace codelake::http
