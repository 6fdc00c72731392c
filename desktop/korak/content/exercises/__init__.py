# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of exercise: one file each, with its fields and its judge."""
