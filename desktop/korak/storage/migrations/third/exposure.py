# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets of data of assessment tasks that are given no more."""

STATEMENTS = (
    """
    CREATE TABLE retired_surface (
        id TEXT NOT NULL,
        item TEXT NOT NULL,
        seed TEXT NOT NULL,
        reason TEXT NOT NULL,
        "by" TEXT NOT NULL,
        device TEXT NOT NULL,
        at INTEGER NOT NULL,
        CONSTRAINT pk_retired_surface PRIMARY KEY (id),
        CONSTRAINT fk_retired_surface_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
    """
    CREATE UNIQUE INDEX ix_retired_surface_item_seed ON retired_surface (item, seed)
    """,
    """
    CREATE TRIGGER retired_surface_stays BEFORE UPDATE ON retired_surface
        BEGIN SELECT RAISE(ABORT, 'append-only'); END
    """,
)
