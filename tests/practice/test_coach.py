# SPDX-License-Identifier: GPL-3.0-or-later
"""The coach knows the next thing to do, notices the usual mistakes, and helps in three levels."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as replaced
from tests.content.small_pack import changed, encoded
from tests.practice.first_task import SIGN_IN, TO_CODE, TO_FORM, WRITE, begun, coach, pack, play, played

from korak.content.decode import decode_pack
from korak.practice import actions as act
from korak.practice.coach import target
from korak.practice.log import Play
from korak.practice.mistakes import MistakeCode


def said(run: Play) -> list[str]:
    return [one.says for one in run.progress.latest]


def now(run: Play) -> str:
    action = coach().next_action(run.progress, run.world)
    return act.write(action) if action else ""


def test_the_list_of_steps_is_short() -> None:
    steps = [step.id for step in coach().task.key_steps]
    assert steps == ["prijava", "sporocila", "napisi", "poslji", "odjava"]


def test_the_coach_alone_plays_the_authors_way() -> None:
    run, lines = play(), []
    while (line := now(run)) and len(lines) < 40:
        lines.append(line)
        run = run.do(act.read(line))
    assert run.progress.reached
    assert run.progress.errors == 0
    assert len(lines) == len(coach().task.solution)
    assert coach().next_step(run.progress, run.world) is None


def test_steps_are_done_one_after_the_other_and_stay_done() -> None:
    run = play()
    assert run.progress.current == "prijava"
    run = played(run, *SIGN_IN)
    assert run.progress.current == "sporocila"
    run = played(run, "press zvem/menu/sporocila", "press zvem/menu/izvidi")
    assert run.progress.current == "napisi"
    assert "sporocila" in run.progress.done


def test_fields_may_be_filled_in_any_order() -> None:
    run = played(play(), *TO_FORM, WRITE[2])
    assert now(run).startswith("choose zvem/novo-sporocilo/prejemnik")
    run = played(run, WRITE[0])
    assert now(run).startswith("fill zvem/novo-sporocilo/zadeva")
    run = played(run, WRITE[1])
    assert now(run) == "press zvem/novo-sporocilo/poslji"


def test_ones_own_words_are_good_words() -> None:
    run = played(play(), *TO_FORM, WRITE[0], "fill zvem/novo-sporocilo/zadeva = Recept")
    run = played(run, "fill zvem/novo-sporocilo/sporocilo = Dober dan, potrebujem recept.")
    assert now(run) == "press zvem/novo-sporocilo/poslji"
    run = played(run, "press zvem/novo-sporocilo/poslji", "press zvem/odjava")
    assert run.progress.reached


# The step and the place in its list of mistakes, beside what somebody does.
WRONG_TEAM = "choose zvem/novo-sporocilo/prejemnik = 2"
SEND = "press zvem/novo-sporocilo/poslji"
USUAL = {
    "another means of signing in": ("prijava", 0, (*TO_CODE[:1], "press sipass/prijava/eu")),
    "password for user name": ("prijava", 1, (*TO_CODE[:2], "fill sipass/smspass/uporabnik = $geslo")),
    "code for user name": ("prijava", 2, (*TO_CODE[:2], "fill sipass/smspass/uporabnik = 731204")),
    "code for password": ("prijava", 3, (*TO_CODE[:2], "fill sipass/smspass/geslo = 731204")),
    "password for code": ("prijava", 4, (*TO_CODE, "fill sipass/koda/koda = $geslo")),
    "old code": ("prijava", 5, (*TO_CODE, "fill sipass/koda/koda = 731204")),
    "expired code": ("prijava", 6, (*TO_CODE, "fill sipass/koda/koda = $sms", "wait 6")),
    "writing to the wrong team": ("napisi", 0, (*TO_FORM, WRONG_TEAM, WRITE[2])),
    "nobody to write to": ("napisi", 1, (*TO_FORM, WRITE[2], SEND)),
    "an empty message": ("napisi", 2, (*TO_FORM, WRITE[0], SEND)),
    "an emergency": ("napisi", 3, (*TO_FORM, "fill zvem/novo-sporocilo/sporocilo = Mož ne diha.")),
    "password in a message": ("napisi", 4, (*TO_FORM, "fill zvem/novo-sporocilo/sporocilo = $geslo je")),
    "sent to the wrong team": ("poslji", 0, (*TO_FORM, WRONG_TEAM, WRITE[2], SEND)),
    "tab closed": ("odjava", 0, (*SIGN_IN, "close tab 1")),
    "gone elsewhere": ("odjava", 0, (*SIGN_IN, "type qqq")),
}


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_mistakes_are_noticed(name: str) -> None:
    step_id, number, lines = USUAL[name]
    step = next(step for step in coach().task.key_steps if step.id == step_id)
    run = played(play(), *lines)
    assert said(run) == [step.mistakes[number].says], run.progress.noticed
    assert [one.code for one in run.progress.latest] == [MistakeCode.AUTHOR]
    assert step.mistakes[number].then


def point(target_name: str) -> str:
    return next(p.says for step in coach().task.key_steps for p in step.points if p.at == target_name)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((*TO_CODE[:2], "press sipass/smspass/naprej"), MistakeCode.EMPTY_FIELD),
        ((*TO_CODE[:3], "fill sipass/smspass/geslo = x", TO_CODE[4]), MistakeCode.WRONG_DATA),
        ((*TO_CODE[:2], "fill sipass/smspass/geslo = $uporabnik"), MistakeCode.WRONG_FIELD),
        ((*TO_CODE, "fill sipass/koda/koda = 111111", "press sipass/koda/potrdi"), MistakeCode.WRONG_CODE),
        ((*TO_CODE, "fill sipass/koda/koda = 111", "press sipass/koda/potrdi"), MistakeCode.WRONG_SHAPE),
        (("type zdravje",), MistakeCode.UNKNOWN_ADDRESS),
        ((*TO_FORM, *WRITE, "press zvem/odjava"), MistakeCode.NOT_SENT),
    ],
)
def test_general_mistakes_need_no_author(lines: tuple[str, ...], code: MistakeCode) -> None:
    assert [one.code for one in played(play(), *lines).progress.latest] == [code]


def test_what_belongs_elsewhere_is_sent_to_the_very_field() -> None:
    run = played(play(), *TO_CODE[:2], "fill sipass/smspass/geslo = $uporabnik")
    label = pack().fields["sipass/smspass/uporabnik"].label
    assert [one.about for one in run.progress.latest] == [label]


def test_a_code_from_the_wrong_message_is_told_from_an_old_one() -> None:
    begun = play()
    theirs = replaced(begun.world.state.phone.messages[0], sender="POŠTA-INFO", code="", text="Koda: 777777.")
    phone = replaced(begun.world.state.phone, messages=(theirs, *begun.world.state.phone.messages))
    world = replace(begun.world, state=replaced(begun.world.state, phone=phone))
    run = played(replace(begun, world=world), *TO_CODE, "fill sipass/koda/koda = 777777")
    run = run.do(act.read("press sipass/koda/potrdi"))
    assert [one.code for one in run.progress.latest] == [MistakeCode.OTHER_SENDER]


def test_a_mistake_that_stays_is_noticed_once() -> None:
    run = played(play(), *TO_CODE[:2], "fill sipass/smspass/uporabnik = $geslo", "unlock", "open phone")
    assert run.progress.errors == 1
    assert run.progress.latest == ()


def test_a_mistake_the_author_named_is_not_counted_again_when_the_portal_refuses() -> None:
    run = played(play(), *TO_CODE, "fill sipass/koda/koda = 731204", "press sipass/koda/potrdi")
    assert run.progress.errors == 1
    run = played(play(), *TO_CODE[:2], "fill sipass/smspass/uporabnik = $geslo", *TO_CODE[3:])
    assert run.progress.errors == 1


def test_the_right_way_has_no_mistakes() -> None:
    run = played(play(), *coach().task.solution)
    assert run.progress.noticed == ()
    assert run.progress.reached
    assert run.progress.done == {step.id for step in coach().task.key_steps}


def test_nobody_is_trapped() -> None:
    for lines in (
        (*SIGN_IN, "close tab 1"),
        (*TO_CODE, "wait 30"),
        (*TO_CODE, "press sipass/koda/nazaj", "press sipass/prijava/eu"),
        (*TO_FORM, "choose zvem/novo-sporocilo/prejemnik = 2", WRITE[2], "press zvem/novo-sporocilo/poslji"),
        (*TO_FORM, *WRITE, "press zvem/odjava"),
        ("new tab", "type qqq"),
    ):
        run = played(play(), *lines)
        for _ in range(30):
            line = now(run)
            if not line:
                break
            run = run.do(act.read(line))
        assert run.progress.reached, lines


def test_an_expired_code_is_followed_by_asking_for_a_new_one() -> None:
    run = played(play(), *TO_CODE, "wait 6")
    assert now(run) == "press sipass/koda/nova-koda"
    assert coach().says(run.progress, run.world) == point("sipass/koda/nova-koda")


def test_help_comes_in_three_levels() -> None:
    run = play()
    says = coach().hint(run.progress, run.world, 1)
    points = coach().hint(run.progress, run.world, 2)
    does = coach().hint(run.progress, run.world, 3)
    assert says is not None
    assert points is not None
    assert does is not None
    assert (bool(says.text), says.target, says.action) == (True, None, None)
    assert (points.target, points.action) == ("zvem/domov/prijava", None)
    assert does.action == act.Press("zvem/domov/prijava")
    assert does.code == "press"


def test_the_coach_speaks_of_the_next_thing() -> None:
    run = played(play(), *TO_CODE)
    assert coach().says(run.progress, run.world) == point("phone/unlock")
    run = played(run, "unlock")
    assert coach().says(run.progress, run.world) == point("phone/message")


def test_the_coach_does_not_read_a_code_that_nobody_has_read() -> None:
    run = played(play(), *TO_CODE, "unlock")
    assert target(coach().next_action(run.progress, run.world) or act.Back()) == "phone/message/2"


def test_the_expected_texts_are_those_of_the_run() -> None:
    world = begun(3)
    expected = coach().expected(world)
    assert expected["sipass/smspass/geslo"] == world.scene.values["geslo"]
    assert "zvem/novo-sporocilo/sporocilo" not in expected


def test_harm_is_remembered_to_the_end() -> None:
    when = '{ field = "obcina/predlog/besedilo", contains = ["PIN"] }'
    harm = f'critical = [{{ when = {when}, says = "PIN je samo vaš." }}]'
    files = changed("tasks/predlog-obcini.toml", "[start]", f"{harm}\n\n[start]")
    small = decode_pack(encoded(files))
    run = Play.start(small, small.tasks["predlog-obcini"], 1)
    for line in ("press obcina/domov/pisi", "fill obcina/predlog/besedilo = Moj PIN je 1234."):
        run = run.do(act.read(line))
    assert run.progress.critical == ("PIN je samo vaš.",)
    run = run.do(act.read("fill obcina/predlog/besedilo = Prosim za luč.")).undo()
    assert run.outcome().critical == ("PIN je samo vaš.",)
