# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice world: a small computer and a phone, moved by actions, never changed in place.

``world.do(action)`` returns another world. An action that cannot be done here and now changes nothing and is
reported by an ``Ignored`` event; a number that could be somebody's changes nothing and is reported by
``RealNumber``; no action raises.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from korak.content.fields import Card, Date, Emso, Iban, Money, SmsCode, TaxNumber
from korak.content.pack import Pack
from korak.content.real_numbers import NumberKind, grows, telling, without_telling
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice import events as ev
from korak.practice.beginning import begin
from korak.practice.consequences import follow
from korak.practice.doing import Moved, wait
from korak.practice.holding import Moment
from korak.practice.in_browser import bookmark, in_browser, press_browser
from korak.practice.on_files import fill_files, press_files, press_printer, press_table, print_file
from korak.practice.on_mail import fill_mail, press_mail, shown_attachment
from korak.practice.on_page import on_page
from korak.practice.on_parts import print_sheet
from korak.practice.on_phone import ON_PHONE, on_phone, press_phone
from korak.practice.possible import possible
from korak.practice.scene import Scene
from korak.practice.screen import page_view, phone_view
from korak.practice.screen_desk import devices_view, files_view, mail_view, printer_view, table_view
from korak.practice.state import Browser, Place, Sheet, State, Tab
from korak.practice.view import DeviceView, FilesView, MailView, PageView, PhoneView, PrinterView, TableView

_ON_PAGE = (act.Press, act.Fill, act.Choose, act.Tick)
_ANYWHERE = (act.OpenDevice, act.Wait, act.Print, act.Bookmark)
_DIGITS = re.compile(r"(?:\d[^\d\n]?){5}")
_KINDS: Mapping[type, NumberKind] = {Emso: "emso", TaxNumber: "tax_number", Iban: "iban", Card: "card"}
_TO: dict[str, act.Device] = {
    "browser": "browser",
    "phone": "phone",
    "mail": "mail",
    "files": "files",
    "printer": "printer",
}


