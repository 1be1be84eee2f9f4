// SPDX-License-Identifier: Apache-2.0
//
// One scan is 2 + n requests: create, n pages of findings, complete. Example with 2,500 findings and a connection that
// breaks after the second page: the outbox row keeps remote_scan_id "s_9" and pages_delivered 2; the next push sends page 3
// (findings 2,001 to 2,500) and completes. Had the second page arrived and only its answer been lost, it would be sent
// again under the same Idempotency-Key, and the server answers as it did the first time.
#include "sync/push.h"

#include "sync/payload.h"
#include "sync/server_answer.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace codelake::sync {

namespace {

constexpr std::int64_t k_lease_seconds = 900;  // after which another push may take over a scan whose sender died

std::string rfc3339(std::int64_t seconds) { return fmt::format("{:%FT%TZ}", fmt::gmtime(static_cast<std::time_t>(seconds))); }

// A push under way.
class Push {
 public:
  Push(store::Store& store, const Server& server, const Clock& clock, const PushOptions& options)
      : m_store(store), m_server(server), m_clock(clock), m_options(options) {}

  Result<PushReport> run() {
    for (;;) {
      std::optional<store::OutboxItem> item = TRY(m_store.take_due(rfc3339(m_clock.now_seconds()), lease(), m_options.project));
      if (!item) break;
      const Reply reply = TRY(deliver(*item));
      TRY(settle(*item, reply));
      if (reply.kind == Reply::Kind::stopped || reply.kind == Reply::Kind::unavailable) break;
    }
    for (const store::OutboxItem& item : TRY(m_store.outbox(m_options.project))) {
      if (is_waiting(item)) m_report.still_queued += 1;
    }
    return std::move(m_report);
  }

 private:
  // The steps of one scan up to the first that is not accepted.
  Result<Reply> deliver(store::OutboxItem& item) {
    const store::ScanPayload payload = TRY(m_store.payload(item.scan_id));
    if (item.remote_scan_id.empty()) {
      Reply reply = TRY(create(item, payload));
      if (reply.kind != Reply::Kind::accepted) return reply;
    }
    const std::string path = "/v1/scans/" + item.remote_scan_id;
    for (int page = item.pages_delivered; page < payload.pages; ++page) {
      const std::string body = TRY(findings_payload(TRY(m_store.payload_page(item.scan_id, page))));
      Reply reply = send({path + "/findings", fmt::format("{}-findings-{}", item.idempotency_key, page + 1), body});
      if (reply.kind != Reply::Kind::accepted) return reply;
      TRY(m_store.mark_page(item.scan_id, page + 1, lease()));
    }
    return send({path + "/complete", item.idempotency_key + "-complete", payload.completion_json});
  }

  Result<Reply> create(store::OutboxItem& item, const store::ScanPayload& payload) {
    Reply reply = send({"/v1/scans", item.idempotency_key + "-create", payload.scan_json});
    if (reply.kind != Reply::Kind::accepted) return reply;
    const auto id = created_scan_id(reply.body);
    if (!id) {
      reply.kind = Reply::Kind::stopped;
      reply.message = "the server's answer to a new scan holds no id; check CODELAKE_URL or sync.url";
      return reply;
    }
    item.remote_scan_id = *id;
    TRY(m_store.mark_created(item.scan_id, *id));
    return reply;
  }

  Reply send(const Post& request) const { return post(request, m_server, m_clock, m_options); }
  std::string lease() const { return rfc3339(m_clock.now_seconds() + k_lease_seconds); }

  // Keeps the outcome of one scan.
  Result<void> settle(const store::OutboxItem& item, const Reply& reply) {
    if (reply.kind == Reply::Kind::accepted) {
      m_report.delivered += 1;
      return m_store.mark_delivered(item.scan_id);
    }
    m_report.messages.push_back(item.scan_id + ": " + reply.message);
    if (reply.kind == Reply::Kind::refused) {
      m_report.refused += 1;
      return m_store.mark_failed(item.scan_id, reply.message, std::nullopt);
    }
    // Due at once for the next push, unless the server asked for a pause.
    return m_store.mark_failed(item.scan_id, reply.message, rfc3339(m_clock.now_seconds() + reply.wait.count()));
  }

  store::Store& m_store;
  const Server& m_server;
  const Clock& m_clock;
  const PushOptions& m_options;
  PushReport m_report;
};

}  // namespace

bool is_waiting(const store::OutboxItem& item) {
  return item.state != store::OutboxState::delivered && !item.next_attempt_at.empty();
}

Result<PushReport> push(store::Store& store, const Server& server, const Clock& clock, const PushOptions& options) {
  return Push(store, server, clock, options).run();
}

}  // namespace codelake::sync
