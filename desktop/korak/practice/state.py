# SPDX-License-Identifier: GPL-3.0-or-later
"""How the practice world stands at one moment: frozen values that share what has not changed."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from korak.content.effects import Effects
from korak.practice.actions import Device
from korak.practice.events import FieldFault


class Place(Struct, frozen=True):
    """A page one can be on; without a portal it is an empty tab (no text) or an address nobody has."""

    portal: str = ""
    page: str = ""
    text: str = ""  # what was typed when nobody has the address

    @property
    def name(self) -> str:
        """The page as portal/page."""
        return f"{self.portal}/{self.page}" if self.portal else ""


NOWHERE = Place()


class Tab(Struct, frozen=True):
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


class Browser(Struct, frozen=True):
    """The browser: its tabs, which of them is in front, and what it shows around the page."""

    tabs: tuple[Tab, ...] = (Tab(),)
    current: int = 0
    padlock: bool = False
    popup: str = ""  # the page whose pop-up is open
    held_back: str = ""  # the page whose pop-up the blocker holds back
    popups: frozenset[str] = frozenset()  # pages whose pop-up is done with
    bookmarks: tuple[str, ...] = ()  # pages as portal/page
    downloads: tuple[str, ...] = ()  # paths in Files, on the shelf
    asks_password: str = ""  # the portal whose password the browser offers to remember
    offered: tuple[tuple[str, str], ...] = ()  # what it would remember: field and text
    passwords: tuple[tuple[str, str], ...] = ()  # what it remembers

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return self.tabs[self.current]

    def with_tab(self, tab: Tab) -> "Browser":
        """The same browser with another tab in front, its padlock note closed."""
        tabs = (*self.tabs[: self.current], tab, *self.tabs[self.current + 1 :])
        return replace(self, tabs=tabs, padlock=False)


class Sms(Struct, frozen=True):
    """A message on the phone; one with a code says whose code it is and until when it is good."""

    sender: str
    text: str
    at: int  # minutes on the task's clock
    code: str = ""
    portal: str = ""
    until: int = 0
    seen: bool = False
    spent: bool = False
    link: str = ""  # the address its link leads to


class OnCall(Struct, frozen=True):
    """A call: ringing while it has no turn yet; ``ours`` when the learner dialled."""

    id: str
    turn: str = ""
    ours: bool = False


class Ask(Struct, frozen=True):
    """A request on the authenticator: what it says, the number it shows, and what follows from the answer."""

    id: str
    text: str
    number: str  # what the page shows
    shown: str  # what the phone shows
    here: Place
    does: Effects = ()
    declined: Effects = ()
    answer: str = ""  # approved, declined


class Told(Struct, frozen=True):
    """What was told to somebody on the phone: a code, or other data."""

    what: str
    call: str
    ours: bool


class Phone(Struct, frozen=True):
    """The phone: its messages in order of arrival, the call, the requests to confirm, and the camera."""

    locked: bool = True
    messages: tuple[Sms, ...] = ()
    open: int | None = None
    deleted: frozenset[str] = frozenset()  # senders of messages that were deleted
    call: OnCall | None = None
    told: tuple[Told, ...] = ()
    hung_up: frozenset[str] = frozenset()
    came: frozenset[str] = frozenset()  # calls that came in
    called: frozenset[str] = frozenset()
    asks: tuple[Ask, ...] = ()
    camera: str | None = None  # what the camera is open for: a scan block, or nothing in particular
    photos: frozenset[str] = frozenset()  # documents photographed

    @property
    def unseen(self) -> int:
        """How many messages have not been opened."""
        return sum(not message.seen for message in self.messages)

    @property
    def ask(self) -> Ask | None:
        """The request that waits for an answer: the newest."""
        return next((ask for ask in reversed(self.asks) if not ask.answer), None)


class File(Struct, frozen=True):
    """A file: where it is, and which document or receipt is in it."""

    path: str  # folder/name.type; only name.type at the top
    document: str = ""
    record: int = -1  # the record whose receipt it is

    @property
    def folder(self) -> str:
        """The folder it is in; nothing for the top."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """Its name with its type."""
        return self.path.rpartition("/")[2]

    @property
    def type(self) -> str:
        """What comes after the last dot, small."""
        return self.name.rpartition(".")[2].casefold()


class Files(Struct, frozen=True):
    """Files: all there are, the folders, and what is open, chosen and shown."""

    items: tuple[File, ...] = ()
    folders: tuple[str, ...] = ()
    folder: str = ""
    selected: str = ""  # a path
    open: str = ""  # a path

    def at(self, path: str) -> File | None:
        """The file of this path."""
        return next((item for item in self.items if item.path == path), None)


class Mail(Struct, frozen=True):
    """A mail; one's own have whom they go to."""

    id: str
    sender: str
    address: str
    subject: str
    text: str
    at: int
    folder: str = "inbox"
    to: str = ""
    links: tuple[tuple[str, str], ...] = ()  # what it says, where it leads
    attachments: tuple[File, ...] = ()
    seen: bool = False
    sender_seen: bool = False
    replied: bool = False


