# SPDX-License-Identifier: GPL-3.0-or-later
"""How data travels between machines."""
