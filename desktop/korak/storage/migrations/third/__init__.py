# SPDX-License-Identifier: GPL-3.0-or-later
"""What the third schema adds, a subject a file; word for word as SQLite keeps it."""

from korak.storage.migrations.third import (
    certificates,
    details,
    exposure,
    marks,
    mediation,
    needs,
    pairs,
    proposals,
    requests,
    stories,
)

STATEMENTS: tuple[str, ...] = (
    *pairs.STATEMENTS,
    *stories.STATEMENTS,
    *marks.STATEMENTS,
    *exposure.STATEMENTS,
    *mediation.STATEMENTS,
    *needs.STATEMENTS,
    *proposals.STATEMENTS,
    *certificates.STATEMENTS,
    *details.STATEMENTS,
    *requests.STATEMENTS,
)
