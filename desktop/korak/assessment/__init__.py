# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry and exit assessments: forms, sittings, scoring, and statistics for groups of 8 to 20.

Pure Python without a statistics library; results are named tuples, which are immutable and quick to import.
An undefined figure is None, never NaN and never infinite; n = 0 and n = 1 give results, not exceptions.
"""
