# SPDX-License-Identifier: GPL-3.0-or-later
"""Entry and exit assessments: forms, sittings and scoring."""
