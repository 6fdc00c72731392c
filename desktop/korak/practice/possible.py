# SPDX-License-Identifier: GPL-3.0-or-later
"""What could be done on the page and on the phone as they are shown."""

from collections.abc import Iterator

from korak.content.blocks import Button, Link, Preview, Receipt, Scan, Signature, Table
from korak.content.fields import (
    Checkbox,
    Consent,
    HumanCheck,
    PictureCode,
    Radio,
    Rows,
    Search,
    Select,
    Slots,
    Ticks,
)
from korak.practice import actions as act
from korak.practice.state import State
from korak.practice.view import BlockView, LinkView, PageView, PhoneView


def possible(page: PageView, phone: PhoneView, state: State) -> Iterator[act.Action]:
    """Every action on page, browser and phone that needs no text."""
    if not _is_covered(page):
        for block in page.blocks:
            yield from on_block(block)
        yield from (act.Press(link.target) for link in (*page.menu, *_only(page.sign_out)))
    yield from _around(page)
    yield from _on_phone(phone, state)
    if page.can_go_back:
        yield act.Back()
    if page.can_go_forward:
        yield act.Forward()
    yield from (act.SwitchTab(n) for n in range(len(page.tabs)) if n != state.browser.current)
    yield from (act.CloseTab(n) for n in range(len(page.tabs)))
    yield from (act.Reload(), act.NewTab())


def _is_covered(page: PageView) -> bool:
    """Whether a pop-up, or a banner that must be answered, lies over the page."""
    return page.popup is not None or (page.cookies is not None and page.cookies.needed)


def _only(link: LinkView | None) -> tuple[LinkView, ...]:
    return (link,) if link is not None else ()


def on_block(view: BlockView) -> Iterator[act.Action]:
    """What could be done on a block."""
    target = view.target
    match view.block:
        case Button() | Link() | Scan() | Signature():
            yield act.Press(target)
        case Select() | Radio():
            yield from (act.Choose(target, index) for index in range(len(view.options)))
        case Slots():
            yield from (act.Choose(target, slot.index) for slot in view.slots if slot.free)
        case Checkbox() | Consent():
            yield act.Tick(target, not view.checked)
        case Ticks() | HumanCheck():
            yield from (act.Tick(tick.target, not tick.chosen) for tick in view.ticks)
        case Rows():
            yield from _rows(view, view.block)
        case _:
            yield from _parts(view)


def _rows(view: BlockView, block: Rows) -> Iterator[act.Action]:
    for index, row in enumerate(view.cells):
        if not row.closed:
            yield act.Tick(row.target, not row.chosen) if block.several else act.Choose(view.target, index)


def _parts(view: BlockView) -> Iterator[act.Action]:
    target = view.target
    match view.block:
        case Table():
            yield from (act.Press(row.target) for row in view.cells if row.target)
            if view.table_page + 1 < view.table_pages:
                yield act.Press(f"{target}/next")
            if view.table_page:
                yield act.Press(f"{target}/previous")
        case Search():
            yield act.Press(f"{target}/go")
            yield from (act.Press(result.target) for result in view.results or () if result.target)
        case Preview():
            yield act.Press(f"{target}/{'close' if view.open else 'open'}")
        case Receipt() if view.number:
            yield from (act.Press(f"{target}/save"), act.Press(f"{target}/print"))
        case PictureCode():
            yield act.Press(f"{target}/new")
        case _:
            return


def _around(page: PageView) -> Iterator[act.Action]:
    yield from (act.Press(link.target) for link in (*page.results, *page.bookmarks))
    if page.cookies is not None:
        yield from (act.Press(page.cookies.necessary.target), act.Press(page.cookies.all.target))
    if page.popup is not None:
        yield act.Press("browser/popup/close")
        if page.popup.button:
            yield act.Press("browser/popup/go")
    if page.popup_held_back:
        yield act.Press("browser/popup/allow")
    if page.asks_password:
        yield from (act.Press("browser/save-password/no"), act.Press("browser/save-password/yes"))
    if page.signing is not None:
        parts = ("read", *(("send",) if page.signing.needs_code else ()), "confirm", "cancel")
        yield from (act.Press(f"{page.signing.target}/{part}") for part in parts)


def _on_phone(phone: PhoneView, state: State) -> Iterator[act.Action]:
    if phone.call is not None:
        names = ("answer", "decline") if phone.call.ringing else ("hang-up",)
        yield from (act.Press(f"phone/call/{name}") for name in names)
        yield from (act.Press(choice.target) for choice in phone.call.choices)
    if phone.locked:
        yield act.Unlock()
        return
    yield from (act.OpenMessage(index) for index in range(len(state.phone.messages)))
    if phone.ask is not None:
        yield from (act.Press("phone/confirm/approve"), act.Press("phone/confirm/decline"))
    if phone.open is not None:
        yield act.Press("phone/delete")
        if phone.open.link:
            yield act.Press("phone/link")
    if phone.camera is not None:
        yield from (act.Press(paper.target) for paper in phone.camera.papers)
        yield act.Press("phone/camera/close")
    elif state.papers:
        yield act.Press("phone/camera")
    yield from (act.Press(contact.target) for contact in phone.contacts)
