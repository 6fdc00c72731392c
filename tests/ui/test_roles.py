# SPDX-License-Identifier: GPL-3.0-or-later
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QScrollArea
from tests.ui.screen import Screen

from korak.centre.people import Role, Session
from korak.centre.privacy import DESK, FIRST_PLACE, may_enter
from korak.services.demo import DEMO_COLLEAGUES
from korak.settings import DeviceSettings
from korak.ui.desk import PLACES, DeskPage
from korak.ui.pages.centre import CentrePage
from korak.ui.pages.colleagues import ColleaguesPage
from korak.ui.pages.people import PeoplePage
from korak.ui.pages.trainer_door import TrainerDoorPage
from korak.ui.pages.wall import WallPage
from korak.ui.widgets.fields import Choice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

YES, NO = True, False
TABLE = {
    # place: trainer, mediator, staff
    "today": (YES, NO, NO),
    "calendar": (YES, NO, NO),
    "plan": (YES, NO, NO),
    "people": (YES, NO, YES),
    "lists": (YES, NO, YES),
    "assessment": (YES, NO, NO),
    "results": (YES, NO, NO),
    "words": (YES, NO, NO),
    "own_voice": (YES, NO, NO),
    "needs": (YES, YES, NO),
    "programmes": (YES, NO, YES),
    "reports": (YES, NO, YES),
    "services": (YES, YES, YES),
    "mediation": (YES, YES, YES),
    "stories": (YES, YES, YES),
    "poster": (YES, NO, YES),
    "centre": (YES, YES, YES),
    "rights": (YES, NO, YES),
    "colleagues": (YES, NO, NO),
    "audit": (YES, NO, YES),
}
ROLES = (Role.TRAINER, Role.MEDIATOR, Role.STAFF)


def test_every_place_of_the_desk_says_whom_it_is_for() -> None:
    assert set(TABLE) == set(DESK)
    assert set(PLACES) <= set(DESK)


@pytest.mark.parametrize("role", ROLES)
def test_who_sees_which_place_and_opening_any_of_them_works(screen: Screen, role: Role) -> None:
    session = screen.sign_in_colleague(role)
    first = screen.stage.page
    assert isinstance(first, DeskPage)
    assert first.here == FIRST_PLACE[role]
    allowed = {place for place, expected in TABLE.items() if expected[ROLES.index(role)]}
    assert {place for place in DESK if may_enter(session, place)} == allowed
    assert tuple(first.side.buttons) == tuple(place for place in PLACES if place in allowed)
    for place in screen.journey.places():
        screen.journey.desk(place)
        screen.settle()
        page = screen.stage.page
        assert isinstance(page, DeskPage), place
        if not may_enter(session, place):
            assert page.here == FIRST_PLACE[role], place
        assert screen.journey.session is session
        assert not [one for one in screen.window.findChildren(QDialog) if one.isVisible()], place
        button = page.side.buttons[page.here]
        assert button.isChecked()
        assert not button.visibleRegion().isEmpty()


def test_learners_see_no_place_of_the_desk(screen: Screen) -> None:
    session = Session("amra", Role.LEARNER, screen.clock.now())
    assert [place for place in DESK if may_enter(session, place)] == []


def test_at_the_door_one_says_who_one_is_and_the_last_one_is_chosen_already(screen: Screen) -> None:
    screen.page(WallPage)
    screen.press("For the team")
    page = screen.page(TrainerDoorPage)
    (who,) = screen.visible(Choice, page)
    assert [who.itemText(place).split(" · ")[0] for place in range(who.count())] == ["Maja", "Arta", "Peter"]
    assert screen.sees("korak za korakom")
    who.setCurrentIndex(1)
    who.activated.emit(1)
    screen.write("korak za korakom")
    screen.key(Qt.Key.Key_Return)
    screen.wait(lambda: screen.journey.session is not None)
    session = screen.journey.session
    assert session is not None
    assert session.role is Role.MEDIATOR
    screen.press("Lock")
    screen.press("For the team")
    (who,) = screen.visible(Choice, screen.page(TrainerDoorPage))
    assert who.currentText().startswith("Arta")


