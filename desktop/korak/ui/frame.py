# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page is handed: the settings, the voice, the worker and the ways to other pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import methodcaller
from typing import Protocol

from korak import i18n
from korak.centre.people import Group, Person
from korak.clock import Clock
from korak.ui.audio import Sounds, Voice
from korak.ui.background import Background
from korak.ui.preferences import Preferences


class Navigator(Protocol):
    """The ways from page to page; pages do not know each other, they ask for a way."""

    def wall(self) -> None:
        """Sign out whoever is here and show the tiles."""
        ...

    def pin(self, person_id: str) -> None:
        """Ask a learner for the three pictures."""
        ...

    def home(self) -> None:
        """Show the signed-in person's own first page."""
        ...

    def partner(self) -> None:
        """Choose somebody to work with at this computer."""
        ...

    def partner_pin(self, person_id: str) -> None:
        """Ask the second one of a pair for the three pictures."""
        ...

    def part(self, person_id: str, lesson_id: str = "") -> None:
        """One of a pair finishes; the other one goes on alone, in a lesson if one is open."""
        ...

    def lesson(self, lesson_id: str) -> None:
        """Go on with a lesson."""
        ...

    def sitting(self) -> None:
        """Begin the assessment that waits, or go on with it."""
        ...

    def enter_sitting(self, sitting_id: str) -> None:
        """Enter what stands on paper or was said (trainers)."""
        ...

    def words(self) -> None:
        """Show the words met so far."""
        ...

    def word_session(self) -> None:
        """Practise words for ten minutes."""
        ...

    def away(self) -> None:
        """Take words along: for Anki, on paper."""
        ...

    def hands(self) -> None:
        """Practise mouse and keyboard."""
        ...

    def games(self) -> None:
        """Show the games for the projector; nobody has to be signed in."""
        ...

    def playground(self, task: str = "") -> None:
        """Show the tasks to practise freely, or open one of them."""
        ...

    def projector(self, lesson_id: str, back: str = "today") -> None:
        """Show a lesson to a group; it ends on one of the trainer's pages (`back`)."""
        ...

    def local_help(self) -> None:
        """Show who helps with what around here, to look things up."""
        ...

    def needs(self) -> None:
        """Ask the learner what they want to be able to do."""
        ...

    def proposals(self) -> None:
        """Show what learners propose, to propose and to vote."""
        ...

    def record(self) -> None:
        """Show what the learner can do already."""
        ...

    def record_of(self, person_id: str) -> None:
        """Show somebody's record, to themselves or to a trainer."""
        ...

    def result_of(self, person_id: str) -> None:
        """Show what the assessment says of somebody, to themselves or to a trainer."""
        ...

    def replay(self, sitting_id: str, item_id: str = "") -> None:
        """Show a sitting again, step by step (trainers)."""
        ...

    def story(self, person_id: str = "", story_id: str = "") -> None:
        """Write a story: one's own, or (helpers) what somebody dictates."""
        ...

    def trainer(self) -> None:
        """Let a trainer in (asks for the passphrase)."""
        ...

    def desk(self, place: str) -> None:
        """Show one of the trainer's pages, see `ui/desk.PLACES`."""
        ...