class MailBox(Struct, frozen=True):
    """The mail: all there are, the folder and the mail that are open, and the one being written."""

    mails: tuple[Mail, ...] = ()
    folder: str = "inbox"
    open: str = ""
    writing: bool = False
    answers: str = ""  # the mail the one being written answers
    attached: tuple[str, ...] = ()  # paths

    def mail(self, mail_id: str) -> Mail | None:
        """The mail of this id."""
        return next((mail for mail in self.mails if mail.id == mail_id), None)


class Sheet(Struct, frozen=True):
    """A printed sheet: what it is of, and its title."""

    thing: str
    title: str


class Signing(Struct, frozen=True):
    """The signing window: for which block, whether the document was read, whether the code was sent."""

    target: str
    read: bool = False
    sent: bool = False


class SignedThing(Struct, frozen=True):
    """Something signed: the block, its document, and whether it was read before."""

    target: str
    document: str
    read: bool


class TableLook(Struct, frozen=True):
    """How a table is looked at: sorted by a column (from 0; -1: as written), downwards, and which page."""

    column: int = -1
    down: bool = False
    page: int = 0


class Memory(Struct, frozen=True):
    """What has happened at any time, and is asked for later."""

    visited: frozenset[str] = frozenset()  # pages as portal/page
    typed: frozenset[str] = frozenset()  # fields something was written into
    opened: frozenset[str] = frozenset()  # documents that were read
    signed: tuple[SignedThing, ...] = ()
    printed: tuple[Sheet, ...] = ()
    fired: frozenset[int] = frozenset()  # events of the task that have happened


class Record(Struct, frozen=True):
    """Something a portal keeps: a message sent, an application submitted."""

    kind: str
    portal: str
    at: int
    values: tuple[tuple[str, str], ...]
    number: str = ""
    answer: bool = False  # it came from the portal: a reply in a thread

    def value(self, name: str) -> str:
        """What was in a field when it was kept."""
        return dict(self.values).get(name, "")


class State(Struct, frozen=True):
    """The world at one moment, without the pages and people it is made of."""

    device: Device = "browser"
    browser: Browser = Browser()
    phone: Phone = Phone()
    minutes: int = 0
    signed_in: frozenset[str] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict[str, str])  # only fields that are filled
    faults: Mapping[str, FieldFault] = field(default_factory=dict[str, FieldFault])
    notice: str = ""
    refused: bool = False  # the notice says that something did not work
    records: tuple[Record, ...] = ()
    codes: int = 0  # how many codes were made
    mail: MailBox = MailBox()
    files: Files = Files()
    tray: tuple[Sheet, ...] = ()
    papers: tuple[str, ...] = ()
    paper: str = ""  # the paper that is being read
    reading: str = ""  # the document open on the page, as a block's target
    signing: Signing | None = None
    cookies: Mapping[str, str] = field(default_factory=dict[str, str])
    active: Mapping[str, int] = field(default_factory=dict[str, int])  # minute of the last deed, by portal
    saved: Mapping[str, str] = field(default_factory=dict[str, str])  # fields as they were saved
    tables: Mapping[str, TableLook] = field(default_factory=dict[str, TableLook])
    searches: Mapping[str, str] = field(default_factory=dict[str, str])  # what was searched for, by block
    pictures: int = 0  # how often a new picture code was asked for
    memory: Memory = Memory()

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
            (self.notice, self.refused),
            self.records,
            self.codes,
            self.mail,
            self.files,
            (self.tray, self.papers, self.paper, self.reading, self.signing, self.pictures, self.memory),
            frozenset(self.cookies.items()),
            frozenset(self.active.items()),
            frozenset(self.saved.items()),
            frozenset(self.tables.items()),
            frozenset(self.searches.items()),
        )
