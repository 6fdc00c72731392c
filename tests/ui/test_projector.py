# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson on the projector: led by a clicker, by the keyboard alone or by the mouse; nobody's record."""

import dataclasses
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from sqlalchemy import func, select
from tests.ui.screen import Screen, copy_of

from korak.centre.classroom import Given
from korak.centre.meetings import Meeting
from korak.centre.people import Session
from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.content.lesson import MyStep, TaskStep, WordsStep
from korak.i18n import _ as translated
from korak.storage.tables import metadata
from korak.ui.choosing import ChoosingView
from korak.ui.forms.project_dialog import ProjectDialog
from korak.ui.help import HelpDialog
from korak.ui.pages.calendar import CalendarPage
from korak.ui.pages.projector import ProjectorPage
from korak.ui.pages.today import TodayPage
from korak.ui.practice.view import PracticeView
from korak.ui.projector.projection import Projection
from korak.ui.projector.second_screen import WallWindow
from korak.ui.projector.slides import ExerciseSlide, WorldSlide
from korak.ui.widgets.cards import FeedbackCard
from korak.ui.widgets.labels import Label
from korak.ui.widgets.words import TouchText

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LESSON = "sporocilo-zdravniku"
ON, BACK, ESC, F5 = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape, Qt.Key.Key_F5
READABLE = 28  # pixels of a letter's line at 1366 x 768, from the back row


def trainer(screen: Screen) -> Session:
    session = screen.journey.session
    return session if session is not None else screen.sign_in_trainer()


def wall(screen: Screen, lesson: str = LESSON) -> Projection:
    """The lesson on the wall, in a window of 1366 x 768."""
    trainer(screen)
    screen.journey.projector(lesson)
    page = screen.page(ProjectorPage)
    screen.key(F5)
    screen.window.resize(1366, 768)
    screen.settle()
    return page.projection


def go(screen: Screen, shown: Projection, kind: type) -> None:
    """Go to the first slide of a kind of step."""
    steps = [station.step if station is not None else None for station in shown.stations]
    shown.go_to(next(place for place, step in enumerate(steps) if isinstance(step, kind)))
    screen.settle()


def running_meeting(screen: Screen) -> Meeting:
    house, session = screen.journey.house, trainer(screen)
    return house.classroom.begin_unplanned(session, house.sign_in.groups()[0].id)


def kept(screen: Screen) -> dict[str, int]:
    """How many rows every table has."""
    store = screen.journey.house._store
    tables = metadata.sorted_tables
    return {table.name: store.rows(select(func.count()).select_from(table))[0][0] for table in tables}


def letters(widget: QWidget) -> int:
    return widget.fontInfo().pixelSize()


# ---------------------------------------------------------------------- the way there, and back


def test_a_lesson_of_the_plan_is_on_the_wall_after_two_presses(screen: Screen) -> None:
    house, session = screen.journey.house, trainer(screen)
    topic = next(name for name, one in house.pack.plan.items() if LESSON in one.lessons)
    house.calendar.change(session, dataclasses.replace(running_meeting(screen), topics=(topic,)))
    screen.journey.desk("today")
    screen.page(TodayPage)
    screen.press("On the projector")
    asked = next(one for one in screen.window.findChildren(ProjectDialog) if one.isVisible())
    screen.press(house.pack.lessons[LESSON].title, asked)
    shown = screen.page(ProjectorPage)
    assert screen.window.isFullScreen()
    assert not screen.stage.head.isVisible()
    assert "zVEM je portal za zdravje." in text_of(screen)
    assert shown.projection.place == 0


def text_of(screen: Screen) -> str:
    return " ".join(one.text() for one in screen.visible(TouchText)) or screen.texts()


