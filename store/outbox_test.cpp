// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"
#include "tests/support/sample_scan.h"
#include "tests/support/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace codelake::store {
namespace {

using nlohmann::json;
using test::sample_finding;
using test::sample_scan;

constexpr auto k_now = "2026-04-26T10:00:10Z";
constexpr auto k_later = "2026-04-26T10:05:00Z";
constexpr auto k_much_later = "2026-04-26T11:00:00Z";

struct OutboxTest : testing::Test {
  test::TemporaryDirectory folder;
  Store store = opened();

  Store opened() const {
    auto result = Store::open(folder.file("codelake.db"), k_now);
    if (!result) ADD_FAILURE() << result.error().text();
    return *std::move(result);
  }
  void save(const std::string& id, std::vector<Finding> findings = {}) {
    const auto result = store.save(sample_scan(id, std::move(findings)));
    EXPECT_TRUE(result) << result.error().text();
  }
  std::string take(const std::string& at) {
    const auto item = store.take_due(at, k_later);
    if (!item) ADD_FAILURE() << item.error().text();
    return *item ? (*item)->scan_id : "";
  }
};

TEST_F(OutboxTest, QueuesEveryScanThatIsSaved) {
  save("1");
  save("2");
  const auto items = store.outbox();
  ASSERT_EQ(items->size(), 2U);
  EXPECT_EQ(items->front().state, OutboxState::queued);
  EXPECT_EQ(items->front().idempotency_key.size(), 32U);
  EXPECT_NE(items->front().idempotency_key, items->back().idempotency_key);
}

TEST_F(OutboxTest, GivesTheOldestDueItemToOneSenderOnly) {
  save("1");
  save("2");
  Store other = opened();
  EXPECT_EQ(take(k_now), "s_1");
  const auto second = other.take_due(k_now, k_later);
  ASSERT_TRUE(second && *second);
  EXPECT_EQ((*second)->scan_id, "s_2");
  EXPECT_EQ((*second)->state, OutboxState::sending);
  EXPECT_EQ((*second)->attempts, 1);
  EXPECT_EQ(take(k_now), "");
}

TEST_F(OutboxTest, GoesOnWhereASenderDied) {
  save("1");
  EXPECT_EQ(take(k_now), "s_1");
  ASSERT_TRUE(store.mark_created("s_1", "s_remote"));
  ASSERT_TRUE(store.mark_page("s_1", 2, k_later));
  EXPECT_EQ(take(k_now), "") << "the lease holds";
  const auto item = store.take_due(k_much_later, k_much_later);
  ASSERT_TRUE(item && *item);
  EXPECT_EQ((*item)->remote_scan_id, "s_remote");
  EXPECT_EQ((*item)->pages_delivered, 2);
  EXPECT_EQ((*item)->attempts, 2);
}

TEST_F(OutboxTest, TriesAgainWhenItIsTimeOrWhenAsked) {
  save("1");
  take(k_now);
  ASSERT_TRUE(store.mark_failed("s_1", "503", k_later));
  EXPECT_EQ(store.outbox()->front().state, OutboxState::failed);
  EXPECT_EQ(store.outbox()->front().last_error, "503");
  EXPECT_EQ(take(k_now), "");
  EXPECT_EQ(take(k_later), "s_1");
  ASSERT_TRUE(store.mark_failed("s_1", "401", std::nullopt));
  EXPECT_EQ(take(k_much_later), "") << "failed for good";
  ASSERT_TRUE(store.requeue_failed());
  EXPECT_EQ(take(k_now), "s_1");
  ASSERT_TRUE(store.mark_delivered("s_1"));
  EXPECT_EQ(store.outbox()->front().state, OutboxState::delivered);
  EXPECT_EQ(store.outbox()->front().last_error, "");
  ASSERT_TRUE(store.requeue_failed());
  EXPECT_EQ(take(k_much_later), "");
}

TEST_F(OutboxTest, TriesAgainWhatFailedOfOneProjectAlone) {
  save("1");
  ASSERT_TRUE(store.mark_failed("s_1", "401", std::nullopt));
  ASSERT_TRUE(store.requeue_failed("another project"));
  EXPECT_EQ(take(k_much_later), "");
  ASSERT_TRUE(store.requeue_failed("shop"));
  EXPECT_EQ(take(k_now), "s_1");
}

TEST_F(OutboxTest, LoadsWhatIsSent) {
  save("1", {sample_finding("aa")});
  const auto payload = store.payload("s_1");
  ASSERT_TRUE(payload) << payload.error().text();
  const json scan = json::parse(payload->scan_json);
  EXPECT_EQ(scan.at("project_id"), "p_5ca1ab1e");
  EXPECT_EQ(scan.at("types"), (std::vector<std::string>{"sast", "sca", "secrets"}));
  EXPECT_EQ(scan.at("status"), "completed");
  EXPECT_EQ(scan.at("tool").at("name"), "codelake");
  for (const auto key : {"commit", "branch", "started_at", "finished_at"}) EXPECT_TRUE(scan.contains(key)) << key;
  const json completion = json::parse(payload->completion_json);
  EXPECT_EQ(completion.at("summary").at("open"), 1);
  EXPECT_TRUE(completion.at("coverage").contains("scanners"));
  EXPECT_EQ(completion.at("compliance").at("frameworks").at("soc2").at("score"), 50);
  EXPECT_EQ(completion.at("compliance").at("executive_summary").at("posture"), "Moderate");
  EXPECT_EQ(payload->pages, 1);
  EXPECT_EQ(store.payload("s_9").error().kind, ErrorKind::no_data);
}

TEST_F(OutboxTest, CutsFindingsInPagesInReportOrder) {
  std::vector<Finding> findings;
  for (int i = 0; i < 2001; ++i) findings.push_back(sample_finding(std::to_string(10000 + i)));
  save("1", findings);
  EXPECT_EQ(store.payload("s_1")->pages, 3);
  const json first = json::parse(*store.payload_page("s_1", 0));
  EXPECT_EQ(first.size(), 1000U);
  EXPECT_EQ(first[7].at("path"), "src/10007.py");
  EXPECT_EQ(json::parse(*store.payload_page("s_1", 2)).size(), 1U);
  EXPECT_EQ(json::parse(*store.payload_page("s_1", 3)).size(), 0U);
}

TEST_F(OutboxTest, SendsAScanAsItWasHoweverLate) {
  save("1", {sample_finding("aa")});
  Finding moved = sample_finding("aa");
  moved.range.start.line = 99;
  save("2", {moved});
  save("3", {});
  EXPECT_EQ(json::parse(*store.payload_page("s_1", 0))[0].at("start").at("line"), 3);
  EXPECT_EQ(json::parse(*store.payload_page("s_2", 0))[0].at("start").at("line"), 99);
  EXPECT_EQ(json::parse(*store.payload_page("s_3", 0)).size(), 0U);
}

TEST(AuditLog, ShowsWhatWasChangedAfterwards) {
  const test::TemporaryDirectory folder;
  const std::string path = folder.file("codelake.db");
  auto store = Store::open(path, k_now);
  ASSERT_TRUE(store);
  for (const auto subject : {"soc2", "owasp", "hipaa"}) {
    ASSERT_TRUE(store->append({0, "", "COMPLIANCE_CONTROLS_UPDATED", "ana@example.com", subject, R"({"disabled":[]})", ""}));
  }
  const auto entries = store->audit_log(10);
  ASSERT_EQ(entries->size(), 3U);
  EXPECT_EQ(entries->front().subject, "hipaa");
  EXPECT_EQ(entries->front().number, 3);
  EXPECT_EQ(entries->front().at, k_now);
  EXPECT_EQ(store->audit_log(1, 1)->front().subject, "owasp");
  EXPECT_FALSE(*store->first_altered_audit_entry());
  auto database = Database::open(path, false);
  EXPECT_FALSE(database->execute("UPDATE audit_log SET actor = 'eve' WHERE number = 2")) << "append only";
  EXPECT_FALSE(database->execute("DELETE FROM audit_log"));
  ASSERT_TRUE(database->execute("DROP TRIGGER audit_log_is_append_only_update;"
                                "UPDATE audit_log SET actor = 'eve' WHERE number = 2"));
  EXPECT_EQ(*store->first_altered_audit_entry(), 2);
  ASSERT_TRUE(database->execute("DROP TRIGGER audit_log_is_append_only_delete; DELETE FROM audit_log WHERE number = 2"));
  EXPECT_EQ(*store->first_altered_audit_entry(), 3) << "it follows a gap";
}

}  // namespace
}  // namespace codelake::store
