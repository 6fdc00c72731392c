# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed out: one file per sheet."""
