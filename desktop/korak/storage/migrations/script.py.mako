# SPDX-License-Identifier: GPL-3.0-or-later
"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables; read `docs/data.md` first: nobody goes back, so keep what you drop."""
    ${upgrades if upgrades else "pass"}
