# SPDX-License-Identifier: GPL-3.0-or-later
"""How the practice world looks: a browser and a phone drawn from data, a coach beside them, a pointer."""
