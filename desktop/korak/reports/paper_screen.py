# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of the practice world in black and white, to be ringed with a pencil: only what can be read on it.

Lines of text, links, buttons, fields and rows in the order of the real screen; nothing that a laser printer
would swallow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF

from korak.i18n import N_
from korak.practice.view import BlockView, PageView
from korak.practice.world import World
from korak.reports import paper
from korak.reports.leaf import Leaf
from korak.reports.paper import Side, Type

TEXT, STRONG, SMALL = Type(10), Type(10.5, bold=True), Type(8.5, colour=paper.SOFT)
GAP = 1.6
FIELDS = frozenset(
    {"text_field", "password", "sms_code", "date", "search", "number", "long_text", "radio", "choice"}
)


class Shape(Enum):
    """How a line is drawn."""

    TITLE = "title"
    TEXT = "text"
    LINK = "link"
    BUTTON = "button"
    FIELD = "field"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a screen."""

    shape: Shape
    text: str
    value: str = ""


def marks_of(leaf: Leaf, world: World, at: str) -> tuple[str, tuple[Mark, ...]]:
    """The bar at the top of the screen and the lines below it, for the device that is asked about."""
    say = leaf.words.say
    device = at.partition("/")[0]
    if device == "files":
        return say(N_("Files")), tuple(_files(leaf, world))
    if device == "mail":
        return say(N_("Mail")), tuple(_mail(leaf, world))
    view = world.page()
    if at.startswith("browser/bookmark"):
        return view.address, tuple(Mark(Shape.LINK, one.text) for one in view.bookmarks)
    return view.address, tuple(_page(view))


def _files(leaf: Leaf, world: World) -> Iterator[Mark]:
    say, view = leaf.words.say, world.files()
    for name in ("New folder", "Open", "Rename", "Save as", "Delete"):
        yield Mark(Shape.BUTTON, say(name))
    yield Mark(Shape.FIELD, say(N_("Name")), view.name)
    for folder in view.folders:
        yield Mark(Shape.ROW, f"▸ {folder.text}")
    for file in view.files:
        yield Mark(Shape.ROW, file.name)


def _mail(leaf: Leaf, world: World) -> Iterator[Mark]:
    say, view = leaf.words.say, world.mail()
    if view.writing is not None:
        yield Mark(Shape.FIELD, say(N_("To")), view.writing.to)
        yield Mark(Shape.FIELD, say(N_("Subject")), view.writing.subject)
        yield Mark(Shape.FIELD, say(N_("Message")), view.writing.text)
        for file in view.writing.attached:
            yield Mark(Shape.ROW, file.text)
        for name in ("Attach a file", "Send", "Discard"):
            yield Mark(Shape.BUTTON, say(name))
    elif view.open is not None:
        for name in ("Reply", "Delete", "Print", "Back to the list"):
            yield Mark(Shape.BUTTON, say(name))
        yield Mark(Shape.TITLE, view.open.subject)
        yield Mark(Shape.TEXT, view.open.who)
        yield Mark(Shape.TEXT, view.open.text)
        for file in view.open.attachments:
            yield Mark(Shape.ROW, file.text)
    else:
        yield Mark(Shape.BUTTON, say(N_("New message")))
        for row in view.rows:
            yield Mark(Shape.ROW, f"{row.who} · {row.subject}")


def _page(view: PageView) -> Iterator[Mark]:
    yield Mark(Shape.TITLE, view.header)
    menu = [one.text for one in view.menu] + ([view.sign_out.text] if view.sign_out else [])
    for text in menu:
        yield Mark(Shape.LINK, text)
    if view.notice:
        yield Mark(Shape.TEXT, view.notice)
    for block in view.blocks:
        yield from _block(block)


def _block(view: BlockView) -> Iterator[Mark]:
    kind = str(view.block.__struct_config__.tag)
    if kind in FIELDS:
        yield Mark(Shape.FIELD, view.text, view.value)
        for option in view.options:
            yield Mark(Shape.ROW, f"○ {option}")
    elif kind in ("button", "signature"):
        yield Mark(Shape.BUTTON, view.text)
    elif kind == "link":
        yield Mark(Shape.LINK, view.text)
    elif kind == "upload":
        yield Mark(Shape.FIELD, view.text, ", ".join(view.files))
        yield Mark(Shape.BUTTON, "Dodaj datoteko")
    elif kind == "document":
        yield Mark(Shape.ROW, view.paper.title if view.paper else view.text)
        yield Mark(Shape.BUTTON, "Odpri dokument")
    elif kind == "receipt":
        yield Mark(Shape.TEXT, f"{view.text} {view.number}")
        yield Mark(Shape.BUTTON, "Shrani potrdilo")
    else:
        yield from _told(view, Shape.TITLE if kind == "heading" else Shape.TEXT)


def _told(view: BlockView, shape: Shape) -> Iterator[Mark]:
    if view.text:
        yield Mark(shape, view.text)
    for label, value in view.pairs:
        yield Mark(Shape.TEXT, f"{label}: {value}")
    for row in view.cells:
        yield Mark(Shape.ROW, " · ".join(row.cells))
    for item in view.items:
        yield Mark(Shape.TEXT, f"– {item}")


# ------------------------------------------------------------------------------------------- drawing


def draw_screen(leaf: Leaf, world: World, at: str, x: float, y: float, width: float) -> float:
    """Draw a screen; return the y below it."""
    bar, marks = marks_of(leaf, world, at)
    top = y + 6.2
    inner = width - 6
    below = top + 1.5
    for mark in marks:
        below = _draw(leaf, mark, x + 3, below, inner) + GAP
    area = QRectF(x, y, width, below - y + 0.6)
    leaf.paper.box(area, edge=paper.INK, radius=2, pen=0.35)
    leaf.paper.line(x, top, x + width, top, colour=paper.INK, pen=0.25)
    for place in range(3):
        leaf.paper.oval(QRectF(x + 2.5 + place * 3.2, y + 2.1, 2, 2), edge=paper.EDGE, pen=0.25)
    leaf.text(bar, x + 14, y + 1.0, width - 17, SMALL, most=1)
    return area.bottom()


def _draw(leaf: Leaf, mark: Mark, x: float, y: float, width: float) -> float:
    if mark.shape is Shape.BUTTON:
        block = leaf.block(mark.text, width - 8, STRONG)
        wide = min(block.natural + 8, width)
        leaf.paper.box(QRectF(x, y, wide, block.height + 2.4), edge=paper.INK, radius=2, pen=0.5)
        return leaf.paper.put(block, x + 4, y + 1.2) + 1.2
    if mark.shape is Shape.FIELD:
        y = leaf.text(mark.text, x, y, width, SMALL, most=2)
        value = leaf.block(mark.value or " ", width - 4, TEXT, most=2)
        leaf.paper.box(QRectF(x, y + 0.3, width, value.height + 2), edge=paper.EDGE, radius=1, pen=0.35)
        return leaf.paper.put(value, x + 2, y + 1.3) + 1
    if mark.shape is Shape.ROW:
        block = leaf.block(mark.text, width - 4, TEXT, most=2)
        leaf.paper.line(
            x, y + block.height + 1.6, x + width, y + block.height + 1.6, colour=paper.EDGE, pen=0.25
        )
        return leaf.paper.put(block, x + 2, y + 0.8) + 0.8
    if mark.shape is Shape.LINK:
        block = leaf.block(mark.text, width, TEXT, Side.START, 2)
        foot = y + block.height
        leaf.paper.line(x, foot, x + min(block.natural, width), foot, colour=paper.INK, pen=0.3)
        return leaf.paper.put(block, x, y) + 0.4
    return leaf.text(mark.text, x, y, width, STRONG if mark.shape is Shape.TITLE else TEXT, most=6)
