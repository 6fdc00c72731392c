# SPDX-License-Identifier: GPL-3.0-or-later
"""Details of learners, imports of lists, and records that are one person."""

STATEMENTS = (
    """
    CREATE TABLE person_details (
        person TEXT NOT NULL,
        sex TEXT NOT NULL,
        birth_year INTEGER,
        eligible TEXT NOT NULL,
        level_in TEXT NOT NULL,
        level_out TEXT NOT NULL,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_person_details PRIMARY KEY (person),
        CONSTRAINT fk_person_details_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_person_details_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE TABLE roster_import (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        file TEXT NOT NULL,
        undone_at INTEGER,
        CONSTRAINT pk_roster_import PRIMARY KEY (id),
        CONSTRAINT fk_roster_import_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_roster_import_by FOREIGN KEY("by") REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE TABLE roster_import_person (
        import TEXT NOT NULL,
        person TEXT NOT NULL,
        "before" TEXT,
        CONSTRAINT pk_roster_import_person PRIMARY KEY (import, person),
        CONSTRAINT fk_roster_import_person_import FOREIGN KEY(import) REFERENCES roster_import (id)
    )
     WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE same_person (
        other TEXT NOT NULL,
        person TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT pk_same_person PRIMARY KEY (other),
        CONSTRAINT fk_same_person_other FOREIGN KEY(other) REFERENCES person (id),
        CONSTRAINT fk_same_person_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_same_person_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_same_person_by FOREIGN KEY("by") REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_same_person_person ON same_person (person)
    """,
)
