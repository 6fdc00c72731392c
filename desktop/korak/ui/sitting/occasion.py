# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sitting is called, and where somebody is in it, in words."""

from collections.abc import Mapping

from korak.assessment.sitting import ItemKind, Mode, Occasion, SittingItem, SittingRecord
from korak.assessment.taking import TASKS, position
from korak.i18n import N_, _

_TITLES: Mapping[Occasion, str] = {
    Occasion.PRE: N_("My start"),
    Occasion.POST: N_("What I can do now"),
    Occasion.FOLLOWUP: N_("What I can still do"),
}
_NAMES: Mapping[Occasion, str] = {
    Occasion.PRE: N_("Before the course"),
    Occasion.POST: N_("After the course"),
    Occasion.FOLLOWUP: N_("Later"),
}
_MODES: Mapping[Mode, str] = {
    Mode.PC: N_("on the computer"),
    Mode.TABLET: N_("on a tablet"),
    Mode.PAPER: N_("on paper"),
    Mode.ORAL: N_("orally"),
}


def occasion_title(occasion: Occasion) -> str:
    """What a learner's sitting is called."""
    return _(_TITLES[occasion])


def occasion_name(occasion: Occasion) -> str:
    """When a sitting takes place, for trainers."""
    return _(_NAMES[occasion])


def mode_name(mode: Mode) -> str:
    """How a sitting is taken."""
    return _(_MODES[mode])


def place_words(record: SittingRecord, item: SittingItem) -> str:
    """Which task, question or word of how many."""
    number, count = position(record, item.id)
    if item.kind in TASKS:
        text = _("Task {n} of {all}")
    elif item.kind is ItemKind.VOCAB:
        text = _("Word {n} of {all}")
    else:
        text = _("Question {n} of {all}")
    return text.format(n=number, all=count)
