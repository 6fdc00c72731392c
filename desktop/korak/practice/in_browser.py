# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does with the browser itself: address bar, ways back and forth, tabs, padlock."""

from dataclasses import replace
from typing import assert_never

from korak.practice import actions as act
from korak.practice import events
from korak.practice.addresses import place_at
from korak.practice.doing import Moved
from korak.practice.scene import Scene
from korak.practice.state import Browser, Place, State
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
            return _shown(scene, replace(state, browser=Browser(tabs, index), notice=""))
        case _:
            assert_never(action)


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
