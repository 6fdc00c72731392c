# SPDX-License-Identifier: GPL-3.0-or-later
"""The look: tokens, stylesheet, fonts, icons, pictograms."""
