# SPDX-License-Identifier: Apache-2.0
# Every third-party library, once, as SYSTEM targets named codelake::<library>; all from Debian 12.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

function(codelake_dependency name)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${ARGN})
  add_library(codelake_dep_${name} INTERFACE)
  target_link_libraries(codelake_dep_${name} INTERFACE PkgConfig::${name})
  add_library(codelake::${name} ALIAS codelake_dep_${name})
endfunction()

codelake_dependency(git2 libgit2)
codelake_dependency(sqlite sqlite3)
codelake_dependency(curl libcurl)
codelake_dependency(vectorscan libhs)
codelake_dependency(pcre2 libpcre2-8)
codelake_dependency(fmt fmt)
codelake_dependency(fyaml libfyaml)
codelake_dependency(simdjson simdjson)
codelake_dependency(archive libarchive)
codelake_dependency(deflate libdeflate)
codelake_dependency(xxhash libxxhash)
codelake_dependency(openssl libcrypto)

foreach(header nlohmann/json.hpp tl/expected.hpp CLI/CLI.hpp toml++/toml.h)
  string(MAKE_C_IDENTIFIER "CODELAKE_HEADER_${header}" found)
  find_path(${found} ${header} REQUIRED)
endforeach()

if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
  find_package(GTest REQUIRED)
endif()
