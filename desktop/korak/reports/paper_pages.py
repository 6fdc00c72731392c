# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of the assessment on paper: black and white, turned where something does not fit any more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak import i18n
from korak.content.assessment import Assessment, Form
from korak.content.paper import PartName
from korak.i18n import N_
from korak.practice.booklet import Booklet, PrintedTask
from korak.reports import paper
from korak.reports.leaf import INNER, LEFT, Leaf
from korak.reports.learner_facts import picture_of
from korak.reports.paper import Block, Paper, Side, Type
from korak.reports.paper_marks import Screen, screen_of
from korak.reports.paper_screen import Fitted, draw_screen, fit_screen
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import ResultWords

TOP, BOTTOM = 13.0, 282.0
TITLE, ASK, QUESTION, TEXT = Type(22, bold=True), Type(15, bold=True), Type(14, bold=True), Type(14)
FOOT = Type(9, colour=paper.INK)
BETWEEN = 6.0
COLUMN = (INNER - BETWEEN) / 2
HIGHEST, LOWEST = 90.0, 30.0  # how high a printed screen may be, and how low it can be cut
NO_BREAK_HYPHEN = "\u2011"
_ADDRESS = re.compile(r"\S+\.invalid\S*")
TASK_GAP, PART_GAP = 6.0, 4.0


@dataclass(frozen=True, slots=True)
class Told:
    """How every part is done, in another language, in the order of the parts."""

    language: str
    name: str  # of the language, in itself
    sentences: tuple[str, ...]
    draft: bool = False  # nobody has checked the translation yet


def told_in(booklet: Booklet, pack: str, language: str, name: str) -> Told | None:
    """How the parts are done in a language; None where a sentence of them is not translated."""
    sentences = [i18n.content(pack, part.how, language) for part in booklet.paper.parts]
    whole = tuple(one for one in sentences if one)
    return (
        Told(language, name, whole, i18n.drafts(pack, language) > 0) if len(whole) == len(sentences) else None
    )


@dataclass(frozen=True, slots=True)
class PaperAssessment:
    """Everything that is printed of a form; the card is for the teacher."""

    booklet: Booklet
    bank: Assessment
    centre: str
    card: tuple[Told, ...] = ()

    @property
    def form(self) -> Form:
        """The items of the form."""
        return self.bank.form(self.booklet.form)


