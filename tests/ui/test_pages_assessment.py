# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainer plans, follows, marks and enters sittings; what paper cannot say cannot be pressed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.services.small_bank import small_bank
from tests.ui.screen import Screen

from korak.assessment.marking import marked_twice
from korak.assessment.sitting import ItemKind, ItemStatus, Mode, Occasion, Order, SittingRecord, score
from korak.centre.people import Person, Session
from korak.content.assessment import Performed
from korak.content.pack import Pack
from korak.i18n import _
from korak.services import vault
from korak.services.demo import DEMO_PIN
from korak.ui.forms.ask import Ask
from korak.ui.pages.assessment import AssessmentPage
from korak.ui.pages.home import HomePage
from korak.ui.pages.sitting_entry import SittingEntryPage
from korak.ui.widgets.buttons import Button
from korak.ui.widgets.fields import LineEdit

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "load_bank", _bank)


def _bank(_folder: Path) -> Pack:
    return small_bank()


@pytest.fixture
def trainer(screen: Screen) -> Session:
    return screen.sign_in_trainer()


@pytest.fixture
def page(screen: Screen, trainer: Session) -> AssessmentPage:
    screen.press("Assessment")
    return screen.page(AssessmentPage)


def group_of(screen: Screen) -> str:
    return screen.journey.house.sign_in.groups()[0].id


def person(screen: Screen, name: str = "Arben") -> Person:
    people = screen.journey.house.people
    session = screen.journey.session
    assert session is not None
    return next(one for one in people.learners(session, group_of(screen)) if one.name == name)


def records(screen: Screen, name: str = "Arben") -> tuple[SittingRecord, ...]:
    session = screen.journey.session
    assert session is not None
    return screen.journey.house.sittings.of_person(session, person(screen, name).id)


def choose(screen: Screen, page: AssessmentPage, name: str = "Arben") -> None:
    page.choose(person(screen, name).id)
    screen.settle()


def answer_dialog(screen: Screen, reason: str = "") -> None:
    """Give the reason that a dialog asks for (or agree), as a person would."""
    (ask,) = screen.visible(Ask)
    if reason:
        (edit,) = screen.visible(LineEdit, ask)
        edit.setFocus()
        screen.write(reason)
    (button,) = (one for one in screen.visible(Button, ask) if one.isDefault())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    screen.settle()


def row(page: AssessmentPage, name: str = "Arben") -> list[str]:
    return next(cells for cells in page.cells() if cells[0] == name)


def test_a_sitting_is_planned_for_one_and_waits_for_them(screen: Screen, page: AssessmentPage) -> None:
    assert row(page)[1:] == ["–", "–", "–", ""]
    choose(screen, page)
    screen.press(_("Plan for {name}").format(name="Arben"))
    assert row(page)[1] == _("waits")
    (record,) = records(screen)
    assert (record.occasion, record.mode) == (Occasion.PRE, Mode.PC)
    assert screen.sees(
        _("{name}: form {form}. It waits after signing in.").format(name="Arben", form=record.form.value)
    )
    assert not screen.button(_("Plan for {name}").format(name="Arben")).isEnabled()
    screen.journey.wall()
    screen.sign_in("Arben")
    screen.page(HomePage)
    assert screen.sees("My start")


def test_the_whole_group_is_planned_in_balance(screen: Screen, page: AssessmentPage) -> None:
    screen.press("Plan for the whole group")
    made = screen.journey.house.sittings.of_group(screen.journey.session, group_of(screen))  # type: ignore[arg-type]
    orders = [one.order for one in made]
    assert len(orders) == 12
    assert abs(orders.count(Order.AB) - orders.count(Order.BA)) <= 1
    assert {cells[1] for cells in page.cells()} == {_("waits")}
    screen.press("Plan for the whole group")
    assert "(12)" in screen.texts()


def test_another_form_asks_for_the_reason_and_is_remarked(screen: Screen, page: AssessmentPage) -> None:
    choose(screen, page)
    screen.press("Other form …")
    answer_dialog(screen, "sosed je videl nalogo")
    (record,) = records(screen)
    assert record.forced == "sosed je videl nalogo"
    assert record.form is not record.order.form(Occasion.PRE)
    assert row(page)[4] == _("other form")


def test_repeating_an_occasion_asks_for_the_reason(screen: Screen, page: AssessmentPage) -> None:
    choose(screen, page)
    screen.press(_("Plan for {name}").format(name="Arben"))
    screen.press("End it")
    answer_dialog(screen)
    assert records(screen)[0].complete
    screen.press(_("Plan for {name}").format(name="Arben"))
    assert len(records(screen)) == 1
    answer_dialog(screen, "izpad elektrike")
    assert records(screen)[1].repeated == "izpad elektrike"
    assert row(page)[4] == _("repeated")


