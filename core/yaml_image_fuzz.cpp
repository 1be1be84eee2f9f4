// SPDX-License-Identifier: Apache-2.0
// Bytes as an image of a YAML value: what is read back is written as it was read.
#include "core/check.h"
#include "core/yaml_image.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string_view item : codelake::yaml::images_in(codelake::yaml::image_under(bytes, "a"))) {
    (void)codelake::yaml::text_of_image(item);
  }
  const auto node = codelake::yaml::from_image(bytes);
  if (!node) return 0;
  const std::string image = codelake::yaml::image_of(*node);
  const auto again = codelake::yaml::from_image(image);
  CODELAKE_CHECK(again && codelake::yaml::image_of(*again) == image);
  return 0;
}
