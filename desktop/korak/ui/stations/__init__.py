# SPDX-License-Identifier: GPL-3.0-or-later
"""The stops of a lesson as they are seen: one view for each kind of step."""
