# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of the pages where stories are written, agreed to and published."""
