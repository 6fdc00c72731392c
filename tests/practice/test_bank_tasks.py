# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks of the assessment: every surface can be solved alone and reads right; harm is noticed as harm."""

from collections.abc import Iterator
from dataclasses import replace as with_
from functools import cache

import pytest
from msgspec.structs import replace

from korak import paths
from korak.content.assessment import FORMS, FormName, JudgementItem, TaskItem
from korak.content.pack import Pack
from korak.practice import actions as act
from korak.practice.booklet import booklet, paper_faults
from korak.practice.coach import Coach
from korak.practice.log import Play
from korak.practice.world import World
from korak.services.packs import load_bank

PackItem = TaskItem | JudgementItem


@cache
def pack() -> Pack:
    return load_bank(paths.packs() / "koraki")


def items() -> Iterator[PackItem]:
    bank = pack().assessment
    assert bank is not None
    for form in FORMS:
        yield from bank.form(form).tasks


@cache
def coach(item_id: str) -> Coach:
    item = next(one for one in items() if one.id == item_id)
    return Coach(pack(), pack().tasks[item.task], item.surface)


RUNS = [pytest.param(item, seed, id=f"{item.id}-{seed}") for item in items() for seed in item.seeds]
ITEMS = [pytest.param(item, id=item.id) for item in items()]


def begun(item: PackItem, seed: str) -> Play:
    return Play.start(pack(), pack().tasks[item.task], seed, coach(item.id), item.surface)


def solved(item: PackItem, seed: str, lines: int | None = None) -> Play:
    """The run in which the author's solution was played, or its first lines."""
    play = begun(item, seed)
    for line in play.coach.task.solution[:lines]:
        play = play.do(play.coach.planner.resolved(act.read(line), play.world))
    return play


def shown(world: World) -> Iterator[str]:
    """What can be read on the screens at this moment."""
    page = world.page()
    yield from (page.title, page.header, *(link.text for link in (*page.menu, *page.bookmarks)))
    for block in page.blocks:
        yield from (block.text, block.help, *block.items, *block.options, *block.columns)
        yield from (part for pair in block.pairs for part in pair)
        yield from (cell for row in block.cells for cell in row.cells)
    for message in world.state.phone.messages:
        yield from (message.sender, message.text, message.link)
    for mail in world.state.mail.mails:
        yield from (mail.sender, mail.address, mail.subject, mail.text, *(text for text, _ in mail.links))
    yield from (file.path for file in world.state.files.items)
    yield from (part for line in world.card() for part in line)


@pytest.mark.parametrize(("item", "seed"), RUNS)
def test_every_surface_is_solved_without_help_mistake_or_harm(item: PackItem, seed: str) -> None:
    play = solved(item, seed)
    outcome = play.outcome()
    assert play.progress.reached
    assert all(step.done for step in outcome.steps)
    assert outcome.critical == ()
    assert play.progress.noticed == ()


@pytest.mark.parametrize(("item", "seed"), RUNS)
def test_no_value_is_left_open_on_any_screen_of_the_way(item: PackItem, seed: str) -> None:
    task = pack().tasks[item.task]
    for lines in range(len(task.solution) + 1):
        world = solved(item, seed, lines).world
        assert not [text for text in shown(world) if "$" in text]
        said = (*task.asks, *(step.says for step in task.key_steps), *(step.title for step in task.key_steps))
        assert not [text for text in map(world.scene.text, said) if "$" in text]


@pytest.mark.parametrize("item", ITEMS)
def test_surfaces_of_a_form_all_differ_and_a_seed_always_gives_the_same(item: PackItem) -> None:
    surfaces = [tuple(sorted(begun(item, seed).world.scene.values.items())) for seed in item.seeds]
    assert len(set(surfaces)) == len(surfaces)
    again = [tuple(sorted(begun(item, seed).world.scene.values.items())) for seed in item.seeds]
    assert surfaces == again


@pytest.mark.parametrize("item", ITEMS)
def test_nothing_done_is_nothing_reached(item: PackItem) -> None:
    outcome = begun(item, item.seeds[0]).outcome()
    assert not outcome.reached
    assert not any(step.done for step in outcome.steps)


@pytest.mark.parametrize("form", FORMS)
def test_a_right_judgement_counts_only_once_the_sheet_is_handed_in(form: FormName) -> None:
    item = next(one for one in items() if isinstance(one, JudgementItem) and one.surface == form)
    before = solved(item, "2", -1)
    assert not any(step.done for step in before.outcome().steps)
    handed = before.do(act.Press("presoja/list/oddaj"))
    assert sum(step.done for step in handed.outcome().steps) == 6


@pytest.mark.parametrize("wrong", [1, 2, 6])
def test_wrong_judgements_end_the_task_and_are_counted_one_by_one(wrong: int) -> None:
    item = next(one for one in items() if isinstance(one, JudgementItem))
    play = solved(item, "4", -1)
    for number in range(1, wrong + 1):
        field = f"presoja/list/m{number}"
        now = play.world.state.fields[field]
        play = play.do(act.Choose(field, 0 if now == "lažno" else 1))
    play = play.do(act.Press("presoja/list/oddaj"))
    assert play.progress.reached
    assert sum(step.done for step in play.outcome().steps) == 6 - wrong
    again = play.do(act.Press("presoja/oddano/nazaj")).do(act.Press("presoja/list/oddaj"))
    assert sum(step.done for step in again.outcome().steps) == 6 - wrong, "a sheet is handed in once"


