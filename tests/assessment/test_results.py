# SPDX-License-Identifier: GPL-3.0-or-later
"""Results of learners, groups and centres: counted by hand, at the edges, and safe from subtraction."""

import dataclasses
import math
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment import pilot
from tests.assessment.pilot import JUNE, MARCH, group, jesenice, member, sitting

from korak.assessment.centre_result import (
    Bracket,
    CentreResult,
    Period,
    PersonFacts,
    may_follow,
    merged,
)
from korak.assessment.change import Change
from korak.assessment.group_result import Attendance, Caution, GroupResult, LeftReason, Member
from korak.assessment.learner_result import Comparison, learner_result
from korak.assessment.measured import PROVISIONAL_SEM
from korak.assessment.sitting import Area, Mode, Occasion, Order
from korak.assessment.suppression import Hidden

BRACKETS = (Bracket("under_18", 0, 17), Bracket("18_60", 18, 60), Bracket("over_60", 61, 130))
SPRING = Period(date(2026, 3, 1), date(2026, 6, 30))


def numbers(thing: object, seen: set[int] | None = None) -> Iterator[float]:
    """Every number that hangs on a result."""
    seen = set() if seen is None else seen
    if isinstance(thing, float):
        yield thing
    elif isinstance(thing, tuple | list | frozenset):
        for part in thing:
            yield from numbers(part, seen)
    elif dataclasses.is_dataclass(thing) and id(thing) not in seen:
        seen.add(id(thing))
        for name in dir(thing):
            if not name.startswith("_") and not callable(getattr(thing, name)):
                yield from numbers(getattr(thing, name), seen)


def centre(
    *groups: GroupResult, facts: dict[str, PersonFacts] | None = None, **changes: object
) -> CentreResult:
    fields = {
        "centre": "LU Vzorec",
        "project": "Korak za korakom",
        "contract": "VZOREC-1",
        "period": SPRING,
        "made_on": date(2026, 7, 1),
        "groups": groups,
        "facts": facts or {},
        "brackets": BRACKETS,
    }
    return CentreResult(**(fields | changes))


# ----------------------------------------------------------------------------------------- a learner


def test_a_learner_with_both_forms_has_a_difference_and_its_word() -> None:
    one = member(3).result
    assert one.before is not None
    assert one.after is not None
    assert one.before.p is not None
    assert one.after.p is not None
    assert (one.before.form.value, one.after.form.value) == ("B", "A")
    assert one.difference == one.after.p - one.before.p == 37.5
    assert one.reliable.rc == pytest.approx(37.5 / (PROVISIONAL_SEM * math.sqrt(2)))
    assert one.change is Change.CLEAR_UP


def test_twenty_points_are_clear_and_eight_are_not() -> None:
    threshold = member(3).result.reliable.threshold
    assert threshold is not None
    assert 20 < threshold < 21


def test_paper_and_screen_are_not_subtracted() -> None:
    before = sitting("a", Occasion.PRE, mode=Mode.PAPER)
    one = learner_result("X", [before, sitting("a", Occasion.POST)])
    assert one.comparison is Comparison.MODES_DIFFER
    assert one.difference is None
    assert one.change is Change.MISSING


def test_the_same_form_twice_is_no_pair() -> None:
    before, after = sitting("a", Occasion.PRE, Order.AB), sitting("a", Occasion.POST, Order.BA)
    assert learner_result("X", [before, after]).comparison is Comparison.SAME_FORM


def test_what_was_set_aside_or_never_handed_in_does_not_count() -> None:
    before, after = sitting("a", Occasion.PRE), sitting("a", Occasion.POST)
    open_one = dataclasses.replace(after, ended_at=None)
    void = dataclasses.replace(after, void="drugi ljudje so pomagali")
    for other in (open_one, void):
        assert learner_result("X", [before, other]).comparison is Comparison.NO_AFTER


def test_a_learner_who_was_never_measured_has_a_result_that_says_so() -> None:
    nobody = learner_result("X", [])
    assert nobody.comparison is Comparison.NOTHING
    assert (nobody.latest, nobody.difference, nobody.next_tasks, nobody.can_do) == (None, None, (), ())


