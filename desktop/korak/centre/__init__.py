# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a centre: who they are, what each may see, how they are let in, where they are today."""
