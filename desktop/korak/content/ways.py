# SPDX-License-Identifier: GPL-3.0-or-later
"""Explores the pages of the portals: every page can be reached, every page can be left, every door opens."""

from collections.abc import Iterator

from korak.content.blocks import Link, Stepper, Table
from korak.content.doings import effects_in, effects_of
from korak.content.effects import Effect, Go, Open, SendMail, SendSms, SignIn
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.fields import Search
from korak.content.pack import Pack
from korak.content.portal import Page, Portal

DEVICE_NAMES = frozenset({"browser", "phone", "mail", "files", "printer", "paper", "search", "device"})
"""Names no portal may have, because targets on the devices begin with them."""


def way_faults(pack: Pack) -> Iterator[Fault]:
    """Unreachable pages, pages with no way out, and pages that ask for a sign-in nobody offers."""
    reached = _reached(pack)
    for name in DEVICE_NAMES & pack.portals.keys():
        yield Fault(pack.files[f"portals/{name}"], (), FaultCode.DUPLICATE, {"id": name})
    for portal in pack.portals.values():
        for page in portal.pages:
            file = pack.files.get(f"page/{portal.id}/{page.id}", pack.files[f"portals/{portal.id}"])
            place = (Spot("page", 0, page.id),)
            if f"{portal.id}/{page.id}" not in reached:
                yield Fault(file, place, FaultCode.UNREACHABLE)
            if not _leads_on(pack, portal, page):
                yield Fault(file, place, FaultCode.DEAD_END)
            if page.open_to == "signed_in" and not _opens(pack, portal):
                yield Fault(file, place, FaultCode.NO_DOOR)
            yield from _steppers(page, file, place)


def _steppers(page: Page, file: str, place: tuple[Spot, ...]) -> Iterator[Fault]:
    """Steppers that stand at a step they do not have."""
    for number, block in enumerate(page.blocks, 1):
        if isinstance(block, Stepper) and not 1 <= block.now <= len(block.steps):
            known = ", ".join(str(step) for step in range(1, len(block.steps) + 1))
            details = {"given": str(block.now), "known": known}
            yield Fault(file, (*place, Spot("block", number), Spot("now")), FaultCode.NOT_ONE_OF, details)


def _reached(pack: Pack) -> set[str]:
    """Every page one gets to by links, buttons and menus, from the front pages and the tasks' first pages."""
    waiting = [f"{portal.id}/{portal.pages[0].id}" for portal in pack.portals.values() if portal.pages]
    waiting += [pack.page_at(task.start.browser) for task in pack.tasks.values()]
    waiting += _from_tasks(pack)
    waiting += [f"{portal.id}/{portal.signed_in_again}" for portal in pack.portals.values()]
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in pack.pages and name not in reached:
            reached.add(name)
            waiting += _next_pages(pack, name)
    return reached


def _next_pages(pack: Pack, name: str) -> Iterator[str]:
    portal = pack.portals[name.partition("/")[0]]
    page = pack.pages[name]
    yield from (_full(link, portal) for link in _links(page))
    if page.popup is not None and page.popup.go:
        yield pack.page_at(page.popup.go)
    for effect in effects_of(page):
        yield from _led_to(pack, effect, portal)
    yield from (_full(entry, portal) for entry in portal.menu)
    if portal.sign_out is not None:
        yield _full(portal.sign_out.go, portal)


def _leads_on(pack: Pack, portal: Portal, page: Page) -> bool:
    """Whether something on or around the page leads to another one."""
    if page.open_to == "signed_in" and (portal.sign_out is not None or portal.menu):
        return True
    here = f"{portal.id}/{page.id}"
    entries = (pack.pages.get(_full(entry, portal)) for entry in portal.menu)
    if any(entry is not None and entry.open_to == "everyone" and entry.id != page.id for entry in entries):
        return True
    if any(_full(link, portal) != here for link in _links(page)):
        return True
    return any(_goes(effect, portal, here) for effect in effects_of(page))


def _goes(effect: Effect, portal: Portal, here: str) -> bool:
    if isinstance(effect, Go):
        return _full(effect.go, portal) != here
    return isinstance(effect, Open) or (isinstance(effect, SignIn) and effect.sign_in == "asking")


def _opens(pack: Pack, portal: Portal) -> bool:
    """Whether somewhere one can sign in: at the portal's door, or in the portal itself."""
    door = pack.portals.get(portal.door, portal)
    return any(isinstance(effect, SignIn) for page in door.pages for effect in effects_of(page))


def _links(page: Page) -> Iterator[str]:
    """The pages that links, rows and search results of a page lead to."""
    for block in page.blocks:
        if isinstance(block, Link):
            yield block.go
        if isinstance(block, Table):
            yield from (row.go for row in block.rows if row.go)
        if isinstance(block, Search):
            yield from (entry.go for entry in block.entries if entry.go)


def _led_to(pack: Pack, effect: Effect, portal: Portal) -> Iterator[str]:
    """The pages an effect leads to, at once or by a link in a message."""
    match effect:
        case Go():
            yield _full(effect.go, portal)
        case Open():
            yield pack.page_at(effect.open)
        case SendSms() if effect.link:
            yield pack.page_at(effect.link)
        case SendMail():
            yield from (pack.page_at(link.go) for link in effect.links)
        case _:
            return


def _from_tasks(pack: Pack) -> Iterator[str]:
    """The pages that messages, mails and events of tasks lead to."""
    for task in pack.tasks.values():
        yield from (pack.page_at(one.link) for one in task.start.messages if one.link)
        yield from (pack.page_at(link.go) for mail in task.start.mails for link in mail.links)
        yield from task.start.bookmarks
        for effect in effects_in(task):
            if isinstance(effect, Go):
                yield effect.go
            elif isinstance(effect, Open | SendSms | SendMail):
                yield from _led_to(pack, effect, next(iter(pack.portals.values())))


def _full(name: str, portal: Portal) -> str:
    return name if "/" in name else f"{portal.id}/{name}"