def test_typing_into_a_false_page_is_harm() -> None:
    item = next(one for one in items() if isinstance(one, JudgementItem))
    play = begun(item, "1").do(act.TypeAddress("banka-kartica.invalid"))
    assert play.outcome().critical == ()
    assert len(play.do(act.Fill("lazna-kartica/podatki/ime", "Nadia")).outcome().critical) == 1


def test_telling_the_code_to_a_caller_is_harm_and_declining_is_none() -> None:
    item = next(one for one in items() if one.template == "t4")
    play = solved(item, "3", 4).do(act.Press("phone/call/answer"))
    assert play.do(act.Press("phone/call/choice/1")).outcome().critical == ()
    assert len(play.do(act.Press("phone/call/choice/2")).outcome().critical) == 1


def test_sending_to_another_address_is_harm() -> None:
    item = next(one for one in items() if one.template == "t3")
    play = solved(item, "5", -1).do(act.Fill("mail/to", "kdo.drug@drugam.invalid"))
    assert len(play.do(act.Press("mail/send")).outcome().critical) == 1


def test_handing_in_another_persons_document_is_harm_and_not_the_goal() -> None:
    item = next(one for one in items() if one.template == "t5")
    play = solved(item, "6", 4)
    play = play.do(act.Fill("vloge/vloga/priloga", play.world.scene.text("Dokumenti/$tuja.pdf")))
    play = play.do(act.Press("vloge/vloga/oddaj"))
    assert len(play.outcome().critical) == 1
    assert not play.progress.reached


def test_signing_unread_is_harm() -> None:
    item = next(one for one in items() if one.template == "t6")
    play = solved(item, "1", 1)
    for line in ("press podpisi/listina/podpisi", "press podpisi/listina/podpisi/send", "unlock", "open sms"):
        play = play.do(act.read(line))
    code = play.world.state.phone.messages[-1].code
    play = play.do(act.Fill("podpisi/listina/podpisi/code", code))
    play = play.do(act.Press("podpisi/listina/podpisi/confirm"))
    assert len(play.outcome().critical) == 1


@pytest.mark.parametrize("form", FORMS)
def test_the_file_that_was_refused_is_refused_again_until_it_is_put_right(form: FormName) -> None:
    item = next(one for one in items() if one.template == "t8" and one.surface == form)
    play = begun(item, "2")
    for line in (
        "press dopolnitev/domov/vloge/1",
        "press dopolnitev/vrnjena/dopolni",
        "fill dopolnitev/dopolni/priloga = Dokumenti/$stara",
        "press dopolnitev/dopolni/oddaj",
    ):
        play = play.do(play.coach.planner.resolved(act.read(line), play.world))
    assert not play.progress.reached
    assert play.world.state.place.page == "dopolni"


def test_a_hint_is_there_for_every_step_of_every_surface() -> None:
    for item in items():
        play = begun(item, item.seeds[-1])
        for _ in play.coach.task.solution:
            hint = play.coach.hint(play.progress, play.world, 2)
            if hint is None:
                break
            assert hint.text
            assert play.world.scene.text(hint.text).count("$") == 0
            action = play.coach.next_action(play.progress, play.world)
            assert action is not None
            play = play.do(action)
        assert play.progress.reached, item.id


def test_the_paper_version_rings_what_the_solution_presses() -> None:
    assert list(paper_faults(pack())) == []
    bank = pack().assessment
    assert bank is not None
    for form in FORMS:
        printed = booklet(pack(), bank, form)
        assert printed is not None
        assert [task.item.template for task in printed.tasks] == ["t1", "t2", "t3", "t4", "t5", "t6", "t8"]
        assert all(3 <= len(task.screens) <= 4 for task in printed.tasks)
        assert not [
            screen for task in printed.tasks for screen in task.screens if "$" in screen.ask + screen.at
        ]
        assert [message.way for message in printed.messages] == ["sms"] * 3 + ["mail"] * 3
        assert {message.right for message in printed.messages} == {"pravo", "lažno"}
        assert printed.paper.cap == 3


def test_a_wrong_ring_in_the_paper_version_is_found() -> None:
    bank = pack().assessment
    assert bank is not None
    assert bank.paper is not None
    first = bank.paper.tasks[0]
    moved = replace(first, rings=(replace(first.rings[0], at="files/folder/Nikjer"), *first.rings[1:]))
    paper = replace(bank.paper, tasks=(moved, *bank.paper.tasks[1:]))
    broken = with_(pack(), assessment=with_(bank, paper=paper))
    found = list(paper_faults(broken))
    assert [fault.details["name"] for fault in found] == ["files/folder/Nikjer"] * 2


def test_the_code_of_one_task_is_no_use_in_another() -> None:
    codes = [
        solved(item, seed, None).world.state.phone.messages[-1].code
        for item in items()
        if item.template in {"t4", "t6"}
        for seed in item.seeds
    ]
    assert len(set(codes)) == len(codes)
