# SPDX-License-Identifier: GPL-3.0-or-later
"""The assessment on paper: a booklet for the learner, and the teacher's script with the key.

Black and white, large type, no name on the cover. What is read aloud and how it is marked stands in the
teacher's sheets only, so that the booklet holds nothing but pictures, questions and places to ring.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak.content.assessment import Assessment, Form, Recognition, Vocabulary
from korak.i18n import N_
from korak.practice.booklet import Booklet, PrintedMessage, PrintedTask
from korak.practice.view import BlockView
from korak.reports import paper
from korak.reports.leaf import HEADING, INNER, LEFT, RIGHT, SMALL, TITLE, Leaf
from korak.reports.learner_facts import picture_of
from korak.reports.paper import Paper, Side, Type
from korak.reports.paper_screen import draw_screen
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import ResultWords

ASK, OPTION, TEXT = Type(14, bold=True), Type(13), Type(14)
BOTTOM = 276.0
TOP = 22.0
COLUMN = (INNER - 8) / 2
RING = 5.5


@dataclass(frozen=True, slots=True)
class PaperAssessment:
    """Everything that is printed of a form."""

    booklet: Booklet
    bank: Assessment
    centre: str

    @property
    def form(self) -> Form:
        """The items of the form."""
        return self.bank.form(self.booklet.form)


class _Pages:
    """Turns pages where something does not fit any more."""

    def __init__(self, of: PaperAssessment, title: str) -> None:
        self.leaf = Leaf(Paper(title=title, author=of.centre), ResultWords(), ResultTexts())
        self._of = of
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
        """The last line of a page: form, version of the bank, page."""
        say = self.leaf.words.say
        line = " · ".join(
            (
                say(N_("form {form}"), form=self._of.booklet.form),
                say(N_("bank {version}"), version=self._of.bank.version),
                str(self._number),
            )
        )
        self.leaf.text(line, LEFT, 284, INNER, SMALL, Side.RIGHT)

    def heading(self, part: str) -> None:
        """The title of a part, its picture, and how it is done."""
        leaf = self.leaf
        found = next((one for one in self._of.booklet.paper.parts if one.id == part), None)
        if found is None:
            return
        leaf.paper.picture(picture_of(found.picture), QRectF(LEFT, self.y, 16, 16))
        below = leaf.text(found.title, LEFT + 21, self.y, INNER - 21, TITLE)
        below = leaf.text(found.how, LEFT + 21, below, INNER - 21, TEXT)
        self.y = max(below, self.y + 17) + 5


def paper_booklet(of: PaperAssessment) -> bytes:
    """Return the learner's booklet as a PDF."""
    pages = _Pages(of, f"{of.booklet.form} · {of.bank.version}")
    _cover(pages, of)
    pages.turn()
    pages.heading("tasks")
    for number, task in enumerate(of.booklet.tasks, 1):
        _task(pages, number, task)
    pages.turn()
    pages.heading("messages")
    for message in of.booklet.messages:
        _message(pages, message)
    pages.turn()
    pages.heading("recognition")
    for number, item in enumerate(of.form.recognition, 1):
        _question(pages, number, item, of.bank.bank.do_not_know)
    pages.turn()
    pages.heading("statements")
    _statements(pages, of)
    pages.turn()
    pages.heading("words")
    for number, item in enumerate(of.form.words, 1):
        _word(pages, number, item, of.bank.bank.do_not_know)
    pages.foot()
    return pages.leaf.paper.finish()


# --------------------------------------------------------------------------------------- the booklet


