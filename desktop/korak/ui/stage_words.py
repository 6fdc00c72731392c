# SPDX-License-Identifier: GPL-3.0-or-later
"""The stages of a lesson in words."""

from korak.content.lesson import Lesson, Stage
from korak.i18n import _


def stage_name(stage: Stage) -> str:
    """What a stage is called on screen."""
    return {
        Stage.LISTEN: _("I listen and read"),
        Stage.WORDS: _("Words"),
        Stage.SHOW: _("Show me"),
        Stage.GUIDE: _("Guide me"),
        Stage.ALONE: _("Without help"),
        Stage.CHECK: _("I check"),
        Stage.MY_STEP: _("My step"),
    }[stage]


def step_of(lesson: Lesson, stage: Stage) -> str:
    """Which step of a lesson a stage is, e.g. "Step 4 of 7"."""
    stages = lesson.stages()
    return _("Step {n} of {all}").format(n=stages.index(stage) + 1, all=len(stages))
