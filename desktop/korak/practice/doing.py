# SPDX-License-Identifier: GPL-3.0-or-later
"""What buttons and links do: the named effects, each a small move of the state."""

from dataclasses import dataclass, replace
from typing import assert_never

from korak.content.effects import (
    Effect,
    Expire,
    Go,
    Open,
    PassTime,
    Record,
    SendSms,
    SetField,
    ShowNotice,
    SignIn,
    SignOut,
)
from korak.content.fields import Password, SmsCode
from korak.practice import events
from korak.practice.addresses import place_at
from korak.practice.scene import Scene, field_name, page_place
from korak.practice.state import Place, Sms, State, Tab
from korak.practice.state import Record as Kept
from korak.practice.surfing import MOST_TABS, open_tab, settle, visit, with_tab

LONGEST_WAIT = 7 * 24 * 60

Moved = tuple[State, tuple[events.Event, ...]]
OnScreen = Go | Open | ShowNotice | SignIn | SignOut
InMemory = Record | SetField | SendSms | Expire | PassTime
_IN_MEMORY = (Record, SetField, SendSms, Expire, PassTime)
_ON_SCREEN = (Go, Open, ShowNotice, SignIn, SignOut)


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
        return self._in_memory(effect, state) if isinstance(effect, _IN_MEMORY) else (state, ())

    def sign_out(self, state: State) -> Moved:
        """Sign out of everything; passwords and codes do not stay behind, other texts do."""
        fields = {name: text for name, text in state.fields.items() if not self._is_secret(name)}
        return replace(state, signed_in=frozenset(), fields=fields), (events.SignedOut(),)

    def _on_screen(self, effect: OnScreen, state: State) -> Moved:
        match effect:
            case Go():
                return visit(self.scene, state, page_place(effect.go, self.here))
            case Open():
                return self._open(effect, state)
            case ShowNotice():
                text = self.scene.text(effect.notice)
                return replace(state, notice=text), (events.NoticeShown(text),)
            case SignIn():
                return self._sign_in_here(state) if effect.sign_in == "here" else self._sign_in_asking(state)
            case SignOut():
                return self.sign_out(state)
            case _:
                assert_never(effect)

    def _in_memory(self, effect: InMemory, state: State) -> Moved:
        match effect:
            case Record():
                return self._record(effect, state)
            case SetField():
                return state.with_field(field_name(effect.set, self.here), self.scene.text(effect.to)), ()
            case SendSms():
                return self._sms(effect, state)
            case Expire():
                messages = tuple(
                    replace(message, until=state.minutes - 1) for message in state.phone.messages
                )
                return replace(state, phone=replace(state.phone, messages=messages)), ()
            case PassTime():
                return wait(state, effect.wait)
            case _:
                assert_never(effect)

    def _open(self, effect: Open, state: State) -> Moved:
        place = place_at(self.scene.pack, effect.open)
        if len(state.browser.tabs) >= MOST_TABS:
            return visit(self.scene, state, place)
        return settle(self.scene, open_tab(state, place), opened=True)

    def _sign_in_here(self, state: State) -> Moved:
        here = self.here.portal
        return replace(state, signed_in=state.signed_in | {here}), (events.SignedIn(here),)

    def _sign_in_asking(self, state: State) -> Moved:
        """Sign in to whoever asked; the way through the door leaves no trace in the history."""
        tab, door = state.browser.tab, self.here.portal
        asked = tab.asks or Place(door, self.scene.pack.portals[door].pages[0].id)
        fields = {name: text for name, text in state.fields.items() if name.partition("/")[0] != door}
        state = replace(state, signed_in=state.signed_in | {door, asked.portal}, fields=fields)
        history = tuple(place for place in tab.history if place.portal != door)
        state = with_tab(state, Tab(asked, history))
        return state, (events.SignedIn(asked.portal), events.PageOpened(asked.portal, asked.page))

    def _record(self, effect: Record, state: State) -> Moved:
        names = {name.rpartition("/")[2]: field_name(name, self.here) for name in effect.keep}
        values = tuple((name, state.fields.get(full, "")) for name, full in names.items())
        kept = Kept(effect.record, self.here.portal, state.minutes, values)
        fields = {name: text for name, text in state.fields.items() if name not in names.values()}
        state = replace(state, records=(*state.records, kept), fields=fields)
        return state, (events.Recorded(len(state.records) - 1),)

    def _sms(self, effect: SendSms, state: State) -> Moved:
        code = self.scene.code(state.codes, effect.digits) if "$koda" in effect.sms else ""
        message = Sms(
            sender=self.scene.text(effect.from_),
            text=self.scene.text(effect.sms, koda=code, minute=str(effect.minutes)),
            at=state.minutes,
            code=code,
            portal=self.here.portal if code else "",
            until=state.minutes + effect.minutes,
        )
        phone = replace(state.phone, messages=(*state.phone.messages, message))
        state = replace(state, phone=phone, codes=state.codes + bool(code))
        return state, (events.SmsArrived(len(phone.messages) - 1),)

    def _is_secret(self, name: str) -> bool:
        return isinstance(self.scene.pack.fields.get(name), Password | SmsCode)


def wait(state: State, minutes: int) -> Moved:
    """Let minutes go by."""
    passed = max(0, min(minutes, LONGEST_WAIT))
    return replace(state, minutes=state.minutes + passed), (events.TimePassed(passed),)