def test_a_mediator_changes_her_passphrase_and_nothing_else_of_the_centre(screen: Screen) -> None:
    screen.sign_in_colleague(Role.MEDIATOR)
    screen.journey.desk("centre")
    screen.page(CentrePage)
    assert screen.sees("Change the passphrase")
    for other in ("Recovery code", "Backups", "Name of the centre", "Data and rights", "Colleagues"):
        assert not screen.sees(other), other


def test_staff_keep_people_but_open_no_record(screen: Screen) -> None:
    screen.sign_in_colleague(Role.STAFF)
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    assert screen.sees("Change")
    for other in ("Learner's sheet", "New three pictures", "All data as a file"):
        assert not screen.sees(other), other
    page.choose("Blerta")
    page.ask_details()
    dialogs = [one for one in screen.window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()
    page.ask_consents()
    (dialog,) = [one for one in screen.window.findChildren(QDialog) if one.isVisible()]
    dialog.reject()
    screen.settle()


def test_a_trainer_adds_a_colleague_who_types_the_passphrase_and_retires_another(screen: Screen) -> None:
    screen.sign_in_colleague(Role.TRAINER)
    screen.journey.desk("centre")
    screen.page(CentrePage)
    screen.press("Colleagues")
    page = screen.page(ColleaguesPage)
    assert len(page.cells()) == 1 + len(DEMO_COLLEAGUES)
    screen.press("New colleague")
    screen.type_into("Name", "Maja")
    screen.type_into("Passphrase", "gora žlica sedem")
    screen.type_into("The same passphrase again", "gora žlica sedem")
    (dialog,) = [one for one in screen.window.findChildren(QDialog) if one.isVisible()]
    screen.press("Save", dialog)
    screen.wait(lambda: screen.sees("Write another name, or add a letter."))
    screen.type_into("Name", "Lule")
    screen.press("Save", dialog)
    screen.wait(lambda: screen.sees("Saved."))
    assert "Lule" in [row[0] for row in page.cells()]
    sign_in = screen.journey.house.sign_in
    lule = next(person for person in sign_in.colleagues() if person.name == "Lule")
    assert sign_in.colleague(lule.id, "gora žlica sedem").role is Role.MEDIATOR
    page.choose("Peter")
    screen.press("Retire")
    (dialog,) = [one for one in screen.window.findChildren(QDialog) if one.isVisible()]
    screen.press("Retire", dialog)
    assert screen.sees("Retired.")
    assert "Peter" not in [person.name for person in sign_in.colleagues()]


def test_the_side_bar_fits_small_screens_and_scrolls_where_letters_are_large(
    start: Callable[..., Screen],
) -> None:
    screen = start()
    screen.sign_in_colleague(Role.TRAINER)
    page = screen.stage.page
    assert isinstance(page, DeskPage)
    (area,) = page.side.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    height = max(button.height() for button in page.side.buttons.values())
    assert 13 * (height + 2) + 8 <= area.height()  # as many as there will ever be
    large = start(wanted=DeviceSettings(sound=False, reduced_motion=True, text_scale=2.0))
    large.sign_in_colleague(Role.TRAINER)
    large.journey.desk("centre")
    page = large.page(CentrePage)
    (area,) = page.side.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert not page.side.buttons["centre"].visibleRegion().isEmpty()
    page.side.buttons["today"].setFocus()
    large.settle()
    assert not page.side.buttons["today"].visibleRegion().isEmpty()


@pytest.mark.parametrize("role", ROLES)
def test_f1_has_a_sentence_for_each_page_somebody_may_see(screen: Screen, role: Role) -> None:
    screen.sign_in_colleague(role)
    page = screen.stage.page
    assert isinstance(page, DeskPage)
    texts = page.help_texts()
    for button in page.side.buttons.values():
        assert any(text.startswith(f"{button.text()}: ") for text in texts), button.text()
    if role is Role.MEDIATOR:
        assert not any("Danes" in text for text in texts)
