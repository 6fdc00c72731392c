# SPDX-License-Identifier: GPL-3.0-or-later
"""What a learner did and where that leads: attempts, progress and the record."""
