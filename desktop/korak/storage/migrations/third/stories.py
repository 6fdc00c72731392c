# SPDX-License-Identifier: GPL-3.0-or-later
"""Learners' stories, their photos and versions, what was agreed to about them, and what was shown."""

_TEXTS = """
        title TEXT NOT NULL,
        come_from TEXT NOT NULL,
        learned TEXT NOT NULL,
        now TEXT NOT NULL,"""
STATEMENTS = (
    f"""
    CREATE TABLE story (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        language TEXT NOT NULL,
        name TEXT NOT NULL,{_TEXTS}
        photo TEXT NOT NULL,
        photo_text TEXT NOT NULL,
        finished_at INTEGER,
        approved INTEGER NOT NULL,
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_story PRIMARY KEY (id),
        CONSTRAINT fk_story_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_story_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_story_person ON story (person)
    """,
    f"""
    CREATE TABLE story_correction (
        story TEXT NOT NULL,
        person TEXT NOT NULL,{_TEXTS}
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_story_correction PRIMARY KEY (story),
        CONSTRAINT fk_story_correction_story FOREIGN KEY(story) REFERENCES story (id),
        CONSTRAINT fk_story_correction_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_story_correction_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_story_correction_person ON story_correction (person)
    """,
    """
    CREATE TABLE story_photo (
        id TEXT NOT NULL,
        story TEXT NOT NULL,
        person TEXT NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        data BLOB NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_story_photo PRIMARY KEY (id),
        CONSTRAINT fk_story_photo_story FOREIGN KEY(story) REFERENCES story (id),
        CONSTRAINT fk_story_photo_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_story_photo_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_story_photo_person ON story_photo (person)
    """,
    """
    CREATE INDEX ix_story_photo_story ON story_photo (story)
    """,
    f"""
    CREATE TABLE story_version (
        id TEXT NOT NULL,
        story TEXT NOT NULL,
        person TEXT NOT NULL,
        language TEXT NOT NULL,
        name TEXT NOT NULL,{_TEXTS}
        photo_text TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_story_version PRIMARY KEY (id),
        CONSTRAINT fk_story_version_story FOREIGN KEY(story) REFERENCES story (id),
        CONSTRAINT fk_story_version_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_story_version_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_story_version_person ON story_version (person)
    """,
    """
    CREATE INDEX ix_story_version_story ON story_version (story)
    """,
    """
    CREATE TABLE agreement_scope (
        id TEXT NOT NULL,
        person TEXT NOT NULL,
        story TEXT NOT NULL,
        version TEXT NOT NULL,
        uses TEXT NOT NULL,
        CONSTRAINT pk_agreement_scope PRIMARY KEY (id),
        CONSTRAINT fk_agreement_scope_id FOREIGN KEY(id) REFERENCES agreement (id),
        CONSTRAINT fk_agreement_scope_person FOREIGN KEY(person) REFERENCES person (id)
    )
     STRICT
    """,
    """
    CREATE INDEX ix_agreement_scope_person ON agreement_scope (person)
    """,
    """
    CREATE TABLE story_export (
        id TEXT NOT NULL,
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_story_export PRIMARY KEY (id),
        CONSTRAINT fk_story_export_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE TABLE story_export_item (
        export TEXT NOT NULL,
        story TEXT NOT NULL,
        version TEXT NOT NULL,
        photo TEXT NOT NULL,
        file TEXT NOT NULL,
        consented_on TEXT NOT NULL,
        until TEXT,
        CONSTRAINT pk_story_export_item PRIMARY KEY (export, story),
        CONSTRAINT fk_story_export_item_export FOREIGN KEY(export) REFERENCES story_export (id)
    )
     STRICT
    """,
    *(
        f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
        for table in ("story_version", "agreement_scope", "story_export", "story_export_item")
    ),
)
