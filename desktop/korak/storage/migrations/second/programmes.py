# SPDX-License-Identifier: GPL-3.0-or-later
"""Funded programmes, their logos, and what groups have of them."""

STATEMENTS = (
    """
    CREATE TABLE programme (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        contract TEXT NOT NULL,
        funder TEXT NOT NULL,
        cofunding TEXT NOT NULL,
        begins TEXT,
        ends TEXT,
        planned_hours INTEGER NOT NULL,
        active INTEGER NOT NULL,
        device TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_programme PRIMARY KEY (id),
        CONSTRAINT fk_programme_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE TABLE group_course (
        "group" TEXT NOT NULL,
        programme TEXT,
        "plan" TEXT,
        ends TEXT,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_group_course PRIMARY KEY ("group"),
        CONSTRAINT fk_group_course_group FOREIGN KEY("group") REFERENCES course_group (id),
        CONSTRAINT fk_group_course_programme FOREIGN KEY(programme) REFERENCES programme (id)
    ) STRICT
    """,
    """
    CREATE TABLE programme_logo (
        id TEXT NOT NULL,
        programme TEXT NOT NULL,
        name TEXT NOT NULL,
        data BLOB NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_programme_logo PRIMARY KEY (id),
        CONSTRAINT fk_programme_logo_programme FOREIGN KEY(programme) REFERENCES programme (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_programme_logo_programme ON programme_logo (programme)
    """,
)

# What stood in the settings of one computer now belongs to the group, on every computer.
COURSE_ENDS = (
    """
    INSERT INTO group_course ("group", ends, changed_at)
    SELECT substr(name, 12), value, changed_at FROM setting
    WHERE name LIKE 'course_end/%' AND value != '' AND substr(name, 12) IN (SELECT id FROM course_group)
    """,
    "DELETE FROM setting WHERE name LIKE 'course_end/%'",
)
