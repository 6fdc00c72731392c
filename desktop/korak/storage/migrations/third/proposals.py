# SPDX-License-Identifier: GPL-3.0-or-later
"""What learners propose, their votes, and what they say about lessons."""

STATEMENTS = (
    """
    CREATE TABLE proposal (
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        "group" TEXT NOT NULL,
        person TEXT,
        "by" TEXT,
        need TEXT NOT NULL,
        words TEXT NOT NULL,
        state TEXT NOT NULL,
        why TEXT NOT NULL,
        released INTEGER NOT NULL,
        removed_at INTEGER,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_proposal PRIMARY KEY (id),
        CONSTRAINT fk_proposal_group FOREIGN KEY("group") REFERENCES course_group (id),
        CONSTRAINT fk_proposal_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_proposal_by FOREIGN KEY("by") REFERENCES person (id),
        CONSTRAINT fk_proposal_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_proposal_group ON proposal ("group")
    """,
    """
    CREATE INDEX ix_proposal_person ON proposal (person)
    """,
    """
    CREATE TABLE proposal_vote (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        proposal TEXT NOT NULL,
        given INTEGER NOT NULL,
        CONSTRAINT pk_proposal_vote PRIMARY KEY (id),
        CONSTRAINT fk_proposal_vote_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_proposal_vote_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_proposal_vote_proposal FOREIGN KEY(proposal) REFERENCES proposal (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_proposal_vote_person ON proposal_vote (person)
    """,
    """
    CREATE INDEX ix_proposal_vote_proposal ON proposal_vote (proposal)
    """,
    """
    CREATE TABLE lesson_comment (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        person TEXT NOT NULL,
        lesson TEXT NOT NULL,
        face TEXT NOT NULL,
        words TEXT NOT NULL,
        CONSTRAINT pk_lesson_comment PRIMARY KEY (id),
        CONSTRAINT fk_lesson_comment_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_lesson_comment_person FOREIGN KEY(person) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_lesson_comment_person_at ON lesson_comment (person, at)
    """,
    """
    CREATE TRIGGER proposal_vote_stays BEFORE UPDATE ON proposal_vote
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER lesson_comment_stays BEFORE UPDATE ON lesson_comment
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
