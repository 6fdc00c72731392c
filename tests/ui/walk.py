# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the program and every state worth looking at, opened one after the other."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QDialog
from tests.services.jesenice import Learner
from tests.ui.screen import NOON, Screen

from korak.assessment.sitting import Mode, Occasion
from korak.centre.mediation import Mediated
from korak.centre.needs import Obstacle, Told, Weight
from korak.centre.people import NewCentre, NewLearner
from korak.clock import FixedClock
from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match
from korak.content.exercises.typed import Typed
from korak.content.lesson import MyStep, Stage, WordsStep
from korak.i18n import _
from korak.learning.hands import HANDS
from korak.services.demo import DEMO_PIN
from korak.services.vault import Vault
from korak.ui.exercise import ExerciseView
from korak.ui.forms.meeting_dialogs import SeriesDialog
from korak.ui.pages.assessment import AssessmentPage
from korak.ui.pages.calendar import CalendarPage
from korak.ui.pages.colleagues import ColleaguesPage
from korak.ui.pages.first_start import FirstStartPage
from korak.ui.pages.games import GamesPage
from korak.ui.pages.group_needs import GroupNeedsPage
from korak.ui.pages.hands import HandsPage
from korak.ui.pages.lesson import LessonPage
from korak.ui.pages.mediation import MediationPage
from korak.ui.pages.own_result import OwnResultPage
from korak.ui.pages.people import PeoplePage
from korak.ui.pages.pin import PinPage
from korak.ui.pages.playground import PlaygroundPage
from korak.ui.pages.programmes import ProgrammesPage
from korak.ui.pages.projector import ProjectorPage
from korak.ui.pages.replay import ReplayPage
from korak.ui.pages.results import ResultsPage
from korak.ui.pages.roster import RosterPage
from korak.ui.pages.sitting import SittingPage
from korak.ui.pages.sitting_entry import SittingEntryPage
from korak.ui.pages.story import StoryPage
from korak.ui.pages.today import TodayPage
from korak.ui.pages.trouble import TroublePage
from korak.ui.pages.unlock import UnlockPage
from korak.ui.pages.wall import WallPage
from korak.ui.stories.question import QuestionView

LESSON = "sporocilo-zdravniku"
LEAVE = "Leave the other tasks out"


@dataclass(frozen=True, slots=True)
class Stop:
    """A page, or a page in a certain state; `dialog` stands over it where there is one."""

    name: str
    dialog: QDialog | None = None


def every_page(screen: Screen) -> Iterator[Stop]:
    """Walk through the pages of an open demo centre."""
    screen.page(WallPage)
    yield Stop("wall")
    screen.journey.pin(_somebody(screen))
    screen.page(PinPage)
    yield Stop("pin")
    screen.sign_in()
    yield Stop("home")
    pages = ("words", "word_session", "hands", "playground", "record", "needs", "proposals", "local_help")
    for name in pages:
        getattr(screen.journey, name)()
        screen.settle()
        yield Stop(name)
    yield from _story(screen)
    screen.journey.playground()
    room = screen.page(PlaygroundPage)
    room.open_task("sporocilo-zdravniku")
    screen.settle()
    yield Stop("practice-room")
    yield from _hands(screen)
    yield from _lesson(screen)
    yield from _pair(screen)
    yield from _trainer(screen)
    yield from sitting(screen)
    yield from results(screen)


def first_start(screen: Screen) -> Iterator[Stop]:
    """Walk through the first start, on an empty folder."""
    page = screen.page(FirstStartPage)
    yield Stop("first-start-1-choose")
    screen.press("New centre")
    screen.type_into("Name of the centre", "Ljudska univerza Jesenice")
    screen.type_into("Your name", "Maja")
    yield Stop("first-start-2-names")
    screen.press("Next")
    screen.type_into("Passphrase", "gora žlica sedem")
    screen.type_into("The same passphrase again", "gora žlica sedem")
    yield Stop("first-start-3-passphrase")
    screen.press("Next")
    screen.type_into("Name of the group", "Jesenice 1")
    for number, name in enumerate(("Amra", "Arben", "Blerta"), start=1):
        screen.type_into("Name of learner {n}", name, number)
    yield Stop("first-start-4-learners")
    screen.press("Set up the centre")
    screen.wait(page.has_code)
    screen.settle()
    yield Stop("first-start-5-code")


