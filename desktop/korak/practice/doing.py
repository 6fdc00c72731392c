# SPDX-License-Identifier: GPL-3.0-or-later
"""What buttons, links and events do: the named effects, each a small move of the state."""

from dataclasses import dataclass
from typing import assert_never

from msgspec.structs import replace

from korak.content.effects import (
    AskConfirm,
    DeviceEffect,
    Download,
    Effect,
    Expire,
    Go,
    HandOver,
    MemoryEffect,
    Open,
    PassTime,
    Record,
    Reply,
    RingUp,
    ScreenEffect,
    SendMail,
    SendSms,
    SetField,
    ShowNotice,
    SignIn,
    SignOut,
    Withdraw,
)
from korak.content.fields import FieldPart, Password, SmsCode
from korak.practice import events
from korak.practice.addresses import place_at
from korak.practice.drawing import mixed
from korak.practice.scene import Scene, field_name, page_place
from korak.practice.state import Ask, File, Mail, OnCall, Place, Sms, State, Tab
from korak.practice.state import Record as Kept
from korak.practice.surfing import MOST_TABS, open_tab, settle, visit, with_tab
from korak.practice.values import kept

LONGEST_WAIT = 366 * 24 * 60
DOWNLOADS = "Prenosi"
PHOTOS = "Slike"

Moved = tuple[State, tuple[events.Event, ...]]
_ON_SCREEN = (Go, Open, ShowNotice, SignIn, SignOut)
_IN_MEMORY = (Record, Withdraw, Reply, SetField, Expire, PassTime)


