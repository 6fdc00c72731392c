# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions are written and read in one small language."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.practice.first_task import task

from korak.practice import actions as act

NAME = st.from_regex(r"[a-z0-9-]+(/[a-z0-9-]+){1,2}", fullmatch=True)
INDEX = st.integers(0, 99)
WRITTEN = st.one_of(
    st.builds(act.Press, NAME),
    st.builds(act.Fill, NAME, st.text()),
    st.builds(act.Choose, NAME, INDEX),
    st.builds(act.Tick, NAME, st.booleans()),
    st.builds(act.OpenDevice, st.sampled_from(["browser", "phone"])),
    st.builds(act.TypeAddress, st.text()),
    st.builds(act.CloseTab, INDEX),
    st.builds(act.SwitchTab, INDEX),
    st.builds(act.OpenMessage, st.integers(-1, 99)),
    st.builds(act.Wait, INDEX),
    st.sampled_from([act.Back(), act.Forward(), act.Reload(), act.NewTab(), act.ShowPadlock()]),
    st.sampled_from([act.Unlock(), act.CloseMessage()]),
)


@given(WRITTEN)
def test_what_is_written_is_read_again(action: act.Action) -> None:
    line = act.write(action)
    assert "\n" not in line
    assert act.read(line) == action


def test_the_sketched_lines_are_actions() -> None:
    for line in task().solution:
        assert act.write(act.read(line)) == line


@pytest.mark.parametrize(
    "line",
    [
        "",
        "pres x",
        "press",
        "press a b",
        "fill x",
        "choose x = y",
        "open tab",
        "wait",
        "wait x",
        " press x/y",
    ],
)
def test_other_lines_are_faults(line: str) -> None:
    with pytest.raises(act.ActionFault):
        act.read(line)


@given(st.text())
def test_no_line_is_anything_but_an_action_or_a_fault(line: str) -> None:
    with contextlib.suppress(act.ActionFault):
        assert act.read(act.write(act.read(line))) == act.read(line)
