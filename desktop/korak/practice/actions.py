# SPDX-License-Identifier: GPL-3.0-or-later
"""What one can do in the world, and the small language of lines it is written in.

A learner's clicks, an author's solution, a demonstration, a stored log and the random tester all speak it::

    press zvem/menu/sporocila
    fill zvem/novo-sporocilo/sporocilo = Dober dan!
    choose zvem/novo-sporocilo/prejemnik = 1
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Device = Literal["browser", "phone", "mail", "files", "printer"]
DEVICES: tuple[Device, ...] = ("browser", "phone", "mail", "files", "printer")


@dataclass(frozen=True, slots=True)
class Press:
    """Press a button, a link or a menu entry."""

    target: str

    def line(self) -> str:
        """The line that stands for it."""
        return f"press {self.target}"


@dataclass(frozen=True, slots=True)
class Fill:
    """Write this text into a field, instead of what stands there."""

    field: str
    text: str

    def line(self) -> str:
        """The line that stands for it."""
        return f"fill {self.field} = {_escape(self.text)}"


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose an entry of a list, counted from 0 (from 1 in the written line)."""

    field: str
    index: int

    def line(self) -> str:
        """The line that stands for it."""
        return f"choose {self.field} = {self.index + 1}"


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick a square, or take the tick away."""

    field: str
    on: bool

    def line(self) -> str:
        """The line that stands for it."""
        return f"{'tick' if self.on else 'untick'} {self.field}"


@dataclass(frozen=True, slots=True)
class OpenDevice:
    """Turn to one of the devices: browser, phone, mail, files, printer."""

    device: Device

    def line(self) -> str:
        """The line that stands for it."""
        return f"open {self.device}"


@dataclass(frozen=True, slots=True)
class TypeAddress:
    """Type into the address bar and press Enter."""

    text: str

    def line(self) -> str:
        """The line that stands for it."""
        return f"type {_escape(self.text)}"


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the page before."""

    def line(self) -> str:
        """The line that stands for it."""
        return "back"


@dataclass(frozen=True, slots=True)
class Forward:
    """Go to the page after."""

    def line(self) -> str:
        """The line that stands for it."""
        return "forward"


@dataclass(frozen=True, slots=True)
class Reload:
    """Load the page once more."""

    def line(self) -> str:
        """The line that stands for it."""
        return "reload"


@dataclass(frozen=True, slots=True)
class NewTab:
    """Open an empty tab."""

    def line(self) -> str:
        """The line that stands for it."""
        return "new tab"


@dataclass(frozen=True, slots=True)
class CloseTab:
    """Close a tab, counted from 0 (from 1 in the written line)."""

    index: int

    def line(self) -> str:
        """The line that stands for it."""
        return f"close tab {self.index + 1}"


@dataclass(frozen=True, slots=True)
class SwitchTab:
    """Turn to a tab, counted from 0 (from 1 in the written line)."""

    index: int

    def line(self) -> str:
        """The line that stands for it."""
        return f"switch tab {self.index + 1}"


@dataclass(frozen=True, slots=True)
class ShowPadlock:
    """Open or close the note behind the padlock."""

    def line(self) -> str:
        """The line that stands for it."""
        return "padlock"


@dataclass(frozen=True, slots=True)
class Print:
    """Print what is in front: the page, the mail or the open document."""

    def line(self) -> str:
        """The line that stands for it."""
        return "print"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Put a bookmark on the page in front, or take it away."""

    def line(self) -> str:
        """The line that stands for it."""
        return "bookmark"


@dataclass(frozen=True, slots=True)
class Unlock:
    """Unlock the phone."""

    def line(self) -> str:
        """The line that stands for it."""
        return "unlock"


@dataclass(frozen=True, slots=True)
class OpenMessage:
    """Open a message on the phone by its place in order of arrival, from 0; -1 is the newest."""

    index: int

    def line(self) -> str:
        """The line that stands for it."""
        return "open sms" if self.index == -1 else f"open sms {self.index + 1}"


@dataclass(frozen=True, slots=True)
class CloseMessage:
    """Go back to the list of messages."""

    def line(self) -> str:
        """The line that stands for it."""
        return "close sms"


@dataclass(frozen=True, slots=True)
class Wait:
    """Let minutes go by on the task's clock."""

    minutes: int

    def line(self) -> str:
        """The line that stands for it."""
        return f"wait {self.minutes}"


Action = (
    Press
    | Fill
    | Choose
    | Tick
    | OpenDevice
    | TypeAddress
    | Back
    | Forward
    | Reload
    | NewTab
    | CloseTab
    | SwitchTab
    | ShowPadlock
    | Print
    | Bookmark
    | Unlock
    | OpenMessage
    | CloseMessage
    | Wait
)


class ActionFault(ValueError):  # noqa: N818 - it is what it says
    """A line that is no action; ``word`` is what it begins with."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line
        self.word = line.split(" ", 1)[0]


def write(action: Action) -> str:
    """The line that stands for this action."""
    return action.line()


_SIMPLE: dict[str, Action] = {
    "back": Back(),
    "forward": Forward(),
    "reload": Reload(),
    "new tab": NewTab(),
    "padlock": ShowPadlock(),
    "unlock": Unlock(),
    "print": Print(),
    "bookmark": Bookmark(),
    **{f"open {device}": OpenDevice(device) for device in DEVICES},
    "open sms": OpenMessage(-1),
    "close sms": CloseMessage(),
}

_LONGER: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Action]], ...] = (
    (re.compile(r"press (\S+)"), lambda found: Press(found[1])),
    (re.compile(r"fill (\S+) = ?(.*)", re.DOTALL), lambda found: Fill(found[1], _unescape(found[2]))),
    (re.compile(r"choose (\S+) = (-?[0-9]{1,18})"), lambda found: Choose(found[1], int(found[2]) - 1)),
    (re.compile(r"tick (\S+)"), lambda found: Tick(found[1], on=True)),
    (re.compile(r"untick (\S+)"), lambda found: Tick(found[1], on=False)),
    (re.compile(r"type ?(.*)", re.DOTALL), lambda found: TypeAddress(_unescape(found[1]))),
    (re.compile(r"close tab (-?[0-9]{1,18})"), lambda found: CloseTab(int(found[1]) - 1)),
    (re.compile(r"switch tab (-?[0-9]{1,18})"), lambda found: SwitchTab(int(found[1]) - 1)),
    (re.compile(r"open sms (-?[0-9]{1,18})"), lambda found: OpenMessage(int(found[1]) - 1)),
    (re.compile(r"wait (-?[0-9]{1,18})"), lambda found: Wait(int(found[1]))),
)


def read(line: str) -> Action:
    """The action this line stands for."""
    if (simple := _SIMPLE.get(line)) is not None:
        return simple
    for pattern, action in _LONGER:
        if found := pattern.fullmatch(line):
            return action(found)
    raise ActionFault(line)


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_MEANINGS = {"n": "\n", "r": "\r"}


def _unescape(text: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANINGS.get(found[1], found[1]), text)
