-- SPDX-License-Identifier: Apache-2.0
-- What is still to be pushed: one row per scan, written in the transaction that saves it. Scans saved before this
-- table existed are not queued: nobody asked for them to leave the machine.
CREATE TABLE outbox (
  scan            INTEGER PRIMARY KEY REFERENCES scans (number),
  idempotency_key TEXT NOT NULL UNIQUE,
  state           TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'failed')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,           -- NULL: not by itself
  last_error      TEXT NOT NULL DEFAULT '',
  remote_scan_id  TEXT NOT NULL DEFAULT '',
  pages_delivered INTEGER NOT NULL DEFAULT 0,
  updated_at      TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (state, next_attempt_at);