@dataclass(frozen=True, slots=True)
class World:
    """The world at one moment: its scene, its state and what the last action did."""

    scene: Scene
    state: State
    events: tuple[ev.Event, ...] = ()

    @classmethod
    def start(cls, pack: Pack, task: Task, seed: str | int = 0, surface: str = "") -> "World":
        """The world as a task begins; a surface is one of the task's named sets of values."""
        return cls._begin(Scene.of_task(pack, task, str(seed), surface))

    @classmethod
    def look_around(cls, pack: Pack, address: str, seed: str | int = 0) -> "World":
        """A world without a task, with a page open."""
        return cls._begin(Scene.of_portal(pack, address, str(seed)))

    @classmethod
    def at_page(cls, pack: Pack, name: str, seed: str | int = 0) -> "World":
        """A world with a page (portal/page) open, signed in as one would be there: to be looked at."""
        portal, _, page = name.partition("/")
        scene = Scene.of_portal(pack, pack.portals[portal].address, str(seed))
        return cls(scene, State(browser=Browser((Tab(Place(portal, page)),)), signed_in=frozenset({portal})))

    @classmethod
    def _begin(cls, scene: Scene) -> "World":
        return cls(scene, *begin(scene))

    def do(self, action: act.Action) -> "World":
        """The world after an action."""
        number = self.real_number(action)
        if number is not None:
            return World(self.scene, self.state, (number,))
        outcome = self._move(action)
        if isinstance(outcome, ev.Ignored):
            return World(self.scene, self.state, (outcome,))
        return World(self.scene, *follow(self.scene, self.state, outcome))

    def real_number(self, action: act.Action) -> ev.RealNumber | None:
        """The number in an action that could be somebody's, whole or begun: it may be kept nowhere."""
        if not isinstance(action, act.Fill | act.TypeAddress) or not _DIGITS.search(action.text):
            return None
        found = telling(action.text, self.scene.known_numbers, self._asks_for(action))
        return ev.RealNumber(found[0].kind, found[0].whole) if found else None

    def waits(self, action: act.Fill, before: str) -> bool:
        """Whether a text that is still being typed is not to be kept yet.

        ``before`` is what stands before the cursor. It ends in digits that may become somebody's number, or
        the text holds the beginning of one. Days, sums and codes have digits of their own.
        """
        number = self.real_number(action)
        if number is not None:
            return not number.whole
        own = isinstance(self.scene.pack.blocks.get(action.field), Date | Money | SmsCode)
        return not own and grows(before, self.scene.known_numbers)

    def without_real_numbers(self, action: act.Fill) -> str:
        """The text of an action without the numbers that could be somebody's."""
        return without_telling(action.text, self.scene.known_numbers, self._asks_for(action))

    def page(self) -> PageView:
        """What the browser shows."""
        return page_view(self.scene, self.state)

    def phone(self) -> PhoneView:
        """What the phone shows."""
        return phone_view(self.scene, self.state)

    def mail(self) -> MailView:
        """What the mail program shows."""
        return mail_view(self.scene, self.state)

    def files(self) -> FilesView:
        """What Files shows."""
        return files_view(self.scene, self.state)

    def printer(self) -> PrinterView:
        """What lies in the printer."""
        return printer_view(self.state)

    def table(self) -> TableView:
        """What lies on the table before the computer."""
        return table_view(self.scene, self.state)

    def devices(self) -> tuple[DeviceView, ...]:
        """The devices this task has on the desk, and what is new on each."""
        return devices_view(self.scene, self.state)

    def card(self) -> tuple[tuple[str, str], ...]:
        """The learner's card for this task: labels and values."""
        lines = self.scene.task.card if self.scene.task else ()
        return tuple((self.scene.text(line.label), self.scene.text(line.value)) for line in lines)

    def key(self) -> tuple[object, ...]:
        """A hashable stand-in for the state."""
        return self.state.key()

    def moment(self) -> Moment:
        """What conditions are asked of."""
        return Moment(self.scene, self.state, self.events, self.state.place)

    def actions(self) -> tuple[act.Action, ...]:
        """What could be done here and now, without the texts one could type."""
        return tuple(self._possible())

    def _possible(self) -> Iterator[act.Action]:
        yield from possible(self.page(), self.phone(), self.state)
        yield from _on_desk(self)

    def _asks_for(self, action: act.Fill | act.TypeAddress) -> NumberKind | None:
        """The kind of number a field is for; None where any text may stand."""
        block = self.scene.pack.blocks.get(action.field) if isinstance(action, act.Fill) else None
        return _KINDS.get(type(block))

    def _move(self, action: act.Action) -> Moved | ev.Ignored:
        if isinstance(action, ON_PHONE):
            return on_phone(self.state, action)
        if isinstance(action, _ANYWHERE):
            return self._anywhere(action)
        if isinstance(action, act.Press | act.Fill):
            outcome = self._at_device(action)
            if outcome is not None:
                return outcome
        if isinstance(action, _ON_PAGE):
            outcome = on_page(self.scene, self.state, action)
        else:
            outcome = in_browser(self.scene, self.state, action)
        return _turned(outcome, self.state, "browser")

    def _anywhere(self, action: act.OpenDevice | act.Wait | act.Print | act.Bookmark) -> Moved | ev.Ignored:
        match action:
            case act.OpenDevice(device):
                return replace(self.state, device=device), ()
            case act.Wait(minutes):
                return wait(self.state, minutes)
            case act.Bookmark():
                return bookmark(self.state)
            case act.Print():
                return self._print()

    def _at_device(self, action: act.Press | act.Fill) -> Moved | ev.Ignored | None:
        """What is done on a device itself; None when it is done on the page."""
        name = action.target if isinstance(action, act.Press) else action.field
        head = name.partition("/")[0]
        if head == "paper" and isinstance(action, act.Press):
            return press_table(self.state, name)
        device = _TO.get(head)
        if device is None:
            return None
        if isinstance(action, act.Fill):
            return _turned(self._fill(device, name, action.text), self.state, device)
        return _turned(self._press(device, name), self.state, device)

    def _press(self, device: act.Device, target: str) -> Moved | ev.Ignored:
        match device:
            case "browser":
                outcome = press_browser(self.scene, self.state, target)
            case "phone":
                outcome = press_phone(self.scene, self.state, target)
            case "mail":
                outcome = press_mail(self.scene, self.state, target)
            case "files":
                outcome = press_files(self.state, target)
            case "printer":
                outcome = press_printer(self.state, target)
        return outcome if isinstance(outcome, ev.Ignored) else (outcome[0], (ev.Pressed(target), *outcome[1]))

    def _fill(self, device: act.Device, field: str, text: str) -> Moved | ev.Ignored:
        if device == "mail":
            return fill_mail(self.state, field, text)
        return fill_files(self.state, field, text) if device == "files" else ev.Ignored("not_here")

    def _print(self) -> Moved | ev.Ignored:
        """Print what is in front on the device one is at."""
        state = self.state
        file = state.files.at(state.files.open or state.files.selected)
        mail = state.mail.mail(state.mail.open)
        if state.device == "files" and file is not None:
            return print_file(self.scene, state, file)
        attached = shown_attachment(state)
        if state.device == "mail" and attached is not None:
            return print_file(self.scene, state, attached)
        if state.device == "mail" and mail is not None:
            return print_sheet(state, Sheet(f"mail/{mail.id}", mail.subject))
        if state.device == "browser" and state.place.portal:
            page = self.scene.pack.pages[state.place.name]
            return print_sheet(state, Sheet(state.place.name, self.scene.text(page.title)))
        return ev.Ignored("nowhere_to_go")


