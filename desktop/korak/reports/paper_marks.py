# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read on a screen of the practice world, as rows of marks: the printed booklet draws them.

Lines of text, links, buttons, fields and rows in the order of the real screen, each with the target it stands
for, so that the key can name the place to ring.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from korak.i18n import N_
from korak.practice.view import BlockView, PageView
from korak.practice.world import World
from korak.reports.result_words import ResultWords

FIELDS = frozenset(
    {"text_field", "password", "sms_code", "date", "search", "number", "long_text", "radio", "choice"}
)


class Shape(Enum):
    """How a mark is drawn."""

    TITLE = "title"
    TEXT = "text"
    LINK = "link"
    BUTTON = "button"
    FIELD = "field"
    ROW = "row"


_PRESSED = {"button": Shape.BUTTON, "signature": Shape.BUTTON, "link": Shape.LINK}


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a screen: its text, what is filled in, its target, the entries of a row of a table."""

    shape: Shape
    text: str
    value: str = ""
    at: str = ""
    cells: tuple[str, ...] = ()
    pictogram: str = ""


Row: TypeAlias = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen to be ringed on: what stands in its bar, its rows, and the mark that is right."""

    bar: str
    pictogram: str  # in the bar; nothing: a browser
    rows: tuple[Row, ...]
    right: Mark | None
    entry: str  # where a whole table is meant: the entry to ring

    @property
    def answer(self) -> str:
        """What is ringed, in the words of the screen."""
        if self.right is None:
            return ""
        return self.entry or self.right.text


def screen_of(words: ResultWords, world: World, at: str, entry: str = "") -> Screen:
    """Return the screen of the device a ring belongs to."""
    device = at.partition("/")[0]
    if device == "files":
        bar, picture, rows = words.say(N_("Files")), "file-folder", tuple(_files(words, world))
    elif device == "mail":
        bar, picture, rows = words.say(N_("Mail")), "e-mail", tuple(_mail(words, world))
    elif at.startswith("browser/bookmark"):
        view = world.page()
        bar, picture = view.address, ""
        marked = (Mark(Shape.BUTTON, one.text, at=one.target, pictogram="star") for one in view.bookmarks)
        rows = (tuple(marked), *_page(view))
    else:
        view = world.page()
        bar, picture, rows = view.address, "", tuple(_page(view))
    found = (mark for row in rows for mark in row if mark.at == at)
    right = next((mark for mark in found if not entry or entry in mark.cells), None)
    return Screen(bar, picture, rows, right, entry)


def _buttons(words: ResultWords, names: tuple[tuple[str, str], ...]) -> Row:
    return tuple(Mark(Shape.BUTTON, words.say(name), at=at) for at, name in names)


def _files(words: ResultWords, world: World) -> Iterator[Row]:
    view = world.files()
    yield _buttons(
        words,
        (
            ("files/open", N_("Open")),
            ("files/rename", N_("Rename")),
            ("files/save-as", N_("Save as")),
            ("files/delete", N_("Delete")),
        ),
    )
    yield (Mark(Shape.FIELD, words.say(N_("Name")), view.name, "files/name"),)
    if view.folders:
        yield tuple(Mark(Shape.ROW, one.text, at=one.target, pictogram="file-folder") for one in view.folders)
    for file in view.files:
        yield (Mark(Shape.ROW, file.name, at=file.target, pictogram="page-facing-up"),)


def _mail(words: ResultWords, world: World) -> Iterator[Row]:
    view = world.mail()
    if view.writing is not None:
        yield (Mark(Shape.FIELD, words.say(N_("To")), view.writing.to, "mail/to"),)
        yield (Mark(Shape.FIELD, words.say(N_("Subject")), view.writing.subject, "mail/subject"),)
        yield (Mark(Shape.FIELD, words.say(N_("Message")), " ".join(view.writing.text.split()), "mail/text"),)
        for file in view.writing.attached:
            yield (Mark(Shape.ROW, file.text, at=file.target, pictogram="paperclip"),)
        yield _buttons(
            words,
            (
                ("mail/attach", N_("Attach a file")),
                ("mail/send", N_("Send")),
                ("mail/discard", N_("Discard")),
            ),
        )
    elif view.open is not None:
        yield _buttons(
            words,
            (("mail/reply", N_("Reply")), ("mail/delete", N_("Delete")), ("mail/print", N_("Print"))),
        )
        yield (Mark(Shape.TITLE, view.open.subject),)
        yield (Mark(Shape.TEXT, view.open.who),)
        yield (Mark(Shape.TEXT, " ".join(view.open.text.split())),)
        for file in view.open.attachments:
            yield (Mark(Shape.ROW, file.text, at=file.target, pictogram="paperclip"),)
    else:
        yield _buttons(words, (("mail/new", N_("New message")),))
        for row in view.rows:
            yield (Mark(Shape.ROW, f"{row.who} · {row.subject}", at=row.target, pictogram="envelope"),)


def _page(view: PageView) -> Iterator[Row]:
    head = [Mark(Shape.TITLE, view.header)] if view.header else []
    if view.sign_out:
        head.append(Mark(Shape.BUTTON, view.sign_out.text, at=view.sign_out.target))
    yield from _filled(head)
    yield from _filled([Mark(Shape.LINK, one.text, at=one.target) for one in view.menu])
    yield from _filled([Mark(Shape.TEXT, view.notice)] if view.notice else [])
    pressed: list[Mark] = []  # links and buttons that follow each other stand side by side
    for mark in (mark for block in view.blocks for mark in _block(block, view.header)):
        if mark.shape in (Shape.BUTTON, Shape.LINK):
            pressed.append(mark)
        else:
            yield from _filled(pressed)
            pressed = []
            yield (mark,)
    yield from _filled(pressed)


def _filled(marks: Sequence[Mark]) -> Iterator[Row]:
    if marks:
        yield tuple(marks)


def _block(view: BlockView, header: str) -> Iterator[Mark]:
    kind, at = str(view.block.__struct_config__.tag), view.target
    if kind in FIELDS:
        yield Mark(Shape.FIELD, view.text, view.value, at)
        yield from (Mark(Shape.TEXT, f"○ {option}") for option in view.options)
    elif kind in _PRESSED:
        yield Mark(_PRESSED[kind], view.text, at=at)
    elif kind == "upload":
        yield Mark(Shape.TEXT, f"{view.text}:")
        yield from (Mark(Shape.ROW, name, pictogram="paperclip") for name in view.files)
        yield Mark(Shape.BUTTON, "Dodaj datoteko", at=at)
    elif kind == "document":
        title = view.paper.title if view.paper else view.text
        yield Mark(Shape.ROW, title, pictogram="page-facing-up")
        yield Mark(Shape.BUTTON, "Odpri dokument", at=f"{at}/open")
    elif kind == "receipt":
        yield Mark(Shape.TEXT, f"{view.text} {view.number}")
        yield Mark(Shape.BUTTON, "Shrani potrdilo", at=f"{at}/save")
    elif kind != "heading" or view.text != header:
        yield from _told(view, Shape.TITLE if kind == "heading" else Shape.TEXT)


def _told(view: BlockView, shape: Shape) -> Iterator[Mark]:
    if view.text:
        yield Mark(shape, view.text)
    for label, value in view.pairs:
        yield Mark(Shape.TEXT, f"{label}: {value}")
    for row in view.cells:
        yield Mark(Shape.ROW, " · ".join(row.cells), at=row.target or view.target, cells=row.cells)
    for item in view.items:
        yield Mark(Shape.TEXT, f"– {item}")
