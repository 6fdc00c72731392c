# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice world behaves as the real one does in what matters."""

from tests.practice.first_task import SIGN_IN, TO_CODE, TO_FORM, WRITE, begun, done, pack

from korak.content.blocks import Button
from korak.practice import actions as act
from korak.practice import events as ev
from korak.practice.view import PageKind


def kinds(world: object) -> list[str]:
    return [type(event).__name__ for event in world.events]  # type: ignore[attr-defined]


def test_the_task_begins_on_the_front_page_with_a_locked_phone() -> None:
    view, phone = begun().page(), begun().phone()
    assert (view.header, view.address, view.padlock) == ("Zdravje na spletu", "zvem.vaja.invalid", True)
    assert view.person == ""
    assert view.menu == ()
    assert phone.locked
    assert phone.messages == ()
    assert phone.unseen == 2


def test_the_card_shows_user_name_and_password_of_this_run() -> None:
    values = begun(7).scene.values
    assert [value for _, value in begun(7).card()] == [values["uporabnik"], values["geslo"]]
    assert len({begun(seed).scene.values["geslo"] for seed in range(40)}) == 4


def test_one_sign_in_leads_through_the_door_and_back_to_the_asking_portal() -> None:
    world = done(begun(), *SIGN_IN)
    assert world.state.signed_in == {"sipass", "zvem"}
    assert world.page().page == "moja-stran"
    assert world.page().person == "Arben Vzorec"
    assert [link.target.rpartition("/")[2] for link in world.page().menu] == list(pack().portals["zvem"].menu)


def test_an_address_behind_the_door_leads_back_to_that_very_page() -> None:
    world = done(begun(), "type zvem.vaja.invalid/sporocila/novo")
    assert world.page().host == "sipass.vaja.invalid"
    world = done(world, *SIGN_IN[1:])
    assert world.page().address == "zvem.vaja.invalid/sporocila/novo"


def test_a_wrong_password_is_refused_in_the_portals_words_and_stays_written() -> None:
    world = done(begun(), *TO_CODE[:3], "fill sipass/smspass/geslo = napak", "press sipass/smspass/naprej")
    button = pack().blocks["sipass/smspass/naprej"]
    assert isinstance(button, Button)
    assert world.page().notice == button.needs[1].says
    assert world.page().refused, "and it is not said with a tick"
    assert kinds(world) == ["Pressed", "Refused"]
    assert world.state.fields["sipass/smspass/geslo"] == "napak"


def test_a_password_counts_letter_for_letter() -> None:
    password = begun().scene.values["geslo"]
    world = done(begun(), *TO_CODE[:3], f"fill sipass/smspass/geslo = {password.upper()}", TO_CODE[4])
    assert "Refused" in kinds(world)


def test_empty_fields_are_named_one_by_one() -> None:
    world = done(begun(), *TO_CODE[:2], "press sipass/smspass/naprej")
    said = {block.target: block.message.text for block in world.page().blocks if block.message}
    names = ("sipass/smspass/uporabnik", "sipass/smspass/geslo")
    assert said == {name: pack().fields[name].required for name in names}


def test_what_was_found_wrong_goes_when_the_field_is_filled() -> None:
    world = done(begun(), *TO_CODE[:2], "press sipass/smspass/naprej", "fill sipass/smspass/geslo = x")
    assert set(world.state.faults) == {"sipass/smspass/uporabnik"}


def code_fault(*lines: str) -> str:
    world = done(begun(), *TO_CODE, "unlock", "open sms", *lines, "press sipass/koda/potrdi")
    found = next((event.fault.code for event in world.events if isinstance(event, ev.FieldFaulted)), "")
    return str(found)


def test_the_code_is_good_for_five_minutes_and_once() -> None:
    assert code_fault("fill sipass/koda/koda = $sms") == ""
    assert code_fault("fill sipass/koda/koda = $sms", "wait 5") == ""
    assert code_fault("fill sipass/koda/koda = $sms", "wait 6") == "code_expired"


def test_wrong_codes_are_told_apart() -> None:
    assert code_fault() == "required"
    assert code_fault("fill sipass/koda/koda = 731204") == "code_old"
    assert code_fault("fill sipass/koda/koda = 000000") == "code_wrong"
    assert code_fault("fill sipass/koda/koda = 12345") == "wrong_length"
    assert code_fault("fill sipass/koda/koda = Lipa-27") == "not_digits"
    assert code_fault("fill sipass/koda/koda = $sms", "press sipass/koda/nova-koda") == "code_old"


def test_gaps_in_a_code_do_not_count() -> None:
    world = done(begun(), *TO_CODE)
    code = world.state.phone.messages[-1].code
    world = done(world, f"fill sipass/koda/koda = {code[:3]} {code[3:]}", "press sipass/koda/potrdi")
    assert "sipass" in world.state.signed_in


