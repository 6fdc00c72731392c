# SPDX-License-Identifier: GPL-3.0-or-later
"""What was given to whom, raised hands, notes about learners."""

STATEMENTS = (
    """
    CREATE TABLE assignment (
        id TEXT NOT NULL,
        "group" TEXT,
        person TEXT,
        what TEXT NOT NULL,
        name TEXT NOT NULL,
        given_at INTEGER NOT NULL,
        withdrawn_at INTEGER,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_assignment PRIMARY KEY (id),
        CONSTRAINT fk_assignment_group FOREIGN KEY("group") REFERENCES course_group (id),
        CONSTRAINT fk_assignment_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_assignment_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_assignment_group ON assignment ("group")
    """,
    """
    CREATE INDEX ix_assignment_person ON assignment (person)
    """,
    """
    CREATE TABLE hand_mark (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        lesson TEXT NOT NULL,
        station TEXT NOT NULL,
        what TEXT NOT NULL,
        CONSTRAINT pk_hand_mark PRIMARY KEY (id),
        CONSTRAINT fk_hand_mark_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_hand_mark_person FOREIGN KEY(person) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_hand_mark_person_at ON hand_mark (person, at)
    """,
    """
    CREATE TABLE learner_note (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at INTEGER NOT NULL,
        text TEXT NOT NULL,
        removed_at INTEGER,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_learner_note PRIMARY KEY (id),
        CONSTRAINT fk_learner_note_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_learner_note_by FOREIGN KEY("by") REFERENCES person (id),
        CONSTRAINT fk_learner_note_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_learner_note_person ON learner_note (person)
    """,
    """
    CREATE TRIGGER hand_mark_stays BEFORE UPDATE ON hand_mark BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