def test_any_other_lesson_can_be_chosen_from_the_list(screen: Screen) -> None:
    trainer(screen)
    screen.page(TodayPage)
    screen.press("On the projector")
    asked = next(one for one in screen.window.findChildren(ProjectDialog) if one.isVisible())
    screen.press("Show it", asked)
    first = screen.journey.house.pack.course[0].lessons[0]
    assert screen.page(ProjectorPage).bar().title == screen.journey.house.pack.lessons[first].title


def test_esc_asks_and_only_a_clear_yes_ends_the_presentation_where_it_began(screen: Screen) -> None:
    shown = wall(screen)
    screen.key(ESC)
    assert shown.asks
    screen.key(ON)  # the clicker goes on with the lesson
    assert not shown.asks
    assert shown.place == 0
    screen.key(ESC)
    screen.key(Qt.Key.Key_Return)  # the focus stands on the safe answer
    assert not shown.asks
    screen.key(ESC)
    screen.tab_to("End it")
    screen.key(Qt.Key.Key_Return)
    screen.page(TodayPage)
    assert screen.stage.head.isVisible()


def test_no_key_of_a_clicker_leads_to_the_wall_of_tiles(screen: Screen) -> None:
    shown = wall(screen)
    shown.go_to(len(shown.stations) - 1)
    keys = (ON, F5, ESC, Qt.Key.Key_B, Qt.Key.Key_Period, BACK, Qt.Key.Key_Right, Qt.Key.Key_Return, ESC, ON)
    for _round in range(4):
        for key in keys:
            screen.key(key)
            assert isinstance(screen.stage.page, ProjectorPage)
            assert screen.journey.session is not None


def test_the_idle_watch_does_not_bring_the_tiles_while_a_group_talks(screen: Screen) -> None:
    wall(screen)
    screen.clock.forward(60 * 60)
    screen.journey.idle.look()
    assert isinstance(screen.stage.page, ProjectorPage)


def test_the_window_and_the_second_language_are_given_back(screen: Screen) -> None:
    trainer(screen)
    screen.window.resize(1200, 800)
    screen.preferences.choose_second("sq")
    screen.journey.projector(LESSON)
    screen.page(ProjectorPage)
    screen.preferences.choose_second("bs")
    screen.journey.desk("today")
    screen.page(TodayPage)
    assert not screen.window.isFullScreen()
    assert screen.window.width() == 1200
    assert screen.preferences.second_language == "sq"


# ---------------------------------------------------------------------- step by step


def test_a_clicker_alone_leads_through_the_whole_lesson_and_stops_at_its_end(screen: Screen) -> None:
    shown = wall(screen, "pravo-ali-lazno")
    seen: set[int] = set()
    for _press in range(400):
        seen.add(shown.place)
        screen.key(ON)
        if shown.place == len(shown.stations) - 1:
            break
    assert seen | {shown.place} == set(range(len(shown.stations)))
    screen.key(ON)
    assert shown.place == len(shown.stations) - 1
    assert screen.sees("Now it is your turn.")


def test_words_come_one_by_one_and_go_back_one_by_one(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, WordsStep)
    words = screen.journey.house.pack.lessons[LESSON].words
    place = shown.place
    for word in words:
        assert screen.journey.house.pack.words[word].lemma in labels(screen)
        screen.key(ON)
    assert shown.place == place + 1
    screen.key(BACK)
    assert screen.journey.house.pack.words[words[-1]].lemma in labels(screen)
    screen.key(BACK)
    assert screen.journey.house.pack.words[words[-2]].lemma in labels(screen)


def labels(screen: Screen) -> list[str]:
    return [label.text() for label in screen.visible(QLabel)]


def test_an_answer_is_hidden_until_it_is_revealed_and_then_says_why(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, Choice)
    station = shown.stations[shown.place]
    assert station is not None
    assert isinstance(station.step, Choice)
    place = shown.place
    assert not screen.visible(FeedbackCard)
    screen.key(ON)
    assert shown.place == place
    assert screen.visible(FeedbackCard)
    assert station.step.right.rstrip(".") in screen.texts()
    assert station.step.why in screen.texts()
    screen.key(ON)
    assert shown.place == place + 1