def _turned(outcome: Moved | ev.Ignored, before: State, device: act.Device) -> Moved | ev.Ignored:
    """Who acts at a device has turned to it, unless the action itself led to another one."""
    if isinstance(outcome, ev.Ignored) or outcome[0].device != before.device or outcome[0].device == device:
        return outcome
    return replace(outcome[0], device=device), outcome[1]


def _on_desk(world: World) -> Iterator[act.Action]:
    """What could be done in mail, files, at the printer and with the papers, where the task has them."""
    devices = world.scene.start.devices
    if "mail" in devices:
        yield from _in_mail(world.mail())
    if "files" in devices:
        yield from _in_files(world.files())
    if world.state.tray:
        yield act.Press("printer/take")
    yield from (act.Press(paper.target) for paper in world.table().papers)
    yield from (act.OpenDevice(device) for device in devices if device != world.state.device)


def _in_mail(view: MailView) -> Iterator[act.Action]:
    yield from (act.Press(folder.target) for folder in view.folders)
    yield from (act.Press(row.target) for row in view.rows)
    yield act.Press("mail/new")
    if view.open is not None:
        links = (*view.open.links, *view.open.attachments)
        yield from (act.Press(link.target) for link in links)
        yield from (act.Press(f"mail/{name}") for name in ("sender", "reply", "delete", "spam", "close"))
        if view.open.in_spam:
            yield act.Press("mail/not-spam")
        yield from (act.Press(f"mail/save/{n}") for n in range(1, len(view.open.attachments) + 1))
    if view.writing is not None:
        yield from (act.Press("mail/send"), act.Press("mail/discard"))


def _in_files(view: FilesView) -> Iterator[act.Action]:
    yield from (act.Press(folder.target) for folder in view.folders)
    yield from (act.Press(file.target) for file in view.files)
    if view.folder:
        yield act.Press("files/up")
    if any(file.selected for file in view.files):
        yield from (act.Press(f"files/{name}") for name in ("open", "rename", "save-as", "delete"))
        yield from (act.Press(f"files/move/{name}") for name in view.all_folders)
    if view.open is not None:
        yield act.Press("files/close")