class Pages:
    """Pages that are filled from the top; ``y`` is where the next thing goes, in millimetres."""

    def __init__(self, of: PaperAssessment, title: str) -> None:
        self.leaf = Leaf(Paper(title=title, author=of.centre, grey=True), ResultWords(), ResultTexts())
        self.of = of
        self._number = 1
        self.y = TOP

    def room(self, height: float) -> None:
        """Make room for so much; turn the page if need be."""
        if self.y + height > BOTTOM:
            self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.foot()
        self.leaf.paper.next_page()
        self._number += 1
        self.y = TOP

    def foot(self) -> None:
        """The last line of a page, for the teacher: form, version of the bank, page."""
        say = self.leaf.words.say
        line = " · ".join(
            (
                say(N_("booklet {form}"), form=self.of.booklet.form),
                say(N_("bank {version}"), version=self.of.bank.version),
                str(self._number),
            )
        )
        self.leaf.text(line, LEFT, 286, INNER, FOOT, Side.RIGHT)

    def heading(self, part: PartName, how: str = "") -> None:
        """The title of a part, its picture, and how it is done."""
        leaf = self.leaf
        found = next((one for one in self.of.booklet.paper.parts if one.id == part), None)
        if found is None:
            return
        leaf.paper.picture(picture_of(found.picture), QRectF(LEFT, self.y, 16, 16))
        below = leaf.text(found.title, LEFT + 21, self.y - 1.5, INNER - 21, TITLE)
        below = leaf.text(how or found.how, LEFT + 21, below - 0.8, INNER - 21, TEXT)
        self.y = max(below, self.y + 16) + 1.5
        leaf.paper.line(LEFT, self.y, LEFT + INNER, self.y, colour=paper.INK, pen=0.5)
        self.y += 4


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a task with its screen, its column (0 or 1), and millimetres below the top."""

    ask: Block
    screen: Fitted
    column: int
    top: float
    deep: float  # from the top of the line to the top of the screen

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.deep + self.screen.height


@dataclass(frozen=True, slots=True)
class Sheet:
    """A performance task that is set: what is to be done, and its screens."""

    words: Block
    parts: tuple[Part, ...]

    @property
    def height(self) -> float:
        """How high it is drawn, in millimetres."""
        return self.words.height + 2 + max((one.bottom for one in self.parts), default=0) + 2


def task_pages(of: PaperAssessment) -> tuple[tuple[tuple[int, PrintedTask], ...], ...]:
    """The numbered tasks of each page: one on the first, below the example, then two."""
    numbered = tuple(enumerate(of.booklet.tasks, 1))
    rest = numbered[1:]
    return (numbered[:1], *(rest[first : first + 2] for first in range(0, len(rest), 2)))


def set_task(leaf: Leaf, number: int, task: PrintedTask, most: float) -> Sheet:
    """Set a performance task; no screen is higher than ``most`` millimetres if it can be cut.

    Four screens stand in two rows; of three, the third stands beside the first two.
    """
    words = leaf.block(f"{number}. {' '.join(task.asks)}", INNER, ASK)
    asks = [
        leaf.block(f"{'abcdefgh'[n]})  {one.ask}", COLUMN, QUESTION) for n, one in enumerate(task.screens)
    ]
    screens = [screen_of(leaf.words, one.world, one.at, one.text) for one in task.screens]
    if len(screens) == 3:
        return Sheet(words, _third_beside(leaf, asks, screens, most))
    parts: list[Part] = []
    top = 0.0
    for first in range(0, len(screens), 2):
        deep = max(block.height for block in asks[first : first + 2]) + 1
        pair = [fit_screen(leaf, one, COLUMN, most) for one in screens[first : first + 2]]
        parts += [Part(asks[first + n], one, n, top, deep) for n, one in enumerate(pair)]
        top = max(one.bottom for one in parts) + PART_GAP
    return Sheet(words, tuple(parts))


def _third_beside(
    leaf: Leaf, asks: Sequence[Block], screens: Sequence[Screen], most: float
) -> tuple[Part, ...]:
    first = Part(asks[0], fit_screen(leaf, screens[0], COLUMN, most), 0, 0.0, asks[0].height + 1)
    top = first.bottom + PART_GAP
    second = Part(asks[1], fit_screen(leaf, screens[1], COLUMN, most), 0, top, asks[1].height + 1)
    deep = asks[2].height + 1
    return first, second, Part(asks[2], fit_screen(leaf, screens[2], COLUMN, 2 * most), 1, 0.0, deep)


def set_tasks(leaf: Leaf, tasks: Sequence[tuple[int, PrintedTask]], room: float) -> tuple[Sheet, ...]:
    """Set the tasks of a page, their screens as high as the room allows."""
    most = HIGHEST
    sheets = [set_task(leaf, *one, most) for one in tasks]
    while most > LOWEST and _needed(sheets) > room:
        most -= 2.0
        sheets = [set_task(leaf, *one, most) for one in tasks]
    for place in reversed(range(len(tasks))):  # what is left goes to the tasks one after the other
        sheets[place] = _grown(leaf, tasks[place], sheets, place, most, room)
    return tuple(sheets)


def _grown(
    leaf: Leaf, task: tuple[int, PrintedTask], sheets: Sequence[Sheet], place: int, most: float, room: float
) -> Sheet:
    best = sheets[place]
    while most < HIGHEST:
        most += 2.0
        one = set_task(leaf, *task, most)
        if _needed(sheets) - sheets[place].height + one.height > room:
            break
        best = one
    return best


def _needed(sheets: Sequence[Sheet]) -> float:
    return sum(one.height for one in sheets) + TASK_GAP * (len(sheets) - 1)


def draw_task(pages: Pages, sheet: Sheet, *, ringed: bool = False) -> None:
    """Draw a task; ``ringed``: for the key."""
    leaf = pages.leaf
    top = leaf.paper.put(sheet.words, LEFT, pages.y) + 2
    for one in sheet.parts:
        x = LEFT + one.column * (COLUMN + BETWEEN)
        leaf.paper.put(one.ask, x, top + one.top)
        draw_screen(leaf, one.screen, x, top + one.top + one.deep, COLUMN, ringed=ringed)
    pages.y += sheet.height


def mixed(options: Sequence[str], key: str) -> tuple[str, ...]:
    """The options in an order that depends on the item only: the same in every copy."""
    turn = sum(key.encode()) % len(options)
    return (*options[turn:], *options[:turn])


def unbroken(text: str) -> str:
    """The same text, in which no address is broken at its hyphens."""
    return _ADDRESS.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    return found[0].replace("-", NO_BREAK_HYPHEN)
