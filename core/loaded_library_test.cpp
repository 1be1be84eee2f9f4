// SPDX-License-Identifier: Apache-2.0
#include "core/loaded_library.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

TEST(LoadedLibrary, GivesItsFunctions) {
  LoadedLibrary library("libm.so.6");
  double (*cosine)(double) = nullptr;
  library.bind("cos", cosine);
  ASSERT_TRUE(library.whole());
  EXPECT_EQ(cosine(0.0), 1.0);
}

TEST(LoadedLibrary, IsNotWholeWithoutAFunction) {
  LoadedLibrary library("libm.so.6");
  void (*missing)() = nullptr;
  library.bind("there_is_no_such_function", missing);
  EXPECT_EQ(missing, nullptr);
  EXPECT_FALSE(library.whole());
}

TEST(LoadedLibrary, IsNotWholeWhenThereIsNone) {
  LoadedLibrary library("libno-such-library.so.1");
  void (*function)() = nullptr;
  library.bind("cos", function);
  EXPECT_EQ(function, nullptr);
  EXPECT_FALSE(library.whole());
}

}  // namespace
}  // namespace codelake
