// SPDX-License-Identifier: Apache-2.0
// The first byte says how many of the next bytes are the base; the rest is the delta.
#include "scanners/secrets/history/change_windows.h"
#include "scanners/secrets/history/delta.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace codelake::secrets::history;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t base_size = static_cast<unsigned char>(bytes[0]);
  const std::string_view base = bytes.substr(1).substr(0, base_size);
  const std::string_view delta = bytes.substr(1 + base.size());
  const auto sizes = delta_sizes(delta);
  if (!sizes || sizes->result > (1U << 20)) return 0;
  Buffer result;
  std::vector<Stretch> stretches;
  if (!apply_delta(delta, base, result, stretches)) return 0;
  std::size_t end = 0;
  for (const Stretch& stretch : stretches) {
    if (stretch.begin != end || (stretch.copied && stretch.source + stretch.size > base.size())) std::abort();
    end = stretch.end();
  }
  if (end != result.view().size()) std::abort();
  Sighted known;
  known.whole = true;
  known.size = base.size();
  if (base.size() > 4) known.marks.push_back({1, 3, {1, false}});
  end = 0;
  for (const auto& window : plan_change(result.view(), stretches, known).windows) {
    if (window.begin < end || window.end > result.view().size()) std::abort();
    end = window.end;
  }
  return 0;
}
