// SPDX-License-Identifier: Apache-2.0
#include "core/result.h"

namespace codelake {

std::string Error::text() const {
  std::string line = doing;
  if (!subject.empty()) line += ": " + subject;
  if (!cause.empty()) line += ": " + cause;
  if (!remedy.empty()) line += " (" + remedy + ")";
  return line;
}

}  // namespace codelake
