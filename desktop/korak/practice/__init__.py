# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulated world a learner acts in: its state, its moves and the coach beside it."""
