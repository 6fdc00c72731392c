# SPDX-License-Identifier: GPL-3.0-or-later
"""The learner's booklet of the assessment on paper: pictures, questions and places to ring, nothing else.

Ten pages at most, black and white, everything the learner reads in at least 14 points, no name on the cover.
What is read aloud and how it is marked stands in the teacher's sheets (paper_key).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from korak.content.assessment import Option, Recognition, Vocabulary
from korak.i18n import N_
from korak.practice.booklet import PrintedMessage
from korak.reports import paper
from korak.reports.leaf import INNER, LEFT, RIGHT
from korak.reports.learner_facts import picture_of
from korak.reports.paper import Block, Side, Type
from korak.reports.paper_pages import (
    ASK,
    BETWEEN,
    BOTTOM,
    COLUMN,
    QUESTION,
    TASK_GAP,
    TEXT,
    Pages,
    PaperAssessment,
    draw_task,
    mixed,
    set_tasks,
    task_pages,
    unbroken,
)

RING = 5.6
MESSAGE = INNER - 50
CODE_SIGNS = 10  # the longest code: prefix, five signs, the sign that checks
SIGN = 6.4


def paper_booklet(of: PaperAssessment) -> bytes:
    """Return the learner's booklet as a PDF."""
    pages = Pages(of, f"{of.booklet.form} · {of.bank.version}")
    _cover(pages, of)
    pages.turn()
    _tasks(pages, of)
    pages.turn()
    pages.heading("messages")
    _messages(pages, of.booklet.messages)
    pages.turn()
    pages.heading("recognition")
    _questions(pages, of)
    pages.turn()
    pages.heading("statements")
    _statements(pages, of)
    pages.turn()
    pages.heading("words")
    _words(pages, of)
    pages.foot()
    return pages.leaf.paper.finish()


def _tasks(pages: Pages, of: PaperAssessment) -> None:
    """The first task with an example of a ring above it, then two tasks a page."""
    pages.heading("tasks")
    _example(pages)
    for place, there in enumerate(task_pages(of)):
        if place:
            pages.turn()
        sheets = set_tasks(pages.leaf, there, BOTTOM - pages.y)
        spare = BOTTOM - pages.y - sum(one.height for one in sheets)
        for sheet in sheets:
            draw_task(pages, sheet)
            pages.y += min(TASK_GAP * 3, spare)


def _example(pages: Pages) -> None:
    """How a place is ringed, without a word: three buttons, one in a pencil's ring."""
    leaf = pages.leaf
    frame = QRectF(LEFT + 30, pages.y + 2, INNER - 60, 33)
    leaf.paper.box(frame, edge=paper.EDGE, radius=3, pen=0.3)
    x, y = frame.left() + 10, frame.top() + 12
    for place, word in enumerate(("Nazaj", "Naprej", "Domov")):
        block = leaf.block(word, 40, QUESTION)
        box = QRectF(x, y, block.natural + 6, block.height + 2)
        leaf.paper.box(box, edge=paper.INK, radius=2, pen=0.5)
        leaf.paper.put(block, x + 3, y + 1)
        if place == 1:
            leaf.paper.oval(box.adjusted(-4.5, -3.5, 4.5, 3.5), edge=paper.INK, pen=1.1)
            leaf.paper.picture(picture_of("pencil"), QRectF(box.right() + 2.0, y - 8, 13, 13))
        x = box.right() + 14
    pages.y = frame.bottom() + 9


# --------------------------------------------------------------------------------------------- cover


