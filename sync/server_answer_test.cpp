// SPDX-License-Identifier: Apache-2.0
#include "sync/server_answer.h"

#include <gtest/gtest.h>

namespace codelake::sync {
namespace {

TEST(CreatedScanId, TakesOnlyWhatCanStandInAUrl) {
  EXPECT_EQ(created_scan_id(R"({"id":"s_7f8a2b1c","status":"queued"})"), "s_7f8a2b1c");
  const std::string long_id = R"({"id":")" + std::string(300, 'a') + "\"}";
  for (const std::string& body : {std::string(), std::string("null"), std::string("[]"), std::string(R"({"id":7})"),
                                  std::string(R"({"id":""})"), std::string(R"({"id":"../x"})"), long_id,
                                  std::string(R"({"id":"s_)"), std::string(100'000, '[')}) {
    EXPECT_FALSE(created_scan_id(body)) << body.substr(0, 40);
  }
}

TEST(ErrorMessage, IsFoundUnderTheUsualKeys) {
  EXPECT_EQ(error_message(R"({"message":"no"})"), "no");
  EXPECT_EQ(error_message(R"({"detail":"Unknown control"})"), "Unknown control");
  EXPECT_EQ(error_message(R"({"error":{"code":"x","message":"bad project"}})"), "bad project");
  EXPECT_EQ(error_message(R"({"detail":{"error":"plan","message":"not in this plan"}})"), "not in this plan");
  EXPECT_EQ(error_message("<html>"), "");
  EXPECT_EQ(error_message(R"({"error":{"error":{"error":"too deep"}}})"), "");
}

TEST(ErrorMessage, IsOnePrintableLineOfBoundedLength) {
  EXPECT_EQ(error_message("{\"message\":\"a\\u001b[31m\\r\\nb\\u009bc\\u007f\"}"), "a [31m  b c ");
  EXPECT_LE(error_message(R"({"message":")" + std::string(10'000, 'x') + "\"}").size(), 300U);
}

TEST(RetryAfter, ReadsSecondsAndDates) {
  using std::chrono::seconds;
  constexpr std::int64_t date = 784'111'777;  // Sun, 06 Nov 1994 08:49:37 GMT
  EXPECT_EQ(retry_after("120", 0), seconds(120));
  EXPECT_EQ(retry_after("0", 0), seconds(0));
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", date - 90), seconds(90));
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", date + 90), seconds(0));
  for (const char* header : {"", "-1", "1.5", "soon", "99999999999", "Sun, 31 Feb 1994 08:49:37 GMT",
                             "Sun, 06 anF 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "06 Nov 1994"}) {
    EXPECT_FALSE(retry_after(header, 0)) << header;
  }
}

}  // namespace
}  // namespace codelake::sync
