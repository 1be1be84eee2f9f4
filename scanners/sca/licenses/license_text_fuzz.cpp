// SPDX-License-Identifier: Apache-2.0
#include "core/license_policy.h"
#include "scanners/sca/licenses/license_text.h"

#include <cstddef>
#include <cstdint>

// Any text is a licence or none; what is recognised means the same when it is read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(sca::is_license_file(text));
  for (const auto& found : {sca::identify_license(text), sca::license_tag(text), parse_license(text)}) {
    if (!found) continue;
    const auto again = parse_license(found->text());
    if (!again || again->text() != found->text()) __builtin_trap();
    static_cast<void>(judge(*found, {{"MIT"}, {"*-only"}, {"GPL-*"}}));
  }
  return 0;
}
