# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson before a group: large, step by step, led by a clicker, the keyboard or the mouse."""
