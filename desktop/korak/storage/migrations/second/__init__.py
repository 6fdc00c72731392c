# SPDX-License-Identifier: GPL-3.0-or-later
"""What the second schema adds, a subject a file; word for word as SQLite keeps it."""

STATEMENTS: tuple[str, ...] = ()
