# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered: one encrypted SQLite file, its keys, its migrations and its backups."""