def locked(screen: Screen) -> Iterator[Stop]:
    """Walk through the ways to open a locked centre."""
    screen.page(UnlockPage)
    yield Stop("unlock")
    screen.press("I forgot the passphrase")
    yield Stop("unlock-forgotten")


def broken(screen: Screen) -> Iterator[Stop]:
    """Look at a centre whose file is damaged."""
    screen.page(TroublePage)
    yield Stop("trouble")


def make_locked(folder: Path) -> None:
    """Make a centre that only a passphrase opens."""
    new = NewCentre("LU Jesenice", "Maja", "gora žlica sedem", "Jesenice 1", (NewLearner("Amra"),))
    house, _code = Vault(folder, FixedClock(NOON)).create(new)
    house.close()


def _somebody(screen: Screen) -> str:
    sign_in = screen.journey.house.sign_in
    return sign_in.tiles(sign_in.groups()[0].id)[1].id


def _lesson(screen: Screen) -> Iterator[Stop]:
    screen.journey.lesson(LESSON)
    page = screen.page(LessonPage)
    yield Stop("lesson-place-kept")
    for name, place in _places(page):
        page.go_to(place)
        screen.settle()
        yield Stop(f"lesson-{name}")
        if name in {"choice", "typed"}:
            _answer(screen, page)
            yield Stop(f"lesson-{name}-verdict")
    page.set_pause(True)
    screen.settle()
    yield Stop("lesson-pause")
    page.set_pause(False)
    page.finish()
    screen.settle()
    yield Stop("lesson-finish")


def _pair(screen: Screen) -> Iterator[Stop]:
    journey, house = screen.journey, screen.journey.house
    session = journey.session
    assert session is not None
    journey.partner()
    screen.settle()
    yield Stop("pair-partner")
    partner = house.pairs.partners(session)[0]
    journey.partner_pin(partner.id)
    screen.page(PinPage)
    yield Stop("pair-pin")
    screen.press("The trainer confirms")
    yield from _dialog(screen, "vouch")
    journey.paired(house.sign_in.pin(partner.id, DEMO_PIN))
    screen.settle()
    yield Stop("pair-home")
    journey.lesson(LESSON)
    page = screen.page(LessonPage)
    for name, place in _places(page):
        if name in {"words", "choice", "guide", "my-step"}:
            page.go_to(place)
            screen.settle()
            yield Stop(f"pair-{name}")
    screen.press("One of us finishes")
    yield from _dialog(screen, "part")
    page.finish()
    screen.settle()
    yield Stop("pair-finish")


def _places(page: LessonPage) -> list[tuple[str, int]]:
    wanted: dict[str, Callable[[object], bool]] = {
        "words": lambda step: isinstance(step, WordsStep),
        "choice": lambda step: isinstance(step, Choice),
        "match": lambda step: isinstance(step, Match),
        "typed": lambda step: isinstance(step, Typed),
        "my-step": lambda step: isinstance(step, MyStep),
    }
    stations = page.stations
    found = [("read", 0)]
    found += [
        (mode, next(place for place, one in enumerate(stations) if one.mode == mode))
        for mode in ("show", "guide", "alone")
    ]
    found += [
        (name, next(place for place, one in enumerate(stations) if fits(one.step)))
        for name, fits in wanted.items()
    ]
    return sorted(found, key=lambda pair: pair[1])


def _answer(screen: Screen, page: LessonPage) -> None:
    view = screen.visible(ExerciseView, page)[0]
    step = page.stations[page.place].step
    if isinstance(step, Choice):
        view.answered.emit(step.wrong[0])
    else:
        view.answered.emit(cast("Typed", step).answer[:-1])
    screen.settle()


