# SPDX-License-Identifier: GPL-3.0-or-later
"""The third schema: what learners want, propose and tell, who mediates, and who sits together."""

from alembic import op

from korak.storage.migrations.third import STATEMENTS

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the new tables."""
    for statement in STATEMENTS:
        op.execute(statement)
