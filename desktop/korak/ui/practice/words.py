# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach's own words: for mistakes everybody makes, for a step that is done, for the end of a task."""

from korak import i18n
from korak.content.pack import Pack
from korak.i18n import N_
from korak.practice.coach import Noticed
from korak.practice.mistakes import MistakeCode
from korak.ui.frame import Frame
from korak.ui.practice.coach import Says

STEP_DONE = N_("The step is done. You can go on.")
TASK_DONE = N_("The task is done.")
ALONE_DONE = N_("You did it without help.")
WATCHED = N_("Now you have seen the whole way.")

_GENERAL: dict[MistakeCode, tuple[str, str]] = {
    MistakeCode.AUTHOR: ("", ""),
    MistakeCode.EMPTY_FIELD: (N_("A field is still empty."), N_("Fill in the field with the star.")),
    MistakeCode.WRONG_SHAPE: (
        N_("The portal does not understand what is in the field."),
        N_("Read the message below the field."),
    ),
    MistakeCode.WRONG_CODE: (N_("The code is not right."), N_("Look at the phone once more.")),
    MistakeCode.OLD_CODE: (N_("This is an old code."), N_("Use the code from the newest message.")),
    MistakeCode.EXPIRED_CODE: (N_("This code is no longer valid."), N_("Ask for a new code.")),
    MistakeCode.WRONG_DATA: (
        N_("The portal does not know these details."),
        N_("Compare every letter with your sheet."),
    ),
    MistakeCode.WRONG_FIELD: (N_("This belongs into another field."), N_("Read the name of the field.")),
    MistakeCode.UNKNOWN_ADDRESS: (N_("Nobody has this address."), N_("Check every letter of the address.")),
    MistakeCode.NOT_SIGNED_OUT: (
        N_("You left the page, but you are still signed in."),
        N_("Go back and sign out."),
    ),
    MistakeCode.NOT_SAVED: (
        N_("You left the page before saving."),
        N_("Choose again and press the button that saves."),
    ),
    MistakeCode.NOT_SIGNED: (N_("The document is not signed yet."), N_("Go back and sign it.")),
    MistakeCode.WRONG_TAB: (N_("This is another tab."), N_("Go back to the tab where you began.")),
    MistakeCode.WRONG_CHOICE: (N_("This is not the right row."), N_("Compare it with your task.")),
    MistakeCode.NOT_SENT: (
        N_("The message is written, but not sent."),
        N_("Go back and press the button that sends it."),
    ),
}


class CoachWords:
    """Says the coach's sentences: Slovenian first, then the learner's language."""

    def __init__(self, frame: Frame, pack: Pack) -> None:
        self._frame = frame
        self._pack = pack

    @property
    def language(self) -> str:
        """The language of the second sentence, or nothing."""
        return self._frame.below() or ""

    def authors(self, *texts: str) -> Says:
        """Sentences an author wrote."""
        written = [text for text in texts if text]
        second = [self._frame.second(self._pack.id, text) for text in written]
        return Says("\n".join(written), " ".join(second) if all(second) else "")

    def own(self, message: str) -> Says:
        """A sentence of the program."""
        if not message:
            return Says("")
        known = {language.code for language in i18n.languages()}
        second = i18n.gettext_in(self.language, message) if self.language in known else ""
        return Says(i18n.gettext_in(i18n.CONTENT_LANGUAGE, message), second)

    def mistake(self, noticed: Noticed) -> tuple[Says, Says | None]:
        """What happened, and what to try."""
        if noticed.says:
            return self.authors(noticed.says), self.authors(noticed.then) if noticed.then else None
        happened, then = _GENERAL[noticed.code]
        return self.own(happened), self.own(then)
