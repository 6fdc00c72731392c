# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen; the only room that speaks Qt."""
