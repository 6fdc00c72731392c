# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered follows from the set of facts, and better answers never bring a word back sooner."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler, State
from hypothesis import given
from hypothesis import strategies as st

from korak.learning import forgetting
from korak.learning.days import day_number, learning_day, microseconds
from korak.learning.memory import (
    PRACTICE,
    TOP,
    Fact,
    Grade,
    Known,
    Memory,
    Practised,
    grade,
    read_station,
    station,
)

START = microseconds(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
DAY = 86_400_000_000
EARLY = datetime(1990, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone
LATE = datetime(2090, 1, 1)  # noqa: DTZ001
RESULTS = ("wrong", "typo", "diacritics", "exact")


def fact(day: float, result: str, word: str = "koda", **more: object) -> Fact:
    """An answer to an exercise of word practice."""
    number = int(more.get("number", 0))  # type: ignore[call-overload]
    kind = str(more.get("kind", "gap"))
    at = START + round(day * DAY)
    key = station(Practised(f"run{int(day)}", number, word, kind))
    help_used = int(more.get("help", 0))  # type: ignore[call-overload]
    score = 0.0 if result == "wrong" else 1.0
    return Fact(
        at,
        f"{at}-{word}-{number}-{kind}-{result}-{help_used}",
        PRACTICE,
        key,
        kind,
        result,
        score,
        help_used,
        10.0,
    )


def known(*facts: Fact, end: date | None = None) -> Known:
    """How the one word of these facts stands."""
    memory = Memory({})
    assert memory.take(facts)
    (word,) = memory.known(end).values()
    return word


some_facts = st.lists(
    st.builds(
        lambda day, number, word, result, used, kind: fact(
            day + number / 100, result, word, number=number, help=used, kind=kind
        ),
        st.integers(0, 40),
        st.integers(0, 30),
        st.sampled_from(["koda", "geslo", "vloga"]),
        st.sampled_from(RESULTS),
        st.integers(0, 3),
        st.sampled_from(["flash", "choose_picture", "match", "letters", "gap", "dictation", "typed"]),
    ),
    max_size=60,
)


@given(facts=some_facts, chance=st.randoms(use_true_random=False))
def test_two_machines_that_know_the_same_facts_agree(facts: list[Fact], chance: random.Random) -> None:
    mixed = [*facts, *facts[: len(facts) // 2]]
    chance.shuffle(mixed)
    one, other = Memory({}), Memory({})
    one.take(facts)
    other.take(mixed)

    assert one.known() == other.known()


@given(
    moments=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(RESULTS)), min_size=1, max_size=30),
    chance=st.randoms(use_true_random=False),
    cut=st.integers(0, 30),
)
def test_facts_of_the_same_moment_give_the_same_due_dates_in_whatever_order_they_were_merged(
    moments: list[tuple[int, str]], chance: random.Random, cut: int
) -> None:
    """Two laptops whose clocks tick alike: the same word, the same day and microsecond, other ids."""
    facts = [
        fact(day, result, "koda", number=number)._replace(id=f"{chance.random()}-{number}")
        for number, (day, result) in enumerate(moments)
    ]
    mine, theirs = facts[:cut], facts[cut:]
    one, other = Memory({}), Memory({})
    one.take([*mine, *theirs])
    other.take([*theirs, *mine])

    assert one.known() == other.known()
    # Whoever took the first half in already finds out, or comes to the same.
    late = Memory({})
    late.take(mine)
    assert not late.take(theirs) or late.known() == one.known()


@given(facts=some_facts, cut=st.integers(0, 60))
def test_facts_taken_in_parts_give_the_same_as_all_at_once(facts: list[Fact], cut: int) -> None:
    ordered = sorted({one.id: one for one in facts}.values())
    whole, parts = Memory({}), Memory({})
    whole.take(ordered)
    parts.take(ordered[:cut])
    parts.known()

    assert parts.take(ordered[cut:])
    assert parts.known() == whole.known()


def test_a_fact_from_before_is_not_taken_in_afterwards() -> None:
    memory = Memory({})
    memory.take([fact(3, "exact")])

    assert not memory.take([fact(1, "wrong")])


@given(
    gaps=st.lists(st.integers(1, 90), min_size=1, max_size=12),
    grades=st.lists(st.integers(1, 3), min_size=13, max_size=13),
    place=st.integers(0, 12),
)
def test_a_better_last_answer_never_brings_a_word_back_sooner(
    gaps: list[int], grades: list[int], place: int
) -> None:
    place = min(place, len(gaps))
    trace = forgetting.first(grades[0])
    for gap, got in zip(gaps[:place], grades[1:], strict=False):
        trace = forgetting.after(trace, gap, got)
    days = gaps[min(place, len(gaps) - 1)]

    intervals = [forgetting.interval(forgetting.after(trace, days, got).stability) for got in (1, 2, 3)]

    assert intervals == sorted(intervals)
    assert all(1 <= interval <= forgetting.LONGEST for interval in intervals)


@given(kind=st.sampled_from(["typed", "match", "choice"]), score=st.floats(0, 1), data=st.data())
def test_the_grade_never_falls_with_a_better_answer_or_less_help(
    kind: str, score: float, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(RESULTS) - 2))
    used = data.draw(st.integers(0, 2))

    assert grade(kind, RESULTS[place], score, used) <= grade(kind, RESULTS[place + 1], score, used)
    assert grade(kind, RESULTS[place], score, used) >= grade(kind, RESULTS[place], score, used + 1)


def test_looking_a_word_up_costs_nothing_and_a_hint_makes_it_hard() -> None:
    assert grade("typed", "exact", 1.0, 1) is Grade.GOOD
    assert grade("typed", "exact", 1.0, 2) is Grade.HARD
    assert grade("typed", "diacritics", 1.0, 0) is Grade.HARD
    assert grade("typed", "wrong", 0.0, 0) is Grade.AGAIN


@given(
    grades=st.lists(st.integers(1, 3), min_size=1, max_size=40),
    gaps=st.lists(st.integers(1, 200), min_size=40, max_size=40),
    asked=st.integers(0, 400),
)
def test_the_package_gives_the_same_to_the_last_bit(grades: list[int], gaps: list[int], asked: int) -> None:
    model = Scheduler(
        desired_retention=forgetting.RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=forgetting.LONGEST,
        enable_fuzzing=False,
    )
    day = datetime(2026, 3, 1, tzinfo=UTC)
    card = Card(card_id=7, state=State.Learning, due=day)
    card, _ = model.review_card(card, Rating(grades[0]), day)
    trace = forgetting.first(grades[0])
    for got, gap in zip(grades[1:], gaps, strict=False):
        day += timedelta(days=gap)
        card, _ = model.review_card(card, Rating(got), day)
        trace = forgetting.after(trace, gap, got)

    assert tuple(trace) == (card.stability, card.difficulty)
    assert day + timedelta(days=forgetting.interval(trace.stability)) == card.due
    later = model.get_card_retrievability(card, day + timedelta(days=asked))
    assert forgetting.chance(trace.stability, asked) == later


def test_a_day_begins_at_four_in_the_morning_in_summer_and_winter() -> None:
    late = datetime(2026, 11, 21, 2, 59, tzinfo=UTC)
    summer = datetime(2026, 7, 21, 1, 59, tzinfo=UTC)

    assert learning_day(late) == date(2026, 11, 20)
    assert learning_day(late + timedelta(minutes=1)) == date(2026, 11, 21)
    assert learning_day(summer) == date(2026, 7, 20)
    assert learning_day(summer + timedelta(minutes=1)) == date(2026, 7, 21)


@given(moment=st.datetimes(EARLY, LATE, timezones=st.just(UTC)))
def test_a_learning_day_is_the_calendar_day_of_four_hours_ago(moment: datetime) -> None:
    number = day_number(microseconds(moment))
    winter = (moment + timedelta(hours=-3)).date().toordinal()
    summer = (moment + timedelta(hours=-2)).date().toordinal()

    assert number in (winter, summer)


def test_what_comes_later_on_the_same_day_plans_nothing() -> None:
    once = known(fact(0, "exact"))
    often = known(fact(0, "exact"), *(fact(0.01 * n, "wrong", number=n) for n in range(1, 5)))

    assert often.due == once.due
    assert often.stability == once.stability
    assert often.missed == 4


def test_a_retry_counts_as_help_and_not_as_failure() -> None:
    wrong = known(fact(0, "wrong"))
    retried = known(fact(0, "wrong"), fact(0.0001, "exact", help=2))
    hard = known(fact(0, "typo"))

    assert retried.stability == hard.stability > wrong.stability
    assert retried.missed == 0
    assert wrong.missed == 1


def test_an_evening_and_the_night_after_it_are_one_day() -> None:
    evening = fact(0.5, "exact")
    night = evening._replace(at=evening.at + 4 * 3_600_000_000, id="z", station="run0/9/koda/gap")

    assert known(evening, night).stability == known(evening).stability


def test_nothing_is_due_after_the_end_of_the_course() -> None:
    facts = [fact(0, "exact"), fact(3, "exact"), fact(12, "exact")]
    end = learning_day(datetime(2026, 11, 20, 9, tzinfo=UTC))

    free, capped = known(*facts), known(*facts, end=end)

    assert free.due is not None
    assert free.due > end
    assert capped.due == end


def test_right_answers_climb_the_ladder_and_wrong_ones_step_back() -> None:
    kinds = ["flash", "choose_picture", "match", "letters", "gap", "dictation", "typed"]
    facts = [fact(0.001 * place, "exact", number=place, kind=kind) for place, kind in enumerate(kinds)]

    assert [known(*facts[: place + 1]).rung for place in range(7)] == [1, 2, 3, 4, 5, 6, TOP]
    assert known(*facts, fact(1, "wrong", kind="typed")).rung == TOP - 1


def test_the_words_of_a_lesson_are_met_and_not_reviewed() -> None:
    memory = Memory({("l", "words-1"): ("koda", "geslo")})
    memory.take([Fact(START, "1", "l", "words-1", "words", "passed", 1.0, 0)])

    words = memory.known()

    found = {word: (one.rung, one.due) for word, one in words.items()}
    assert found == {"koda": (1, None), "geslo": (1, None)}


@pytest.mark.parametrize("key", ["read-1", "a/b/c", "run/x/koda/gap", "naloga:guide", ""])
def test_another_station_is_no_exercise_of_word_practice(key: str) -> None:
    assert read_station(key) is None
