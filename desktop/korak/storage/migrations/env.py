# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by Alembic: migrates over the connection that is open already, inside its transaction."""

from alembic import context

from korak.storage import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.TABLES,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
