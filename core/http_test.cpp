// SPDX-License-Identifier: Apache-2.0
#include "core/http.h"

#include "core/file.h"
#include "tests/support/http_server.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace codelake::http {
namespace {

using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServer;

// A folder of the test's own, gone at its end.
class Http : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"}) ::unsetenv(name);
    std::string pattern = ::testing::TempDir() + "http_test_XXXXXX";
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    m_folder = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  std::string m_folder;
};

Request get(const std::string& url) {
  Request request;
  request.url = url;
  return request;
}

TEST_F(Http, SendsMethodHeadersAndBodyAndReturnsWhatCameBack) {
  HttpServer server([](const HttpRequest& request) {
    return HttpAnswer{201, "got " + request.body, {{"ETag", "\"a\""}, {"X-Two", "1"}}, {}, {}, false};
  });
  Request request = get(server.url() + "/v1/scans?x=1");
  request.method = "POST";
  request.body = "{}";
  request.headers = {{"Content-Type", "application/json"}};
  const auto response = send(request);
  ASSERT_TRUE(response) << response.error().text();
  EXPECT_EQ(response->status, 201);
  EXPECT_EQ(response->body, "got {}");
  EXPECT_EQ(response->header("etag"), "\"a\"");
  EXPECT_EQ(response->header("absent"), "");
  ASSERT_EQ(server.requests().size(), 1U);
  const HttpRequest seen = server.requests()[0];
  EXPECT_EQ(seen.method, "POST");
  EXPECT_EQ(seen.target, "/v1/scans?x=1");
  EXPECT_EQ(seen.header("content-type"), "application/json");
  EXPECT_EQ(seen.header("user-agent").substr(0, 9), "codelake/");
  EXPECT_EQ(seen.header("expect"), "");
}

TEST_F(Http, CarriesEveryMethodWithItsBody) {
  HttpServer server(
      [](const HttpRequest& request) { return HttpAnswer{200, request.method, {}, {}, {}, false}; });
  for (const std::string method : {"PUT", "PATCH", "DELETE"}) {
    Request request = get(server.url());
    request.method = method;
    request.body = "x";
    const auto response = send(request);
    ASSERT_TRUE(response) << response.error().text();
    EXPECT_EQ(response->body, method);
  }
  EXPECT_EQ(server.requests()[2].body, "x");
  Request head = get(server.url());
  head.method = "HEAD";
  const auto response = send(head);
  ASSERT_TRUE(response) << response.error().text();
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(response->header("content-length"), "4");
}

TEST_F(Http, TakesEveryStatusForAResponse) {
  for (const int status : {304, 401, 404, 429, 500, 503}) {
    HttpServer server([&](const HttpRequest&) {
      return HttpAnswer{status, "no", {{"Retry-After", "7"}}, {}, {}, false};
    });
    const auto response = send(get(server.url()));
    ASSERT_TRUE(response) << response.error().text();
    EXPECT_EQ(response->status, status);
    EXPECT_EQ(response->header("retry-after"), "7");
  }
}

TEST_F(Http, FailsWhenTheConnectionDropsInTheMiddleOfTheBody) {
  HttpServer server(
      [](const HttpRequest&) { return HttpAnswer{200, std::string(1000, 'x'), {}, {}, 500, false}; });
  Request request = get(server.url());
  request.output_path = m_folder + "/out";
  const auto response = send(request);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, ErrorKind::environment);
  EXPECT_NE(response.error().remedy, "");
  EXPECT_FALSE(std::filesystem::exists(request.output_path));
}

TEST_F(Http, FailsWhenThereIsNoAnswerOrNoServer) {
  std::string gone;
  {
    HttpServer server([](const HttpRequest&) { return HttpAnswer{200, "", {}, {}, {}, true}; });
    EXPECT_FALSE(send(get(server.url())));
    gone = server.url();
  }
  const auto response = send(get(gone));
  ASSERT_FALSE(response);
  EXPECT_NE(response.error().text().find("127.0.0.1"), std::string::npos);
}

TEST_F(Http, GivesUpAfterTheTotalTimeout) {
  HttpServer server(
      [](const HttpRequest&) { return HttpAnswer{200, "late", {}, std::chrono::seconds(20), {}, false}; });
  Request request = get(server.url());
  request.total_timeout = std::chrono::milliseconds(100);
  const auto response = send(request);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().remedy, "try again, or check the network");
}

TEST_F(Http, RefusesABodyLargerThanTheLimit) {
  HttpServer server(
      [](const HttpRequest&) { return HttpAnswer{200, std::string(1000, 'x'), {}, {}, {}, false}; });
  Request request = get(server.url());
  request.response_bytes_max = 999;
  const auto response = send(request);
  ASSERT_FALSE(response);
  EXPECT_NE(response.error().cause.find("999"), std::string::npos);
  request.response_bytes_max = 1000;
  EXPECT_TRUE(send(request));
}

TEST_F(Http, PutsOnlyASuccessfulBodyIntoTheFile) {
  int status = 200;
  HttpServer server([&](const HttpRequest&) { return HttpAnswer{status, "content", {}, {}, {}, false}; });
  Request request = get(server.url());
  request.output_path = m_folder + "/out";
  const auto good = send(request);
  ASSERT_TRUE(good) << good.error().text();
  EXPECT_EQ(good->body, "");
  std::ifstream file(request.output_path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "content");
  status = 500;
  const auto bad = send(request);
  ASSERT_TRUE(bad) << bad.error().text();
  EXPECT_EQ(bad->body, "content");
  EXPECT_FALSE(std::filesystem::exists(request.output_path));
}

