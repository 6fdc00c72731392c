# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on the screen: the page in front, resolved to plain texts, ready to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from korak.content.blocks import DocumentBlock
from korak.content.portal import Block, Colours, Layout
from korak.practice.actions import Device
from korak.practice.events import FieldFault


class PageKind(Enum):
    """What kind of page the browser shows."""

    PORTAL = "portal"
    EMPTY = "empty"  # a new tab
    SEARCH = "search"  # nobody has the address: what was typed, and what looks like it


@dataclass(frozen=True, slots=True)
class LinkView:
    """Something to press: in the menu, in the header or among search results."""

    target: str
    text: str
    current: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RowView:
    """One record in a list: its title, its other values and the clock when it was kept."""

    title: str
    lines: tuple[str, ...]
    clock: str


@dataclass(frozen=True, slots=True)
class CellsView:
    """A row of a table, or one to choose; with a target, unless closed, it can be pressed or ticked."""

    cells: tuple[str, ...]
    target: str = ""
    chosen: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class OptionView:
    """A square among several: its target, its text (or picture), whether it is ticked."""

    target: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SlotView:
    """An hour of a calendar: which entry of the field it is, its day, hour and place."""

    index: int
    day: date
    at: str
    place: str
    free: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class BubbleView:
    """A message in a conversation."""

    text: str
    clock: str
    own: bool
    link: "LinkView | None" = None


@dataclass(frozen=True, slots=True)
class PaperBlockView:
    """A block of a document with its texts: items of a list, pairs (label, value), rows of a table."""

    block: DocumentBlock
    text: str = ""
    items: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperView:
    """A document to be read: its title and blocks; a receipt has pairs only."""

    document: str
    title: str
    type: str
    size: int  # kB
    blocks: tuple[PaperBlockView, ...] = ()


@dataclass(frozen=True, slots=True)
class SigningView:
    """The signing window: what is signed, and how far one is. Parts: read, send, code, confirm, cancel."""

    target: str
    document: PaperView | None
    summary: tuple[tuple[str, str], ...]
    read: bool
    needs_code: bool
    sent: bool
    code: str
    message: FieldFault | None


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block with its texts, its value and what the portal finds wrong with it."""

    target: str
    block: Block
    text: str = ""
    help: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[RowView, ...] = ()
    value: str = ""
    checked: bool = False
    options: tuple[str, ...] = ()
    selected: int = -1
    message: FieldFault | None = None
    required: bool = False
    pairs: tuple[tuple[str, str], ...] = ()  # pairs, summary, receipt: label and value
    columns: tuple[str, ...] = ()  # table, rows
    cells: tuple[CellsView, ...] = ()  # table, rows: what is on this page of the table
    sorted_by: int = -1
    sorted_down: bool = False
    table_page: int = 0  # from 0
    table_pages: int = 1
    ticks: tuple[OptionView, ...] = ()  # ticks, human_check
    slots: tuple[SlotView, ...] = ()
    bubbles: tuple[BubbleView, ...] = ()  # thread
    paper: PaperView | None = None  # document, consent with a document
    open: bool = False  # whether that document is open to be read
    files: tuple[str, ...] = ()  # upload: names of what is attached
    results: tuple["LinkView", ...] | None = None  # search: None before the first search
    number: str = ""  # receipt: its number; picture_code: the code to draw
    clock: str = ""  # receipt: when
    today: date | None = None  # date: for its calendar, with its limits
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class TabView:
    """A tab's title; an empty one has none."""

    title: str
    current: bool


@dataclass(frozen=True, slots=True)
class PopupView:
    """A window over the page; targets browser/popup/go and browser/popup/close."""

    title: str
    text: str
    picture: str
    button: str
    close: str


@dataclass(frozen=True, slots=True)
class CookiesView:
    """The banner about cookies, with its two links; a needed one covers the page."""

    text: str
    necessary: LinkView
    all: LinkView
    needed: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """The browser's page: address, padlock, header and blocks."""

    kind: PageKind
    title: str
    address: str
    padlock: bool  # whether there is a padlock at all
    padlock_open: bool  # whether its note is open
    host: str = ""
    portal: str = ""
    page: str = ""
    header: str = ""
    person: str = ""
    colours: Colours | None = None
    layout: Layout = "top"
    fake: bool = False
    footer: str = ""
    menu: tuple[LinkView, ...] = ()
    sign_out: LinkView | None = None
    notice: str = ""
    refused: bool = False  # the notice says that something did not work
    blocks: tuple[BlockView, ...] = ()
    results: tuple[LinkView, ...] = ()
    typed: str = ""
    tabs: tuple[TabView, ...] = ()
    can_go_back: bool = False
    can_go_forward: bool = False
    popup: PopupView | None = None
    popup_held_back: bool = False  # target browser/popup/allow
    cookies: CookiesView | None = None
    signing: SigningView | None = None
    bookmarks: tuple[LinkView, ...] = ()
    bookmarked: bool = False
    downloads: tuple[LinkView, ...] = ()  # the shelf below; browser/downloads/close
    asks_password: str = ""  # the portal's title; targets browser/save-password/yes, browser/save-password/no