def test_what_the_group_says_is_chosen_by_a_digit_and_checked(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, Choice)
    station = shown.stations[shown.place]
    assert station is not None
    assert isinstance(station.step, Choice)
    view = screen.visible(ChoosingView)[0]
    cards = [view._answers[card] for card in view._cards]
    screen.write(str(cards.index(station.step.wrong[0]) + 1))
    screen.key(ON)
    assert screen.sees("No matter. Try once more.")
    screen.key(ON)
    assert view.settled
    screen.key(ON)
    assert shown.place > 0


def test_pairs_and_written_words_are_revealed_whole(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, Match)
    screen.key(ON)
    assert screen.sees("They belong together like this.")
    go(screen, shown, Typed)
    station = shown.stations[shown.place]
    assert station is not None
    assert isinstance(station.step, Typed)
    screen.key(ON)
    assert station.step.answer in screen.texts()


@pytest.mark.slow
def test_every_question_of_every_lesson_can_be_revealed(screen: Screen) -> None:
    for lesson in screen.journey.house.pack.lessons:
        shown = wall(screen, lesson)
        for place, station in enumerate(shown.stations):
            shown.go_to(place)
            slide = shown.slide
            if not isinstance(slide, ExerciseSlide):
                continue
            presses = 0
            while slide.onward():
                presses += 1
                assert presses < 4, (lesson, station)
            screen.settle()


def test_what_reaches_below_the_edge_is_shown_before_the_answer(screen: Screen) -> None:
    shown = wall(screen)
    screen.window.resize(1366, 560)
    go(screen, shown, Match)
    place = shown.place
    assert screen.button("Further down") is shown.main
    presses = 0
    while shown.coming() == translated("Further down"):
        screen.key(ON)
        presses += 1
        assert not screen.visible(FeedbackCard)
        assert presses < 9
    assert shown.coming() == translated("Show the answer")
    screen.key(ON)
    assert screen.visible(FeedbackCard)
    assert shown.place == place


# ---------------------------------------------------------------------- the practice world


def test_the_program_shows_each_step_of_a_task_until_it_is_done(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, TaskStep)
    slide = shown.slide
    assert isinstance(slide, WorldSlide)
    for _step in range(200):
        if slide.station.ended:
            break
        screen.key(ON)
    assert slide.station.ended
    assert screen.sees("The task is done.")
    place = shown.place
    screen.key(ON)
    assert shown.place == place + 1


def test_page_up_takes_the_last_thing_in_the_world_back(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, TaskStep)
    slide = shown.slide
    assert isinstance(slide, WorldSlide)
    begun = slide.station.play.world.state
    screen.key(ON)
    screen.key(ON)  # the second press hurries the first step
    assert slide.station.play.world.state is not begun
    while slide.station.play.past:
        screen.key(BACK)
    assert slide.station.play.world.state == begun
    place = shown.place
    screen.key(BACK)
    assert shown.place == place - 1


def test_the_trainer_does_the_task_with_the_mouse(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, TaskStep)
    slide = shown.slide
    assert isinstance(slide, WorldSlide)
    play = slide.station.play
    action = play.coach.next_action(play.progress, play.world)
    assert action is not None
    view = screen.visible(PracticeView)[0]
    target = view.control(view.target_of(action))
    assert target is not None
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())
    screen.settle()
    assert slide.station.play.past
    screen.press("Step back")
    assert not slide.station.play.past


def test_the_coach_does_not_point_before_the_group_has_answered(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, TaskStep)
    slide = shown.slide
    assert isinstance(slide, WorldSlide)
    assert not slide.station._point_soon.isActive()
    assert not screen.sees("Hint")