@dataclass(frozen=True, slots=True)
class Doer:
    """Does effects, one after the other, on behalf of the page they stand on."""

    scene: Scene
    here: Place

    def do_all(self, effects: tuple[Effect, ...], state: State) -> Moved:
        """Do all of them in order."""
        happened: tuple[events.Event, ...] = ()
        for effect in effects:
            state, more = self.do(effect, state)
            happened += more
        return state, happened

    def do(self, effect: Effect, state: State) -> Moved:
        """Do one effect."""
        if isinstance(effect, _ON_SCREEN):
            return self._on_screen(effect, state)
        if isinstance(effect, _IN_MEMORY):
            return self._in_memory(effect, state)
        return self._to_device(effect, state)

    def sign_out(self, state: State) -> Moved:
        """Sign out of everything; passwords and codes do not stay behind, other texts do."""
        fields = {name: text for name, text in state.fields.items() if not self._is_secret(name)}
        return replace(state, signed_in=frozenset(), fields=fields), (events.SignedOut(),)

    def _on_screen(self, effect: ScreenEffect, state: State) -> Moved:
        match effect:
            case Go():
                return visit(self.scene, state, page_place(effect.go, self.here))
            case Open():
                return self.open(effect.open, state)
            case ShowNotice():
                text = said(self.scene, state, effect.notice)
                return replace(state, notice=text, refused=False), (events.NoticeShown(text),)
            case SignIn():
                offering, offered = self._offer(state)
                signed = self._sign_in_here if effect.sign_in == "here" else self._sign_in_asking
                after, happened = signed(offering)
                return after, happened + offered
            case SignOut():
                return self.sign_out(state)
            case _:
                assert_never(effect)

    def _in_memory(self, effect: MemoryEffect, state: State) -> Moved:
        match effect:
            case Record():
                return self._record(effect, state)
            case Withdraw():
                return self._withdraw(effect.withdraw, state)
            case Reply():
                text = self.scene.text(effect.says)
                values = (
                    ("", text),
                    ("link", page_place(effect.link, self.here).name if effect.link else ""),
                )
                one = Kept(effect.reply, self.here.portal, state.minutes, values, answer=True)
                return replace(state, records=(*state.records, one)), ()
            case SetField():
                return state.with_field(field_name(effect.set, self.here), self.scene.text(effect.to)), ()
            case Expire():
                messages = tuple(
                    replace(message, until=state.minutes - 1) for message in state.phone.messages
                )
                return replace(state, phone=replace(state.phone, messages=messages)), ()
            case PassTime():
                return wait(state, effect.wait)
            case _:
                assert_never(effect)

    def _to_device(self, effect: DeviceEffect, state: State) -> Moved:
        match effect:
            case SendSms():
                return self._sms(effect, state)
            case SendMail():
                return self._mail(effect, state)
            case RingUp():
                return ring(self.scene, state, effect.call)
            case AskConfirm():
                return self._ask(effect, state)
            case Download():
                return self._download(effect, state)
            case HandOver():
                papers = tuple(dict.fromkeys((*state.papers, effect.paper)))
                return replace(state, papers=papers), (events.PaperGiven(effect.paper),)
            case _:
                assert_never(effect)

    def open(self, address: str, state: State) -> Moved:
        """Open an address in a new tab."""
        place = place_at(self.scene.pack, address)
        if len(state.browser.tabs) >= MOST_TABS:
            return visit(self.scene, state, place)
        return settle(self.scene, open_tab(state, place), opened=True)

    def _offer(self, state: State) -> Moved:
        """Where the browser may offer it: to remember what was typed beside a password."""
        portal = self.here.portal
        known = {name.partition("/")[0] for name, _ in state.browser.passwords}
        if not self.scene.start.save_password or portal in known:
            return state, ()
        pages = {name.rpartition("/")[0] for name in state.fields if self._is_password(name, portal)}
        offered = tuple(
            (name, text)
            for name, text in sorted(state.fields.items())
            if name.rpartition("/")[0] in pages and not isinstance(self._field(name), SmsCode)
        )
        if not offered:
            return state, ()
        browser = replace(state.browser, asks_password=portal, offered=offered)
        return replace(state, browser=browser), (events.PasswordOffered(portal),)

    def _sign_in_here(self, state: State) -> Moved:
        here = self.here.portal
        state = replace(state, active={**state.active, here: state.minutes})
        return replace(state, signed_in=state.signed_in | {here}), (events.SignedIn(here),)

    def _sign_in_asking(self, state: State) -> Moved:
        """Sign in to whoever asked; the way through the door leaves no trace in the history."""
        tab, door = state.browser.tab, self.here.portal
        asked = tab.asks or Place(door, self.scene.pack.portals[door].pages[0].id)
        fields = {name: text for name, text in state.fields.items() if name.partition("/")[0] != door}
        active = {**state.active, door: state.minutes, asked.portal: state.minutes}
        state = replace(state, signed_in=state.signed_in | {door, asked.portal}, fields=fields, active=active)
        history = tuple(place for place in tab.history if place.portal != door)
        state = with_tab(state, Tab(asked, history))
        return state, (events.SignedIn(asked.portal), events.PageOpened(asked.portal, asked.page))

    def _record(self, effect: Record, state: State) -> Moved:
        names = {name.rpartition("/")[2]: field_name(name, self.here) for name in effect.keep}
        values = tuple(
            (name, kept(self._field(full), state.fields.get(full, ""))) for name, full in names.items()
        )
        number = self.scene.number(len(state.records))
        one = Kept(effect.record, self.here.portal, state.minutes, values, number)
        state = replace(state, records=(*state.records, one))
        if effect.stay:
            saved = {full: state.fields.get(full, "") for full in names.values()}
            state = replace(state, saved={**state.saved, **saved})
        else:
            fields = {name: text for name, text in state.fields.items() if name not in names.values()}
            state = replace(state, fields=fields)
        return state, (events.Recorded(len(state.records) - 1),)

    def _withdraw(self, kind: str, state: State) -> Moved:
        portal = self.here.portal
        for index in range(len(state.records) - 1, -1, -1):
            one = state.records[index]
            if one.kind == kind and one.portal == portal and not one.answer:
                return replace(state, records=state.records[:index] + state.records[index + 1 :]), ()
        return state, ()

    def _sms(self, effect: SendSms, state: State) -> Moved:
        code = self.scene.code(state.codes, effect.digits) if "$koda" in effect.sms else ""
        message = Sms(
            sender=self.scene.text(effect.from_),
            text=self.scene.text(effect.sms, koda=code, minute=str(effect.minutes)),
            at=state.minutes,
            code=code,
            portal=self.here.portal if code else "",
            until=state.minutes + effect.minutes,
            link=effect.link,
        )
        phone = replace(state.phone, messages=(*state.phone.messages, message))
        state = replace(state, phone=phone, codes=state.codes + bool(code))
        return state, (events.SmsArrived(len(phone.messages) - 1),)

    def _mail(self, effect: SendMail, state: State) -> Moved:
        mail = Mail(
            id=effect.mail,
            sender=self.scene.text(effect.from_),
            address=self.scene.text(effect.address),
            subject=self.scene.text(effect.subject),
            text=self.scene.text(effect.text),
            at=state.minutes,
            folder="spam" if effect.spam else "inbox",
            links=tuple((self.scene.text(link.text), link.go) for link in effect.links),
            attachments=tuple(attachment(self.scene, name) for name in effect.attachments),
        )
        others = tuple(one for one in state.mail.mails if one.id != mail.id)
        return replace(state, mail=replace(state.mail, mails=(*others, mail))), (events.MailArrived(mail.id),)

    def _ask(self, effect: AskConfirm, state: State) -> Moved:
        count = len(state.phone.asks)
        number = str(10 + mixed(f"{self.scene.seed}/ask/{count}") % 90)
        ask = Ask(
            id=effect.confirm,
            text=self.scene.text(effect.says, stevilka=number),
            number=number,
            shown=self.scene.text(effect.shows, stevilka=number),
            here=self.here,
            does=effect.does,
            declined=effect.declined,
        )
        phone = replace(state.phone, asks=(*state.phone.asks, ask))
        return replace(state, phone=phone), (events.ConfirmAsked(ask.id),)

    def _download(self, effect: Download, state: State) -> Moved:
        document = self.scene.pack.documents[effect.download]
        name = self.scene.text(effect.name) or file_name(self.scene.text(document.title), document.type)
        return download(state, File(f"{DOWNLOADS}/{name}", document.id))

    def _field(self, name: str) -> FieldPart | None:
        return self.scene.pack.fields.get(name)

    def _is_password(self, name: str, portal: str) -> bool:
        return name.partition("/")[0] == portal and isinstance(self._field(name), Password)

    def _is_secret(self, name: str) -> bool:
        return isinstance(self._field(name), Password | SmsCode)


