# SPDX-License-Identifier: GPL-3.0-or-later
"""Every step from one schema to the next; Alembic reads them from this folder."""
