// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace codelake {

// The name of the language or format a file's name says: "python", "javascript", "typescript", "tsx", "java", "go",
// "ruby" … "json", "yaml"; empty when it does not tell. Names languages we cannot scan too, so that they can be counted.
std::string_view language_of_path(std::string_view path);

// The same from a "#!" line, whatever the interpreter's folder, version and options.
std::string_view language_of_first_line(std::string_view text);

// Programming languages, as opposed to data, markup and configuration.
bool is_programming_language(std::string_view language);

// A copy of somebody else's code, by a directory of its path (node_modules, vendor, third_party …).
bool is_vendored_path(std::string_view path);

// Test, example or fixture code, by its path.
bool is_test_path(std::string_view path);

}  // namespace codelake
