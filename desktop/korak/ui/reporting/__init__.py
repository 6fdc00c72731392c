# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the page of reports: what it is asked for, tables of figures, one part a report."""
