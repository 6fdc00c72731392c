# SPDX-License-Identifier: GPL-3.0-or-later
from dataclasses import replace
from datetime import date

from korak.centre.mediation import (
    MOST_BY_USERS,
    PROOF_MINUTES,
    Mediated,
    Mode,
    Proof,
    Rating,
    proof,
    year_table,
    years_back,
)

ONE = Mediated("e", "arta", date(2026, 3, 2), 60, "UE Jesenice", "residence", languages=("sq",))


def test_a_year_is_added_up_by_month_topic_place_language_and_way() -> None:
    entries = [
        ONE,
        replace(ONE, entry="f", day=date(2026, 3, 9), minutes=30, people=3, languages=("sq", "bs")),
        replace(ONE, entry="g", day=date(2026, 11, 3), minutes=90, place="ZD Jesenice", topic="health"),
        replace(ONE, entry="h", day=date(2025, 12, 31), minutes=45),
    ]
    table = year_table(entries, 2026)
    march, november = table.months[2], table.months[10]
    assert (march.entries, march.minutes, march.people) == (2, 90, 4)
    assert (november.entries, november.minutes) == (1, 90)
    assert (table.whole.entries, table.whole.minutes, table.whole.people) == (3, 180, 5)
    assert [(one.name, one.minutes) for one in table.topics] == [("health", 90), ("residence", 90)]
    assert [(one.name, one.minutes) for one in table.places] == [("UE Jesenice", 90), ("ZD Jesenice", 90)]
    assert [(one.name, one.minutes) for one in table.languages] == [("sq", 180), ("bs", 30)]
    assert [one.name for one in table.modes] == [Mode.IN_PERSON.value]
    # What was done the year before counts towards the proof all along.
    assert table.running[0] == 45
    assert table.running[2] == 135
    assert table.running[11] == 225


def test_nobody_is_counted_who_was_not_asked() -> None:
    entries = [
        replace(ONE, institution=Rating.GOOD, helped=Rating.BAD),
        replace(ONE, entry="f", institution=Rating.GOOD, helped=None),
        replace(ONE, entry="g", institution=Rating.SO_SO),
    ]
    table = year_table(entries, 2026)
    assert (table.institution.good, table.institution.so_so, table.institution.bad) == (2, 1, 0)
    assert (table.helped.asked, table.helped.bad) == (1, 1)


def test_the_proof_counts_five_years_and_at_most_a_hundred_hours_by_users() -> None:
    today = date(2026, 11, 22)
    assert years_back(today) == date(2021, 11, 23)
    entries = [
        replace(ONE, day=date(2021, 11, 22), minutes=600),  # a day too old
        replace(ONE, day=date(2021, 11, 23), minutes=600),
        replace(ONE, day=date(2026, 11, 23), minutes=600),  # still to come
        *[replace(ONE, minutes=600, proof=Proof.USERS) for _time in range(11)],
    ]
    state = proof(entries, today)
    assert (state.by_institutions, state.by_users) == (600, 6600)
    assert state.counted == 600 + MOST_BY_USERS
    assert state.missing == PROOF_MINUTES - 600 - MOST_BY_USERS


def test_a_complete_proof_misses_nothing() -> None:
    state = proof([replace(ONE, minutes=720) for _time in range(30)], date(2026, 11, 22))
    assert state.missing == 0


def test_five_years_before_a_leap_day_begin_in_march() -> None:
    assert years_back(date(2024, 2, 29)) == date(2019, 3, 1)


def test_totals_of_several_mediators_limit_each_of_them_by_themselves() -> None:
    entries = [
        *[replace(ONE, minutes=600, proof=Proof.USERS) for _time in range(11)],
        *[replace(ONE, mediator="lule", minutes=600, proof=Proof.USERS) for _time in range(11)],
    ]
    assert year_table(entries, 2026).running[11] == 2 * MOST_BY_USERS