def _story(screen: Screen) -> Iterator[Stop]:
    screen.journey.story()
    page = screen.page(StoryPage)
    yield Stop("story")
    write_story(page)
    screen.settle()
    yield Stop("story-about")
    for step in ("look", "consent"):
        page.go_on()
        screen.settle()
        yield Stop(f"story-{step}")
    page.show_step("thanks")
    screen.settle()
    yield Stop("story-thanks")
    page.show_step("list")
    screen.settle()
    yield Stop("story-list")


def write_story(page: StoryPage) -> None:
    """Answer the three questions, and stop where a name is asked for."""
    for answer in ("Prihajam iz Prizrena.", "Zdaj znam pisati sporočila.", "Brez pomoči pišem zdravniku."):
        assert isinstance(page.view, QuestionView)
        page.view.editor.insertPlainText(answer)
        page.go_on()


def _hands(screen: Screen) -> Iterator[Stop]:
    screen.journey.hands()
    page = screen.page(HandsPage)
    for hand in HANDS:
        page.begin((hand,))
        screen.settle()
        yield Stop(f"hands-{hand}")


def _games(screen: Screen) -> Iterator[Stop]:
    screen.journey.games()
    page = screen.page(GamesPage)
    yield Stop("games")
    for game in ("bingo", "memory", "first"):
        page.play(game)
        screen.settle()
        yield Stop(f"game-{game}")
        page.back()


def _projector(screen: Screen) -> Iterator[Stop]:
    """The lesson before a group, in the window as it is; then beside a wall of its own."""
    size = screen.window.size()
    screen.journey.desk("today")
    screen.page(TodayPage)
    screen.press("On the projector")
    yield from _dialog(screen, "project")
    screen.journey.projector(LESSON)
    page = screen.page(ProjectorPage)
    wall = page.projection
    page.set_full(False)
    screen.window.resize(size)
    screen.settle()
    yield Stop("projector-read")
    parts = [station.stage if station is not None else None for station in wall.stations]
    for stage in (Stage.WORDS, Stage.SHOW, Stage.CHECK, Stage.MY_STEP):
        wall.go_to(parts.index(stage))
        screen.settle()
        yield Stop(f"projector-{stage.value}")
        if stage is Stage.CHECK:
            wall.onward()
            screen.settle()
            yield Stop("projector-answer")
    wall.go_to(len(parts) - 1)
    screen.settle()
    yield Stop("projector-end")
    wall.toggle_notes()
    screen.settle()
    yield Stop("projector-notes")
    wall.toggle_notes()
    wall.ask_to_leave()
    screen.settle()
    yield Stop("projector-leave")
    wall.stay()
    page.show_apart(screen.window.screen())
    screen.window.activateWindow()
    screen.settle()
    yield Stop("projector-beside")
    page.show_here()
    screen.settle()


def _trainer(screen: Screen) -> Iterator[Stop]:
    screen.journey.trainer()
    screen.settle()
    yield Stop("trainer-door")
    screen.sign_in_trainer()
    yield Stop("today")
    for place in (
        "people",
        "words",
        "own_voice",
        "centre",
        "rights",
        "reports",
        "services",
        "stories",
        "poster",
    ):
        screen.journey.desk(place)
        screen.settle()
        yield Stop(place)
    yield from _team(screen)
    yield from _needs(screen)
    yield from _lists(screen)
    yield from _class(screen)
    yield from _games(screen)
    yield from _projector(screen)
    screen.journey.record_of(_somebody(screen))
    screen.settle()
    yield Stop("record-of-a-learner")
    screen.journey.desk("people")
    page = screen.page(PeoplePage)
    screen.press(page.add_text())
    yield from _dialog(screen, "learner")
    page.choose(page.cells()[0][0])
    page.ask_details()
    yield from _dialog(screen, "details")
    page.choose(page.cells()[0][0])
    page.ask_consents()
    yield from _dialog(screen, "consents")
    screen.stage.show_help()
    screen.settle()
    yield from _dialog(screen, "help")


