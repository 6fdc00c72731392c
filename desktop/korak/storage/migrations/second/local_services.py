# SPDX-License-Identifier: GPL-3.0-or-later
"""The map of local services."""

STATEMENTS = (
    """
    CREATE TABLE local_service (
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        town TEXT NOT NULL,
        address TEXT NOT NULL,
        phone TEXT NOT NULL,
        web TEXT NOT NULL,
        hours TEXT NOT NULL,
        languages TEXT NOT NULL,
        appointment INTEGER,
        for_what TEXT NOT NULL,
        documents TEXT NOT NULL,
        note TEXT NOT NULL,
        source TEXT NOT NULL,
        verified_on TEXT,
        verified_by TEXT NOT NULL,
        active INTEGER NOT NULL,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_local_service PRIMARY KEY (id),
        CONSTRAINT fk_local_service_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
)
