# SPDX-License-Identifier: Apache-2.0
# codelake_standards: language level, warnings and sanitizers of first-party code; nothing else links it.
set(CODELAKE_SANITIZE "" CACHE STRING "Comma list for -fsanitize=")
option(CODELAKE_FUZZ "Build the fuzz targets (clang)" OFF)
option(CODELAKE_COVERAGE "Instrument for gcov" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CODELAKE_CCACHE ccache)
if(CODELAKE_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${CODELAKE_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CODELAKE_CCACHE}")
endif()

set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")

if(CODELAKE_SANITIZE)
  add_compile_options(-fsanitize=${CODELAKE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=${CODELAKE_SANITIZE})
endif()
if(CODELAKE_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(CODELAKE_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

add_library(codelake_standards INTERFACE)
target_compile_features(codelake_standards INTERFACE cxx_std_20)
target_include_directories(codelake_standards INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
# Warnings are errors wherever tests are built; somebody who builds a release with another compiler is not stopped by one.
target_compile_options(codelake_standards INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual>
  $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<NOT:$<CONFIG:Release>>>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these falsely inside libstdc++ strings at -O2 (GCC bug 105651); the last three only where the
  # headers are precompiled and no longer count as the system's.
  target_compile_options(codelake_standards INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow>
    $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CONFIG:Release>>:-Wno-stringop-overread>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(codelake_standards INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wno-gnu-statement-expression -Wno-sign-conversion
      -Wno-missing-field-initializers>)
endif()