TEST_F(Http, GoesOnWhereATransferEndedAndRefusesAnotherPart) {
  const std::string body = "0123456789";
  std::string range = "bytes 4-9/10";
  HttpServer server([&](const HttpRequest& request) {
    if (request.header("if-range") != "\"1\"") return HttpAnswer{200, body, {{"ETag", "\"1\""}}, {}, 4, false};
    return HttpAnswer{206, body.substr(4), {{"ETag", "\"1\""}, {"Content-Range", range}}, {}, {}, false};
  });
  http::Partial partial;
  http::Request request;
  request.url = server.url();
  request.output_path = m_folder + "/part";
  request.partial = &partial;
  EXPECT_FALSE(http::send(request));
  EXPECT_EQ(partial.bytes, 4U);
  EXPECT_EQ(partial.validator, "\"1\"");
  const auto rest = http::send(request);
  ASSERT_TRUE(rest) << rest.error().text();
  EXPECT_EQ(rest->status, 200);
  EXPECT_EQ(server.requests().back().header("range"), "bytes=4-");
  EXPECT_EQ(read_file(request.output_path, 100).value(), body);
  range = "bytes 0-5/10";
  partial = {4, "\"1\""};
  EXPECT_FALSE(http::send(request));
  EXPECT_EQ(partial.validator, "") << "nothing to go on from";
}

TEST_F(Http, FollowsRedirectsWithoutTakingCredentialsToAnotherHost) {
  HttpServer other([](const HttpRequest&) { return HttpAnswer{200, "other", {}, {}, {}, false}; });
  HttpServer server([&](const HttpRequest&) {
    return HttpAnswer{302, "moved", {{"Location", other.url() + "/there"}}, {}, {}, false};
  });
  Request request = get(server.url());
  request.headers = {{"Authorization", "Bearer of-a-test"}, {"Cookie", "a=b"}};
  const auto response = send(request);
  ASSERT_TRUE(response) << response.error().text();
  EXPECT_EQ(response->body, "other");
  EXPECT_EQ(response->header("location"), "");
  EXPECT_EQ(server.requests()[0].header("authorization"), "Bearer of-a-test");
  EXPECT_EQ(other.requests()[0].header("authorization"), "");
  EXPECT_EQ(other.requests()[0].header("cookie"), "");
}

TEST_F(Http, DoesNotRepeatAPostElsewhere) {
  HttpServer server([](const HttpRequest&) {
    return HttpAnswer{307, "", {{"Location", "/there"}}, {}, {}, false};
  });
  Request request = get(server.url());
  request.method = "POST";
  const auto response = send(request);
  ASSERT_TRUE(response) << response.error().text();
  EXPECT_EQ(response->status, 307);
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(Http, EndsARedirectLoopAndLeavesHttpOnlyForHttp) {
  HttpServer loop([](const HttpRequest&) {
    return HttpAnswer{302, "", {{"Location", "/again"}}, {}, {}, false};
  });
  EXPECT_FALSE(send(get(loop.url())));
  EXPECT_EQ(loop.requests().size(), 6U);
  HttpServer file([](const HttpRequest&) {
    return HttpAnswer{302, "", {{"Location", "file:///etc/passwd"}}, {}, {}, false};
  });
  EXPECT_FALSE(send(get(file.url())));
}

TEST_F(Http, RefusesWhatIsNotHttpAndHeadersThatBreakTheLine) {
  for (const std::string url : {"file:///etc/passwd", "ftp://127.0.0.1/", "", "127.0.0.1"}) {
    const auto response = send(get(url));
    ASSERT_FALSE(response);
    EXPECT_EQ(response.error().kind, ErrorKind::usage);
  }
  Request request = get("http://127.0.0.1:1/");
  request.headers = {{"X-A", "b\r\nX-C: d"}};
  const auto response = send(request);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().kind, ErrorKind::usage);
}

TEST_F(Http, StopsWhenTheProgressCallbackSaysSo) {
  HttpServer server(
      [](const HttpRequest&) { return HttpAnswer{200, std::string(100000, 'x'), {}, {}, {}, false}; });
  Request request = get(server.url());
  request.progress = [](std::uint64_t, std::uint64_t) { return false; };
  const auto response = send(request);
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().cause, "cancelled");
}

TEST_F(Http, KeepsCredentialsAndQueriesOutOfMessages) {
  EXPECT_EQ(printable_url("https://user:word@host.example/a/b?token=1#f"), "https://host.example/a/b");
  EXPECT_EQ(printable_url("https://host.example/a@b"), "https://host.example/a@b");
}

TEST_F(Http, UsesTheProxyOfTheEnvironment) {
  HttpServer proxy([](const HttpRequest&) { return HttpAnswer{200, "by proxy", {}, {}, {}, false}; });
  ::setenv("http_proxy", proxy.url().c_str(), 1);
  const auto response = send(get("http://server.example/path"));
  ::unsetenv("http_proxy");
  ASSERT_TRUE(response) << response.error().text();
  EXPECT_EQ(response->body, "by proxy");
  EXPECT_EQ(proxy.requests()[0].target, "http://server.example/path");
}

}  // namespace
}  // namespace codelake::http