def _cover(pages: _Pages, of: PaperAssessment) -> None:
    leaf, say = pages.leaf, pages.leaf.words.say
    y = leaf.text(of.centre, LEFT, 40, INNER, Type(16, bold=True, colour=paper.PINE), Side.MIDDLE)
    y = leaf.text(say(N_("What I can do")), LEFT, y + 16, INNER, Type(34, bold=True), Side.MIDDLE)
    y = leaf.text(say(N_("form {form}"), form=of.booklet.form), LEFT, y + 2, INNER, Type(20), Side.MIDDLE)
    box = QRectF(LEFT + 30, y + 16, INNER - 60, 28)
    leaf.paper.box(box, edge=paper.INK, radius=4, pen=0.6)
    leaf.text(say(N_("Code (no name)")), box.left() + 5, box.top() + 2, 80, SMALL)
    y = box.bottom() + 18
    for part in of.booklet.paper.parts:
        leaf.paper.picture(picture_of(part.picture), QRectF(LEFT + 30, y, 14, 14))
        leaf.text(part.title, LEFT + 50, y + 3, INNER - 80, TEXT)
        y += 20


def _asks(task: PrintedTask) -> str:
    said = [task.world.scene.text(ask).strip() for ask in task.task.asks]
    return " ".join(one if one.endswith((".", "?", "!", ":")) else f"{one}." for one in said if one)


def _task(pages: _Pages, number: int, task: PrintedTask) -> None:
    leaf = pages.leaf
    pages.room(120)
    y = leaf.text(f"{number}. {_asks(task)}", LEFT, pages.y, INNER, ASK)
    card = [f"{label}: {value}" for label, value in task.world.card()]
    if card:
        y = leaf.text(" · ".join(card), LEFT, y + 1, INNER, OPTION)
    pages.y = y + 4
    for place in range(0, len(task.screens), 2):
        _two_screens(pages, task, place)
    pages.y += 4


def _two_screens(pages: _Pages, task: PrintedTask, place: int) -> None:
    leaf = pages.leaf
    pair = task.screens[place : place + 2]
    with leaf.paper.trial():
        ends = [_screen(pages, task, place + n, LEFT + n * (COLUMN + 8), 0.0) for n in range(len(pair))]
    pages.room(max(ends) + 3)
    ends = [_screen(pages, task, place + n, LEFT + n * (COLUMN + 8), pages.y) for n in range(len(pair))]
    pages.y = max(ends) + 6


def _screen(pages: _Pages, task: PrintedTask, place: int, x: float, y: float) -> float:
    screen = task.screens[place]
    leaf = pages.leaf
    below = leaf.text(f"{chr(ord('a') + place)})  {screen.ask}", x, y, COLUMN, Type(12.5, bold=True)) + 1.5
    return draw_screen(leaf, screen.world, screen.at, x, below, COLUMN)


def _message(pages: _Pages, message: PrintedMessage) -> None:
    leaf = pages.leaf
    words = [message.sender, message.address, message.subject, message.text, message.link]
    blocks = [leaf.block(text.replace("\n\n", "\n"), INNER - 60, Type(12)) for text in words if text]
    height = max(sum(block.height for block in blocks) + 7, 19)
    pages.room(height + 6)
    area = QRectF(LEFT, pages.y, INNER - 48, height)
    leaf.paper.box(area, edge=paper.INK, radius=3, pen=0.35)
    y = pages.y + 3
    for block in blocks:
        y = leaf.paper.put(block, LEFT + 5, y)
    leaf.text(str(message.number), RIGHT - 42, pages.y, 8, HEADING)
    _ringed(leaf, ("pravo", "lažno"), RIGHT - 34, pages.y + 2, 34)
    pages.y += height + 5


def _ringed(leaf: Leaf, options: Iterable[str], x: float, y: float, width: float) -> float:
    """Options below each other, each with a circle to mark."""
    for text in options:
        leaf.paper.oval(QRectF(x, y + 0.6, RING, RING), edge=paper.INK, pen=0.5)
        y = leaf.text(text, x + RING + 3, y, width - RING - 3, OPTION, most=3) + 2.6
    return y


