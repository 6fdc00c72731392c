# SPDX-License-Identifier: GPL-3.0-or-later
"""A sitting seen again by the trainer: gone through by keyboard, the help named; nothing changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.services.jesenice import Learner, on_paper
from tests.services.making import NEW, PASSPHRASE, Place
from tests.ui.screen import Screen

from korak.assessment.sitting import Mode, Occasion
from korak.i18n import _
from korak.practice.replaying import MomentKind
from korak.services.faults import FaultKind, ServiceFault
from korak.storage import hashing
from korak.ui.pages.replay import ReplayPage
from korak.ui.pages.results import ResultsPage
from korak.ui.practice.replay import Replay

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    quick = {"PIN_ROUNDS": 1, "PIN_MEMORY": 8192, "PASSPHRASE_ROUNDS": 1, "PASSPHRASE_MEMORY": 16384}
    for name, value in quick.items():
        monkeypatch.setattr(hashing, name, value)
    place = Place(tmp_path / "data")
    house, _code = place.create(NEW)
    trainer = house.sign_in.trainer(PASSPHRASE)
    (group,) = house.people.groups(trainer)
    sitting, paper, _nobody = house.people.learners(trainer, group.id)
    Learner(house, sitting, -0.3).sit(house.sittings.plan(trainer, sitting.id, Occasion.PRE))
    on_paper(house, trainer, house.sittings.plan(trainer, paper.id, Occasion.PRE, Mode.PAPER))
    place.close()
    shown = Screen(tmp_path / "data", clock=place.clock)
    journey = shown.journey
    opened = journey._known_vault().unlock(PASSPHRASE)
    journey._enter(opened)
    journey.signed_in(opened.sign_in.trainer(PASSPHRASE))
    yield shown
    shown.close()


def replay_of(screen: Screen) -> tuple[ReplayPage, Replay]:
    """The replay of whoever sat at the computer, opened from the results."""
    screen.journey.desk("results")
    page = screen.page(ResultsPage)
    group = page._told.group
    assert group is not None
    member = next(one for one in group.heat_map if one.result.latest and one.result.latest.on_screen)
    page.choose(member.person)
    screen.settle()
    screen.press("Step by step")
    shown = screen.page(ReplayPage)
    assert shown.replay is not None
    return shown, shown.replay


def test_the_keyboard_goes_through_a_run_and_the_world_is_the_learners(screen: Screen) -> None:
    page, replay = replay_of(screen)
    house, trainer = screen.journey.house, page._session
    record = page._record
    moments = house.sittings.moments(trainer, record.id, page._item)
    assert replay.place == 0
    for place in range(1, len(moments)):
        screen.key(Qt.Key.Key_Right)
        assert replay.place == place
        assert replay.moment.world.state == moments[place].world.state
        assert replay.panel.told.text()
        assert replay.view._world_now is replay.moment.world
    played = house.sittings.play(trainer, record.id, page._item)
    assert played is not None
    assert replay.moment.world.state == played.world.state
    assert replay.moment.kind is MomentKind.END
    screen.key(Qt.Key.Key_Right)
    assert replay.place == len(moments) - 1
    screen.key(Qt.Key.Key_Left)
    assert replay.place == len(moments) - 2
    screen.key(Qt.Key.Key_Home)
    assert replay.place == 0


def test_the_help_somebody_had_is_named_at_its_step_and_found_with_one_key(screen: Screen) -> None:
    page, _replay = replay_of(screen)
    house, trainer, record = screen.journey.house, page._session, page._record
    helped = {
        item.id: found
        for item in record.items
        if item.id in page._runs
        for found in [[m for m in house.sittings.moments(trainer, record.id, item.id) if m.level]]
        if found
    }
    assert helped, "the invented learner of this test asks for help at least once"
    name, found = next(iter(helped.items()))
    page.choose(name)
    screen.settle()
    replay = page.replay
    assert replay is not None
    while replay.moment.kind is not MomentKind.HELP:
        before = replay.place
        screen.key(Qt.Key.Key_N)
        assert replay.place > before
    step = next(one for one in replay._task.key_steps if one.id == found[0].step)
    assert step.title in replay.panel.help.text()
    assert replay.panel.told.text() in {_("A hint"), _("Shown, or done with the trainer")}
    titles = [one.text() for one in replay.view.steps._steps]
    assert any(title.startswith(f"{step.title} · ") for title in titles)


def test_it_plays_by_itself_to_the_end_and_stands_still_when_asked(screen: Screen) -> None:
    _page, replay = replay_of(screen)
    replay._timer.setInterval(5)
    screen.key(Qt.Key.Key_P)
    assert replay.playing
    assert replay.panel.play_button.text() == _("Pause the showing")
    screen.wait(lambda: not replay.playing)
    assert replay.moment.kind is MomentKind.END
    replay._timer.setInterval(100_000)
    replay.play()
    assert replay.place == 0  # from the end it begins again
    screen.key(Qt.Key.Key_P)
    assert not replay.playing


def test_looking_changes_nothing_and_nothing_can_be_pressed_in_the_world(screen: Screen) -> None:
    page, replay = replay_of(screen)
    house, trainer = screen.journey.house, page._session
    before = house.sittings.one(trainer, page._record.id)
    state = replay.moment.world.state
    widget = replay._widget()
    assert widget is not None
    spot = widget.mapTo(replay.view.world, widget.rect().center())
    QTest.mouseClick(replay.view._shield, Qt.MouseButton.LeftButton, pos=spot)
    screen.settle()
    assert replay.place == 0
    assert replay.moment.world.state == state
    assert house.sittings.one(trainer, before.id) == before


def test_learners_do_not_see_replays_and_paper_has_none(screen: Screen) -> None:
    page, _replay = replay_of(screen)
    house, trainer = screen.journey.house, page._session
    every = house.sittings.every(trainer)
    paper = next(one for one in every if one.mode is Mode.PAPER)
    assert house.sittings.can_be_replayed(trainer, paper.id) == frozenset()
    assert house.sittings.moments(trainer, paper.id, paper.items[0].id) == ()
    learner = house.sign_in.pin(page._record.person, ("house", "key", "sun"))
    with pytest.raises(ServiceFault) as refused:
        house.sittings.moments(learner, page._record.id, page._item)
    assert refused.value.code is FaultKind.NOT_ALLOWED
