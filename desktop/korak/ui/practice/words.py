# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach's own words: for mistakes everybody makes, for a step that is done, for the end of a task."""

from collections.abc import Callable
from dataclasses import dataclass

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
CARE = N_("When it is for real, take care:")
WATCHED = N_("Now you have seen the whole way.")


@dataclass(frozen=True, slots=True)
class Words:
    """What is said about a mistake: what happened, why it matters, what to try."""

    happened: str
    why: str
    then: str


GENERAL: dict[MistakeCode, Words] = {
    MistakeCode.AUTHOR: Words("", "", ""),
    MistakeCode.EMPTY_FIELD: Words(
        N_("A field is still empty."),
        N_("The portal takes only a complete form."),
        N_("Fill in the field with the star."),
    ),
    MistakeCode.WRONG_SHAPE: Words(
        N_("The portal does not understand what is in the field."),
        N_("Perhaps a letter or a digit is missing."),
        N_("Read the message below the field."),
    ),
    MistakeCode.WRONG_CODE: Words(
        N_("The code is not right."),
        N_("Every digit must be as in the message."),
        N_("Look at the phone once more."),
    ),
    MistakeCode.OLD_CODE: Words(
        N_("This is an old code."),
        N_("Only the newest code is good."),
        N_("Use the code from the newest message."),
    ),
    MistakeCode.EXPIRED_CODE: Words(
        N_("This code is no longer valid."),
        N_("A code is good for a few minutes only."),
        N_("Ask for a new code."),
    ),
    MistakeCode.OTHER_SENDER: Words(
        N_("This code is from another sender."),
        N_("Every page wants the code that it sent itself."),
        N_("Open the message of this portal."),
    ),
    MistakeCode.WRONG_DATA: Words(
        N_("The portal does not know these details."),
        N_("One wrong letter is enough."),
        N_("Compare every letter with your sheet."),
    ),
    MistakeCode.WRONG_FIELD: Words(
        N_("This belongs into another field."),
        N_("Every field wants something else."),
        N_("Read the name of the field."),
    ),
    MistakeCode.UNKNOWN_ADDRESS: Words(
        N_("Nobody has this address."),
        N_("One other letter is another address."),
        N_("Check every letter of the address."),
    ),
    MistakeCode.NOT_SIGNED_OUT: Words(
        N_("You left the page, but you are still signed in."),
        N_("The next person at this computer could see your data."),
        N_("Go back and sign out."),
    ),
    MistakeCode.NOT_SAVED: Words(
        N_("You left the page before saving."),
        N_("What was not saved is lost."),
        N_("Choose again and press the button that saves."),
    ),
    MistakeCode.NOT_SIGNED: Words(
        N_("The document is not signed yet."),
        N_("Without a signature nothing is sent."),
        N_("Go back and sign it."),
    ),
    MistakeCode.WRONG_TAB: Words(
        N_("This is another tab."),
        N_("What you wrote is in the tab before."),
        N_("Go back to the tab where you began."),
    ),
    MistakeCode.WRONG_CHOICE: Words(
        N_("This is not the right row."),
        N_("The portal takes what you choose."),
        N_("Compare it with your task."),
    ),
    MistakeCode.NOT_SENT: Words(
        N_("The message is written, but not sent."),
        N_("Nobody can read it yet."),
        N_("Go back and press the button that sends it."),
    ),
}
BELONGS = N_("This belongs into the field “{field}”.")


class CoachWords:
    """Says the coach's sentences: Slovenian first, then the learner's language."""

    def __init__(self, frame: Frame, pack: Pack, fill: Callable[[str], str] = str) -> None:
        self._frame = frame
        self._pack = pack
        self._fill = fill  # puts the run's own values into a text

    @property
    def language(self) -> str:
        """The language of the second sentence, or nothing."""
        return self._frame.below() or ""

    def authors(self, *texts: str) -> Says:
        """Sentences an author wrote."""
        written = [text for text in texts if text]
        second = [self._frame.second(self._pack.id, text) for text in written]
        told = " ".join(second) if all(second) else ""
        return Says(self._fill("\n".join(written)), self._fill(told))

    def own(self, message: str) -> Says:
        """A sentence of the program."""
        if not message:
            return Says("")
        first = i18n.gettext_in(i18n.CONTENT_LANGUAGE, message)
        known = {language.code for language in i18n.languages()}
        second = i18n.gettext_in(self.language, message) if self.language in known else ""
        return Says(first, "" if second == first else second)

    def mistake(self, noticed: Noticed) -> tuple[Says, Says | None]:
        """What happened, and what to try."""
        if noticed.says:
            return self.authors(noticed.says), self.authors(noticed.then) if noticed.then else None
        words = GENERAL[noticed.code]
        happened = self._belongs(noticed.about) if noticed.about else self.own(words.happened)
        why = self.own(words.why)
        second = f"{happened.second} {why.second}" if happened.second and why.second else ""
        return Says(f"{happened.text} {why.text}", second), self.own(words.then)

    def _belongs(self, label: str) -> Says:
        """Which field it belongs into, named as it is on the page."""
        says = self.own(BELONGS)
        return Says(says.text.format(field=label), says.second.format(field=label))
