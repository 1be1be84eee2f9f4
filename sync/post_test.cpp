// SPDX-License-Identifier: Apache-2.0
#include "sync/post.h"

#include "tests/support/http_answers.h"

#include <gtest/gtest.h>

namespace codelake::sync {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::answer;
using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServer;

const std::string k_token = std::string("cl_") + "tok_made_up_for_a_test";

// A server that gives these answers one after the other, the last for ever; and a clock that only notes.
class PostTest : public ::testing::Test {
 protected:
  Reply send(std::vector<HttpAnswer> answers, const std::string& path = "/v1/scans/s_1/complete") {
    std::size_t next = 0;
    const HttpServer server([&](const HttpRequest&) { return answers[std::min(next++, answers.size() - 1)]; });
    const Clock clock{[] { return std::int64_t{784'111'777}; }, [this](milliseconds pause) { m_pauses.push_back(pause); }};
    const Reply reply = post({path, "key-1", "{}"}, *make_server(server.url(), k_token), clock, m_options);
    m_requests = server.requests();
    EXPECT_EQ(reply.message.find(k_token), std::string::npos);
    return reply;
  }

  PushOptions m_options;
  std::vector<milliseconds> m_pauses;
  std::vector<HttpRequest> m_requests;
};

TEST_F(PostTest, SendsTheHeadersOfTheContract) {
  EXPECT_EQ(send({answer(200)}).kind, Reply::Kind::accepted);
  ASSERT_EQ(m_requests.size(), 1U);
  EXPECT_EQ(m_requests[0].method, "POST");
  EXPECT_EQ(m_requests[0].header("authorization"), "Bearer " + k_token);
  EXPECT_EQ(m_requests[0].header("idempotency-key"), "key-1");
  EXPECT_EQ(m_requests[0].header("content-type"), "application/json");
  EXPECT_TRUE(m_pauses.empty());
}

TEST_F(PostTest, TriesAgainAfterAServerErrorWithTheSameKey) {
  EXPECT_EQ(send({answer(500), answer(503), answer(201)}).kind, Reply::Kind::accepted);
  ASSERT_EQ(m_requests.size(), 3U);
  for (const HttpRequest& request : m_requests) EXPECT_EQ(request.header("idempotency-key"), "key-1");
  EXPECT_EQ(m_pauses, (std::vector{pause_after(1, "key-1", m_options), pause_after(2, "key-1", m_options)}));
}

TEST_F(PostTest, TriesAgainAfterADroppedConnection) {
  HttpAnswer dropped;
  dropped.drop = true;
  HttpAnswer cut = answer(200, R"({"id":"s_1"})");
  cut.drop_after_body_bytes = 3;
  EXPECT_EQ(send({dropped, cut, answer(200)}).kind, Reply::Kind::accepted);
  EXPECT_EQ(m_requests.size(), 3U);
}

TEST_F(PostTest, GivesUpAfterTheLastTry) {
  const Reply reply = send({answer(503, R"({"message":"under repair"})")});
  EXPECT_EQ(reply.kind, Reply::Kind::unavailable);
  EXPECT_NE(reply.message.find("503: under repair"), std::string::npos);
  EXPECT_EQ(m_requests.size(), 5U);
}

TEST_F(PostTest, GivesUpOnAServerThatIsTooSlow) {
  m_options.request_timeout = milliseconds(100);
  m_options.tries_max = 2;
  HttpAnswer slow = answer(200);
  slow.delay = milliseconds(400);
  EXPECT_EQ(send({slow}).kind, Reply::Kind::unavailable);
  EXPECT_EQ(m_pauses.size(), 1U);
}

TEST_F(PostTest, WaitsAsLongAsTheServerAsks) {
  EXPECT_EQ(send({answer(429, "", "7"), answer(429, "", "Sun, 06 Nov 1994 08:50:17 GMT"), answer(200)}).kind,
            Reply::Kind::accepted);
  EXPECT_EQ(m_pauses, (std::vector<milliseconds>{seconds(7), seconds(40)}));
}

TEST_F(PostTest, LeavesAServerAloneThatAsksForALongPause) {
  const Reply reply = send({answer(429, "", "3600")});
  EXPECT_EQ(reply.kind, Reply::Kind::unavailable);
  EXPECT_EQ(reply.wait, seconds(3600));
  EXPECT_EQ(m_requests.size(), 1U);
  EXPECT_TRUE(m_pauses.empty());
}

TEST_F(PostTest, StopsOnAWrongTokenWithoutRepeatingIt) {
  for (const int status : {401, 403}) {
    const Reply reply = send({answer(status, R"({"message":"bad token )" + k_token + "\"}")});
    EXPECT_EQ(reply.kind, Reply::Kind::stopped);
    EXPECT_NE(reply.message.find("CODELAKE_TOKEN"), std::string::npos);
    EXPECT_NE(reply.message.find("bad token ***"), std::string::npos);
    EXPECT_EQ(m_requests.size(), 1U);
  }
}

TEST_F(PostTest, StopsOnAWrongAddress) {
  EXPECT_EQ(send({answer(404, "<html>")}, "/v1/scans").kind, Reply::Kind::stopped);
  EXPECT_EQ(send({answer(301)}).kind, Reply::Kind::stopped);
}

TEST_F(PostTest, TellsWhyTheServerRefuses) {
  const Reply reply = send({answer(422, R"({"error":{"message":"unknown project"}})")}, "/v1/scans");
  EXPECT_EQ(reply.kind, Reply::Kind::refused);
  EXPECT_EQ(reply.message, "the server refused it (422: unknown project)");
  EXPECT_EQ(send({answer(404, R"({"message":"no such project"})")}, "/v1/scans").kind, Reply::Kind::refused);
}

TEST_F(PostTest, DoesNotReadAnEndlessAnswer) {
  m_options.tries_max = 1;
  EXPECT_EQ(send({answer(200, std::string(2U << 20U, 'x'))}).kind, Reply::Kind::unavailable);
}

TEST(PauseAfter, DoublesWithinItsBounds) {
  const PushOptions options;
  for (int attempt = 1; attempt < 60; ++attempt) {
    const auto whole = std::min<std::int64_t>(30'000, 500LL << std::min(attempt - 1, 20));
    const auto pause = pause_after(attempt, "k", options).count();
    EXPECT_GE(pause, whole / 2);
    EXPECT_LE(pause, whole);
  }
  EXPECT_EQ(pause_after(3, "k", options), pause_after(3, "k", options));
  EXPECT_NE(pause_after(3, "k", options), pause_after(3, "other", options));
}

}  // namespace
}  // namespace codelake::sync
