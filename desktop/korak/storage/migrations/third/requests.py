# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners ask about their own data, and the answers."""

STATEMENTS = (
    """
    CREATE TABLE rights_request (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        what TEXT NOT NULL,
        text TEXT NOT NULL,
        CONSTRAINT pk_rights_request PRIMARY KEY (id),
        CONSTRAINT fk_rights_request_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_rights_request_person FOREIGN KEY(person) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_rights_request_person ON rights_request (person)
    """,
    """
    CREATE TABLE rights_answer (
        request TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        done INTEGER NOT NULL,
        note TEXT NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT pk_rights_answer PRIMARY KEY (request),
        CONSTRAINT fk_rights_answer_request FOREIGN KEY(request) REFERENCES rights_request (id),
        CONSTRAINT fk_rights_answer_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_rights_answer_person FOREIGN KEY(person) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_rights_answer_person ON rights_answer (person)
    """,
    """
    CREATE TRIGGER rights_request_stays BEFORE UPDATE ON rights_request
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER rights_answer_stays BEFORE UPDATE ON rights_answer
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