def _cover(pages: Pages, of: PaperAssessment) -> None:
    leaf, say = pages.leaf, pages.leaf.words.say
    y = leaf.text(of.centre, LEFT, 24, INNER, Type(16), Side.MIDDLE)
    y = leaf.text(say(N_("What I can do")), LEFT, y + 8, INNER, Type(38, bold=True), Side.MIDDLE)
    letter = QRectF(LEFT + INNER / 2 - 17, y + 5, 34, 34)
    leaf.paper.box(letter, edge=paper.INK, radius=6, pen=1.2)
    leaf.text(of.booklet.form, letter.left(), y + 8.5, 34, Type(62, bold=True), Side.MIDDLE)
    y = letter.bottom() + 14
    leaf.text(say(N_("Code (no name)")), LEFT, y, INNER, TEXT, Side.MIDDLE)
    y = _code(pages, y + 9)
    y += 16
    for sign in of.booklet.paper.signs:
        leaf.paper.picture(picture_of(sign.picture), QRectF(LEFT + 18, y, 19, 19))
        block = leaf.block(sign.says, INNER - 60, Type(18))
        leaf.paper.put(block, LEFT + 46, y + (19 - block.height) / 2)
        y += 25


def _code(pages: Pages, y: float) -> float:
    """A box for every sign of the code."""
    width, gap = 13.0, 2.0
    x = LEFT + (INNER - CODE_SIGNS * width - (CODE_SIGNS - 1) * gap) / 2
    for place in range(CODE_SIGNS):
        box = QRectF(x + place * (width + gap), y, width, 16)
        pages.leaf.paper.box(box, edge=paper.INK, radius=1.5, pen=0.5)
    return y + 16


# ------------------------------------------------------------------------------------- what is ticked


def _choice(pages: Pages, text: str, x: float, y: float, width: float) -> float:
    """A circle to mark, and what it stands for; return the y below."""
    leaf = pages.leaf
    block = leaf.block(text, width - RING - 3, TEXT)
    leaf.paper.oval(QRectF(x, y + 0.9, RING, RING), edge=paper.INK, pen=0.5)
    return max(leaf.paper.put(block, x + RING + 3, y), y + RING + 1.2)


def _choices(pages: Pages, texts: Sequence[str], x: float, y: float, width: float, across: int) -> float:
    """Circles in rows of so many."""
    each = width / across
    for first in range(0, len(texts), across):
        row = texts[first : first + across]
        y = max(_choice(pages, text, x + n * each, y, each) for n, text in enumerate(row)) + 1.0
    return y


# ------------------------------------------------------------------------------------------ messages


def _messages(pages: Pages, messages: Sequence[PrintedMessage]) -> None:
    """Six messages as they look on a phone and in the mail, and two circles beside each."""
    leaf = pages.leaf
    set_messages = [_set_message(pages, one) for one in messages]
    spare = BOTTOM - pages.y - sum(one.height for one in set_messages)
    gap = min(9.0, spare / max(1, len(messages) - 1))
    for message, one in zip(messages, set_messages, strict=True):
        _draw_message(pages, one)
        x = RIGHT - 36
        leaf.text(f"{message.number}.", x - 10, pages.y + 1, 10, QUESTION)
        _judgement(pages, x, pages.y + 0.5)
        pages.y += one.height + gap


def _judgement(pages: Pages, x: float, y: float) -> None:
    """Real, with a tick; or false, with a cross."""
    leaf = pages.leaf
    for n, text in enumerate(("pravo", "lažno")):
        at = y + n * 10
        leaf.paper.oval(QRectF(x, at + 0.9, RING, RING), edge=paper.INK, pen=0.5)
        leaf.text(text, x + RING + 3, at, 20, ASK)
        sign = QRectF(x + 29.5, at + 0.6, SIGN, SIGN)
        if n == 0:
            leaf.paper.tick(sign, colour=paper.INK, pen=0.9)
        else:
            left, right, top, foot = (
                sign.left() + 1.4,
                sign.right() - 1.4,
                sign.top() + 1.4,
                sign.bottom() - 1.4,
            )
            leaf.paper.line(left, top, right, foot, colour=paper.INK, pen=0.9)
            leaf.paper.line(left, foot, right, top, colour=paper.INK, pen=0.9)


@dataclass(frozen=True, slots=True)
class _Message:
    """A message that is set: its head (sender, address) and its body (subject, text, link)."""

    mail: bool
    head: tuple[Block, ...]
    body: tuple[Block, ...]
    link: Block | None

    @property
    def height(self) -> float:
        blocks = (*self.head, *self.body, *([self.link] if self.link else []))
        return max(19.5, sum(one.height for one in blocks) + 5.0)


