# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates: how much attendance they need, who wants the list of skills, and the numbers given."""

STATEMENTS = (
    """
    CREATE TABLE certificate_rule (
        programme TEXT NOT NULL,
        percent INTEGER NOT NULL,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_certificate_rule PRIMARY KEY (programme),
        CONSTRAINT fk_certificate_rule_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE TABLE certificate_wish (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        can_do INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_certificate_wish PRIMARY KEY (id),
        CONSTRAINT fk_certificate_wish_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_certificate_wish_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_certificate_wish_person ON certificate_wish (person)
    """,
    """
    CREATE TABLE certificate (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        "group" TEXT NOT NULL,
        number TEXT NOT NULL,
        attended INTEGER NOT NULL,
        held INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_certificate PRIMARY KEY (id),
        CONSTRAINT fk_certificate_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_certificate_group FOREIGN KEY("group") REFERENCES course_group (id),
        CONSTRAINT fk_certificate_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_certificate_group ON certificate ("group")
    """,
    """
    CREATE INDEX ix_certificate_person ON certificate (person)
    """,
    (
        "CREATE TRIGGER certificate_stays BEFORE UPDATE ON certificate"
        " BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
    (
        "CREATE TRIGGER certificate_wish_stays BEFORE UPDATE ON certificate_wish"
        " BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    ),
)
