# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories in words: where they stand, and where they may be shown."""

from collections.abc import Iterable, Mapping

from korak.centre.retention import Use
from korak.centre.stories import State, Story
from korak.i18n import N_, _

_STATES: Mapping[State, str] = {
    State.DRAFT: N_("draft"),
    State.WAITING: N_("waits for consent"),
    State.PRIVATE: N_("stays with its author"),
    State.READY: N_("ready"),
    State.PUBLISHED: N_("published"),
    State.WITHDRAWN: N_("withdrawn"),
    State.EXPIRED: N_("expired"),
}
CHIPS: Mapping[State, str] = {
    State.DRAFT: "idle",
    State.WAITING: "help",
    State.READY: "works",
    State.PUBLISHED: "done",
    State.WITHDRAWN: "absent",
    State.EXPIRED: "absent",
}
_USES: Mapping[Use, str] = {
    Use.WEB: N_("web page"),
    Use.PRINT: N_("on paper"),
    Use.REPORT: N_("report of the project"),
}


def state_text(state: State) -> str:
    """Return where a story stands."""
    return _(_STATES[state])


def uses_text(uses: Iterable[Use]) -> str:
    """Return where something may be shown, in the order of `Use`."""
    given = set(uses)
    return ", ".join(_(text) for use, text in _USES.items() if use in given)


def title_of(story: Story) -> str:
    """Return a story's title, or whose it is where it has none."""
    return story.texts.title.strip() or _("The story of {name}").format(name=story.name or "…")
