# SPDX-License-Identifier: Apache-2.0
# The standard headers that nearly every source includes, read by the compiler once instead of some six hundred times:
# two thirds of the time to compile a source went into them. Sources include what they use all the same: the standalone
# headers of the tests and the fuzz preset are built without this.
option(CODELAKE_PRECOMPILE "Precompile the standard headers" ON)
if(CODELAKE_PRECOMPILE AND CODELAKE_CCACHE)
  # ccache refuses precompiled headers unless told that no macro set before them changes their meaning.
  set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros" "${CODELAKE_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}")
endif()

set(CODELAKE_PRECOMPILED_HEADERS
  <algorithm> <array> <charconv> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span> <string>
  <string_view> <tuple> <unordered_map> <utility> <vector> <nlohmann/json_fwd.hpp> <tl/expected.hpp>)

# codelake_precompile(<target>): the target reads the precompiled headers of libraries, or those of tests, which hold
# GoogleTest too. There are two because the code of a library and that of an executable differ in their flags.
function(codelake_precompile target)
  if(NOT CODELAKE_PRECOMPILE)
    return()
  endif()
  get_target_property(type ${target} TYPE)
  set(kind library)
  if(type STREQUAL "EXECUTABLE")
    set(kind test)
  endif()
  if(NOT TARGET codelake_${kind}_headers)
    codelake_precompiled_headers(${kind})
  endif()
  target_precompile_headers(${target} REUSE_FROM codelake_${kind}_headers)
endfunction()

# The target whose build precompiles the headers of this kind; its one source is empty.
function(codelake_precompiled_headers kind)
  set(source "${CMAKE_BINARY_DIR}/generated/${kind}_headers.cpp")
  if(kind STREQUAL "test")
    file(CONFIGURE OUTPUT "${source}" CONTENT "int main() { return 0; }\n")
    add_executable(codelake_test_headers EXCLUDE_FROM_ALL "${source}")
    target_link_libraries(codelake_test_headers PRIVATE GTest::gmock)
    set(more <gmock/gmock.h> <gtest/gtest.h>)
  else()
    file(CONFIGURE OUTPUT "${source}" CONTENT "\n")
    add_library(codelake_library_headers STATIC EXCLUDE_FROM_ALL "${source}")
  endif()
  target_link_libraries(codelake_${kind}_headers PRIVATE codelake_standards)
  target_precompile_headers(codelake_${kind}_headers PRIVATE ${CODELAKE_PRECOMPILED_HEADERS} ${more})
endfunction()
