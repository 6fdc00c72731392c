# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people who marked a task agreed on."""

STATEMENTS = (
    """
    CREATE TABLE agreed_mark (
        id TEXT NOT NULL,
        sitting TEXT NOT NULL,
        answer TEXT NOT NULL,
        mark INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_agreed_mark PRIMARY KEY (id),
        CONSTRAINT fk_agreed_mark_sitting FOREIGN KEY(sitting) REFERENCES sitting (id),
        CONSTRAINT fk_agreed_mark_answer FOREIGN KEY(answer) REFERENCES sitting_answer (id),
        CONSTRAINT fk_agreed_mark_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_agreed_mark_sitting ON agreed_mark (sitting)
    """,
    """
    CREATE TRIGGER agreed_mark_stays BEFORE UPDATE ON agreed_mark
        BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
