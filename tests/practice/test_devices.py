# SPDX-License-Identifier: GPL-3.0-or-later
"""The devices one by one: what a learner does on phone, in mail and files, and what the portals answer."""

from tests.practice.whole_pack import whole_pack

from korak.practice import actions as act
from korak.practice import events as ev
from korak.practice.coach import Coach
from korak.practice.log import Play
from korak.practice.mistakes import MistakeCode
from korak.practice.world import World

PACK = whole_pack()
TO_FORM = (
    "press browser/popup/close",
    "press urad/cookies/necessary",
    "fill urad/domov/uporabnik = amra.primer@posta.invalid",
    "fill urad/domov/geslo = $geslo",
    "press urad/domov/naprej",
    "press phone/confirm/approve",
)


def begun(task: str = "vloga", *lines: str) -> World:
    world = World.start(PACK, PACK.tasks[task], 3)
    return done(world, *lines)


def done(world: World, *lines: str) -> World:
    coach = Coach(PACK, PACK.tasks["vloga"])
    for line in lines:
        world = world.do(coach.planner.resolved(act.read(line), world))
        assert not any(isinstance(event, ev.Ignored) for event in world.events), line
    return world


def ignored(world: World, line: str) -> str:
    after = world.do(act.read(line))
    event = after.events[0]
    assert isinstance(event, ev.Ignored)
    return event.why


def faulted(world: World, line: str) -> dict[str, str]:
    after = world.do(act.read(line))
    return {
        one.field.rpartition("/")[2]: one.fault.code
        for one in after.events
        if isinstance(one, ev.FieldFaulted)
    }


def test_a_pop_up_and_a_needed_banner_cover_the_page() -> None:
    world = begun()
    assert world.page().popup is not None
    assert ignored(world, "fill urad/domov/geslo = x") == "covered"
    world = done(world, "press browser/popup/close")
    assert world.page().popup is None
    assert ignored(world, "press urad/domov/naprej") == "covered"
    world = done(world, "press urad/cookies/necessary")
    assert world.page().cookies is None


def test_the_phone_approves_what_the_page_shows() -> None:
    world = begun("vloga", *TO_FORM[:-1])
    ask = world.phone().ask
    assert ask is not None
    assert ask.number in world.page().notice
    declined = done(world, "press phone/confirm/decline")
    assert declined.page().notice == "Zavrnili ste."
    assert "urad" not in declined.state.signed_in
    assert "urad" in done(world, "press phone/confirm/approve").state.signed_in


def test_a_code_told_to_a_caller_is_kept_for_the_end() -> None:
    play = Play.start(PACK, PACK.tasks["vloga"], 3)
    for line in (*TO_FORM, "press phone/call/answer", "press phone/call/choice/1"):
        play = play.do(play.coach.planner.resolved(act.read(line), play.world))
    assert play.progress.critical == ("Kode ne povejte.",)


def test_the_browser_remembers_a_password_only_when_told_to() -> None:
    world = begun("vloga", *TO_FORM)
    assert world.page().asks_password == "Urad"
    kept = done(world, "press browser/save-password/yes", "press urad/odjava")
    assert kept.state.fields["urad/domov/geslo"] == kept.scene.values["geslo"]
    free = done(world, "press browser/save-password/no", "press urad/odjava")
    assert "urad/domov/geslo" not in free.state.fields


def test_a_session_ends_and_typed_text_stays() -> None:
    world = done(
        begun("vloga", *TO_FORM), "press phone/call/decline", "fill urad/obrazec/telefon = 031 000 000"
    )
    assert "urad" in done(world, "wait 14").state.signed_in
    late = done(world, "wait 15")
    assert ev.SessionEnded("urad") in late.events
    assert late.page().page == "domov"
    assert late.page().notice == "Seja je potekla. Prijavite se še enkrat."
    assert late.state.fields["urad/obrazec/telefon"] == "031 000 000"


def test_every_field_knows_what_it_accepts() -> None:
    world = done(
        begun("vloga", *TO_FORM),
        "press phone/call/decline",
        "fill urad/obrazec/od = 31. 2. 2026",
        "fill urad/obrazec/napotnica = 123456789012",
        "fill urad/obrazec/znesek = veliko",
        "fill urad/obrazec/telefon = nimam",
        "fill urad/obrazec/emso = 12",
        "fill urad/obrazec/davcna = 12",
        "fill urad/obrazec/iban = SI56 12",
        "fill urad/obrazec/sklic = 12",
        "fill urad/obrazec/kartica = 12",
        "fill urad/obrazec/slika = napak",
        "tick urad/obrazec/clovek/2",
    )
    assert faulted(world, "press urad/obrazec/podpis") == {
        "od": "not_date",
        "napotnica": "wrong_length",
        "znesek": "not_money",
        "telefon": "not_phone",
        "emso": "not_emso",
        "davcna": "not_tax_number",
        "iban": "not_iban",
        "sklic": "not_reference",
        "kartica": "not_card",
        "pravice": "required",
        "slika": "picture_wrong",
        "clovek": "not_human",
        "priloga": "required",
        "soglasam": "required",
    }
    assert (
        faulted(done(world, "fill urad/obrazec/od = 1. 11. 2026"), "press urad/obrazec/podpis")["od"]
        == "too_early"
    )