def test_the_phone_stands_beside_the_world_while_its_code_is_typed(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, TaskStep)
    slide = shown.slide
    assert isinstance(slide, WorldSlide)
    view = screen.visible(PracticeView)[0]
    for _step in range(60):
        if any(code in screen.texts() for code in codes(slide)):
            break
        screen.key(ON)
    assert view.phone.isVisible()
    assert view.world.browser.isVisible()
    beside = view.phone.mapTo(view, view.phone.rect().topLeft()).x()
    assert beside >= view.world.geometry().right()


def codes(slide: WorldSlide) -> list[str]:
    """The codes that came by SMS so far."""
    return [
        digits for message in slide.station.play.world.state.phone.messages for digits in six(message.text)
    ]


def six(text: str) -> list[str]:
    return re.findall(r"\b\d{6}\b", text)


def test_a_finished_task_begins_again_when_it_is_shown_again(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, TaskStep)
    place = shown.place
    first = shown.slide
    assert isinstance(first, WorldSlide)
    while not first.station.ended:
        screen.key(ON)
    shown.go_to(place - 1)
    shown.go_to(place)
    again = shown.slide
    assert isinstance(again, WorldSlide)
    assert not again.station.ended


# ---------------------------------------------------------------------- what lies over it


def test_the_screen_is_black_and_the_next_press_only_brings_it_back(screen: Screen) -> None:
    shown = wall(screen)
    screen.key(Qt.Key.Key_B)
    assert shown.is_black
    seen = screen.window.grab().toImage()
    main = shown.main.mapTo(screen.window, shown.main.rect().topLeft())
    around = [seen.pixelColor(main.x() + step, main.y() - 5) for step in range(0, shown.main.width(), 4)]
    for colour in (seen.pixelColor(683, 300), *around):
        assert (colour.red(), colour.green(), colour.blue()) == (0, 0, 0), "nothing shines through, no ring"
    screen.key(ON)
    assert not shown.is_black
    assert shown.main.hasFocus()
    assert shown.place == 0
    screen.key(Qt.Key.Key_Period)
    assert shown.is_black
    screen.key(ESC)
    assert not shown.is_black
    assert not shown.asks


def test_notes_are_peeked_at_and_put_away(screen: Screen) -> None:
    shown = wall(screen)
    screen.key(Qt.Key.Key_N)
    assert shown.notes_seen
    assert screen.sees("For you")
    words = next(label for label in shown.findChildren(Label) if label.text() == shown.notes())
    assert words.height() >= words.heightForWidth(words.width()), "the whole note is seen"
    screen.key(ESC)
    assert not shown.notes_seen
    assert not shown.asks


def test_the_language_below_goes_through_the_languages_of_the_group(screen: Screen) -> None:
    shown = wall(screen)
    go(screen, shown, WordsStep)
    house, session = screen.journey.house, trainer(screen)
    spoken = {one.language for one in house.people.learners(session, house.sign_in.groups()[0].id)}
    assert set(shown.languages) <= spoken
    assert "sq" in shown.languages
    while screen.preferences.second_language != "sq":
        screen.key(Qt.Key.Key_L)
    word = house.pack.words[house.pack.lessons[LESSON].words[0]].lemma
    assert screen.program.frame.second(house.pack.id, word) in screen.texts()


def test_space_and_arrows_lead_too_and_typing_in_the_world_is_only_typing(screen: Screen) -> None:
    shown = wall(screen)
    screen.key(Qt.Key.Key_Right)
    assert shown.place == 1
    screen.key(Qt.Key.Key_Space)
    assert shown.place == 2
    screen.key(Qt.Key.Key_Left)
    assert shown.place == 1
    go(screen, shown, Typed)
    place = shown.place
    from PySide6.QtWidgets import QLineEdit

    field = screen.visible(QLineEdit)[0]
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    screen.write("b n l.")
    screen.key(Qt.Key.Key_Left)
    assert field.text() == "b n l."
    assert shown.place == place
    assert not shown.is_black


