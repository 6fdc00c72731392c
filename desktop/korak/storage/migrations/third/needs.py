# SPDX-License-Identifier: GPL-3.0-or-later
"""What people told at entry, and what stays counted of those who were forgotten."""

STATEMENTS = (
    """
    CREATE TABLE needs_answer (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        "by" TEXT NOT NULL,
        way TEXT NOT NULL,
        wishes TEXT NOT NULL,
        obstacles TEXT NOT NULL,
        words TEXT NOT NULL,
        declined INTEGER NOT NULL,
        CONSTRAINT pk_needs_answer PRIMARY KEY (id),
        CONSTRAINT fk_needs_answer_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_needs_answer_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_needs_answer_by FOREIGN KEY("by") REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_needs_answer_person_at ON needs_answer (person, at)
    """,
    """
    CREATE TABLE kept_count (
        subject TEXT NOT NULL,
        "group" TEXT NOT NULL,
        device TEXT NOT NULL,
        n INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_kept_count PRIMARY KEY (subject, "group", device),
        CONSTRAINT fk_kept_count_group FOREIGN KEY("group") REFERENCES course_group (id),
        CONSTRAINT fk_kept_count_device FOREIGN KEY(device) REFERENCES device (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TRIGGER needs_answer_stays BEFORE UPDATE ON needs_answer
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
