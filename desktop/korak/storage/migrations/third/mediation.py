# SPDX-License-Identifier: GPL-3.0-or-later
"""The mediators' log: entries, learners they may name, topics."""

STATEMENTS = (
    """
    CREATE TABLE mediation (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        entry TEXT NOT NULL,
        mediator TEXT NOT NULL,
        day TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        place TEXT NOT NULL,
        service TEXT NOT NULL,
        topic TEXT NOT NULL,
        languages TEXT NOT NULL,
        mode TEXT NOT NULL,
        people INTEGER NOT NULL,
        "group" TEXT NOT NULL,
        outcome TEXT NOT NULL,
        agreed TEXT NOT NULL,
        institution INTEGER,
        helped INTEGER,
        proof TEXT NOT NULL,
        gone INTEGER NOT NULL,
        CONSTRAINT pk_mediation PRIMARY KEY (id),
        CONSTRAINT fk_mediation_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_mediation_mediator FOREIGN KEY(mediator) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE TABLE mediation_learner (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        agreed TEXT NOT NULL,
        CONSTRAINT pk_mediation_learner PRIMARY KEY (id),
        CONSTRAINT fk_mediation_learner_id FOREIGN KEY(id) REFERENCES mediation (id),
        CONSTRAINT fk_mediation_learner_person FOREIGN KEY(person) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE TABLE mediation_topic (
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        active INTEGER NOT NULL,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_mediation_topic PRIMARY KEY (code),
        CONSTRAINT fk_mediation_topic_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_mediation_entry ON mediation (entry)
    """,
    """
    CREATE INDEX ix_mediation_learner_person ON mediation_learner (person)
    """,
    """
    CREATE INDEX ix_mediation_mediator ON mediation (mediator)
    """,
    """
    CREATE TRIGGER mediation_is_kept BEFORE DELETE ON mediation
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER mediation_learner_stays BEFORE UPDATE ON mediation_learner
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER mediation_stays BEFORE UPDATE ON mediation
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
