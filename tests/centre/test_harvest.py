# SPDX-License-Identifier: GPL-3.0-or-later
"""A poster's counts: of the group, of nobody in particular."""

from hypothesis import given
from hypothesis import strategies as st

from korak.centre.harvest import FEWEST, gathered

lessons = st.sampled_from("abcdef")
people = st.lists(
    st.lists(lessons).map(lambda ids: [(one, f"Znam {one}.", "memo") for one in ids]), max_size=12
)


@given(people)
def test_everybody_counts_once_for_a_sentence(reached: list[list[tuple[str, str, str]]]) -> None:
    found = {one.sentence: one.people for one in gathered(reached)}
    for sentence, count in found.items():
        assert count == sum(any(lesson[1] == sentence for lesson in own) for own in reached)
    assert sum(found.values()) == sum(len({lesson[0] for lesson in own}) for own in reached)


@given(people)
def test_counts_of_one_to_four_are_never_shown(reached: list[list[tuple[str, str, str]]]) -> None:
    for one in gathered(reached):
        assert one.shown is None or one.shown == one.people >= FEWEST


@given(people)
def test_what_most_people_can_do_comes_first(reached: list[list[tuple[str, str, str]]]) -> None:
    counts = [one.people for one in gathered(reached)]
    assert counts == sorted(counts, reverse=True)
