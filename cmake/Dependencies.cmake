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

# The same, from the archives lib<x>.a of these libraries: to load and bind forty shared ones takes longer than to scan a
# few files (docs/decisions/0008).
function(codelake_static_dependency name)
  add_library(codelake_dep_${name} INTERFACE)
  foreach(library ${ARGN})
    string(MAKE_C_IDENTIFIER "CODELAKE_ARCHIVE_${library}" found)
    find_library(${found} "lib${library}.a" REQUIRED)
    target_link_libraries(codelake_dep_${name} INTERFACE "${${found}}")
  endforeach()
  add_library(codelake::${name} ALIAS codelake_dep_${name})
endfunction()

# core/git_library.cpp says what is left out of libgit2.
codelake_static_dependency(git2 git2 http_parser mbedcrypto pcre2-8 z)
codelake_static_dependency(mbedcrypto mbedcrypto)
codelake_static_dependency(sqlite sqlite3 z)
codelake_static_dependency(vectorscan hs)
codelake_static_dependency(pcre2 pcre2-8)
codelake_static_dependency(fyaml fyaml)
codelake_static_dependency(pugixml pugixml)
codelake_static_dependency(deflate deflate)
codelake_dependency(fmt fmt)
codelake_dependency(simdjson simdjson)
# A result that nobody asked for its error is then a mistake the compiler finds; it throws otherwise.
target_compile_definitions(codelake_dep_simdjson INTERFACE SIMDJSON_EXCEPTIONS=0)
# Loaded when they are needed (core/loaded_library.h); linked by tests only.
codelake_dependency(curl libcurl)
codelake_dependency(archive libarchive)
codelake_dependency(openssl libcrypto)

foreach(header nlohmann/json.hpp tl/expected.hpp CLI/CLI.hpp toml++/toml.h git2.h sqlite3.h hs/hs.h pcre2.h libfyaml.h
    pugixml.hpp libdeflate.h mbedtls/sha256.h xxhash.h)
  string(MAKE_C_IDENTIFIER "CODELAKE_HEADER_${header}" found)
  find_path(${found} ${header} REQUIRED)
endforeach()

if(BUILD_TESTING OR NOT DEFINED BUILD_TESTING)
  find_package(GTest REQUIRED)
endif()
