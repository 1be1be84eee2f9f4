// SPDX-License-Identifier: Apache-2.0
//
// Writes every sample report in every format into a folder, as <sample>.<format>, for validate_samples.py.
#include "core/file.h"
#include "reports/format.h"
#include "reports/samples.h"

#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  for (const auto& [name, report] : codelake::reports::all_samples()) {
    for (const auto& format : codelake::reports::all_formats()) {
      const std::string path = folder + "/" + name + "." + std::string(format->name());
      const auto written = codelake::write_file_atomically(path, format->write(report, {}));
      if (written) continue;
      std::fprintf(stderr, "%s\n", written.error().text().c_str());
      return 1;
    }
  }
  return 0;
}