def _set_message(pages: Pages, message: PrintedMessage) -> _Message:
    leaf, mail = pages.leaf, message.way == "mail"
    inner = MESSAGE - 8
    head = [leaf.block(message.sender, inner - 10, QUESTION)]
    body = [leaf.block(unbroken(text), inner, TEXT) for text in _paragraphs(message.text)]
    if mail:
        head.append(leaf.block(message.address, inner - 10, TEXT))
        body.insert(0, leaf.block(message.subject, inner, QUESTION))
    link = leaf.block(message.link, inner, TEXT) if mail and message.link else None
    return _Message(mail, tuple(head), tuple(body), link)


def _paragraphs(text: str) -> list[str]:
    """What is said, and below it who greets: no more lines than needed."""
    *said, last = (" ".join(part.split()) for part in text.split("\n\n"))
    return [" ".join(said), last] if said else [last]


def _draw_message(pages: Pages, one: _Message) -> None:
    leaf, y = pages.leaf, pages.y
    area = QRectF(LEFT, y, MESSAGE, one.height)
    leaf.paper.box(area, edge=paper.INK, radius=1.5 if one.mail else 5, pen=0.45)
    icon = picture_of("e-mail" if one.mail else "mobile-phone")
    leaf.paper.picture(icon, QRectF(LEFT + 4, y + 1.6, SIGN, SIGN))
    top = y + 1.3
    for block in one.head:
        top = leaf.paper.put(block, LEFT + 13, top)
    if one.mail:
        leaf.paper.line(LEFT, top + 0.9, LEFT + MESSAGE, top + 0.9, colour=paper.INK, pen=0.25)
    top += 1.6
    for block in one.body:
        top = leaf.paper.put(block, LEFT + 4, top)
    if one.link:
        end = leaf.paper.put(one.link, LEFT + 4, top) - 0.7
        leaf.paper.line(LEFT + 4, end, LEFT + 4 + one.link.natural, end, colour=paper.INK)


# ----------------------------------------------------------------------------------------- questions


def _questions(pages: Pages, of: PaperAssessment) -> None:
    """The questions, two beside each other."""
    items = list(enumerate(of.form.recognition, 1))
    with pages.leaf.paper.trial():
        heights = [_height(pages, items[n : n + 2], of) for n in range(0, len(items), 2)]
    gap = min(8.0, max(2.0, (BOTTOM - pages.y - sum(heights)) / max(1, len(heights) - 1)))
    for row, height in enumerate(heights):
        for place, (number, item) in enumerate(items[2 * row : 2 * row + 2]):
            _question(
                pages, number, item, of.bank.bank.do_not_know, LEFT + place * (COLUMN + BETWEEN), pages.y
            )
        pages.y += height + gap


def _height(pages: Pages, pair: Sequence[tuple[int, Recognition]], of: PaperAssessment) -> float:
    unknown = of.bank.bank.do_not_know
    return max(_question(pages, number, item, unknown, LEFT, 0.0) for number, item in pair)


def _question(pages: Pages, number: int, item: Recognition, unknown: str, x: float, y: float) -> float:
    leaf = pages.leaf
    y = leaf.text(unbroken(f"{number}. {item.ask}"), x, y, COLUMN, QUESTION) + 1.5
    options = _options(item)
    if all(one.picture for one in options):
        return _pictures(pages, options, unknown, x, y)
    texts = [one.text for one in options]
    if item.shows == "page" and set(texts) <= set(item.lines):
        y = _menu(pages, item, texts, x, y)
        return _choice(pages, unknown, x, y + 1.5, COLUMN)
    if item.lines:
        y = _lines(pages, item, x, y, COLUMN) + 1.5
    short = all(pages.leaf.block(text, COLUMN, TEXT).natural < COLUMN / 2 - RING - 4 for text in texts)
    return _choices(pages, [*texts, unknown], x, y, COLUMN, 2 if short else 1)


