# SPDX-License-Identifier: GPL-3.0-or-later
"""Mouse and keyboard are practised by mouse and by keys; games are led by a clicker."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.ui.screen import Screen

from korak.learning.hands import HANDS, PRACTICE, Hand
from korak.ui.game_views import MemoryView, RoundView
from korak.ui.hand_fields import DragField
from korak.ui.pages.games import GamesPage
from korak.ui.pages.group_words import GroupWordsPage
from korak.ui.pages.hands import HandsPage
from korak.ui.pages.trainer_door import TrainerDoorPage
from korak.ui.widgets.fields import LineEdit
from korak.ui.widgets.tile import Tile

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.slow]


@pytest.fixture
def hands(screen: Screen) -> HandsPage:
    screen.sign_in()
    screen.journey.hands()
    return screen.page(HandsPage)


def by_mouse(screen: Screen, page: HandsPage, hand: Hand) -> None:
    """Make one movement with the mouse."""
    assert page.view is not None
    tiles = screen.visible(Tile, page.view)
    left = Qt.MouseButton.LeftButton
    if hand == "click":
        QTest.mouseClick(tiles[0], left)
    elif hand == "double":
        QTest.mouseDClick(tiles[0], left)
    elif hand == "right":
        place = tiles[0].rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, tiles[0].mapToGlobal(place))
        QApplication.sendEvent(tiles[0], event)
    elif hand == "drag":
        _carry(page)
    else:
        button = next(one for one in screen.visible(QPushButton, page.view.field))
        QTest.mouseClick(button, left)
    screen.settle()


def _carry(page: HandsPage) -> None:
    assert page.view is not None
    field = page.view.field
    assert isinstance(field, DragField)
    letter, box, left = field.letter, field.box, Qt.MouseButton.LeftButton
    QTest.mousePress(letter, left, pos=letter.rect().center())
    for part in (0.3, 0.7, 1.0):
        goal = letter.mapFromGlobal(box.mapToGlobal(box.rect().center()))
        way = goal - letter.rect().center()
        QTest.mouseMove(letter, letter.rect().center() + QPoint(round(way.x() * part), round(way.y() * part)))
    QTest.mouseRelease(letter, left, pos=letter.rect().center())


@pytest.mark.parametrize("hand", ["click", "double", "right", "drag", "scroll"])
def test_a_movement_made_often_enough_is_kept(screen: Screen, hands: HandsPage, hand: Hand) -> None:
    hands.begin((hand,))
    screen.settle()
    assert hands.view is not None
    for _round in range(10):
        if hands.view.drill.over:
            break
        by_mouse(screen, hands, hand)

    assert hands.view.drill.over
    assert hands.view.drill.strayed == 0
    session = screen.journey.session
    assert session is not None
    assert screen.journey.house.hands.done(session) == {hand}


@pytest.mark.parametrize("hand", ["click", "double", "right", "drag", "scroll"])
def test_every_movement_has_a_way_by_keys(screen: Screen, hands: HandsPage, hand: Hand) -> None:
    hands.begin((hand,))
    screen.settle()
    assert hands.view is not None
    for _step in range(40):
        if hands.view.drill.over:
            break
        if hand == "drag":
            screen.key(Qt.Key.Key_Return)
        if hand in ("drag", "scroll"):
            screen.key(Qt.Key.Key_Tab)
        screen.key(Qt.Key.Key_Return)

    assert hands.view.drill.over


@pytest.mark.parametrize("hand", ["letters", "marks", "name"])
def test_what_is_shown_is_typed(screen: Screen, hands: HandsPage, hand: Hand) -> None:
    hands.begin((hand,))
    screen.settle()
    assert hands.view is not None
    while not hands.view.drill.over:
        screen.write(hands.view.drill.wanted)

    assert screen.sees("That is it. You can go on.")


def test_letters_with_carons_come_from_the_keys_on_the_screen(screen: Screen, hands: HandsPage) -> None:
    hands.begin(("marks",))
    screen.settle()
    assert hands.view is not None
    QTest.mouseClick(_key(screen, "č"), Qt.MouseButton.LeftButton)
    screen.settle()

    assert hands.view.drill.done == 1
    assert screen.visible(LineEdit, hands.view)[0].text() == ""


def _key(screen: Screen, letter: str) -> QPushButton:
    return next(one for one in screen.visible(QPushButton) if one.text() == letter)


def test_a_press_beside_is_counted_and_the_other_way_is_offered(screen: Screen, hands: HandsPage) -> None:
    hands.begin(HANDS)
    screen.settle()
    assert hands.view is not None
    field = hands.view.field
    assert field is not None
    for _miss in range(3):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 4, field.height() - 4))
    screen.settle()

    assert hands.view.drill.strayed == 3
    assert screen.sees("You can also press Tab and then Enter.")
    while not hands.view.drill.over:
        by_mouse(screen, hands, "click")
    session = screen.journey.session
    assert session is not None
    (kept,) = screen.journey.house.hands._store.attempts(session.person_id, PRACTICE)
    assert kept.errors == 3


@pytest.fixture
def games(screen: Screen) -> GamesPage:
    screen.sign_in_trainer()
    screen.journey.games()
    return screen.page(GamesPage)


def test_bingo_is_led_with_a_clicker_to_its_end(screen: Screen, games: GamesPage) -> None:
    games.play("bingo")
    assert isinstance(games.view, RoundView)
    first = games.view.game.now
    screen.key(Qt.Key.Key_PageDown)
    assert games.view.game.drawn == 2
    screen.key(Qt.Key.Key_PageUp)
    assert games.view.game.now == first
    while games.view is not None:
        screen.key(Qt.Key.Key_PageDown)

    assert screen.sees("Who says it first?")


def test_who_says_it_first_hides_the_word_until_it_is_asked_for(screen: Screen, games: GamesPage) -> None:
    games.play("first")
    assert isinstance(games.view, RoundView)
    word = screen.journey.house.pack.words[games.view.game.now]
    assert word.lemma not in screen.texts().split("\n")
    screen.key(Qt.Key.Key_PageDown)
    assert word.lemma in screen.texts().split("\n")


def test_memory_is_played_with_the_keyboard(screen: Screen, games: GamesPage) -> None:
    games.play("memory")
    screen.settle()
    assert isinstance(games.view, MemoryView)
    tiles = screen.visible(Tile, games.view)
    for word in {card.word for card in games.view.game.cards}:
        for place, card in enumerate(games.view.game.cards):
            if card.word == word:
                tiles[place].setFocus()
                screen.key(Qt.Key.Key_Return)

    assert games.view.game.over
    assert screen.sees("All pairs are found. Well done together!")


def test_games_need_nobody_signed_in_and_show_nobodys_words(screen: Screen) -> None:
    screen.journey.wall()
    screen.settle()
    screen.journey.trainer()
    screen.settle()
    screen.press("Games for the projector")
    page = screen.page(GamesPage)
    assert screen.journey.session is None
    page.play("bingo")
    screen.settle()
    assert isinstance(page.view, RoundView)
    screen.key(Qt.Key.Key_PageDown)
    assert page.view.game.drawn == 2

    page.back()
    page.back()
    screen.settle()
    screen.page(TrainerDoorPage)


def test_bingo_cards_are_printed_two_on_a_page(games: GamesPage) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    pages = PdfReader(BytesIO(games.cards())).pages

    assert len(pages) == 8


def test_the_trainer_sees_hard_words_and_sets_the_end_of_the_course(screen: Screen) -> None:
    session = screen.sign_in_trainer()
    screen.journey.desk("words")
    page = screen.page(GroupWordsPage)
    house = screen.journey.house
    group = house.sign_in.groups()[0]
    found = house.trainer.words(session, group.id)
    assert found.hard
    assert page.model.rowCount() == len(found.hard)
    screen.press("The course ends on")

    assert house.trainer.course_end(session, group.id) == screen.clock.now().date()
    screen.press("The course ends on")
    assert house.trainer.course_end(session, group.id) is None
