# SPDX-License-Identifier: Apache-2.0
# codelake_library(<name> [DEPS …]): one static library from the .cpp files of this folder (tests left out), and one
# test executable from its *_test.cpp files, each registered as a test of that name.
#   FOLDERS a b   also takes the .cpp files of these sub-folders (no library of their own)
#   DEPS x y      what headers of this library need of others; floors are checked by tests/architecture
#   TEST_DEPS x   what only its tests need
function(codelake_library name)
  cmake_parse_arguments(arg "" "" "DEPS;FOLDERS;PRIVATE_DEPS;TEST_DEPS" ${ARGN})
  set(globs "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  foreach(folder ${arg_FOLDERS})
    list(APPEND globs "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${globs})
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "(_(test|fuzz)|/main)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${arg_DEPS} PRIVATE codelake_standards ${arg_PRIVATE_DEPS})
  if(tests AND BUILD_TESTING)
    codelake_test(${name}_test SOURCES ${tests} DEPS ${name} ${arg_PRIVATE_DEPS} ${arg_TEST_DEPS})
  endif()
endfunction()

# codelake_test(<name> SOURCES … DEPS …): a GoogleTest executable run as one ctest test.
# CODELAKE_SOURCE_DIR tells a test where fixtures stand.
function(codelake_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_DEPS} codelake_test_support codelake_standards GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE CODELAKE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600)
endfunction()

# codelake_fuzz(<name> <source> DEPS …): a libFuzzer target in the build's fuzzers folder, run by packaging/fuzz.sh over
# its corpus in tests/fuzz/corpora/<name>.
function(codelake_fuzz name source)
  cmake_parse_arguments(arg "" "" "DEPS" ${ARGN})
  if(NOT CODELAKE_FUZZ)
    return()
  endif()
  if(NOT IS_DIRECTORY "${CMAKE_SOURCE_DIR}/tests/fuzz/corpora/${name}")
    message(FATAL_ERROR "The fuzz target ${name} has no inputs to start from: add tests/fuzz/corpora/${name}.")
  endif()
  add_executable(${name} ${source})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzzers")
  target_link_libraries(${name} PRIVATE ${arg_DEPS} codelake_standards)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  if(NOT TARGET fuzzers)
    add_custom_target(fuzzers)
  endif()
  add_dependencies(fuzzers ${name})
endfunction()

# codelake_standalone_headers(<folder> …): compiles each header of these folders on its own.
function(codelake_standalone_headers)
  set(sources "")
  foreach(folder ${ARGN})
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}" "${CMAKE_SOURCE_DIR}/${folder}/*.h")
    foreach(header ${headers})
      string(MAKE_C_IDENTIFIER "${header}" name)
      set(source "${CMAKE_CURRENT_BINARY_DIR}/standalone/${name}.cpp")
      file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n" @ONLY)
      list(APPEND sources "${source}")
    endforeach()
  endforeach()
  add_library(codelake_standalone_headers OBJECT ${sources})
  target_link_libraries(codelake_standalone_headers PRIVATE codelake_standards codelake_core codelake_tree_sitter)
endfunction()
