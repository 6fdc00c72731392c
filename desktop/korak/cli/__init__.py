# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed: one module per verb, imported when its verb is."""