class Ways:
    """The same ways for pages to ask for; whatever is asked before somebody leads is done when one does."""

    def __init__(self) -> None:
        self._leader: Navigator | None = None
        self._wish: Callable[[Navigator], None] | None = None

    def lead(self, leader: Navigator) -> None:
        """From now on this one leads; what was wished for last is done at once."""
        self._leader = leader
        wish, self._wish = self._wish, None
        if wish is not None:
            wish(leader)

    def wall(self) -> None:
        """Sign out whoever is here and show the tiles."""
        self._ask(methodcaller("wall"))

    def pin(self, person_id: str) -> None:
        """Ask a learner for the three pictures."""
        self._ask(methodcaller("pin", person_id))

    def home(self) -> None:
        """Show the signed-in person's own first page."""
        self._ask(methodcaller("home"))

    def partner(self) -> None:
        """Choose somebody to work with at this computer."""
        self._ask(methodcaller("partner"))

    def partner_pin(self, person_id: str) -> None:
        """Ask the second one of a pair for the three pictures."""
        self._ask(methodcaller("partner_pin", person_id))

    def part(self, person_id: str, lesson_id: str = "") -> None:
        """One of a pair finishes; the other one goes on alone, in a lesson if one is open."""
        self._ask(methodcaller("part", person_id, lesson_id))

    def lesson(self, lesson_id: str) -> None:
        """Go on with a lesson."""
        self._ask(methodcaller("lesson", lesson_id))

    def sitting(self) -> None:
        """Begin the assessment that waits, or go on with it."""
        self._ask(methodcaller("sitting"))

    def enter_sitting(self, sitting_id: str) -> None:
        """Enter what stands on paper or was said (trainers)."""
        self._ask(methodcaller("enter_sitting", sitting_id))

    def words(self) -> None:
        """Show the words met so far."""
        self._ask(methodcaller("words"))

    def word_session(self) -> None:
        """Practise words for ten minutes."""
        self._ask(methodcaller("word_session"))

    def away(self) -> None:
        """Take words along: for Anki, on paper."""
        self._ask(methodcaller("away"))

    def hands(self) -> None:
        """Practise mouse and keyboard."""
        self._ask(methodcaller("hands"))

    def games(self) -> None:
        """Show the games for the projector; nobody has to be signed in."""
        self._ask(methodcaller("games"))

    def playground(self, task: str = "") -> None:
        """Show the tasks to practise freely, or open one of them."""
        self._ask(methodcaller("playground", task))

    def projector(self, lesson_id: str, back: str = "today") -> None:
        """Show a lesson to a group; it ends on one of the trainer's pages (`back`)."""
        self._ask(methodcaller("projector", lesson_id, back))

    def local_help(self) -> None:
        """Show who helps with what around here, to look things up."""
        self._ask(methodcaller("local_help"))

    def needs(self) -> None:
        """Ask the learner what they want to be able to do."""
        self._ask(methodcaller("needs"))

    def proposals(self) -> None:
        """Show what learners propose, to propose and to vote."""
        self._ask(methodcaller("proposals"))

    def record(self) -> None:
        """Show what the learner can do already."""
        self._ask(methodcaller("record"))

    def record_of(self, person_id: str) -> None:
        """Show somebody's record, to themselves or to a trainer."""
        self._ask(methodcaller("record_of", person_id))

    def result_of(self, person_id: str) -> None:
        """Show what the assessment says of somebody, to themselves or to a trainer."""
        self._ask(methodcaller("result_of", person_id))

    def replay(self, sitting_id: str, item_id: str = "") -> None:
        """Show a sitting again, step by step (trainers)."""
        self._ask(methodcaller("replay", sitting_id, item_id))

    def story(self, person_id: str = "", story_id: str = "") -> None:
        """Write a story: one's own, or (helpers) what somebody dictates."""
        self._ask(methodcaller("story", person_id, story_id))

    def trainer(self) -> None:
        """Let a trainer in (asks for the passphrase)."""
        self._ask(methodcaller("trainer"))

    def desk(self, place: str) -> None:
        """Show one of the trainer's pages, see `ui/desk.PLACES`."""
        self._ask(methodcaller("desk", place))

    def _ask(self, wish: Callable[[Navigator], None]) -> None:
        if self._leader is None:
            self._wish = wish
        else:
            wish(self._leader)


class Course(Protocol):
    """What is asked of a pack here; the pack itself is not read before the window stands."""

    @property
    def id(self) -> str:
        """The name of its translations."""
        ...

    @property
    def title(self) -> str:
        """A text that every translation has."""
        ...

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is complete in."""
        ...


class TileSource(Protocol):
    """Where the wall gets its groups and tiles from."""

    def groups(self) -> tuple[Group, ...]:
        """The groups whose walls can be shown."""
        ...

    def tiles(self, group_id: str) -> tuple[Person, ...]:
        """The tiles of a group."""
        ...


@dataclass(frozen=True, slots=True)
class Frame:
    """The things around a page, handed to it once, when it is built."""

    preferences: Preferences
    voice: Voice
    sounds: Sounds
    background: Background
    clock: Clock
    navigator: Ways = field(default_factory=Ways)

    def second_languages(self, pack: Course) -> tuple[str, ...]:
        """The languages a course has been translated into, at least in part."""
        known = dict.fromkeys((*pack.languages, *(language.code for language in i18n.languages())))
        return tuple(
            code
            for code in known
            if code != i18n.CONTENT_LANGUAGE and i18n.content(pack.id, pack.title, code) is not None
        )

    def below(self) -> str | None:
        """The language to show small below Slovenian lesson text: the learner's own, else the program's."""
        chosen = self.preferences.second_language
        if chosen is None and i18n.language() != i18n.CONTENT_LANGUAGE:
            chosen = i18n.language()
        return None if chosen == i18n.CONTENT_LANGUAGE else chosen

    def second(self, pack: str, text: str) -> str:
        """A pack's text in the language shown below, or nothing where there is none."""
        language = self.below()
        return "" if language is None else i18n.content(pack, text, language) or ""