def test_next_comes_safety_then_the_lowest_area_and_never_what_is_done_alone() -> None:
    for number in range(12):
        one = member(number).result
        assert one.latest is not None
        steps = one.next_tasks
        assert len(steps) <= 2
        assert all(not task.alone for task in steps)
        begun = [task for task in one.latest.tasks if task.points in (1, 2, 3)]
        if any(task.area is Area.D4 for task in begun):
            assert steps[0].area is Area.D4


# ------------------------------------------------------------------------------------------- a group


@pytest.mark.parametrize("size", [0, 1])
def test_nobody_and_one_person_give_a_result_and_not_an_exception(size: int) -> None:
    result = group(size)
    assert result.n_paired == size
    assert result.cautions == (Caution.SMALL,)
    assert result.p.p_exact is None
    assert not result.showing.counts
    assert all(math.isfinite(value) for value in numbers(result))


@pytest.mark.parametrize("size", [2, 5, 12, 20])
def test_no_figure_is_ever_infinite_or_undefined(size: int) -> None:
    assert all(math.isfinite(value) for value in numbers(group(size)))


def test_the_jesenice_group_is_counted_as_one_would_by_hand() -> None:
    result = jesenice()
    assert (result.n_registered, result.n_pre, result.n_post, result.n_paired) == (12, 12, 10, 9)
    assert result.left == {LeftReason.MOVED_AWAY: 1, LeftReason.WORK: 1}
    assert result.of(Comparison.MODES_DIFFER) == 1
    pairs = [one.result.pair for one in result.members if one.result.pair]
    assert result.p.improved == sum(after > before for before, after in pairs)
    assert Caution.MODES in result.cautions
    assert sum(result.changes.values()) == 9
    first = next(task for task in result.tasks if task.template == "T1")
    assert first.before.n == 11  # the sitting on paper has no part in how tasks went on the screen
    assert first.before.alone + first.before.hint + first.before.shown + first.before.not_done == 11


def test_a_post_without_a_pre_is_counted_and_not_paired() -> None:
    late = Member("late", learner_result("LATE", [sitting("late", Occasion.POST)]))
    result = GroupResult("G", "G", (*group(5).members, late))
    assert (result.n_pre, result.n_post, result.n_paired) == (5, 6, 5)


def test_whoever_left_early_makes_the_report_speak_of_those_who_stayed() -> None:
    people = list(group(8).members)
    for number in range(4):
        gone = learner_result(f"G{number}", [sitting(f"g{number}", Occasion.PRE, ability=-1.5)])
        people.append(Member(f"g{number}", gone, left=LeftReason.WORK))
    assert Caution.STAYED in GroupResult("G", "G", tuple(people)).cautions


def test_at_most_five_people_are_named_as_needing_help() -> None:
    result = GroupResult("G", "G", tuple(member(number, gain=-0.5) for number in range(20)))
    assert len(result.in_need) == 5
    assert all(need.reasons for need in result.in_need)


# --------------------------------------------------------------------------------------- the outside


def test_a_person_in_two_groups_is_counted_once() -> None:
    first, second = group(12), group(6, code="JES-2")
    result = centre(first, second)
    assert len(result.participants) == 12
    attended = result.participants[0].attendance
    assert attended == Attendance(4800, 7200, MARCH.date(), JUNE.date())


def test_no_cell_from_one_to_four_is_printed_and_none_can_be_computed() -> None:
    sexes = {f"person-{number}": PersonFacts("f" if number < 17 else "m", 1990) for number in range(20)}
    result = centre(group(20), facts=sexes)
    sex = result.table("sex")
    assert sex.total == 20
    assert sex.cells == {"f": Hidden.COMPLEMENT, "m": Hidden.SMALL}
    assert result.table("age").cells == {"18_60": 20}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=7))
