// SPDX-License-Identifier: Apache-2.0
#include "sync/server.h"

#include <gtest/gtest.h>

namespace codelake::sync {
namespace {

const std::string k_token = std::string("cl_") + "tok_made_up_for_a_test";

TEST(Server, TakesHttpsAnywhereAndHttpOnThisMachine) {
  EXPECT_EQ(make_server("https://api.example.com/base/", k_token)->url, "https://api.example.com/base");
  EXPECT_FALSE(make_server("https://api.example.com", k_token)->local);
  for (const char* url : {"http://localhost:8080", "http://127.0.0.1", "http://127.9.8.7:1/x", "http://[::1]:80"}) {
    const auto server = make_server(url, k_token);
    ASSERT_TRUE(server) << url;
    EXPECT_TRUE(server->local) << url;
  }
}

TEST(Server, RefusesToSendATokenUnencryptedToAnotherMachine) {
  for (const char* url : {"http://api.example.com", "http://10.0.0.1", "http://127.0.0.1.example.com", "http://1270.0.0.1",
                          "http://127.0.0", "http://127.0.0.1.2", "http://localhost.example.com", "http://[::2]",
                          "http://0x7f.0.0.1", "http://2130706433"}) {
    const auto server = make_server(url, k_token);
    ASSERT_FALSE(server) << url;
    EXPECT_EQ(server.error().kind, ErrorKind::usage);
    EXPECT_NE(server.error().text().find("https://"), std::string::npos);
  }
}

TEST(Server, RefusesWhatAnotherParserCouldReadOtherwise) {
  for (const char* url : {"http://127.0.0.1@example.com", "http://localhost:80@example.com/", "http://localhost\\.example.com",
                          "http://localhost#@example.com", "http://localhost?x=1", "https://", "https://a b", "https://[::1",
                          "https://h:99999", "https://h:", "ftp://localhost", "localhost", "https://h/x?y", "https://h/\x01"}) {
    EXPECT_FALSE(make_server(url, k_token)) << url;
  }
}

TEST(Server, SaysWhatToSetWhenSomethingIsMissing) {
  EXPECT_NE(make_server("", k_token).error().text().find("CODELAKE_URL"), std::string::npos);
  EXPECT_NE(make_server("https://h", "").error().text().find("CODELAKE_TOKEN"), std::string::npos);
}

TEST(Server, NeverRepeatsTheTokenInAnError) {
  for (const std::string& token : {k_token + "\n", k_token + " x", std::string(2000, 'x') + k_token}) {
    const auto server = make_server("https://h", token);
    ASSERT_FALSE(server);
    EXPECT_EQ(server.error().text().find(k_token), std::string::npos);
  }
  EXPECT_EQ(make_server("http://example.com", k_token).error().text().find(k_token), std::string::npos);
  EXPECT_EQ(make_server("https://user:pass@h", k_token).error().text().find("pass@"), std::string::npos);
}

}  // namespace
}  // namespace codelake::sync
