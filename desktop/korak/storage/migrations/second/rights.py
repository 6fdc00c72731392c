# SPDX-License-Identifier: GPL-3.0-or-later
"""What people agreed to, and what was erased."""

STATEMENTS = (
    """
    CREATE TABLE agreement (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        purpose TEXT NOT NULL,
        given INTEGER NOT NULL,
        until TEXT,
        note TEXT NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT pk_agreement PRIMARY KEY (id),
        CONSTRAINT fk_agreement_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_agreement_person FOREIGN KEY(person) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_agreement_person ON agreement (person)
    """,
    """
    CREATE TABLE erasure (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        what TEXT NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT pk_erasure PRIMARY KEY (id),
        CONSTRAINT fk_erasure_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE TRIGGER agreement_stays BEFORE UPDATE ON agreement BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