def test_subtraction_from_any_total_never_gives_a_small_count(counts: list[int]) -> None:
    names = [f"c{place}" for place in range(len(counts))]
    people = [name for name, count in zip(names, counts, strict=True) for _ in range(count)]
    facts = {f"person-{place}": PersonFacts(origin=name) for place, name in enumerate(people)}
    someone = learner_result("X", [sitting("x", Occasion.PRE)])
    members = tuple(Member(f"person-{place}", someone) for place in range(len(people)))
    table = centre(GroupResult("G", "G", members), facts=facts).table("origin")
    shown = [cell for cell in table.cells.values() if isinstance(cell, int)]
    assert not any(0 < cell < 5 for cell in shown)
    if isinstance(table.total, int) and table.hidden:
        assert len(table.hidden) >= 2 or len(shown) == 0 or not any(shown)
        assert table.total - sum(shown) >= 5


def test_small_origins_are_put_together_first() -> None:
    assert merged({"UA": 7, "BA": 6, "XK": 2, "SY": 3}) == {"UA": 7, "BA": 6, "other": 5}
    assert merged({"UA": 7, "SY": 3}) == {"UA": 7, "SY": 3}


def test_an_indicator_hides_also_what_would_tell_who_is_missing() -> None:
    facts = {f"person-{n}": PersonFacts("woman" if n < 14 else "man", 1990) for n in range(20)}
    result = centre(group(20), facts=facts)
    useful = result.counted("useful")
    row = result.indicator_row("useful")
    assert result.indicator_row("participants")["total"] == 20
    for name, base in (("woman", 14), ("man", 6)):
        count = sum(facts[one.person].sex == name for one in useful)
        if isinstance(row[name], int):
            assert row[name] == count
            assert not 0 < base - count < 5
    hidden = [name for name in ("woman", "man", "other_sex", "") if isinstance(row[name], Hidden)]
    assert len(hidden) != 1


def test_whoever_never_came_and_never_sat_is_no_participant() -> None:
    ghost = Member("ghost", learner_result("G", []))
    came = Member("came", learner_result("C", []), attendance=Attendance(90, 3600))
    assert [one.person for one in centre(GroupResult("G", "G", (ghost, came))).participants] == ["came"]


def test_below_ten_pairs_no_figure_goes_out() -> None:
    assert not centre(group(9)).shows_figures
    assert centre(group(10)).shows_figures


def test_a_group_stands_alone_only_if_no_other_can_be_computed() -> None:
    result = centre(group(12), pilot_group("B", 30, 11), pilot_group("C", 60, 4))
    lines = {line.code: line for line in result.lines}
    assert lines["C"].group is None
    assert [code for code, line in lines.items() if line.group] == ["JES-1"]


def pilot_group(code: str, start: int, size: int) -> GroupResult:
    return GroupResult(code, code, tuple(member(number) for number in range(start, start + size)))


def test_a_second_version_hides_what_the_first_one_hid() -> None:
    facts = {f"person-{number}": PersonFacts("m" if number < 3 else "f") for number in range(20)}
    first = centre(group(12), facts=facts)
    assert first.table("sex").cells == {"m": Hidden.SMALL, "f": Hidden.COMPLEMENT}
    more = {
        name: PersonFacts("m" if name in ("person-0", "person-5") else fact.sex)
        for name, fact in facts.items()
    }
    grown = centre(group(20), facts=more | {f"person-{n}": PersonFacts("m") for n in range(12, 20)})
    assert not grown.table("sex").hidden
    second = grown.reissued(2, first.hidden)
    assert second.version == 2
    assert second.table("sex").hidden == {"m", "f"}


def test_two_reports_that_overlap_are_not_both_made() -> None:
    frozen = [SPRING]
    assert may_follow(SPRING, frozen)
    assert may_follow(Period(date(2026, 7, 1), date(2026, 12, 31)), frozen)
    assert not may_follow(Period(date(2026, 3, 1), date(2026, 5, 31)), frozen)


def test_nothing_of_a_centre_s_report_is_infinite_even_without_anybody() -> None:
    for result in (centre(), centre(group(1)), centre(group(20))):
        assert all(math.isfinite(value) for value in numbers(result.indicators))
        assert result.hours is None or math.isfinite(result.hours)
    assert centre().n_participants == 0
    assert pilot.group(0).tasks == ()