def _options(item: Recognition) -> tuple[Option, ...]:
    by_text = {one.text or one.described: one for one in (item.right, *item.wrong)}
    return tuple(by_text[text] for text in mixed(tuple(by_text), item.id))


def _pictures(pages: Pages, options: Sequence[Option], unknown: str, x: float, y: float) -> float:
    """Pictures beside each other, each with its circle."""
    leaf = pages.leaf
    each = (COLUMN - 4) / len(options)
    for n, one in enumerate(options):
        at = x + n * each
        leaf.paper.picture(picture_of(one.picture), QRectF(at + RING + 2, y, 15, 15))
        leaf.paper.oval(QRectF(at, y + 4.7, RING, RING), edge=paper.INK, pen=0.5)
    return _choice(pages, unknown, x, y + 18, COLUMN)


def _menu(pages: Pages, item: Recognition, texts: Sequence[str], x: float, y: float) -> float:
    """A small screenshot: the title of a page, and its menu with a circle before every entry."""
    leaf = pages.leaf
    title = leaf.block(item.lines[0], COLUMN - 8, QUESTION)
    entries = [line for line in item.lines if line in texts]
    with leaf.paper.trial():
        deep = _choices(pages, entries, x, 0.0, COLUMN - 8, 2)
    bottom = _window(pages, x, y, COLUMN, title.height + deep + 3.5)
    top = leaf.paper.put(title, x + 4, y + 6.5) + 1
    _choices(pages, entries, x + 4, top, COLUMN - 8, 2)
    return bottom


def _lines(pages: Pages, item: Recognition, x: float, y: float, width: float) -> float:
    """What is asked about: an address, a message, a piece of a form."""
    leaf = pages.leaf
    blocks = [
        leaf.block(unbroken(line), width - 8, QUESTION if n == 0 else TEXT)
        for n, line in enumerate(item.lines)
    ]
    height = sum(block.height for block in blocks)
    if item.shows == "message":
        leaf.paper.box(QRectF(x, y, width, height + 5), edge=paper.INK, radius=5, pen=0.45)
        top, bottom = y + 2.5, y + height + 5
    else:
        field = 9.0 if item.shows == "page" else 0.0
        bottom = _window(pages, x, y, width, height + field + 3)
        top = y + 6.2
        if field:
            box = QRectF(x + 4, bottom - field - 0.5, width - 8, 7)
            leaf.paper.box(box, edge=paper.INK, radius=1, pen=0.35)
    for block in blocks:
        top = leaf.paper.put(block, x + 4, top)
    return bottom


def _window(pages: Pages, x: float, y: float, width: float, inner: float) -> float:
    """An empty window of a browser; return the y below it."""
    leaf = pages.leaf
    leaf.paper.box(QRectF(x, y, width, inner + 5.5), edge=paper.INK, radius=2.4, pen=0.45)
    leaf.paper.line(x, y + 5.5, x + width, y + 5.5, colour=paper.INK, pen=0.3)
    for place in range(3):
        leaf.paper.oval(QRectF(x + 3 + place * 3.2, y + 1.8, 2, 2), edge=paper.INK, pen=0.3)
    return y + inner + 5.5


# ---------------------------------------------------------------------------------------- statements


