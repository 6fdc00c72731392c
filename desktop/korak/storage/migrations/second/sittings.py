# SPDX-License-Identifier: GPL-3.0-or-later
"""The assessment: consent, allocation, sittings with answers, notes, task runs and their logs."""

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE consent (
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    given INTEGER NOT NULL,
    language TEXT NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_consent PRIMARY KEY (id),
    CONSTRAINT fk_consent_person FOREIGN KEY(person) REFERENCES person (id),
    CONSTRAINT fk_consent_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    "CREATE INDEX ix_consent_person ON consent (person)",
    """CREATE TABLE allocation_seed (
    "group" TEXT NOT NULL,
    seed INTEGER NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_allocation_seed PRIMARY KEY ("group"),
    CONSTRAINT fk_allocation_seed_group FOREIGN KEY("group") REFERENCES course_group (id),
    CONSTRAINT fk_allocation_seed_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    """CREATE TABLE allocation (
    person TEXT NOT NULL,
    "group" TEXT NOT NULL,
    number INTEGER NOT NULL,
    form_order TEXT NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_allocation PRIMARY KEY (person),
    CONSTRAINT fk_allocation_person FOREIGN KEY(person) REFERENCES person (id),
    CONSTRAINT fk_allocation_group FOREIGN KEY("group") REFERENCES course_group (id),
    CONSTRAINT fk_allocation_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    'CREATE INDEX ix_allocation_group ON allocation ("group")',
    """CREATE TABLE bank_manifest (
    sha256 TEXT NOT NULL,
    form TEXT NOT NULL,
    occasion TEXT NOT NULL,
    mark TEXT NOT NULL,
    asked TEXT NOT NULL,
    CONSTRAINT pk_bank_manifest PRIMARY KEY (sha256, form, occasion)
)
 STRICT""",
    """CREATE TABLE sitting (
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    "group" TEXT NOT NULL,
    occasion TEXT NOT NULL,
    form TEXT NOT NULL,
    form_order TEXT NOT NULL,
    mode TEXT NOT NULL,
    bank TEXT NOT NULL,
    pack TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    assisted_by TEXT NOT NULL,
    forced TEXT NOT NULL,
    repeated TEXT NOT NULL,
    device TEXT NOT NULL,
    planned_at INTEGER NOT NULL,
    CONSTRAINT pk_sitting PRIMARY KEY (id),
    CONSTRAINT fk_sitting_person FOREIGN KEY(person) REFERENCES person (id),
    CONSTRAINT fk_sitting_group FOREIGN KEY("group") REFERENCES course_group (id),
    CONSTRAINT fk_sitting_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    'CREATE INDEX ix_sitting_group ON sitting ("group")',
    "CREATE INDEX ix_sitting_person ON sitting (person)",
    """CREATE TABLE sitting_answer (
    id TEXT NOT NULL,
    sitting TEXT NOT NULL,
    item TEXT NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    status TEXT NOT NULL,
    code TEXT NOT NULL,
    "right" INTEGER,
    steps TEXT NOT NULL,
    help INTEGER NOT NULL,
    critical INTEGER NOT NULL,
    marked INTEGER,
    second_mark INTEGER,
    "by" TEXT NOT NULL,
    reason TEXT NOT NULL,
    run TEXT NOT NULL,
    seconds REAL NOT NULL,
    CONSTRAINT pk_sitting_answer PRIMARY KEY (id),
    CONSTRAINT fk_sitting_answer_sitting FOREIGN KEY(sitting) REFERENCES sitting (id),
    CONSTRAINT fk_sitting_answer_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    "CREATE INDEX ix_sitting_answer_sitting_at ON sitting_answer (sitting, at)",
    """CREATE TABLE sitting_note (
    id TEXT NOT NULL,
    sitting TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    "by" TEXT NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_sitting_note PRIMARY KEY (id),
    CONSTRAINT fk_sitting_note_sitting FOREIGN KEY(sitting) REFERENCES sitting (id),
    CONSTRAINT fk_sitting_note_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    "CREATE INDEX ix_sitting_note_sitting_at ON sitting_note (sitting, at)",
    """CREATE TABLE accommodation (
    sitting TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_accommodation PRIMARY KEY (sitting, item, kind),
    CONSTRAINT fk_accommodation_sitting FOREIGN KEY(sitting) REFERENCES sitting (id),
    CONSTRAINT fk_accommodation_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    """CREATE TABLE sitting_run (
    id TEXT NOT NULL,
    sitting TEXT NOT NULL,
    item TEXT NOT NULL,
    task TEXT NOT NULL,
    surface TEXT NOT NULL,
    seed TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    device TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    CONSTRAINT pk_sitting_run PRIMARY KEY (id),
    CONSTRAINT fk_sitting_run_sitting FOREIGN KEY(sitting) REFERENCES sitting (id),
    CONSTRAINT fk_sitting_run_device FOREIGN KEY(device) REFERENCES device (id)
)
 STRICT""",
    "CREATE INDEX ix_sitting_run_sitting ON sitting_run (sitting)",
    """CREATE TABLE sitting_log (
    run TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    seconds REAL NOT NULL,
    CONSTRAINT pk_sitting_log PRIMARY KEY (run, number),
    CONSTRAINT fk_sitting_log_run FOREIGN KEY(run) REFERENCES sitting_run (id)
)
 WITHOUT ROWID,
 STRICT""",
    "CREATE TRIGGER consent_stays BEFORE UPDATE ON consent BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    (
        "CREATE TRIGGER allocation_seed_stays BEFORE UPDATE ON allocation_seed "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER allocation_stays BEFORE UPDATE ON allocation "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER bank_manifest_stays BEFORE UPDATE ON bank_manifest "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    "CREATE TRIGGER sitting_stays BEFORE UPDATE ON sitting BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    (
        "CREATE TRIGGER sitting_answer_stays BEFORE UPDATE ON sitting_answer "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER sitting_note_stays BEFORE UPDATE ON sitting_note "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER accommodation_stays BEFORE UPDATE ON accommodation "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER sitting_run_stays BEFORE UPDATE ON sitting_run "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER sitting_log_stays BEFORE UPDATE ON sitting_log "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
)