def test_setting_aside_keeps_the_facts_and_frees_the_way(screen: Screen, page: AssessmentPage) -> None:
    choose(screen, page)
    screen.press(_("Plan for {name}").format(name="Arben"))
    screen.press("Technical trouble")
    screen.press("Set aside …")
    answer_dialog(screen, "požarni alarm")
    (record,) = records(screen)
    assert record.void == "požarni alarm"
    assert record.answers[0].status is ItemStatus.TECHNICAL
    assert row(page)[1] == "–"
    assert row(page)[4] == _("set aside")
    assert screen.button(_("Plan for {name}").format(name="Arben")).isEnabled()


def test_an_interpreter_is_noted_for_the_whole_sitting(screen: Screen, page: AssessmentPage) -> None:
    choose(screen, page)
    screen.press(_("Plan for {name}").format(name="Arben"))
    screen.press("With an interpreter")
    assert records(screen)[0].accommodations == ()
    answer_dialog(screen)
    (flag,) = records(screen)[0].accommodations
    assert (flag.item, flag.kind.value) == ("", "interpreter")


def test_after_forty_minutes_the_trainer_is_told_softly(screen: Screen, page: AssessmentPage) -> None:
    choose(screen, page)
    screen.press(_("Plan for {name}").format(name="Arben"))
    (record,) = records(screen)
    house = screen.journey.house
    from korak.services.demo import DEMO_PIN

    learner = house.sign_in.pin(record.person, DEMO_PIN)
    house.sittings.agree(learner, record.id, given=True, language="sq")
    house.sittings.begin(learner, record.id)
    screen.clock.forward(39 * 60)
    page.shown()
    assert not screen.sees("A short break would do good.")
    assert "A short break" not in screen.texts()
    screen.clock.forward(2 * 60)
    page.shown()
    screen.settle()
    note = _("{names}: more than {n} minutes without a break. A short break would do good.")
    assert screen.sees(note.format(names=person(screen).shown_name, n=40))
    house.sittings.rest(learner, record.id)
    page.shown()
    screen.settle()
    assert not screen.sees(note.format(names=person(screen).shown_name, n=40))


# ---------------------------------------------------------------------- paper


@pytest.fixture
def entry(screen: Screen, page: AssessmentPage) -> SittingEntryPage:
    choose(screen, page)
    screen.press("on paper")
    screen.press(_("Plan for {name}").format(name="Arben"))
    screen.press("Enter answers")
    return screen.page(SittingEntryPage)


def test_paper_offers_0_to_3_and_nothing_else(screen: Screen, entry: SittingEntryPage) -> None:
    (record,) = records(screen)
    task = record.items[0].id
    assert [button.text() for button in entry.line(task).buttons] == ["0", "1", "2", "3"]
    QTest.mouseClick(entry.line(task).buttons[3], Qt.MouseButton.LeftButton)
    assert score(records(screen)[0]).items[0].score == 3
    assert entry.line(task).buttons[3].isChecked()


def test_a_task_that_is_marked_twice_asks_for_the_second_mark(
    screen: Screen, entry: SittingEntryPage
) -> None:
    (record,) = records(screen)
    (task,) = marked_twice(record)
    QTest.mouseClick(entry.line(task).buttons[1], Qt.MouseButton.LeftButton)
    QTest.mouseClick(entry.line(task, second=True).buttons[3], Qt.MouseButton.LeftButton)
    answer = records(screen)[0].last_answers()[task]
    assert (answer.marked, answer.second_mark) == (1, 3)
    assert "1" in screen.texts()
    assert entry.line(task).buttons[1].isChecked()
    assert entry.line(task, second=True).buttons[3].isChecked()


def task_name(screen: Screen, item: str) -> str:
    found = screen.journey.house.sittings.item(item)
    assert isinstance(found, Performed)
    return found.task


