# SPDX-License-Identifier: GPL-3.0-or-later
"""What the second schema adds, a subject a file; word for word as SQLite keeps it."""

from korak.storage.migrations.second import (
    audit,
    classroom,
    enrolments,
    local_services,
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
    *local_services.STATEMENTS,
    *meetings.STATEMENTS,
    *classroom.STATEMENTS,
    *sittings.STATEMENTS,
    *rights.STATEMENTS,
    *roster.STATEMENTS,
    *results.STATEMENTS,
)
