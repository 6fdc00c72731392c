# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's side of the assessment: a view for each kind of item, and the calm pages between them."""
