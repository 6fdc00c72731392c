# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar, who was there, and the quick pulse."""

STATEMENTS = (
    """
    CREATE TABLE meeting (
        id TEXT NOT NULL,
        "group" TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL,
        break_minutes INTEGER NOT NULL,
        place TEXT NOT NULL,
        topics TEXT NOT NULL,
        begun_at INTEGER,
        ended_at INTEGER,
        cancelled_at INTEGER,
        why_cancelled TEXT NOT NULL,
        done TEXT NOT NULL,
        device TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_meeting PRIMARY KEY (id),
        CONSTRAINT fk_meeting_group FOREIGN KEY("group") REFERENCES course_group (id),
        CONSTRAINT fk_meeting_device FOREIGN KEY(device) REFERENCES device (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_meeting_group_starts_at ON meeting ("group", starts_at)
    """,
    """
    CREATE INDEX ix_meeting_starts_at ON meeting (starts_at)
    """,
    """
    CREATE TABLE attendance (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        meeting TEXT NOT NULL,
        person TEXT NOT NULL,
        presence TEXT NOT NULL,
        late INTEGER NOT NULL,
        early INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        CONSTRAINT pk_attendance PRIMARY KEY (id),
        CONSTRAINT fk_attendance_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_attendance_meeting FOREIGN KEY(meeting) REFERENCES meeting (id),
        CONSTRAINT fk_attendance_person FOREIGN KEY(person) REFERENCES person (id)
    ) STRICT
    """,
    """
    CREATE INDEX ix_attendance_meeting ON attendance (meeting)
    """,
    """
    CREATE INDEX ix_attendance_person ON attendance (person)
    """,
    """
    CREATE TABLE pulse (
        id TEXT NOT NULL,
        device TEXT NOT NULL,
        meeting TEXT NOT NULL,
        face TEXT NOT NULL,
        count INTEGER NOT NULL,
        CONSTRAINT pk_pulse PRIMARY KEY (id),
        CONSTRAINT fk_pulse_device FOREIGN KEY(device) REFERENCES device (id),
        CONSTRAINT fk_pulse_meeting FOREIGN KEY(meeting) REFERENCES meeting (id)
    ) WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE INDEX ix_pulse_meeting ON pulse (meeting)
    """,
    """
    CREATE TABLE pulse_asked (
        meeting TEXT NOT NULL,
        person TEXT NOT NULL,
        CONSTRAINT pk_pulse_asked PRIMARY KEY (meeting, person),
        CONSTRAINT fk_pulse_asked_meeting FOREIGN KEY(meeting) REFERENCES meeting (id),
        CONSTRAINT fk_pulse_asked_person FOREIGN KEY(person) REFERENCES person (id)
    ) WITHOUT ROWID,
     STRICT
    """,
    """
    CREATE TRIGGER attendance_stays BEFORE UPDATE ON attendance
    BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
    """
    CREATE TRIGGER pulse_stays BEFORE UPDATE ON pulse BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