def said(scene: Scene, state: State, text: str) -> str:
    """A text of a page with the run's values, and with what only the moment knows."""
    if "$" not in text:
        return text
    number = state.phone.asks[-1].number if state.phone.asks else ""
    vloga = next((one.number for one in reversed(state.records) if one.number), "")
    return scene.text(text, stevilka=number, vloga=vloga, ura=scene.clock(state.minutes))


def attachment(scene: Scene, document: str) -> File:
    """A document as a file beside a mail."""
    found = scene.pack.documents[document]
    return File(file_name(scene.text(found.title), found.type), document)


def file_name(title: str, file_type: str) -> str:
    """A file's name from a title: small, without signs that cannot stand in one."""
    letters = "".join(letter if letter.isalnum() else " " for letter in title.casefold())
    return f"{'-'.join(letters.split()) or 'datoteka'}.{file_type}"


def download(state: State, file: File) -> Moved:
    """A file comes to its folder and to the shelf of downloads."""
    after, happened = save(state, file)
    path = after.files.items[-1].path
    browser = replace(after.browser, downloads=(*after.browser.downloads, path))
    return replace(after, browser=browser), happened


def save(state: State, file: File) -> Moved:
    """One more file; a name that is taken already gets a number."""
    files = state.files
    path, number = file.path, 1
    while files.at(path) is not None:
        number += 1
        stem, dot, kind = file.path.rpartition(".")
        path = f"{stem} ({number}){dot}{kind}"
    folders = files.folders
    if file.folder and file.folder not in folders:
        folders = (*folders, file.folder)
    files = replace(files, items=(*files.items, replace(file, path=path)), folders=folders)
    return replace(state, files=files), (events.FileSaved(path),)


def ring(scene: Scene, state: State, call: str) -> Moved:
    """The phone rings, unless somebody is on it."""
    if state.phone.call is not None or call not in scene.calls:
        return state, ()
    phone = replace(state.phone, call=OnCall(call), came=state.phone.came | {call})
    return replace(state, phone=phone), (events.PhoneRings(call),)


def wait(state: State, minutes: int) -> Moved:
    """Let minutes go by."""
    passed = max(0, min(minutes, LONGEST_WAIT))
    return replace(state, minutes=state.minutes + passed), (events.TimePassed(passed),)
