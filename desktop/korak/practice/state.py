# SPDX-License-Identifier: GPL-3.0-or-later
"""How the practice world stands at one moment: frozen values that share what has not changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from korak.practice.actions import Device
from korak.practice.events import FieldFault


@dataclass(frozen=True, slots=True)
class Place:
    """A page one can be on; without a portal it is an empty tab (no text) or an address nobody has."""

    portal: str = ""
    page: str = ""
    text: str = ""  # what was typed when nobody has the address

    @property
    def name(self) -> str:
        """The page as portal/page."""
        return f"{self.portal}/{self.page}" if self.portal else ""


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: where it is, where it was, and which page asked to sign in."""

    place: Place = NOWHERE
    history: tuple[Place, ...] = ()
    future: tuple[Place, ...] = ()
    asks: Place | None = None

    @property
    def portal(self) -> str:
        """The portal this tab shows, or nothing."""
        return self.place.portal

    @property
    def page(self) -> str:
        """The page this tab shows, or nothing."""
        return self.place.page


@dataclass(frozen=True, slots=True)
class Browser:
    """The browser: its tabs and which of them is in front."""

    tabs: tuple[Tab, ...] = (Tab(),)
    current: int = 0
    padlock: bool = False

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return self.tabs[self.current]

    def with_tab(self, tab: Tab) -> "Browser":
        """The same browser with another tab in front, its padlock note closed."""
        tabs = (*self.tabs[: self.current], tab, *self.tabs[self.current + 1 :])
        return Browser(tabs, self.current)


@dataclass(frozen=True, slots=True)
class Sms:
    """A message on the phone; one with a code says whose code it is and until when it is good."""

    sender: str
    text: str
    at: int  # minutes on the task's clock
    code: str = ""
    portal: str = ""
    until: int = 0
    seen: bool = False
    spent: bool = False


@dataclass(frozen=True, slots=True)
class Phone:
    """The phone: locked or not, its messages in order of arrival, and the one that is open."""

    locked: bool = True
    messages: tuple[Sms, ...] = ()
    open: int | None = None

    @property
    def unseen(self) -> int:
        """How many messages have not been opened."""
        return sum(not message.seen for message in self.messages)


@dataclass(frozen=True, slots=True)
class Record:
    """Something a portal keeps: a message sent, an application submitted."""

    kind: str
    portal: str
    at: int
    values: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        """What was in a field when it was kept."""
        return dict(self.values).get(name, "")


@dataclass(frozen=True, slots=True)
class State:
    """The world at one moment, without the pages and people it is made of."""

    device: Device = "browser"
    browser: Browser = Browser()
    phone: Phone = Phone()
    minutes: int = 0
    signed_in: frozenset[str] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict[str, str])  # only fields that are filled
    faults: Mapping[str, FieldFault] = field(default_factory=dict[str, FieldFault])
    notice: str = ""
    records: tuple[Record, ...] = ()
    codes: int = 0  # how many codes were made

    @property
    def place(self) -> Place:
        """Where the tab in front is."""
        return self.browser.tab.place

    def with_field(self, name: str, value: str) -> "State":
        """The state with another text in a field, and no fault found with it yet."""
        fields = {key: text for key, text in self.fields.items() if key != name}
        if value:
            fields[name] = value
        faults = {key: fault for key, fault in self.faults.items() if key != name}
        return replace(self, fields=fields, faults=faults)

    def key(self) -> tuple[object, ...]:
        """A hashable stand-in: equal for equal states."""
        return (
            self.device,
            self.browser,
            self.phone,
            self.minutes,
            self.signed_in,
            frozenset(self.fields.items()),
            frozenset(self.faults.items()),
            self.notice,
            self.records,
            self.codes,
        )
