// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

namespace codelake::sast {

// What functions and methods do with settings, told by their names, whatever the language.

// Whether the object it is called on takes the values of a file in: p.load(file), parser.read("app.ini").
bool fills_settings(syntax::Symbol name);
// Whether the values of a file are what it gives: json.load(file), require("./limits.json").
bool gives_settings(syntax::Symbol name);
// Whether it gives the value of a key: p.getProperty("key"), parser.get("section", "key"), config.GetValue("a:b").
bool asks_settings(syntax::Symbol name);

}  // namespace codelake::sast