def test_a_message_is_read_only_on_an_unlocked_phone() -> None:
    world = done(begun(), *TO_CODE)
    assert done(world, "open sms").events == (ev.Ignored("locked"),)
    world = done(world, "unlock", "open sms")
    opened = world.phone().open
    assert opened is not None
    assert opened.sender == "SI-PASS VAJA"
    assert world.state.phone.messages[-1].code in opened.text
    assert world.phone().messages[0] == opened


def test_the_clock_on_the_phone_goes_on() -> None:
    assert begun().phone().clock == "10:42"
    assert done(begun(), "wait 20").phone().clock == "11:02"


def test_signing_out_signs_out_of_everything_and_leaves_no_password() -> None:
    world = done(begun(), *TO_FORM, *WRITE, "press zvem/odjava")
    assert world.state.signed_in == frozenset()
    assert world.page().page == "odjavljeni"
    assert "SignedOut" in kinds(world)
    assert done(world, "back").page().host == "sipass.vaja.invalid"
    assert not any(name.startswith("sipass/") for name in world.state.fields)


def test_a_page_in_another_tab_is_closed_to_whoever_signed_out() -> None:
    world = done(
        begun(), *SIGN_IN, "new tab", "type zvem.vaja.invalid/izvidi", "press zvem/odjava", "switch tab 1"
    )
    assert world.page().host == "sipass.vaja.invalid"


def test_a_sent_message_stands_in_the_list() -> None:
    world = done(begun(), *TO_FORM, *WRITE, "press zvem/novo-sporocilo/poslji")
    assert world.page().notice
    assert "NoticeShown" in kinds(world)
    rows = next(block.rows for block in world.page().blocks if block.target == "zvem/sporocila/poslana")
    assert rows[0].title == "Prosim za termin"
    assert "Pozdravljeni! Prosim za termin." in rows[0].lines
    assert rows[0].clock == "10:42"


def test_back_and_forward_keep_what_was_written() -> None:
    world = done(begun(), *TO_FORM, *WRITE)
    there = done(world, "back", "forward")
    assert there.state.fields == world.state.fields
    assert there.page() == world.page()


def test_an_unknown_address_leads_to_a_search_page() -> None:
    world = done(begun(), "type zvem")
    view = world.page()
    assert (view.kind, view.typed, view.padlock) == (PageKind.SEARCH, "zvem", False)
    assert [link.detail for link in view.results] == ["zvem.vaja.invalid"]
    assert done(world, "press search/result/zvem").page().address == "zvem.vaja.invalid"
    assert done(begun(), "type qqq").page().results == ()


def test_an_address_may_be_typed_in_several_ways() -> None:
    for typed in ("ZVEM.vaja.invalid/", "https://zvem.vaja.invalid", " zvem.vaja.invalid. "):
        assert done(begun(), f"type {typed}").page().page == "domov"


def test_tabs_open_close_and_keep_their_own_way() -> None:
    world = done(begun(), "new tab")
    assert world.page().kind is PageKind.EMPTY
    world = done(world, "type sipass.vaja.invalid", "switch tab 1")
    assert [tab.title for tab in world.page().tabs] == ["Zdravje na spletu", "Prijava"]
    world = done(world, "close tab 1")
    assert world.page().host == "sipass.vaja.invalid"
    assert done(world, "close tab 1").page().kind is PageKind.EMPTY


def test_the_padlock_opens_its_note_and_a_new_page_closes_it() -> None:
    world = done(begun(), "padlock")
    assert world.page().padlock_open
    assert not done(world, "press zvem/domov/prijava").page().padlock_open
    assert done(begun(), "new tab", "padlock").events == (ev.Ignored("nowhere_to_go"),)


def test_acting_somewhere_turns_to_it() -> None:
    world = done(begun(), "unlock")
    assert world.state.device == "phone"
    assert done(world, "press zvem/domov/prijava").state.device == "browser"


def test_equal_worlds_have_equal_keys() -> None:
    assert begun(1).key() == begun(1).key()
    assert hash(begun(1).key()) == hash(begun(1).key())
    assert done(begun(), "unlock").key() != begun().key()


def test_seeds_give_other_codes() -> None:
    codes = {done(begun(seed), *TO_CODE).state.phone.messages[-1].code for seed in range(30)}
    assert len(codes) == 30
    assert all(len(code) == 6 and code.isdigit() for code in codes)


def test_what_cannot_be_done_here_is_ignored() -> None:
    for action in (act.Press("zvem/odjava"), act.Fill("sipass/koda/koda", "1"), act.Back(), act.SwitchTab(3)):
        world = begun()
        assert world.do(action).state is world.state
        assert isinstance(world.do(action).events[0], ev.Ignored)