@dataclass(frozen=True, slots=True)
class SmsView:
    """A message as the phone shows it; one with a link has its address."""

    index: int
    sender: str
    text: str
    clock: str
    seen: bool
    open: bool
    link: str = ""


@dataclass(frozen=True, slots=True)
class CallView:
    """A call: ringing, or what is being said and what one may answer (targets phone/call/choice/1 ...)."""

    name: str
    number: str
    ringing: bool
    says: str = ""
    choices: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class AskView:
    """A request of the authenticator; targets phone/confirm/approve and phone/confirm/decline."""

    text: str
    number: str


@dataclass(frozen=True, slots=True)
class CameraView:
    """The camera: papers to photograph (targets phone/camera/<document>), and whether it reads codes."""

    papers: tuple[LinkView, ...]
    scans: bool


@dataclass(frozen=True, slots=True)
class PhoneView:
    """The phone's screen: the newest message first; a call, a request or the camera lies over it."""

    locked: bool
    clock: str
    unseen: int
    messages: tuple[SmsView, ...]
    open: SmsView | None
    call: CallView | None = None
    ask: AskView | None = None
    camera: CameraView | None = None
    contacts: tuple[LinkView, ...] = ()


@dataclass(frozen=True, slots=True)
class MailRowView:
    """A mail in a list; target mail/message/<id>."""

    target: str
    who: str
    subject: str
    clock: str
    seen: bool
    attached: bool


@dataclass(frozen=True, slots=True)
class MailOpenView:
    """A mail that is open; the true address is empty until it was asked for (target mail/sender)."""

    id: str
    who: str
    address: str
    subject: str
    text: str
    clock: str
    links: tuple[LinkView, ...]  # mail/link/1; detail is where it really leads
    attachments: tuple[LinkView, ...]  # mail/attachment/1; detail is type and size
    own: bool
    in_spam: bool
    in_bin: bool


@dataclass(frozen=True, slots=True)
class WritingView:
    """The mail being written: fields mail/to, mail/subject, mail/text; mail/attach takes a path."""

    to: str
    subject: str
    text: str
    attached: tuple[LinkView, ...]  # mail/unattach/1
    answers: bool
    faults: Mapping[str, FieldFault]


@dataclass(frozen=True, slots=True)
class MailView:
    """The mail program."""

    address: str  # one's own
    folder: str
    folders: tuple[LinkView, ...]  # inbox, spam, sent, bin; the text is the code, detail how many unread
    rows: tuple[MailRowView, ...]
    open: MailOpenView | None
    writing: WritingView | None
    paper: PaperView | None  # an attachment that is open


@dataclass(frozen=True, slots=True)
class FileView:
    """A file in the list; target files/file/<name>."""

    target: str
    path: str
    name: str
    type: str
    size: int  # kB
    selected: bool


@dataclass(frozen=True, slots=True)
class FilesView:
    """The files: where one is, folders, files; the name field is files/name."""

    folder: str
    folders: tuple[LinkView, ...]  # files/folder/<name>
    all_folders: tuple[str, ...]  # where a file can be moved: files/move/<folder>
    files: tuple[FileView, ...]
    name: str
    message: FieldFault | None
    open: PaperView | None
    open_path: str = ""
    every: tuple[FileView, ...] = ()  # all files, for attaching: path, type, size


@dataclass(frozen=True, slots=True)
class PrinterView:
    """The printer's tray: titles of the sheets in it; target printer/take."""

    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeviceView:
    """A device on the desk: how much on it is new, and whether one is at it."""

    device: Device
    new: int
    current: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """The table before the computer: papers (paper/<document>), and the one being read (paper/close)."""

    papers: tuple[LinkView, ...]
    open: PaperView | None
