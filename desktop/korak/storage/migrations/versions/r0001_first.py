# SPDX-License-Identifier: GPL-3.0-or-later
"""The first released schema, word for word as SQLite keeps it."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE device (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        CONSTRAINT pk_device PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE centre (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        CONSTRAINT pk_centre PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_setting PRIMARY KEY (name)
    ) STRICT
    """,
    """
    CREATE TABLE person (
        id TEXT NOT NULL,
        centre TEXT NOT NULL,
        role TEXT NOT NULL,
        name TEXT NOT NULL,
        alias TEXT NOT NULL,
        picture TEXT NOT NULL,
        language TEXT NOT NULL,
        active INTEGER NOT NULL,
        device TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_person PRIMARY KEY (id),
        CONSTRAINT fk_person_centre FOREIGN KEY(centre) REFERENCES centre (id),
        CONSTRAINT fk_person_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE TABLE course_group (
        id TEXT NOT NULL,
        centre TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        active INTEGER NOT NULL,
        device TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_course_group PRIMARY KEY (id),
        CONSTRAINT fk_course_group_centre FOREIGN KEY(centre) REFERENCES centre (id),
        CONSTRAINT fk_course_group_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE TABLE enrolment (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        "group" TEXT NOT NULL,
        device TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        CONSTRAINT pk_enrolment PRIMARY KEY (id),
        CONSTRAINT fk_enrolment_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_enrolment_group FOREIGN KEY("group") REFERENCES course_group (id),
        CONSTRAINT fk_enrolment_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_enrolment_person ON enrolment (person)
    """,
    """
    CREATE INDEX ix_enrolment_group ON enrolment ("group")
    """,
    """
    CREATE TABLE secret (
        person TEXT NOT NULL,
        hash TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_secret PRIMARY KEY (person),
        CONSTRAINT fk_secret_person FOREIGN KEY(person) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE TABLE guard (
        person TEXT NOT NULL,
        failed INTEGER NOT NULL,
        shut_until INTEGER,
        CONSTRAINT pk_guard PRIMARY KEY (person),
        CONSTRAINT fk_guard_person FOREIGN KEY(person) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE TABLE attempt (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        pack TEXT NOT NULL,
        pack_version TEXT NOT NULL,
        lesson TEXT NOT NULL,
        station TEXT NOT NULL,
        kind TEXT NOT NULL,
        mode TEXT,
        answer TEXT NOT NULL,
        simple_answer TEXT NOT NULL,
        result TEXT NOT NULL,
        score REAL NOT NULL,
        help INTEGER NOT NULL,
        errors INTEGER NOT NULL,
        seconds REAL NOT NULL,
        CONSTRAINT pk_attempt PRIMARY KEY (id),
        CONSTRAINT fk_attempt_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_attempt_person FOREIGN KEY(person) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_attempt_person_at ON attempt (person, at)
    """,
    """
    CREATE TABLE task_run (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        person TEXT NOT NULL,
        pack TEXT NOT NULL,
        pack_version TEXT NOT NULL,
        lesson TEXT NOT NULL,
        station TEXT NOT NULL,
        task TEXT NOT NULL,
        mode TEXT NOT NULL,
        seed INTEGER NOT NULL,
        started_at INTEGER NOT NULL,
        CONSTRAINT pk_task_run PRIMARY KEY (id),
        CONSTRAINT fk_task_run_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_task_run_person FOREIGN KEY(person) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_task_run_person_started_at ON task_run (person, started_at)
    """,
    """
    CREATE TABLE place (
        person TEXT NOT NULL,
        lesson TEXT NOT NULL,
        station TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_place PRIMARY KEY (person, lesson),
        CONSTRAINT fk_place_person FOREIGN KEY(person) REFERENCES person (id)
    ) WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TABLE visit (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        person TEXT NOT NULL,
        at INTEGER NOT NULL,
        what TEXT NOT NULL,
        CONSTRAINT pk_visit PRIMARY KEY (id),
        CONSTRAINT fk_visit_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_visit_person FOREIGN KEY(person) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_visit_person_at ON visit (person, at)
    """,
    """
    CREATE TABLE task_log (
        run TEXT NOT NULL,
        number INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        seconds REAL NOT NULL,
        CONSTRAINT pk_task_log PRIMARY KEY (run, number),
        CONSTRAINT fk_task_log_run FOREIGN KEY(run) REFERENCES task_run (id)
    ) WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TRIGGER attempt_stays BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER task_run_stays BEFORE UPDATE ON task_run BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER task_log_stays BEFORE UPDATE ON task_log BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER visit_stays BEFORE UPDATE ON visit BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)


def upgrade() -> None:
    """Make every table, index and trigger."""
    for statement in STATEMENTS:
        op.execute(statement)
