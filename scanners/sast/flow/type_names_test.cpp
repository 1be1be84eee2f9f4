// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/type_names.h"

#include <gtest/gtest.h>

namespace codelake::sast::flow {
namespace {

TEST(TypeNames, TellNumbersAndTruthValuesFromTexts) {
  EXPECT_EQ(step_into("int"), Step::number);
  EXPECT_EQ(step_into("java.util.UUID"), Step::number);
  EXPECT_EQ(step_into("store.ObjectID"), Step::number);
  EXPECT_EQ(step_into("bool?"), Step::comparison);
  EXPECT_EQ(step_into("string"), std::nullopt);
  EXPECT_EQ(step_into("Interval"), std::nullopt);
  EXPECT_EQ(step_into(""), std::nullopt);
}

TEST(TypeNames, TakeSeveralForOne) {
  for (const auto* type : {"[]store.ObjectID", "long[]", "List<Long>", "java.util.Set<Integer>", "IEnumerable<Guid>", "list[int]", "*int", "Optional<Long>",
                           "List<int?>"}) {
    EXPECT_EQ(step_into(type), Step::number) << type;
  }
  for (const auto* type : {"[]string", "List<String>", "Map<String, Long>", "map[string]int", "Order<Long>", "<", "[", "[]", "List<>", "List<"}) {
    EXPECT_EQ(step_into(type), std::nullopt) << type;
  }
}

TEST(TypeNames, TakeBytesInARowForText) {
  EXPECT_EQ(step_into("byte"), Step::number);
  for (const auto* type : {"byte[]", "[]byte", "List<Byte>", "Vec<u8>"}) EXPECT_EQ(step_into(type), std::nullopt) << type;
}

}  // namespace
}  // namespace codelake::sast::flow