def _team(screen: Screen) -> Iterator[Stop]:
    """Colleagues, what was changed after closing, and the mediators' log."""
    screen.journey.desk("audit")
    screen.settle()
    yield Stop("audit")
    screen.journey.desk("colleagues")
    page = screen.page(ColleaguesPage)
    yield Stop("colleagues")
    screen.press("New colleague")
    yield from _dialog(screen, "colleague")
    page.choose("Arta")
    screen.press("New passphrase")
    yield from _dialog(screen, "passphrase")
    screen.journey.desk("mediation")
    screen.page(MediationPage)
    screen.press("New entry")
    yield from _dialog(screen, "mediation")
    screen.press("List of topics")
    yield from _dialog(screen, "topics")
    session = screen.journey.session
    assert session is not None
    one = Mediated(
        "", "", screen.clock.now().date(), 45, "Zdravstveni dom Vzorec", "health", languages=("sq",)
    )
    screen.journey.house.mediation.add(session, one)
    screen.journey.desk("mediation")
    screen.settle()
    yield Stop("mediation")


def sitting(screen: Screen) -> Iterator[Stop]:
    """Walk through the assessment: planned, taken, entered from paper."""
    trainer = screen.sign_in_trainer()
    sittings = screen.journey.house.sittings
    people = screen.journey.house.people.learners(trainer, screen.journey.house.sign_in.groups()[0].id)
    taken, paper = people[1], people[2]
    sittings.plan(trainer, taken.id, Occasion.POST)
    on_paper = sittings.plan(trainer, paper.id, Occasion.PRE, Mode.PAPER)
    screen.journey.desk("assessment")
    screen.page(AssessmentPage).choose(taken.id)
    screen.settle()
    yield Stop("assessment")
    screen.journey.enter_sitting(on_paper.id)
    screen.page(SittingEntryPage)
    yield Stop("assessment-paper")
    screen.sign_in(taken.name)
    screen.journey.sitting()
    page = screen.page(SittingPage)
    yield Stop("sitting-consent")
    screen.press("Yes, I take part")
    yield Stop("sitting-warm-up")
    screen.press("I know this already")
    screen.press("Begin")
    seen: set[str] = set()
    while page.item is not None:
        if page.item.kind.value not in seen:
            seen.add(page.item.kind.value)
            yield Stop(f"sitting-{page.item.kind.value}")
        screen.press("Skip")
        if page.item is None and _(LEAVE) in screen.texts():
            if "stop" not in seen:
                seen.add("stop")
                yield Stop("sitting-stop")
            screen.press("No, I go on")
    yield Stop("sitting-end")
    screen.press("Hand in")
    yield Stop("sitting-thanks")


def results(screen: Screen) -> Iterator[Stop]:
    """Walk through what was measured: a group, one run again, and a learner's own result."""
    trainer = screen.sign_in_trainer()
    house = screen.journey.house
    group = house.sign_in.groups()[0]
    person = house.people.learners(trainer, group.id)[3]
    Learner(house, person, 0.4).sit(house.sittings.plan(trainer, person.id, Occasion.PRE))
    screen.journey.desk("results")
    page = screen.page(ResultsPage)
    yield Stop("results")
    page.choose(person.id)
    screen.settle()
    yield Stop("results-person")
    for name, button in (("certificates", "Certificates"), ("funder", "Funder's report")):
        screen.press(button)
        yield from _dialog(screen, name)
    screen.press("Step by step")
    screen.page(ReplayPage)
    yield Stop("replay")
    screen.journey.signed_in(house.sign_in.pin(person.id, DEMO_PIN))
    screen.journey.result_of(person.id)
    screen.page(OwnResultPage)
    yield Stop("own-result")


