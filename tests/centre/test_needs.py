# SPDX-License-Identifier: GPL-3.0-or-later
"""What a group needs: counted honestly, and turned into an order of topics."""

from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from korak import paths
from korak.centre.needs import (
    Answer,
    Obstacle,
    Pace,
    Placed,
    Told,
    Way,
    Weight,
    Why,
    counted,
    proposed,
    wishes_by_topic,
)
from korak.centre.plans import PlanLine, as_taught
from korak.content.pack import Pack
from korak.content.plan import Need, Topic
from korak.services.packs import load_pack

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@cache
def course() -> Pack:
    return load_pack(paths.packs() / "koraki")


def answer(person: str, *wishes: str, minute: int = 0, declined: bool = False, **obstacles: Weight) -> Answer:
    told = Told(wishes, {Obstacle(key): weight for key, weight in obstacles.items()})
    at = NOON + timedelta(minutes=minute)
    return Answer(f"{person}-{minute}", at, person, person, Way.SELF, told, declined)


def order(wishes: dict[str, int], **changes: object) -> tuple[Placed, ...]:
    pack = course()
    return proposed(as_taught(pack.plan), pack.plan, wishes, **changes)  # type: ignore[arg-type]


def names(found: tuple[Placed, ...]) -> list[str]:
    return [one.line.topic for one in found]


@st.composite
def courses(draw: st.DrawFn) -> tuple[dict[str, Topic], tuple[PlanLine, ...], dict[str, int], frozenset[str]]:
    """A course of up to twelve topics, a plan of some of them, wishes, what is taught."""
    ids = [f"t{number}" for number in range(draw(st.integers(1, 12)))]
    topics: dict[str, Topic] = {}
    for number, name in enumerate(ids):
        needed = draw(st.lists(st.sampled_from(ids[:number]), unique=True, max_size=3)) if number else []
        topics[name] = Topic(
            id=name,
            title=name,
            hours=draw(st.integers(1, 4)),
            after=tuple(needed),
            weeks=draw(st.sampled_from((0, 0, 0, 3))),
            portal=draw(st.sampled_from(("", "", "x", "y", "z"))),
        )
    kept = draw(st.lists(st.sampled_from(ids), unique=True, min_size=1))
    plan = tuple(PlanLine(name, topics[name].hours) for name in kept)
    wishes = draw(st.dictionaries(st.sampled_from(ids), st.integers(0, 12)))
    taught = draw(st.frozensets(st.sampled_from(ids), max_size=3))
    return topics, plan, wishes, taught


@given(courses())
def test_the_proposed_order_is_the_whole_plan_and_nothing_else(made: object) -> None:
    topics, plan, wishes, taught = made  # type: ignore[misc]
    found = proposed(plan, topics, wishes, taught)
    assert sorted(one.line.topic for one in found) == sorted(line.topic for line in plan)
    assert {one.line for one in found} == set(plan)
    assert found == proposed(plan, topics, dict(reversed(wishes.items())), taught)


@given(courses())
def test_what_a_topic_needs_comes_before_it_unless_it_was_taught_already(made: object) -> None:
    topics, plan, wishes, taught = made  # type: ignore[misc]
    place = {one.line.topic: number for number, one in enumerate(proposed(plan, topics, wishes, taught))}
    for name in place.keys() - taught:
        assert all(place[one] < place[name] for one in topics[name].after if one in place)


@given(courses())
def test_a_meeting_gets_a_second_new_portal_only_where_nothing_else_is_left(made: object) -> None:
    topics, plan, wishes, _taught = made  # type: ignore[misc]
    pace = Pace(meeting=3)
    found = proposed(plan, topics, wishes, pace=pace)
    portals: set[str] = set()
    begun: dict[int, bool] = {}
    hours = 0
    for number, one in enumerate(found):
        topic, meeting = topics[one.line.topic], hours // pace.meeting
        new = bool(topic.portal) and topic.portal not in portals
        if new and begun.get(meeting):
            placed = set(names(found[:number]))
            left = [topics[name] for name in names(found[number:])]
            ready = [each for each in left if not (set(each.after) & set(names(found))) - placed]
            assert all(each.portal and each.portal not in portals for each in ready)
        begun[meeting] = begun.get(meeting, False) or new
        portals.add(topic.portal)
        hours += one.line.hours


def test_identity_starts_early_because_the_visit_takes_weeks() -> None:
    found = order({})
    place = {name: number for number, name in enumerate(names(found))}
    reasons = {one.line.topic: one for one in found}
    assert names(found)[0] == "zacetno-preverjanje"
    assert names(found)[-1] == "koncno-preverjanje"
    assert place["smspass"] <= 8
    assert reasons["smspass"].why is Why.WAITS
    assert (reasons["racun-si-pass"].why, reasons["racun-si-pass"].what_for) == (Why.NEEDED, "smspass")
    hours = 0
    for one in found[place["smspass"] + 1 : place["sporocilo-zdravniku"]]:
        hours += one.line.hours
    assert hours >= 15  # nearly three weeks of six hours: the paper is there by then


def test_what_most_people_wish_comes_first_with_what_it_needs_and_says_why() -> None:
    wishes = wishes_by_topic({"zdravnik": 9, "delo": 4}, course().needs)
    found = order(wishes)
    place = {name: number for number, name in enumerate(names(found))}
    reasons = {one.line.topic: one for one in found}
    assert place["zavarovanje"] < place["zivljenjepis"] < place["uradne-ure"]
    assert (reasons["zavarovanje"].why, reasons["zavarovanje"].people) == (Why.WISHED, 9)
    assert reasons["uradne-ure"].why in {Why.COURSE, Why.PORTAL}


def test_what_was_taught_stays_in_front() -> None:
    found = order({}, taught=["klic-112", "brskalnik"])
    assert [(one.line.topic, one.why) for one in found[:2]] == [
        ("brskalnik", Why.TAUGHT),
        ("klic-112", Why.TAUGHT),
    ]


def test_everybody_counts_once_with_what_they_told_last() -> None:
    answers = [
        answer("amra", "sola", "delo", device=Weight.MUCH),
        answer("amra", "sola", minute=5, device=Weight.NONE),
        answer("arben", "sola", "zdravnik", device=Weight.UNKNOWN),
        answer("blerta", declined=True),
    ]
    found = counted(answers, 4)
    assert (found.people, found.answered, found.is_small) == (4, 2, True)
    assert found.wishes == {"sola": 2, "zdravnik": 1}
    assert found.of(Obstacle.DEVICE, Weight.MUCH) == 0
    assert found.of(Obstacle.DEVICE, Weight.NONE) == found.of(Obstacle.DEVICE, Weight.UNKNOWN) == 1
    ranked = found.ranked([Need(id=name, title=name, pictogram="") for name in ("delo", "zdravnik", "sola")])
    assert [(need.id, n) for need, n in ranked] == [("sola", 2), ("zdravnik", 1)]


def test_people_who_were_forgotten_stay_counted() -> None:
    found = counted([answer("amra", "sola")], 3, {"answered": 2, "wish/sola": 1, "obstacle/device/much": 2})
    assert (found.answered, found.wishes["sola"], found.of(Obstacle.DEVICE, Weight.MUCH)) == (3, 2, 2)


def test_every_need_of_the_course_leads_to_topics_and_a_course_without_needs_asks_for_its_parts() -> None:
    pack = course()
    assert all(need.topics for need in pack.needs)
    assert len(pack.needs) == 12
