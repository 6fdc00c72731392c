# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole schema: every table and trigger a new database gets.

`tables.py` holds what every start needs. What only some pages need stands on a shelf of its own, one module
a subject: its tables, its triggers, and a class that asks and adds through the one `Store`. A shelf is
imported when its subject is first opened; here all of them are named.
"""

from korak.storage import (
    audit,
    certificates,
    classroom,
    enrolments,
    exposure,
    local_services,
    marks,
    mediation,
    meetings,
    needs,
    pairs,
    programmes,
    proposals,
    requests,
    results,
    rights,
    roster,
    sittings,
    stories,
    tables,
)

TABLES = tables.metadata
TRIGGERS = (
    *tables.TRIGGERS,
    *audit.TRIGGERS,
    *programmes.TRIGGERS,
    *enrolments.TRIGGERS,
    *local_services.TRIGGERS,
    *meetings.TRIGGERS,
    *classroom.TRIGGERS,
    *sittings.TRIGGERS,
    *rights.TRIGGERS,
    *roster.TRIGGERS,
    *results.TRIGGERS,
    *requests.TRIGGERS,
    *pairs.TRIGGERS,
    *stories.TRIGGERS,
    *marks.TRIGGERS,
    *exposure.TRIGGERS,
    *mediation.TRIGGERS,
    *needs.TRIGGERS,
    *proposals.TRIGGERS,
    *certificates.TRIGGERS,
)
