# SPDX-License-Identifier: GPL-3.0-or-later
"""Korak: an offline course in digital public services and the Slovenian words they use."""

__version__ = "0.1.0"
