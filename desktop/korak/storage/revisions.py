# SPDX-License-Identifier: GPL-3.0-or-later
"""Every schema this program knows, oldest first; a test compares the list with the migrations."""

REVISIONS = ("0001", "0002", "0003")
NEWEST = REVISIONS[-1]
RELEASED = ("0001", "0002", "0003")  # somebody may have these on disk; each has a file in tests/old_databases
