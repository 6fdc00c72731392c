# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program can do, one file per use; the only room that uses the database."""
