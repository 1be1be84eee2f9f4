-- SPDX-License-Identifier: Apache-2.0
-- Projects, their scans, the life of every finding, scores and the audit log.
-- Times are RFC 3339 text in UTC ending in "Z", so that they sort as text.
PRAGMA application_id = 1129071691;  -- "CLDK"

CREATE TABLE projects (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,  -- "p_…"
  name       TEXT NOT NULL UNIQUE,
  remote     TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE scans (
  number            INTEGER PRIMARY KEY,  -- in the order they were saved
  id                TEXT NOT NULL UNIQUE,  -- "s_…"
  project           INTEGER NOT NULL REFERENCES projects (number),
  started_at        TEXT NOT NULL,
  finished_at       TEXT NOT NULL,
  commit_id         TEXT NOT NULL,
  branch            TEXT NOT NULL,
  dirty             INTEGER NOT NULL,
  command           TEXT NOT NULL,
  types             TEXT NOT NULL,     -- JSON array
  whole             INTEGER NOT NULL,  -- 0: only a part of the project was scanned
  open_findings     INTEGER NOT NULL,
  overall_score     INTEGER NOT NULL,
  assessed          INTEGER NOT NULL,  -- 0: no control was, so that the score says nothing
  summary           TEXT NOT NULL,     -- JSON, as in the report
  coverage          TEXT NOT NULL,     -- JSON
  notices           TEXT NOT NULL,     -- JSON
  executive_summary TEXT NOT NULL,     -- JSON
  tool              TEXT NOT NULL      -- version of codelake
) STRICT;
CREATE INDEX scans_of_project ON scans (project, number);

-- Finding bodies (JSON, as in the report), each kept once however many scans find it unchanged.
CREATE TABLE bodies (
  number INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  body   TEXT NOT NULL
) STRICT;

-- One row for the life of a finding in a project.
CREATE TABLE findings (
  number          INTEGER PRIMARY KEY,
  project         INTEGER NOT NULL REFERENCES projects (number),
  fingerprint     TEXT NOT NULL,
  rule            TEXT NOT NULL,
  type            TEXT NOT NULL,
  severity        INTEGER NOT NULL,  -- 0 info … 4 critical
  status          TEXT NOT NULL,     -- open, suppressed, baseline, fixed
  path            TEXT NOT NULL,
  line            INTEGER NOT NULL,
  message         TEXT NOT NULL,
  body            INTEGER NOT NULL REFERENCES bodies (number),
  first_seen_scan INTEGER NOT NULL REFERENCES scans (number),
  last_seen_scan  INTEGER NOT NULL REFERENCES scans (number),
  UNIQUE (project, fingerprint)
) STRICT;
CREATE INDEX findings_by_fingerprint ON findings (fingerprint);
CREATE INDEX findings_by_status ON findings (project, status, severity);

-- What each scan saw, in report order.
CREATE TABLE scan_findings (
  scan    INTEGER NOT NULL REFERENCES scans (number),
  place   INTEGER NOT NULL,
  finding INTEGER NOT NULL REFERENCES findings (number),
  body    INTEGER NOT NULL REFERENCES bodies (number),
  PRIMARY KEY (scan, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE scores (
  scan           INTEGER NOT NULL REFERENCES scans (number),
  framework      TEXT NOT NULL,
  score          INTEGER NOT NULL,
  assessed_score INTEGER NOT NULL,
  coverage       INTEGER NOT NULL,
  body           TEXT NOT NULL,  -- JSON, as in the report
  PRIMARY KEY (scan, framework)
) STRICT, WITHOUT ROWID;

-- Append only; `hash` covers the row and the hash before it, so that a changed or missing row shows.
CREATE TABLE audit_log (
  number        INTEGER PRIMARY KEY,
  at            TEXT NOT NULL,
  action        TEXT NOT NULL,
  actor         TEXT NOT NULL,
  subject       TEXT NOT NULL,
  details       TEXT NOT NULL,  -- JSON
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_log_is_append_only_update BEFORE UPDATE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append only');
END;
CREATE TRIGGER audit_log_is_append_only_delete BEFORE DELETE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'the audit log is append only');
END;
