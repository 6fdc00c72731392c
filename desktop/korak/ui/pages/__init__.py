# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages, one file each; pages do not know each other."""
