// SPDX-License-Identifier: Apache-2.0
//
// libgit2 is taken from its archive, and of that only what reads a repository: nothing is ever fetched here. A linker takes
// a part of an archive for a name that nobody has defined yet. So the names by which libgit2 reaches its parts for HTTP,
// TLS and SSH are defined here, and those parts stay out with the thirty libraries they need. Example: `git_transport_new`
// names git_smart_subtransport_ssh in a table; it gets the one below, which says that it failed.
#include "core/git_library.h"

#include <git2.h>

#include <mutex>

extern "C" {

bool git_http__expect_continue = false;

int git_mbedtls_stream_global_init();
int git_mbedtls__set_cert_location(const char* file, const char* path);
int git_mbedtls_stream_new(void** out, const char* host, const char* port);
int git_mbedtls_stream_wrap(void** out, void* stream, const char* host);
int git_transport_ssh_global_init();
int git_smart_subtransport_ssh(void** out, void* transport, void* param);
int git_smart_subtransport_http(void** out, void* transport, void* param);

int git_mbedtls_stream_global_init() { return 0; }
int git_mbedtls__set_cert_location(const char*, const char*) { return -1; }
int git_mbedtls_stream_new(void**, const char*, const char*) { return -1; }
int git_mbedtls_stream_wrap(void**, void*, const char*) { return -1; }
int git_transport_ssh_global_init() { return 0; }
int git_smart_subtransport_ssh(void**, void*, void*) { return -1; }
int git_smart_subtransport_http(void**, void*, void*) { return -1; }

}  // extern "C"

namespace codelake::git {

// Results may not depend on the user's own git configuration, and a checkout owned by somebody else (a container's
// volume) is only read, never trusted with running anything.
void start_library() {
  static std::once_flag once;
  std::call_once(once, [] {
    git_libgit2_init();
    for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG,
                            GIT_CONFIG_LEVEL_GLOBAL}) {
      git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    }
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  });
}

}  // namespace codelake::git
