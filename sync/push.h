// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/store.h"
#include "sync/post.h"

#include <string>
#include <vector>

namespace codelake::sync {

// Whether the scan is still to be delivered: not yet, or not so far.
bool is_waiting(const store::OutboxItem& item);

// What a push did, and what it left.
struct PushReport {
  std::size_t delivered = 0;          // by this push
  std::size_t refused = 0;            // by the server, in this push
  std::size_t still_queued = 0;       // in the outbox now, of the projects pushed
  std::vector<std::string> messages;  // one line per scan that did not arrive, and why
};

// Delivers every scan that is due, the oldest first: POST /v1/scans, /v1/scans/{id}/findings in pages of 1,000,
// /v1/scans/{id}/complete. Every POST carries an Idempotency-Key made of the row's key and the step, so that a repeat is
// safe; progress is kept after each step, so that a push that was cut off goes on behind the last page delivered.
// 408, 425, 429, 5xx and broken connections are retried, then end the push; 401, 403 and a wrong address end it at once;
// in all these cases the scans stay queued. Any other refusal marks that scan failed and goes on with the next. Fails
// only when the store does.
Result<PushReport> push(store::Store& store, const Server& server, const Clock& clock, const PushOptions& options = {});

}  // namespace codelake::sync
