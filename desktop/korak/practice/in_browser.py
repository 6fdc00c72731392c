# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does with the browser itself: address bar, ways back and forth, tabs, padlock."""

from typing import assert_never

from msgspec.structs import replace

from korak.practice import actions as act
from korak.practice import events
from korak.practice.addresses import place_at
from korak.practice.doing import Doer, Moved
from korak.practice.on_files import open_file
from korak.practice.scene import Scene
from korak.practice.state import Place, State
from korak.practice.surfing import MOST_TABS, close_tab, open_tab, settle, visit, with_tab

OnTabs = act.NewTab | act.CloseTab | act.SwitchTab
OnWay = act.TypeAddress | act.Back | act.Forward | act.Reload | act.ShowPadlock
InBrowser = OnTabs | OnWay
ON_TABS = (act.NewTab, act.CloseTab, act.SwitchTab)

NOWHERE = events.Ignored("nowhere_to_go")


def in_browser(scene: Scene, state: State, action: InBrowser) -> Moved | events.Ignored:
    """Do one of them."""
    return _on_tabs(scene, state, action) if isinstance(action, ON_TABS) else _on_way(scene, state, action)


def _on_way(scene: Scene, state: State, action: OnWay) -> Moved | events.Ignored:
    match action:
        case act.TypeAddress(text):
            return _type(scene, state, text)
        case act.Back():
            return _back(scene, state)
        case act.Forward():
            return _forward(scene, state)
        case act.Reload():
            return _shown(scene, replace(state, notice=""))
        case act.ShowPadlock():
            return _padlock(scene, state)
        case _:
            assert_never(action)


def _on_tabs(scene: Scene, state: State, action: OnTabs) -> Moved | events.Ignored:
    tabs = state.browser.tabs
    match action:
        case act.NewTab():
            if len(tabs) >= MOST_TABS:
                return events.Ignored("no_such_entry")
            return _shown(scene, open_tab(state, Place()))
        case act.CloseTab(index):
            return _close(scene, state, index)
        case act.SwitchTab(index):
            if not 0 <= index < len(tabs):
                return events.Ignored("no_such_entry")
            if index == state.browser.current:
                return NOWHERE
            return _shown(
                scene, replace(state, browser=replace(state.browser, current=index, padlock=False), notice="")
            )
        case _:
            assert_never(action)


def press_browser(scene: Scene, state: State, target: str) -> Moved | events.Ignored:
    """Press something around the page: a bookmark, a pop-up, a download, the offer to remember a password."""
    head, _, rest = target.removeprefix("browser/").partition("/")
    after = _around(scene, state, head, rest)
    return after or events.Ignored("not_here")


def _around(scene: Scene, state: State, head: str, rest: str) -> Moved | None:
    browser = state.browser
    match head:
        case "bookmark" if rest.isdecimal() and 1 <= int(rest) <= len(browser.bookmarks):
            page = browser.bookmarks[int(rest) - 1]
            after, happened = visit(scene, replace(state, notice=""), Place(*page.split("/")))
            return after, (*_left(state.place, after.place), *happened)
        case "popup":
            return _popup(scene, state, rest)
        case "save-password" if browser.asks_password and rest in {"yes", "no"}:
            kept = (*browser.passwords, *browser.offered) if rest == "yes" else browser.passwords
            browser = replace(browser, asks_password="", offered=(), passwords=kept)
            return replace(state, browser=browser), ()
        case "download" if rest.isdecimal() and 1 <= int(rest) <= len(browser.downloads):
            opened = open_file(state, browser.downloads[int(rest) - 1])
            return (replace(opened[0], device="files"), opened[1]) if opened else None
        case "downloads" if rest == "close":
            return replace(state, browser=replace(browser, downloads=())), ()
        case _:
            return None


def _popup(scene: Scene, state: State, part: str) -> Moved | None:
    """Let a held-back pop-up come, close one, or press its button."""
    browser = state.browser
    if part == "allow" and browser.held_back:
        return replace(state, browser=replace(browser, popup=browser.held_back, held_back="")), ()
    page = scene.pack.pages.get(browser.popup)
    if page is None or page.popup is None or part not in {"close", "go"}:
        return None
    done = replace(browser, popup="", popups=browser.popups | {browser.popup})
    after = replace(state, browser=done)
    if part == "close":
        return after, ()
    doer = Doer(scene, state.place)
    after, happened = doer.do_all(page.popup.does, after)
    if page.popup.go:
        after, more = doer.open(page.popup.go, after)
        happened += more
    return after, happened


def bookmark(state: State) -> Moved | events.Ignored:
    """Put a bookmark on the page in front, or take it away."""
    name, browser = state.place.name, state.browser
    if not name:
        return NOWHERE
    rest = tuple(page for page in browser.bookmarks if page != name)
    marks = rest if len(rest) < len(browser.bookmarks) else (*rest, name)
    return replace(state, browser=replace(browser, bookmarks=marks)), ()


def _type(scene: Scene, state: State, text: str) -> Moved | events.Ignored:
    if not text.strip():
        return NOWHERE
    before, place = state.place, place_at(scene.pack, text)
    after, happened = visit(scene, replace(state, notice=""), place)
    unknown = () if place.portal else (events.AddressUnknown(place.text),)
    return after, (*_left(before, after.place), *unknown, *happened)


def _back(scene: Scene, state: State) -> Moved | events.Ignored:
    tab = state.browser.tab
    if not tab.history:
        return NOWHERE
    earlier = replace(tab, place=tab.history[-1], history=tab.history[:-1], future=(*tab.future, tab.place))
    return _shown(scene, with_tab(replace(state, notice=""), earlier))


def _forward(scene: Scene, state: State) -> Moved | events.Ignored:
    tab = state.browser.tab
    if not tab.future:
        return NOWHERE
    later = replace(tab, place=tab.future[-1], history=(*tab.history, tab.place), future=tab.future[:-1])
    return _shown(scene, with_tab(replace(state, notice=""), later))


def _close(scene: Scene, state: State, index: int) -> Moved | events.Ignored:
    if not 0 <= index < len(state.browser.tabs):
        return events.Ignored("no_such_entry")
    closed = state.browser.tabs[index].place
    after, happened = _shown(scene, close_tab(replace(state, notice=""), index))
    still_there = any(tab.portal == closed.portal for tab in after.browser.tabs)
    left = (events.PortalLeft(closed.portal),) if closed.portal and not still_there else ()
    return after, (*left, *happened)


def _padlock(scene: Scene, state: State) -> Moved | events.Ignored:
    portal = scene.pack.portals.get(state.place.portal)
    if portal is None or not portal.padlock:
        return NOWHERE
    return replace(state, browser=replace(state.browser, padlock=not state.browser.padlock)), ()


def _shown(scene: Scene, state: State) -> Moved:
    """Show the page in front as it is now."""
    return settle(scene, state, opened=True)


def _left(before: Place, after: Place) -> tuple[events.Event, ...]:
    return (events.PortalLeft(before.portal),) if before.portal and before.portal != after.portal else ()
