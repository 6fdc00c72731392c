# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of pages where something is filled in, used by more than one page."""