def _question(pages: _Pages, number: int, item: Recognition, unknown: str) -> None:
    leaf = pages.leaf
    pages.room(26 + 7 * len(item.lines) + 11 * 4)
    y = leaf.text(f"{number}. {item.ask}", LEFT, pages.y, INNER, ASK) + 2
    if item.picture and item.shows == "picture":
        leaf.paper.picture(picture_of(item.picture), QRectF(LEFT, y, 20, 20))
        y += 22
    if item.lines:
        y = _lines(leaf, item.lines, y)
    texts = [one.text or one.described for one in (item.right, *item.wrong)]
    pages.y = _ringed(leaf, (*mixed(texts, item.id), unknown), LEFT + 6, y, INNER - 6) + 5


def _lines(leaf: Leaf, lines: Sequence[str], y: float) -> float:
    blocks = [leaf.block(line, INNER - 40, OPTION) for line in lines]
    height = sum(block.height for block in blocks) + 6
    leaf.paper.box(QRectF(LEFT + 6, y, INNER - 30, height), edge=paper.INK, radius=2, pen=0.35)
    top = y + 3
    for block in blocks:
        top = leaf.paper.put(block, LEFT + 11, top)
    return y + height + 3


def _statements(pages: _Pages, of: PaperAssessment) -> None:
    leaf = pages.leaf
    answers = [one for one in of.bank.bank.answers if one.code != "SKIP"]
    width = 25.0
    start = RIGHT - width * len(answers)
    for number, item in enumerate(of.form.statements, 1):
        if pages.y == TOP or number == 1:
            for place, answer in enumerate(answers):
                leaf.text(answer.text, start + place * width, pages.y, width - 1, Type(10.5, bold=True),
                          Side.MIDDLE, 2)  # fmt: skip
            pages.y += 12
        block = leaf.block(f"{number}. {item.says}", start - LEFT - 4, Type(13))
        height = max(block.height, 12) + 2.2
        pages.room(height)
        leaf.paper.put(block, LEFT, pages.y)
        for place in range(len(answers)):
            box = QRectF(start + place * width + 6, pages.y, 13, 12)
            leaf.paper.box(box, edge=paper.INK, radius=2, pen=0.5)
        pages.y += height


def _word(pages: _Pages, number: int, item: Vocabulary, unknown: str) -> None:
    leaf = pages.leaf
    pages.room(32 + 7 * len(item.lines))
    leaf.text(f"{number}.", LEFT, pages.y, 12, ASK)
    x, y = LEFT + 12, pages.y
    if item.way == "picture":
        leaf.paper.picture(picture_of(item.picture), QRectF(x, y, 22, 22))
    elif item.way == "sound":
        leaf.paper.picture(picture_of("speaker-high-volume"), QRectF(x, y, 16, 16))
    else:
        y = leaf.text(item.title, x, y, 70, ASK)
        for line in item.lines:
            y = leaf.text(line, x, y, 70, OPTION)
    below = _ringed(
        leaf, (*mixed((item.right, *item.wrong), item.id), unknown), LEFT + 92, pages.y, INNER - 92
    )
    pages.y = max(below, y, pages.y + 24) + 4


def mixed(options: Sequence[str], key: str) -> tuple[str, ...]:
    """The options in an order that depends on the item only: the same in every copy."""
    turn = sum(key.encode()) % len(options)
    return (*options[turn:], *options[:turn])


# ------------------------------------------------------------------------------- the teacher's sheets


def teacher_sheets(of: PaperAssessment) -> bytes:
    """Return what the teacher reads aloud, and the key with the rules for points."""
    pages = _Pages(of, f"{of.booklet.form} · {of.bank.version}")
    leaf, say, written = pages.leaf, pages.leaf.words.say, of.booklet.paper
    pages.y = (
        leaf.text(say(N_("For the teacher · form {form}"), form=of.booklet.form), LEFT, TOP, INNER, TITLE) + 3
    )
    _section(pages, say(N_("Before the booklet")), written.before)
    for part in written.parts:
        _section(pages, part.title, part.script)
    sounds = [
        f"{number}. {item.right}" for number, item in enumerate(of.form.words, 1) if item.way == "sound"
    ]
    if sounds:
        _section(pages, say(N_("Words to read aloud")), sounds)
    _section(pages, say(N_("At the end")), written.after)
    pages.turn()
    pages.y = leaf.text(say(N_("Key and points")), LEFT, pages.y, INNER, TITLE) + 3
    _section(pages, say(N_("How it is marked")), written.marking)
    for number, task in enumerate(of.booklet.tasks, 1):
        _key_of_task(pages, number, task)
    right = [f"{one.number}: {one.right}" for one in of.booklet.messages]
    _section(pages, say(N_("Messages")), [" · ".join(right)])
    _section(pages, say(N_("Questions")), [_answers(of.form.recognition)])
    _section(pages, say(N_("Words")), [_answers(of.form.words)])
    pages.foot()
    return leaf.paper.finish()


