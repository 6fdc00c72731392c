# SPDX-License-Identifier: GPL-3.0-or-later
"""The coarse group of nationalities a funder may ask for."""

STATEMENTS = (
    """
    CREATE TABLE person_origin (
        person TEXT NOT NULL,
        origin TEXT NOT NULL,
        device TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        CONSTRAINT pk_person_origin PRIMARY KEY (person),
        CONSTRAINT fk_person_origin_person FOREIGN KEY(person) REFERENCES person (id),
        CONSTRAINT fk_person_origin_device FOREIGN KEY(device) REFERENCES device (id)
    )
     STRICT
    """,
)
