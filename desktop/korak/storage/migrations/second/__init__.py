# SPDX-License-Identifier: GPL-3.0-or-later
"""What the second schema adds, a subject a file; word for word as SQLite keeps it."""

from korak.storage.migrations.second import (
    audit,
    classroom,
    enrolments,
    meetings,
    programmes,
    results,
    rights,
    roster,
    sittings,
)

STATEMENTS: tuple[str, ...] = (
    *audit.STATEMENTS,
    *programmes.STATEMENTS,
    *enrolments.STATEMENTS,
    *meetings.STATEMENTS,
    *classroom.STATEMENTS,
    *sittings.STATEMENTS,
    *rights.STATEMENTS,
    *roster.STATEMENTS,
    *results.STATEMENTS,
)
