# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a state as views: what the browser and the phone show, with every text in place."""

from korak.content.blocks import Button, Heading, Link, List, Messages, Notice, Text
from korak.content.fields import Checkbox, Field, FieldPart, Radio, Select
from korak.content.portal import Block, Page, Portal
from korak.practice.addresses import address_of, found
from korak.practice.scene import Scene
from korak.practice.state import Place, Record, Sms, State
from korak.practice.surfing import title_of
from korak.practice.view import BlockView, LinkView, PageKind, PageView, PhoneView, RowView, SmsView, TabView


def page_view(scene: Scene, state: State) -> PageView:
    """What the browser shows."""
    place, browser = state.place, state.browser
    tabs = tuple(
        TabView(title_of(scene, tab.place), index == browser.current)
        for index, tab in enumerate(browser.tabs)
    )
    back, forward = bool(browser.tab.history), bool(browser.tab.future)
    if not place.portal:
        return PageView(
            kind=PageKind.SEARCH if place.text else PageKind.EMPTY,
            title=place.text,
            address=place.text,
            padlock=False,
            padlock_open=False,
            results=search_results(scene, place),
            typed=place.text,
            tabs=tabs,
            can_go_back=back,
            can_go_forward=forward,
        )
    portal, page = scene.pack.portals[place.portal], scene.pack.pages[place.name]
    known = portal.id in state.signed_in
    return PageView(
        kind=PageKind.PORTAL,
        title=scene.text(page.title),
        address=address_of(scene.pack, place),
        padlock=portal.padlock,
        padlock_open=browser.padlock,
        host=portal.address,
        portal=portal.id,
        page=page.id,
        header=portal.title,
        person=scene.person.name if known else "",
        colours=portal.colours,
        menu=_menu(scene, state, portal, page),
        sign_out=LinkView(sign_out_target(portal), portal.sign_out.text)
        if portal.sign_out and known
        else None,
        notice=state.notice,
        blocks=tuple(_block(scene, state, place, n, block) for n, block in enumerate(page.blocks)),
        tabs=tabs,
        can_go_back=back,
        can_go_forward=forward,
    )


def phone_view(scene: Scene, state: State) -> PhoneView:
    """What the phone shows: nothing of its messages while it is locked."""
    phone = state.phone
    if phone.locked:
        return PhoneView(True, scene.clock(state.minutes), phone.unseen, (), None)
    views = tuple(
        _sms(scene, index, message, is_open=index == phone.open)
        for index, message in enumerate(phone.messages)
    )
    opened = views[phone.open] if phone.open is not None else None
    return PhoneView(False, scene.clock(state.minutes), phone.unseen, views[::-1], opened)


def search_results(scene: Scene, place: Place) -> tuple[LinkView, ...]:
    """What the search page offers for the text that was typed."""
    return tuple(
        LinkView(f"search/result/{portal.id}", portal.title, detail=portal.address)
        for portal in found(scene.pack, place.text)
    )


def menu_pages(scene: Scene, state: State, portal: Portal) -> tuple[Page, ...]:
    """The pages in the menu that are open to the visitor."""
    pages = (scene.pack.pages[f"{portal.id}/{name}"] for name in portal.menu)
    return tuple(page for page in pages if page.open_to == "everyone" or portal.id in state.signed_in)


def sign_out_target(portal: Portal) -> str:
    """The target of the link that signs out."""
    return f"{portal.id}/odjava"


def _menu(scene: Scene, state: State, portal: Portal, page: Page) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(f"{portal.id}/menu/{entry.id}", entry.title, entry.id == page.id)
        for entry in menu_pages(scene, state, portal)
    )


def _block(scene: Scene, state: State, place: Place, number: int, block: Block) -> BlockView:
    target = f"{place.name}/{block.id or number}"
    match block:
        case Heading() | Text() | Notice() | Link() | Button():
            return BlockView(target, block, scene.text(block.text))
        case List():
            return BlockView(target, block, items=tuple(scene.text(item) for item in block.items))
        case Messages():
            rows = tuple(
                _row(scene, block, record)
                for record in reversed(state.records)
                if _shows(record, block, place)
            )
            return BlockView(target, block, scene.text(block.empty), rows=rows)
        case FieldPart():
            return _field(scene, state, target, block)
        case _:
            return BlockView(target, block)


def _field(scene: Scene, state: State, target: str, field: Field) -> BlockView:
    value = state.fields.get(target, "")
    options = field.options if isinstance(field, Select | Radio) else ()
    return BlockView(
        target,
        field,
        scene.text(field.label),
        help=scene.text(field.help),
        value=value,
        checked=isinstance(field, Checkbox) and bool(value),
        options=tuple(scene.text(option) for option in options),
        selected=options.index(value) if value in options else -1,
        message=state.faults.get(target),
        required=bool(field.required),
    )


def _shows(record: Record, block: Messages, place: Place) -> bool:
    return record.kind == block.record and record.portal == place.portal


def _row(scene: Scene, block: Messages, record: Record) -> RowView:
    title = record.value(block.title) if block.title else ""
    lines = tuple(text for name, text in record.values if text and name != block.title)
    return RowView(
        title or (lines[0] if lines else ""), lines if title else lines[1:], scene.clock(record.at)
    )


def _sms(scene: Scene, index: int, message: Sms, *, is_open: bool) -> SmsView:
    return SmsView(index, message.sender, message.text, scene.clock(message.at), message.seen, is_open)
