# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories in words: where they stand, and what they are called."""

from collections.abc import Mapping

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


def state_text(state: State) -> str:
    """Return where a story stands."""
    return _(_STATES[state])


def title_of(story: Story) -> str:
    """Return a story's title, or whose it is where it has none."""
    return story.texts.title.strip() or _("The story of {name}").format(name=story.name or "…")