def _statements(pages: Pages, of: PaperAssessment) -> None:
    """The four answers once on top of the page, in pictures; below them four large boxes a statement."""
    leaf = pages.leaf
    answers = [one for one in of.bank.bank.answers if one.code != "SKIP"]
    width = 23.8
    start = RIGHT - width * len(answers)
    for place, answer in enumerate(answers):
        x = start + place * width
        leaf.paper.picture(picture_of(answer.picture), QRectF(x + 6.5, pages.y - 1.5, 11, 11))
        leaf.text(answer.text, x + 0.2, pages.y + 10, width - 0.4, TEXT, Side.MIDDLE, 2)
    pages.y += 24.5
    blocks = [leaf.block(item.says, start - LEFT - 9.5, TEXT) for item in of.form.statements]
    least = [max(block.height + 1.0, 13.0) for block in blocks]
    more = min(2.6, (BOTTOM - pages.y - sum(least)) / max(1, len(blocks)))
    for number, (block, high) in enumerate(zip(blocks, least, strict=True), 1):
        each = high + more
        leaf.paper.line(LEFT, pages.y, RIGHT, pages.y, colour=paper.EDGE, pen=0.2)
        at = pages.y + (each - block.height) / 2
        leaf.text(f"{number}.", LEFT, at, 11, TEXT)
        leaf.paper.put(block, LEFT + 8.5, at)
        for place in range(len(answers)):
            box = QRectF(start + place * width + 5, pages.y + (each - 12) / 2, 14, 12)
            leaf.paper.box(box, edge=paper.INK, radius=2, pen=0.5)
        pages.y += each


# --------------------------------------------------------------------------------------------- words


def _words(pages: Pages, of: PaperAssessment) -> None:
    """Words to pictures, words that are heard, and on a page of their own words in a form."""
    unknown = of.bank.bank.do_not_know
    part = next(one for one in of.booklet.paper.parts if one.id == "words")
    before = "picture"
    for number, item in enumerate(of.form.words, 1):
        if item.way != before:
            _next_way(pages, item.way, part.how_of(item.way))
            before = item.way
        if item.way == "form":
            _in_form(pages, number, item, unknown)
        else:
            _in_row(pages, number, item, unknown)


def _next_way(pages: Pages, way: str, how: str) -> None:
    leaf = pages.leaf
    if way == "form":
        pages.turn()
        pages.heading("words", how)
        return
    pages.y += 5
    leaf.paper.picture(picture_of("speaker-high-volume"), QRectF(LEFT + 1, pages.y, 13, 13))
    leaf.text(how, LEFT + 21, pages.y + 2.4, INNER - 21, QUESTION)
    pages.y += 16
    leaf.paper.line(LEFT, pages.y, RIGHT, pages.y, colour=paper.INK, pen=0.5)
    pages.y += 1


def _in_row(pages: Pages, number: int, item: Vocabulary, unknown: str) -> None:
    """A picture (or nothing but the number), and the words beside it in one row."""
    leaf = pages.leaf
    seen = item.way == "picture"
    high = 19.5 if seen else 14.5
    middle = pages.y + (high - 1 - 7.7) / 2
    leaf.text(f"{number}.", LEFT, middle, 12, QUESTION)
    if seen:
        leaf.paper.picture(picture_of(item.picture), QRectF(LEFT + 11, pages.y + 0.7, 16.5, 16.5))
    texts = [*mixed((item.right, *item.wrong), item.id), unknown]
    _choices(pages, texts, LEFT + 34, middle, INNER - 34, len(texts))
    pages.y += high
    leaf.paper.line(LEFT, pages.y - 1, RIGHT, pages.y - 1, colour=paper.EDGE, pen=0.2)


def _in_form(pages: Pages, number: int, item: Vocabulary, unknown: str) -> None:
    """A piece of a form with an empty label, and the words for it."""
    leaf = pages.leaf
    leaf.text(f"{number}.", LEFT, pages.y + 1, 12, QUESTION)
    x, width = LEFT + 11, COLUMN - 11
    title = leaf.block(item.title, width - 8, QUESTION)
    lines = [leaf.block(line.replace("___", "________"), width - 8, TEXT) for line in item.lines]
    height = title.height + sum(one.height + 2 for one in lines) + 6
    leaf.paper.box(QRectF(x, pages.y, width, height), edge=paper.INK, radius=1.5, pen=0.45)
    y = leaf.paper.put(title, x + 4, pages.y + 2) + 2
    for line in lines:
        y = leaf.paper.put(line, x + 4, y) + 2
    texts = [*mixed((item.right, *item.wrong), item.id), unknown]
    right = _choices(pages, texts, LEFT + COLUMN + BETWEEN, pages.y, COLUMN, 1)
    pages.y = max(pages.y + height, right, pages.y + 38) + 9
