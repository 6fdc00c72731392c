# SPDX-License-Identifier: GPL-3.0-or-later
"""Who worked with whom, whose part in an answer was which, what a trainer proposed."""

STATEMENTS = (
    """
    CREATE TABLE pair_mark (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        pair TEXT NOT NULL,
        person TEXT NOT NULL,
        other TEXT NOT NULL,
        what TEXT NOT NULL,
        CONSTRAINT pk_pair_mark PRIMARY KEY (id),
        CONSTRAINT fk_pair_mark_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_pair_mark_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_pair_mark_other FOREIGN KEY(other) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_pair_mark_other_at ON pair_mark (other, at)
    """,
    """
    CREATE INDEX ix_pair_mark_person_at ON pair_mark (person, at)
    """,
    """
    CREATE TABLE pair_part (
        attempt TEXT NOT NULL,
        pair TEXT NOT NULL,
        person TEXT NOT NULL,
        role TEXT NOT NULL,
        CONSTRAINT pk_pair_part PRIMARY KEY (attempt),
        CONSTRAINT fk_pair_part_attempt FOREIGN KEY(attempt) REFERENCES attempt (id),
        CONSTRAINT fk_pair_part_person FOREIGN KEY(person) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_pair_part_pair ON pair_part (pair)
    """,
    """
    CREATE INDEX ix_pair_part_person ON pair_part (person)
    """,
    """
    CREATE TABLE pair_wish (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        other TEXT NOT NULL,
        "by" TEXT NOT NULL,
        at INTEGER NOT NULL,
        withdrawn_at INTEGER,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_pair_wish PRIMARY KEY (id),
        CONSTRAINT fk_pair_wish_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_pair_wish_other FOREIGN KEY(other) REFERENCES person (id),
        CONSTRAINT fk_pair_wish_by FOREIGN KEY("by") REFERENCES person (id),
        CONSTRAINT fk_pair_wish_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_pair_wish_at ON pair_wish (at)
    """,
    """
    CREATE TRIGGER pair_mark_stays BEFORE UPDATE ON pair_mark BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER pair_part_stays BEFORE UPDATE ON pair_part BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
