# SPDX-License-Identifier: GPL-3.0-or-later
"""What was changed after it counted."""

STATEMENTS = (
    """
    CREATE TABLE audit (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        subject TEXT NOT NULL,
        thing TEXT NOT NULL,
        person TEXT NOT NULL,
        field TEXT NOT NULL,
        old TEXT NOT NULL,
        new TEXT NOT NULL,
        why TEXT NOT NULL,
        CONSTRAINT pk_audit PRIMARY KEY (id),
        CONSTRAINT fk_audit_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_audit_by FOREIGN KEY("by") REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_audit_thing ON audit (thing)
    """,
    """
    CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