def test_where_two_marks_differ_the_agreed_one_is_asked_for(screen: Screen, entry: SittingEntryPage) -> None:
    (record,) = records(screen)
    (task,) = marked_twice(record)
    asked = _("The marks differ. Agreed mark:")
    QTest.mouseClick(entry.line(task).buttons[1], Qt.MouseButton.LeftButton)
    title = screen.journey.house.sittings.pack.tasks[task_name(screen, task)].title
    note = _("A second person marks these tasks too, without looking: {tasks}.")
    assert screen.sees(note.format(tasks=title))
    QTest.mouseClick(entry.line(task, second=True).buttons[1], Qt.MouseButton.LeftButton)
    assert not screen.sees(asked)
    QTest.mouseClick(entry.line(task, second=True).buttons[3], Qt.MouseButton.LeftButton)
    assert screen.sees(asked)
    QTest.mouseClick(entry.agreed_line(task).buttons[2], Qt.MouseButton.LeftButton)
    answer = records(screen)[0].last_answers()[task]
    assert (answer.marked, answer.second_mark, answer.agreed_mark) == (1, 3, 2)
    assert entry.agreed_line(task).buttons[2].isChecked()
    assert score(records(screen)[0]).items[0].score == 2
    names = {button.accessibleName() for button in entry.agreed_line(task).buttons}
    assert names.isdisjoint({button.accessibleName() for button in entry.line(task).buttons})


def test_a_whole_booklet_is_entered_by_keyboard_and_ended(screen: Screen, entry: SittingEntryPage) -> None:
    (record,) = records(screen)
    for item in record.items:
        button = entry.line(item.id).buttons[0]
        button.setFocus()
        screen.key(Qt.Key.Key_Space)
    done = records(screen)[0]
    assert {one.item for one in done.answers} == {one.id for one in done.items}
    assert {one.item for one in done.answers if one.code == "NT"} == {
        one.id for one in done.items if one.kind is ItemKind.SELF
    }
    screen.press("End it")
    answer_dialog(screen)
    page = screen.page(AssessmentPage)
    assert records(screen)[0].complete
    assert _("on paper") in row(page)[1]


def test_every_button_of_the_entry_has_a_name_of_its_own(screen: Screen, entry: SittingEntryPage) -> None:
    (record,) = records(screen)
    for item in record.items:
        names = [button.accessibleName() for button in entry.line(item.id).buttons]
        assert len(set(names)) == len(names)
        assert all(":" in name for name in names)


# ---------------------------------------------------------------------- how often a task was given


def test_the_trainer_sees_how_often_a_task_was_given_and_retires_a_set_of_data(
    screen: Screen, page: AssessmentPage
) -> None:
    house = screen.journey.house
    table = page._exposure.table
    assert not table.isVisible()
    screen.press("How often each task was given")
    assert table.isVisible()
    performed = [one for one in house.sittings.bank.items.values() if isinstance(one, Performed)]
    first = performed[0]
    title = house.sittings.pack.tasks[first.task].title
    same = [row for row in table.cells() if row[0] == title]
    assert len(same) >= first.surfaces
    assert not page._exposure._retire.isEnabled()
    table.choose(f"{first.id}/1")
    screen.press("Give this data no more …")
    answer_dialog(screen, "Bila je na steni.")
    row = next(row for row in table.cells() if row[0] == title and row[3] == "1")
    assert row[5] == f"{_('retired')}: Bila je na steni."
    table.choose(f"{first.id}/1")
    assert not page._exposure._retire.isEnabled()


def test_any_part_is_marked_and_one_with_an_answer_is_asked_about(
    screen: Screen, page: AssessmentPage, trainer: Session
) -> None:
    house = screen.journey.house
    record = house.sittings.plan(trainer, person(screen).id, Occasion.PRE)
    choose(screen, page)
    page.shown()
    screen.settle()
    last = record.items[-1]
    page._which.setCurrentIndex(page._which.findData(last.id))
    page._which.activated.emit(page._which.currentIndex())
    page._ask()  # what the page does every few seconds keeps the choice
    assert page._which.currentData() == last.id
    screen.press("Exempt")
    assert house.sittings.one(trainer, record.id).last_answers()[last.id].status is ItemStatus.EXEMPT
    assert page._which.currentData() == record.items[0].id  # the one the learner is at
    # One that has an answer: the trainer is asked, the reason is kept, the answer no longer counts.
    learner = house.sign_in.pin(record.person, DEMO_PIN)
    house.sittings.agree(learner, record.id, given=True, language="sl")
    house.sittings.begin(learner, record.id)
    asked = next(one for one in record.items if one.kind is ItemKind.SELF)
    house.sittings.answer(learner, record.id, asked.id, "2")
    page._ask()
    page._which.setCurrentIndex(page._which.findData(asked.id))
    page._which.activated.emit(page._which.currentIndex())
    screen.press("Technical trouble")
    assert house.sittings.one(trainer, record.id).last_answers()[asked.id].status is ItemStatus.COMPLETED
    answer_dialog(screen, "Elektrika je zmanjkala.")
    found = house.sittings.one(trainer, record.id).last_answers()[asked.id]
    assert (found.status, found.reason) == (ItemStatus.TECHNICAL, "Elektrika je zmanjkala.")
