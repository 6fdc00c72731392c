# SPDX-License-Identifier: GPL-3.0-or-later
"""The second schema: assessment, class sessions, people and what the centre keeps about its course."""

from alembic import op

from korak.storage.migrations.second import STATEMENTS
from korak.storage.migrations.second.programmes import COURSE_ENDS

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the new tables, and take along what the first schema kept elsewhere."""
    for statement in (*STATEMENTS, *COURSE_ENDS):
        op.execute(statement)
