# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving about in the browser: pages, history, tabs, and the door before pages that ask for a sign-in."""

from msgspec.structs import replace

from korak.practice.addresses import address_of
from korak.practice.events import Event, PageOpened
from korak.practice.scene import Scene
from korak.practice.state import Place, State, Tab

MOST_TABS = 8
LONGEST_HISTORY = 50


def visit(scene: Scene, state: State, place: Place) -> tuple[State, tuple[Event, ...]]:
    """Show a page in the tab in front; the page before goes into its history."""
    tab = state.browser.tab
    if place == tab.place:
        return settle(scene, state)
    history = (*tab.history, tab.place)[-LONGEST_HISTORY:] if tab.place != Place() else tab.history
    return settle(scene, with_tab(state, Tab(place, history, (), tab.asks)), opened=True)


def settle(scene: Scene, state: State, *, opened: bool = False) -> tuple[State, tuple[Event, ...]]:
    """Lead whoever is not signed in to the door, when the page in front asks for it."""
    tab = state.browser.tab
    door = _door(scene, state, tab.place)
    if door is not None:
        state = with_tab(state, replace(tab, place=door, asks=tab.place))
        opened = True
    place = state.place
    return state, (PageOpened(place.portal, place.page),) if opened else ()


def with_tab(state: State, tab: Tab) -> State:
    """The state with another tab in front."""
    return replace(state, browser=state.browser.with_tab(tab))


def open_tab(state: State, place: Place) -> State:
    """The state with one more tab, in front."""
    tabs = (*state.browser.tabs, Tab(place))
    return replace(state, browser=replace(state.browser, tabs=tabs, current=len(tabs) - 1, padlock=False))


def close_tab(state: State, index: int) -> State:
    """The state without a tab; the last one leaves an empty tab behind."""
    tabs = state.browser.tabs[:index] + state.browser.tabs[index + 1 :]
    current = state.browser.current
    current = min(current - (index < current), len(tabs) - 1) if tabs else 0
    browser = replace(state.browser, tabs=tabs or (Tab(),), current=current, padlock=False)
    return replace(state, browser=browser)


def title_of(scene: Scene, place: Place) -> str:
    """What a tab is called."""
    if not place.portal:
        return address_of(scene.pack, place)
    return scene.text(scene.pack.portals[place.portal].title)


def _door(scene: Scene, state: State, place: Place) -> Place | None:
    """The door's page, when this page may not be seen yet."""
    if not place.portal or place.portal in state.signed_in:
        return None
    if scene.pack.pages[place.name].open_to != "signed_in":
        return None
    portal = scene.pack.portals[place.portal]
    door = scene.pack.portals.get(portal.door)
    if door is None:
        return Place(portal.id, portal.pages[0].id)
    if door.id in state.signed_in and door.signed_in_again:
        return Place(door.id, door.signed_in_again)
    return Place(door.id, door.pages[0].id)
