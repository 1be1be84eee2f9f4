// SPDX-License-Identifier: Apache-2.0
//
// Whole pushes from a real database to a real server on the loopback address.
#include "sync/push.h"

#include "core/fingerprint.h"
#include "tests/support/http_answers.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace codelake::sync {
namespace {

using std::chrono::milliseconds;
using testing::answer;
using testing::HttpAnswer;
using testing::HttpRequest;
using testing::HttpServer;

constexpr std::int64_t k_now = 1'800'000'000;  // 2027-01-15T08:00:00Z
const std::string k_token = std::string("cl_") + "tok_made_up_for_a_test";

ScanReport report_with(std::size_t findings, const std::string& id) {
  ScanReport report;
  report.scan.id = id;
  report.scan.started_at = "2026-01-02T03:04:05Z";
  report.scan.finished_at = "2026-01-02T03:04:06Z";
  report.scan.types = {"sast"};
  report.project = {"p_1", "shop"};
  for (std::size_t i = 0; i < findings; ++i) {
    Finding finding;
    finding.rule_id = "rule";
    finding.path = "src/" + std::to_string(i) + ".py";
    finding.snippet = "SOURCE " + std::to_string(i);
    report.findings.push_back(std::move(finding));
  }
  std::sort(report.findings.begin(), report.findings.end(), report_order);
  set_fingerprints(report.findings);
  return report;
}

class PushTest : public ::testing::Test {
 protected:
  store::Store open() { return std::move(*store::Store::open(m_folder.file("codelake.db"), "2026-01-02T03:04:06Z")); }

  void save(std::size_t findings, const std::string& id = "s_00000001") {
    const auto saved = open().save(report_with(findings, id));
    ASSERT_TRUE(saved) << saved.error().text();
  }

  // One push as a process of its own would do it. `handle` sees each request and its number, from 1.
  PushReport push_once(const std::function<HttpAnswer(const HttpRequest&, std::size_t)>& handle) {
    std::size_t number = 0;
    const HttpServer server([&](const HttpRequest& request) { return handle(request, ++number); });
    const Clock clock{[this] { return k_now + m_seconds; }, [this](milliseconds pause) { m_slept += pause; }};
    store::Store store = open();
    const auto pushed = push(store, *make_server(server.url(), k_token), clock, m_options);
    EXPECT_TRUE(pushed) << pushed.error().text();
    m_requests = server.requests();
    return pushed ? *pushed : PushReport{};
  }

  static HttpAnswer good(const HttpRequest& request) {
    if (request.target == "/v1/scans") return answer(201, R"({"id":"s_server","status":"queued"})");
    return answer(200);
  }

  std::vector<std::string> targets() const {
    std::vector<std::string> all;
    for (const HttpRequest& request : m_requests) all.push_back(request.target);
    return all;
  }

  store::OutboxItem item() { return open().outbox()->front(); }

