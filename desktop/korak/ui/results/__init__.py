# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of the trainer's page of results: each shows one side of the same result of a group."""
