# SPDX-License-Identifier: GPL-3.0-or-later
"""Every schema this program knows, oldest first; a test compares the list with the migrations."""

REVISIONS = ("0001",)
NEWEST = REVISIONS[-1]
