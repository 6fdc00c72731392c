# SPDX-License-Identifier: GPL-3.0-or-later
"""Learner codes, and the reports that were frozen for a period."""

STATEMENTS = (
    """
    CREATE TABLE learner_code (
        person TEXT NOT NULL,
        code TEXT NOT NULL,
        device TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        CONSTRAINT pk_learner_code PRIMARY KEY (person),
        CONSTRAINT uq_learner_code_code UNIQUE (code),
        CONSTRAINT fk_learner_code_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_learner_code_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE TABLE frozen_report (
        id TEXT NOT NULL,
        programme TEXT NOT NULL,
        begins TEXT NOT NULL,
        ends TEXT NOT NULL,
        version INTEGER NOT NULL,
        hidden TEXT NOT NULL,
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_frozen_report PRIMARY KEY (id),
        CONSTRAINT fk_frozen_report_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    (
        "CREATE TRIGGER frozen_report_is_kept BEFORE UPDATE ON frozen_report"
        " BEGIN SELECT RAISE(ABORT, 'frozen_report is append-only'); END"
    ),
    (
        "CREATE TRIGGER frozen_report_stays BEFORE DELETE ON frozen_report"
        " BEGIN SELECT RAISE(ABORT, 'frozen_report is append-only'); END"
    ),
)