def _section(pages: _Pages, title: str, lines: Iterable[str]) -> None:
    leaf = pages.leaf
    pages.room(22)
    pages.y = leaf.heading(title, pages.y)
    for line in lines:
        block = leaf.block(line, INNER - 6, Type(12))
        pages.room(block.height + 2)
        leaf.paper.oval(QRectF(LEFT, pages.y + 2, 2.4, 1.7), fill=paper.PINE)
        pages.y = leaf.paper.put(block, LEFT + 6, pages.y) + 1.2
    pages.y += 3


def _key_of_task(pages: _Pages, number: int, task: PrintedTask) -> None:
    """The right place of every ring, its key step, and boxes for the points."""
    leaf = pages.leaf
    titles = {step.id: step.title for step in task.task.key_steps}
    lines: list[str] = []
    for place, screen in enumerate(task.screens):
        step = titles.get(screen.ring.step, "")
        lines.append(f"{chr(ord('a') + place)}) {screen.ask} → {_where(leaf, task, place)} [{step}]")
    blocks = [leaf.block(line, INNER - 44, Type(11)) for line in lines]
    pages.room(sum(block.height for block in blocks) + 12)
    y = leaf.text(f"{number}. {task.task.title}", LEFT, pages.y, INNER - 44, Type(12, bold=True)) + 0.5
    for points in range(4):
        box = QRectF(RIGHT - 40 + points * 10, pages.y, 8, 7)
        leaf.paper.box(box, edge=paper.INK, radius=1, pen=0.4)
        leaf.text(str(points), box.left(), box.top() + 0.6, 8, Type(11), Side.MIDDLE)
    for block in blocks:
        y = leaf.paper.put(block, LEFT + 5, y)
    pages.y = y + 4


def _where(leaf: Leaf, task: PrintedTask, place: int) -> str:
    """What is ringed there, in the words of the screen."""
    screen = task.screens[place]
    if screen.text:
        return f"»{screen.text}«"
    view = screen.world.page()
    links = [*view.menu, *view.bookmarks, *([view.sign_out] if view.sign_out else [])]
    found = [one.text for one in links if one.target == screen.at]
    found += [_block_name(one, screen.at) for one in view.blocks if screen.at.startswith(one.target)]
    if found:
        return f"»{found[0]}«"
    names = {
        "files/name": N_("Name"),
        "files/save-as": N_("Save as"),
        "mail/reply": N_("Reply"),
        "mail/attach": N_("Attach a file"),
        "mail/send": N_("Send"),
    }
    if screen.at in names:
        return f"»{leaf.words.say(names[screen.at])}«"
    mails = {row.target: row.subject for row in screen.world.mail().rows}
    return f"»{mails.get(screen.at, screen.at.rpartition('/')[2])}«"


def _block_name(block: BlockView, at: str) -> str:
    """What a block is called in the key: its text, its document, or the row that is meant."""
    place = at.rpartition("/")[2]
    if block.cells and place.isdecimal() and int(place) <= len(block.cells):
        return " · ".join(block.cells[int(place) - 1].cells)
    return block.text or (block.paper.title if block.paper else place)


def _answers(items: Iterable[Recognition | Vocabulary]) -> str:
    rights = (item.right for item in items)
    texts = (right if isinstance(right, str) else right.text or right.described for right in rights)
    return " · ".join(f"{number}: {text}" for number, text in enumerate(texts, 1))