def test_f1_names_every_key(screen: Screen) -> None:
    wall(screen)
    screen.key(Qt.Key.Key_F1)
    helped = screen.window.findChildren(HelpDialog)[0]
    told = " ".join(label.text() for label in helped.findChildren(QLabel))
    for key in ("Page Down", "Page Up", "F5", "Esc", "N", "L", "Home"):
        assert key in told
    helped.reject()
    screen.window.activateWindow()


# ---------------------------------------------------------------------- what is kept


def test_presenting_leaves_no_trace_in_anybodys_record(screen: Screen) -> None:
    trainer(screen)
    before = kept(screen)
    shown = wall(screen)
    for kind in (WordsStep, TaskStep, Choice, MyStep):
        go(screen, shown, kind)
        for _press in range(3):
            screen.key(ON)
    assert kept(screen) == before


def test_the_diary_of_the_meeting_names_the_lesson_once(screen: Screen) -> None:
    meeting = running_meeting(screen)
    house, session = screen.journey.house, trainer(screen)
    shown = wall(screen)
    assert house.calendar.meeting(session, meeting.id).done == ""
    screen.key(ON)
    screen.key(BACK)
    screen.key(ON)
    screen.key(ON)
    done = house.calendar.meeting(session, meeting.id)
    title = house.pack.lessons[LESSON].title
    assert done.done.count(title) == 1
    assert any(LESSON in house.pack.plan[topic].lessons for topic in done.topics)
    assert shown.place == 2


def test_at_the_end_the_lesson_is_given_to_the_group_and_taken_back(screen: Screen) -> None:
    shown = wall(screen)
    shown.go_to(len(shown.stations) - 1)
    screen.settle()
    house, session = screen.journey.house, trainer(screen)
    group = house.sign_in.groups()[0].id
    screen.press("Now let them practise")
    given = house.classroom.given(session, group)
    assert [(one.what, one.name, one.group) for one in given] == [(Given.LESSON, LESSON, group)]
    screen.press("Take it back")
    assert house.classroom.given(session, group) == ()


# ---------------------------------------------------------------------- how it looks


def test_what_is_read_is_legible_from_the_back_row(screen: Screen) -> None:
    shown = wall(screen)
    for kind in (WordsStep, TaskStep, Choice, MyStep):
        go(screen, shown, kind)
        small = [
            (label.text(), letters(label))
            for label in screen.visible(QLabel, shown.slide.view)
            if label.text() and letters(label) < READABLE and label.property("role") not in {"note", "soft"}
        ]
        assert not small, kind
    assert letters(shown.main) >= READABLE


def test_the_letters_grow_with_the_room(screen: Screen) -> None:
    shown = wall(screen)
    small = letters(shown.main)
    screen.window.resize(1920, 1080)
    screen.settle()
    assert letters(shown.main) > small
    screen.window.resize(1366, 768)
    screen.settle()
    assert letters(shown.main) == small


# ---------------------------------------------------------------------- from the calendar and the plan


def test_a_meeting_of_the_calendar_is_shown_and_the_calendar_comes_back(screen: Screen) -> None:
    house, session = screen.journey.house, trainer(screen)
    topic = next(name for name, one in house.pack.plan.items() if LESSON in one.lessons)
    house.calendar.change(session, dataclasses.replace(running_meeting(screen), topics=(topic,)))
    screen.journey.desk("calendar")
    page = screen.page(CalendarPage)
    page._table.choose(next(iter(page._entries)))
    screen.press("On the projector")
    asked = next(one for one in screen.window.findChildren(ProjectDialog) if one.isVisible())
    screen.press(house.pack.lessons[LESSON].title, asked)
    shown = screen.page(ProjectorPage)
    shown.left.emit()
    screen.page(CalendarPage)


