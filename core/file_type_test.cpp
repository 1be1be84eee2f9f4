// SPDX-License-Identifier: Apache-2.0
#include "core/file_type.h"

#include <gtest/gtest.h>

namespace codelake {
namespace {

TEST(FileType, IsToldByExtensionWhateverItsCase) {
  EXPECT_EQ(language_of_path("a/b.py"), "python");
  EXPECT_EQ(language_of_path("B.PY"), "python");
  EXPECT_EQ(language_of_path("a.swift"), "swift");
  EXPECT_EQ(language_of_path("web.dockerfile"), "dockerfile");
  EXPECT_EQ(language_of_path("x.lua"), "lua");
  EXPECT_EQ(language_of_path("py"), "");
  EXPECT_EQ(language_of_path("a.unheard"), "");
}

TEST(FileType, IsToldByTheWholeNameOrItsBeginning) {
  EXPECT_EQ(language_of_path("a/Dockerfile"), "dockerfile");
  EXPECT_EQ(language_of_path("Dockerfile.prod"), "dockerfile");
  EXPECT_EQ(language_of_path("home/.bashrc"), "bash");
  EXPECT_EQ(language_of_path("Jenkinsfile"), "groovy");
  EXPECT_EQ(language_of_path("CMakeLists.txt"), "cmake");
  EXPECT_EQ(language_of_path(".env.local"), "dotenv");
  EXPECT_EQ(language_of_path("prod.env"), "dotenv");
}

TEST(FileType, IsToldByTheInterpreterWithoutFolderVersionAndOptions) {
  EXPECT_EQ(language_of_first_line("#!/usr/bin/python\nx"), "python");
  EXPECT_EQ(language_of_first_line("#!/usr/bin/env python3"), "python");
  EXPECT_EQ(language_of_first_line("#!/usr/bin/env -S A=1 python3.11 -u\n"), "python");
  EXPECT_EQ(language_of_first_line("#! /bin/sh -e\r\n"), "bash");
  EXPECT_EQ(language_of_first_line("#!/usr/bin/env node\n"), "javascript");
  EXPECT_EQ(language_of_first_line("#!/opt/python/bin/tool\n"), "");
  EXPECT_EQ(language_of_first_line("#!/usr/bin/env\n"), "");
  EXPECT_EQ(language_of_first_line("#!"), "");
  EXPECT_EQ(language_of_first_line("python"), "");
}

}  // namespace
}  // namespace codelake
