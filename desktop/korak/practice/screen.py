# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws a state as views: what the browser and the phone show, with every text in place."""

from korak.content.blocks import Signature
from korak.content.portal import Page, Portal
from korak.practice.addresses import address_of, found
from korak.practice.doing import said
from korak.practice.on_phone import call_choices
from korak.practice.papers import paper_view
from korak.practice.scene import Scene
from korak.practice.screen_blocks import block_view, summary
from korak.practice.shown import is_shown
from korak.practice.state import Place, Sms, State
from korak.practice.surfing import title_of
from korak.practice.view import (
    AskView,
    CallView,
    CameraView,
    CookiesView,
    LinkView,
    PageKind,
    PageView,
    PhoneView,
    PopupView,
    SigningView,
    SmsView,
    TabView,
)


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
            bookmarks=_bookmarks(scene, state),
            downloads=_downloads(state),
            asks_password=_asks_password(scene, state),
        )
    portal, page = scene.pack.portals[place.portal], scene.pack.pages[place.name]
    known = portal.id in state.signed_in
    return PageView(
        kind=PageKind.PORTAL,
        title=said(scene, state, page.title),
        address=address_of(scene.pack, place),
        padlock=portal.padlock,
        padlock_open=browser.padlock,
        host=portal.address,
        portal=portal.id,
        page=page.id,
        header=scene.text(portal.title),
        person=scene.text("$ime") if known else "",
        colours=portal.colours,
        menu=_menu(scene, state, portal, page),
        sign_out=LinkView(sign_out_target(portal), portal.sign_out.text)
        if portal.sign_out and known
        else None,
        notice=state.notice,
        refused=state.refused,
        blocks=tuple(
            block_view(scene, state, place, number, block)
            for number, block in enumerate(page.blocks)
            if is_shown(scene, state, block)
        ),
        layout=portal.layout,
        fake=portal.fake,
        footer=scene.text(portal.footer),
        tabs=tabs,
        can_go_back=back,
        can_go_forward=forward,
        popup=_popup(scene, state),
        popup_held_back=bool(browser.held_back),
        cookies=_cookies(state, portal),
        signing=_signing(scene, state),
        bookmarks=_bookmarks(scene, state),
        bookmarked=place.name in browser.bookmarks,
        downloads=_downloads(state),
        asks_password=_asks_password(scene, state),
    )


def phone_view(scene: Scene, state: State) -> PhoneView:
    """What the phone shows: nothing of its messages while it is locked, but a call can be seen."""
    phone = state.phone
    clock, call = scene.clock(state.minutes), _call(scene, state)
    if phone.locked:
        return PhoneView(True, clock, phone.unseen, (), None, call)
    views = tuple(
        _sms(scene, index, message, is_open=index == phone.open)
        for index, message in enumerate(phone.messages)
    )
    opened = views[phone.open] if phone.open is not None else None
    contacts = tuple(
        LinkView(f"phone/contact/{number}", scene.text(one.name), detail=one.number)
        for number, one in enumerate(scene.start.contacts, 1)
    )
    ask = AskView(phone.ask.text, phone.ask.shown) if phone.ask else None
    return PhoneView(
        False, clock, phone.unseen, views[::-1], opened, call, ask, _camera(scene, state), contacts
    )


def search_results(scene: Scene, place: Place) -> tuple[LinkView, ...]:
    """What the search page offers for the text that was typed."""
    return tuple(
        LinkView(f"search/result/{portal.id}", scene.text(portal.title), detail=portal.address)
        for portal in found(scene.pack, place.text)
    )


def menu_pages(scene: Scene, state: State, portal: Portal) -> tuple[Page, ...]:
    """The pages in the menu that are open to the visitor."""
    pages = (scene.pack.pages[f"{portal.id}/{name}"] for name in portal.menu)
    return tuple(page for page in pages if page.open_to == "everyone" or portal.id in state.signed_in)


def sign_out_target(portal: Portal) -> str:
    """The target of the link that signs out."""
    return f"{portal.id}/odjava"


def _popup(scene: Scene, state: State) -> PopupView | None:
    page = scene.pack.pages.get(state.browser.popup)
    if page is None or page.popup is None:
        return None
    one = page.popup
    return PopupView(
        scene.text(one.title),
        scene.text(one.text),
        one.picture,
        scene.text(one.button),
        scene.text(one.close),
    )


def _cookies(state: State, portal: Portal) -> CookiesView | None:
    if portal.cookies is None or portal.id in state.cookies:
        return None
    one = portal.cookies
    return CookiesView(
        one.text,
        LinkView(f"{portal.id}/cookies/necessary", one.necessary),
        LinkView(f"{portal.id}/cookies/all", one.all_),
        one.needed,
    )


def _signing(scene: Scene, state: State) -> SigningView | None:
    if state.signing is None:
        return None
    target = state.signing.target
    block = scene.pack.blocks.get(target)
    if not isinstance(block, Signature):
        return None
    field = f"{target}/code"
    return SigningView(
        target,
        paper_view(scene, block.document) if block.document else None,
        summary(scene, state, state.place, block.summary),
        state.signing.read,
        bool(block.from_),
        state.signing.sent,
        state.fields.get(field, ""),
        state.faults.get(field),
    )


def _bookmarks(scene: Scene, state: State) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(
            f"browser/bookmark/{number}",
            scene.text(scene.pack.portals[name.partition("/")[0]].title),
            name == state.place.name,
            scene.text(scene.pack.pages[name].title),
        )
        for number, name in enumerate(state.browser.bookmarks, 1)
    )


def _downloads(state: State) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(f"browser/download/{number}", path.rpartition("/")[2], detail=path)
        for number, path in enumerate(state.browser.downloads, 1)
    )


def _asks_password(scene: Scene, state: State) -> str:
    name = state.browser.asks_password
    return scene.text(scene.pack.portals[name].title) if name else ""


def _call(scene: Scene, state: State) -> CallView | None:
    on = state.phone.call
    if on is None:
        return None
    call = scene.calls[on.id]
    says = next((turn.says for turn in call.turns if turn.id == on.turn), "")
    choices = tuple(
        LinkView(f"phone/call/choice/{number}", scene.text(one.text))
        for number, one in enumerate(call_choices(scene, state), 1)
    )
    return CallView(scene.text(call.name), call.number, not on.turn, said(scene, state, says), choices)


def _camera(scene: Scene, state: State) -> CameraView | None:
    if state.phone.camera is None:
        return None
    papers = tuple(
        LinkView(f"phone/camera/{name}", scene.text(scene.pack.documents[name].title))
        for name in state.papers
    )
    return CameraView(papers, bool(state.phone.camera))


def _menu(scene: Scene, state: State, portal: Portal, page: Page) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(f"{portal.id}/menu/{entry.id}", scene.text(entry.title), entry.id == page.id)
        for entry in menu_pages(scene, state, portal)
    )


def _sms(scene: Scene, index: int, message: Sms, *, is_open: bool) -> SmsView:
    clock = scene.clock(message.at)
    return SmsView(index, message.sender, message.text, clock, message.seen, is_open, message.link)