def test_a_topic_of_the_plan_is_shown_and_the_plan_comes_back(screen: Screen) -> None:
    trainer(screen)
    screen.journey.desk("plan")
    page = screen.page(CalendarPage)
    pack = screen.journey.house.pack
    page._plan.choose(next(name for name, one in pack.plan.items() if not one.lessons))
    assert not screen.button("On the projector").isEnabled()
    page._plan.choose(next(name for name, one in pack.plan.items() if one.lessons == (LESSON,)))
    screen.press("On the projector")
    shown = screen.page(ProjectorPage)
    assert shown.bar().title == pack.lessons[LESSON].title
    shown.left.emit()
    screen.page(CalendarPage)
    assert screen.sees("As the course has it")


# ---------------------------------------------------------------------- two screens


def apart(screen: Screen) -> ProjectorPage:
    """The lesson in a window of its own; here it stands on the only screen there is."""
    wall(screen)
    page = screen.page(ProjectorPage)
    page.show_apart(screen.window.screen())
    screen.window.activateWindow()
    screen.settle()
    return page


def test_beside_the_wall_the_trainer_sees_notes_answer_and_what_comes_next(screen: Screen) -> None:
    page = apart(screen)
    wall_now = page.projection
    assert page.presenter is not None
    go(screen, wall_now, Choice)
    station = wall_now.stations[wall_now.place]
    assert station is not None
    assert isinstance(station.step, Choice)
    pack = screen.journey.house.pack
    told = " ".join(label.text() for label in page.presenter.findChildren(QLabel))
    assert wall_now.notes() in told
    assert station.step.right in told
    following = wall_now.stations[wall_now.place + 1]
    assert following is not None
    assert following.step.ask in told  # type: ignore[union-attr]
    assert wall_now.window() is not screen.window
    on_the_wall = " ".join(label.text() for label in wall_now.findChildren(QLabel) if label.isVisible())
    assert wall_now.notes() not in on_the_wall
    assert pack.lessons[LESSON].notes_at(station.key)


def test_the_clicker_leads_the_wall_from_the_trainers_window(screen: Screen) -> None:
    page = apart(screen)
    screen.key(ON)
    assert page.projection.place == 1
    screen.press("Back")
    assert page.projection.place == 0
    for key in (ESC, F5):  # neither ends nor moves the presentation
        screen.key(key)
        assert isinstance(screen.stage.page, ProjectorPage)
        assert page.is_apart


def test_closing_the_window_of_the_wall_brings_the_lesson_back_where_it_was(screen: Screen) -> None:
    page = apart(screen)
    screen.key(ON)
    page.projection.window().close()
    screen.settle()
    assert not page.is_apart
    assert page.projection.place == 1
    assert page.projection.window() is screen.window
    assert page.projection.isVisible()


def test_ending_it_beside_the_wall_leaves_no_window_behind(screen: Screen) -> None:
    page = apart(screen)
    screen.press("End the presentation", page.presenter)
    screen.page(TodayPage)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, WallWindow)]


def test_a_second_screen_is_found_and_filled(project: Path, tmp_path: Path, demo_folder: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "dpr": 1}
        for name, x, width, height in (("desk", 0, 1366, 768), ("wall", 1366, 1920, 1080))
    ]
    setting = tmp_path / "screens.json"
    setting.write_text(json.dumps({"screens": screens}), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(copy_of(demo_folder, tmp_path / "data"))],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={setting}",
            "PYTHONPATH": os.pathsep.join((str(project), str(project / "desktop"))),
        },
        cwd=project,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.stdout.split() == ["wall", "1366", "0", "1920", "1080", "desk"], ran.stderr


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.ui.screen import Screen
from korak.ui.pages.projector import ProjectorPage
application = QApplication([])
screen = Screen(Path(sys.argv[1]))
screen.sign_in_trainer()
screen.journey.projector("sporocilo-zdravniku")
wall = screen.page(ProjectorPage).projection.window()
print(wall.screen().name(), *wall.geometry().getRect(), screen.window.screen().name())
screen.close()
"""