def test_a_file_of_the_wrong_type_is_refused_at_once() -> None:
    world = done(begun("vloga", *TO_FORM), "press phone/call/decline")
    after = world.do(act.read("fill urad/obrazec/priloga = Dokumenti/film.exe"))
    assert after.state.faults["urad/obrazec/priloga"].code == "wrong_type"
    assert ignored(world, "fill urad/obrazec/priloga = Dokumenti/ni.pdf") == "no_such_file"


def test_a_scanned_paper_fills_the_order() -> None:
    world = done(
        begun("vloga", *TO_FORM),
        "press phone/call/decline",
        "press urad/obrazec/slikaj",
        "press phone/camera/racun",
    )
    assert world.state.fields["urad/obrazec/znesek"] == world.scene.values["znesek"]
    assert world.state.fields["urad/obrazec/sklic"] == f"SI00 {world.scene.values['sklic']}"


def test_a_forgetful_page_keeps_only_what_was_saved() -> None:
    world = done(
        begun(), "press browser/popup/close", "press urad/cookies/all", "press urad/menu/iskanje",
        "tick urad/iskanje/obroki/2", "choose urad/iskanje/termin = 1", "press urad/iskanje/shrani",
        "choose urad/iskanje/termin = 3",
    )  # fmt: skip
    assert ignored(world, "tick urad/iskanje/obroki/3") == "no_such_entry"
    assert ignored(world, "choose urad/iskanje/termin = 2") == "no_such_entry"
    left = world.do(act.read("press urad/menu/domov"))
    assert ev.Unsaved("urad/iskanje") in left.events
    assert left.state.fields["urad/iskanje/termin"] == "22. 11. 2026 ob 9.20"
    assert left.state.fields["urad/iskanje/obroki"] == "jutri"


def test_tables_sort_and_turn_pages_and_searches_find() -> None:
    world = done(
        begun(), "press browser/popup/close", "press urad/cookies/all", "press urad/menu/iskanje",
        "press urad/iskanje/seznam/sort/2", "fill urad/iskanje/isci = prebivališča",
        "press urad/iskanje/isci/go",
    )  # fmt: skip
    views = {view.target.rpartition("/")[2]: view for view in world.page().blocks}
    assert [row.cells[0] for row in views["seznam"].cells] == ["Ana", "Bor"]
    assert [result.text for result in views["isci"].results or ()] == ["Začasno prebivališče"]
    last = done(world, "press urad/iskanje/seznam/next")
    view = next(view for view in last.page().blocks if view.target == "urad/iskanje/seznam")
    assert [row.cells[0] for row in view.cells] == ["Cene"]


def test_a_link_in_a_message_leads_to_the_fake_and_is_remembered() -> None:
    world = done(begun("pismo"), "open sms 1", "press phone/link")
    assert world.page().fake
    assert world.state.device == "browser"
    typed = done(world, "fill past/domov/novo = Skrivno-1-geslo")
    assert "past/domov/novo" in typed.state.memory.typed


def test_signing_unread_is_noticed() -> None:
    play = Play.start(PACK, PACK.tasks["vloga"], 3)
    solution = [line for line in PACK.tasks["vloga"].solution if not line.endswith("/read")]
    for line in solution:
        play = play.do(play.coach.planner.resolved(act.read(line), play.world))
    assert "Najprej preberite." in play.progress.critical


def test_leaving_without_saving_or_signing_is_a_mistake_everybody_makes() -> None:
    play = Play.start(PACK, PACK.tasks["vloga"], 3)
    lines = ("press browser/popup/close", "press urad/cookies/all", "press urad/menu/iskanje",
             "choose urad/iskanje/termin = 1", "press urad/menu/domov")  # fmt: skip
    for line in lines:
        play = play.do(act.read(line))
    assert [noticed.code for noticed in play.progress.latest] == [MistakeCode.NOT_SAVED]


def test_a_real_number_reaches_neither_world_nor_log() -> None:
    play = Play.start(PACK, PACK.tasks["vloga"], 3)
    for line in (*TO_FORM, "press phone/call/decline"):
        play = play.do(play.coach.planner.resolved(act.read(line), play.world))
    for text in ("0101006500006", "moja je 010 100 650 0006, hvala"):
        after = play.do(act.Fill("urad/obrazec/emso", text))
        assert after.world.events == (ev.RealNumber("emso"),)
        assert after.world.state is play.world.state
        assert after.log == play.log
