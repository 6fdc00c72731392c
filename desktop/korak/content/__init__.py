# SPDX-License-Identifier: GPL-3.0-or-later
"""What an author writes: pack, lesson, portal, words, tasks and exercises, as frozen data."""