  test::TemporaryDirectory m_folder;
  PushOptions m_options;
  milliseconds m_slept{0};
  std::int64_t m_seconds = 0;
  std::vector<HttpRequest> m_requests;
};

TEST_F(PushTest, DeliversAScanInPages) {
  save(2500);
  const PushReport report = push_once([](const HttpRequest& request, std::size_t) { return good(request); });
  EXPECT_EQ(report.delivered, 1U);
  EXPECT_EQ(report.still_queued, 0U);
  EXPECT_EQ(targets(), (std::vector<std::string>{"/v1/scans", "/v1/scans/s_server/findings", "/v1/scans/s_server/findings",
                                                 "/v1/scans/s_server/findings", "/v1/scans/s_server/complete"}));
  std::vector<std::size_t> sizes;
  std::set<std::string> fingerprints;
  for (std::size_t i = 1; i < 4; ++i) {
    const auto findings = nlohmann::json::parse(m_requests[i].body)["findings"];
    sizes.push_back(findings.size());
    for (const auto& finding : findings) fingerprints.insert(finding["fingerprint"].get<std::string>());
  }
  EXPECT_EQ(sizes, (std::vector<std::size_t>{1000, 1000, 500}));
  EXPECT_EQ(fingerprints.size(), 2500U);
}

TEST_F(PushTest, SendsTheFieldsOfTheContractAndNoSource) {
  save(1);
  push_once([](const HttpRequest& request, std::size_t) { return good(request); });
  const auto created = nlohmann::json::parse(m_requests[0].body);
  for (const char* key : {"project_id", "types", "commit", "branch", "started_at", "finished_at", "tool", "status"}) {
    EXPECT_TRUE(created.contains(key)) << key;
  }
  const auto completed = nlohmann::json::parse(m_requests[2].body);
  for (const char* key : {"summary", "coverage", "compliance"}) EXPECT_TRUE(completed.contains(key)) << key;
  for (const HttpRequest& request : m_requests) EXPECT_EQ(request.body.find("SOURCE"), std::string::npos);
}

TEST_F(PushTest, GivesEveryStepItsOwnKey) {
  save(2500);
  push_once([](const HttpRequest& request, std::size_t) { return good(request); });
  std::set<std::string> keys;
  for (const HttpRequest& request : m_requests) keys.insert(request.header("idempotency-key"));
  EXPECT_EQ(keys.size(), m_requests.size());
}

TEST_F(PushTest, GoesOnBehindTheLastPageDelivered) {
  save(2500);
  m_options.tries_max = 1;
  const auto broken_at_third_page = [](const HttpRequest& request, std::size_t number) {
    HttpAnswer given = good(request);
    given.drop = number == 4;
    return given;
  };
  EXPECT_EQ(push_once(broken_at_third_page).still_queued, 1U);
  const std::string lost = m_requests[3].header("idempotency-key");
  EXPECT_EQ(item().pages_delivered, 2);

  m_seconds += 1;
  const PushReport second = push_once([](const HttpRequest& request, std::size_t) { return good(request); });
  EXPECT_EQ(second.delivered, 1U);
  EXPECT_EQ(targets(), (std::vector<std::string>{"/v1/scans/s_server/findings", "/v1/scans/s_server/complete"}));
  EXPECT_EQ(m_requests[0].header("idempotency-key"), lost);
}

TEST_F(PushTest, RepeatsAStepWhoseAnswerWasLostUnderTheSameKey) {
  save(10);
  std::map<std::string, int> seen;
  const PushReport report = push_once([&](const HttpRequest& request, std::size_t) {
    HttpAnswer given = good(request);
    given.drop = ++seen[request.header("idempotency-key")] == 1;  // it arrives, its answer does not
    return given;
  });
  EXPECT_EQ(report.delivered, 1U);
  EXPECT_EQ(seen.size(), 3U);
  for (const auto& [key, count] : seen) EXPECT_EQ(count, 2) << key;
}

TEST_F(PushTest, TakesOverAfterASenderDiedInTheMiddle) {
  save(1500);
  {
    store::Store dead = open();
    ASSERT_TRUE(dead.take_due("2027-01-15T08:00:00Z", "2027-01-15T08:15:00Z")->has_value());
    ASSERT_TRUE(dead.mark_created(item().scan_id, "s_server"));
    ASSERT_TRUE(dead.mark_page(item().scan_id, 1, "2027-01-15T08:15:00Z"));
  }
  const auto all_good = [](const HttpRequest& request, std::size_t) { return good(request); };
  EXPECT_EQ(push_once(all_good).still_queued, 1U);
  EXPECT_TRUE(m_requests.empty());  // it may still be alive
  m_seconds = 900;
  EXPECT_EQ(push_once(all_good).delivered, 1U);
  EXPECT_EQ(targets(), (std::vector<std::string>{"/v1/scans/s_server/findings", "/v1/scans/s_server/complete"}));
}

TEST_F(PushTest, StopsAtAWrongTokenAndKeepsEverythingQueued) {
  save(1, "s_00000001");
  save(1, "s_00000002");
  const PushReport report = push_once([](const HttpRequest&, std::size_t) { return answer(401); });
  EXPECT_EQ(report.still_queued, 2U);
  EXPECT_EQ(m_requests.size(), 1U);
  ASSERT_EQ(report.messages.size(), 1U);
  EXPECT_EQ(item().last_error.find(k_token), std::string::npos);
  const PushReport after = push_once([](const HttpRequest& request, std::size_t) { return good(request); });
  EXPECT_EQ(after.delivered, 2U);
}

TEST_F(PushTest, GoesOnWithTheNextScanWhenOneIsRefused) {
  save(1, "s_00000001");
  save(1, "s_00000002");
  const PushReport report = push_once([](const HttpRequest& request, std::size_t number) {
    return number == 1 ? answer(422, R"({"message":"no such project"})") : good(request);
  });
  EXPECT_EQ(report.refused, 1U);
  EXPECT_EQ(report.delivered, 1U);
  EXPECT_EQ(report.still_queued, 0U);
  EXPECT_NE(item().last_error.find("no such project"), std::string::npos);
  EXPECT_FALSE(is_waiting(item()));
}

TEST_F(PushTest, KeepsAScanQueuedUntilTheServerWantsItAgain) {
  save(1);
  const auto busy = [](const HttpRequest&, std::size_t) { return answer(429, "", "3600"); };
  EXPECT_EQ(push_once(busy).still_queued, 1U);
  m_seconds = 3599;
  EXPECT_EQ(push_once(busy).still_queued, 1U);
  EXPECT_TRUE(m_requests.empty());
  m_seconds = 3600;
  EXPECT_EQ(push_once([](const HttpRequest& request, std::size_t) { return good(request); }).delivered, 1U);
}

TEST_F(PushTest, StopsWhenAnAnswerHoldsNoId) {
  save(1);
  for (const char* body : {"", "{}", "<html>", R"({"id":"../../x"})"}) {
    const PushReport report = push_once([&](const HttpRequest&, std::size_t) { return answer(200, body); });
    EXPECT_EQ(report.still_queued, 1U) << body;
    EXPECT_EQ(m_requests.size(), 1U) << body;
  }
}

TEST_F(PushTest, NeverSleepsInATest) {
  save(1);
  push_once([](const HttpRequest& request, std::size_t number) { return number == 1 ? answer(500) : good(request); });
  EXPECT_GT(m_slept.count(), 0);
}

}  // namespace
}  // namespace codelake::sync