def _needs(screen: Screen) -> Iterator[Stop]:
    session = screen.journey.session
    assert session is not None
    house, person = screen.journey.house, _somebody(screen)
    wishes = tuple(need.id for need in house.needs.choices[3:8])
    house.needs.tell(session, person, Told(wishes, {Obstacle.DEVICE: Weight.MUCH}, "Rad bi pisal zdravniku."))
    proposal = house.proposals.propose(session, person, words="Obisk knjižnice in avtobusne postaje")
    screen.journey.desk("needs")
    page = screen.page(GroupNeedsPage)
    for part in ("needs", "proposals", "voices", "outside"):
        page.choose_part(part)
        screen.settle()
        yield Stop(f"group-{part}")
    page.choose_part("proposals")
    page.proposals.choose(proposal.id)
    screen.press("Write down a proposal")
    yield from _dialog(screen, "dictated")
    page.choose_part("needs")
    page.needs.choose(person)
    screen.press("Talk about needs")
    yield from _dialog(screen, "talk")


def _lists(screen: Screen) -> Iterator[Stop]:
    screen.journey.desk("lists")
    screen.settle()
    yield Stop("lists")
    page = screen.page(RosterPage)
    folder = Path(tempfile.mkdtemp(prefix="korak-list-"))
    good, bad = folder / "osebe.csv", folder / "napake.csv"
    good.write_text("Ime;Jezik;Spol\nLuan Primer;albanščina;moški\nŠejla Vzorec;bosanščina;ženska\n", "utf-8")
    bad.write_text("Ime;Jezik;Leto rojstva\n;albanščina;1980\nŠejla Vzorec;klingonščina;2031\n", "utf-8")
    page.bring(good)
    screen.settle()
    yield Stop("lists-look")
    page.bring(bad)
    screen.settle()
    yield Stop("lists-wrong")
    shutil.rmtree(folder)


def _class(screen: Screen) -> Iterator[Stop]:
    screen.journey.desk("today")
    page = screen.page(TodayPage)
    screen.press("Begin the meeting")
    yield from _dialog(screen, "attendance")
    page.choose("Blerta")
    for name, button in (
        ("end", "End the meeting"),
        ("give", "Give a task"),
        ("notes", "Notes"),
        ("pair-up", "Pair up"),
    ):
        screen.press(button)
        yield from _dialog(screen, name)
    yield Stop("today-running")
    yield from _ended(screen)
    screen.journey.desk("people")
    screen.page(PeoplePage).choose("Blerta")
    screen.press("Place in the group")
    yield from _dialog(screen, "place")
    screen.press("Former learners")
    yield from _dialog(screen, "former")
    screen.journey.desk("calendar")
    screen.page(CalendarPage)
    screen.press("Plan meetings")
    shown = next(one for one in screen.window.findChildren(SeriesDialog) if one.isVisible())
    yield Stop("dialog-series", shown)
    screen.press("Plan", shown)
    screen.window.activateWindow()
    screen.settle()
    yield Stop("calendar")
    calendar = screen.page(CalendarPage)
    calendar.choose(2)
    screen.press("Change")
    yield from _dialog(screen, "meeting")
    screen.press("Plan of the course")
    yield Stop("plan")
    screen.journey.desk("programmes")
    screen.page(ProgrammesPage)
    yield Stop("programmes")
    screen.press("New programme")
    yield from _dialog(screen, "programme")


def _ended(screen: Screen) -> Iterator[Stop]:
    house, session = screen.journey.house, screen.journey.session
    assert session is not None
    entry = house.calendar.at_hand(session, house.sign_in.groups()[0].id)
    assert entry is not None
    house.classroom.end(session, entry.meeting.id, "", ())
    screen.journey.desk("today")
    screen.settle()
    yield Stop("today-ended")
    screen.press("Correct the times")
    yield from _dialog(screen, "times")


def _dialog(screen: Screen, name: str) -> Iterator[Stop]:
    dialog = next(dialog for dialog in screen.window.findChildren(QDialog) if dialog.isVisible())
    yield Stop(f"dialog-{name}", dialog)
    dialog.reject()
    screen.window.activateWindow()  # no window manager does it here
    screen.settle()
