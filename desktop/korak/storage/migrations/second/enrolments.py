# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of people in groups, as they were written down."""

STATEMENTS = (
    """
    CREATE TABLE enrolment_change (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        enrolment TEXT NOT NULL,
        person TEXT NOT NULL,
        "group" TEXT NOT NULL,
        step TEXT NOT NULL,
        day TEXT NOT NULL,
        reason TEXT NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT pk_enrolment_change PRIMARY KEY (id),
        CONSTRAINT fk_enrolment_change_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_enrolment_change_enrolment FOREIGN KEY(enrolment) REFERENCES enrolment (id),
        CONSTRAINT fk_enrolment_change_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_enrolment_change_group FOREIGN KEY("group") REFERENCES course_group (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_enrolment_change_group ON enrolment_change ("group")
    """,
    """
    CREATE INDEX ix_enrolment_change_person ON enrolment_change (person)
    """,
    """
    CREATE TRIGGER enrolment_change_stays BEFORE UPDATE ON enrolment_change
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
