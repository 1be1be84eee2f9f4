// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

namespace codelake::http {

// The functions of libcurl that are used here.
struct CurlLibrary {
  decltype(&::curl_global_init) global_init = nullptr;
  decltype(&::curl_easy_init) init = nullptr;
  decltype(&::curl_easy_cleanup) cleanup = nullptr;
  decltype(&::curl_easy_setopt) setopt = nullptr;
  decltype(&::curl_easy_perform) perform = nullptr;
  decltype(&::curl_easy_getinfo) getinfo = nullptr;
  decltype(&::curl_easy_strerror) strerror = nullptr;
  decltype(&::curl_slist_append) append = nullptr;
  decltype(&::curl_slist_free_all) free_all = nullptr;
};

// libcurl, loaded and set up at the first call; null when this machine has none that fits. Safe on any thread.
const CurlLibrary* curl_library();

}  // namespace codelake::http
