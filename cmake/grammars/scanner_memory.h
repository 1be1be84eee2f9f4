// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

// Included before the scanner of every grammar: the one for Swift asks for room for none of its states and then writes
// one, so that each request is given one element more.
#define calloc(count, size) calloc((count) + 1, size)
