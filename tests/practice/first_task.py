# SPDX-License-Identifier: GPL-3.0-or-later
"""The real pack's first task, and small ways of playing it."""

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from korak.content.pack import Pack
from korak.content.task import Task
from korak.practice import actions as act
from korak.practice.coach import Coach
from korak.practice.log import Play
from korak.practice.world import World
from korak.services.packs import load_pack

ROOT = Path(__file__).resolve().parents[2]
FAMILY, DENTIST = 0, 1


@cache
def pack() -> Pack:
    """The pack that ships."""
    return load_pack(ROOT / "assets" / "packs" / "koraki")


def task() -> Task:
    """Its first task: a message to the doctor."""
    return pack().tasks["sporocilo-zdravniku"]


@cache
def coach() -> Coach:
    """The coach of the task."""
    return Coach(pack(), task())


def begun(seed: int | str = 1) -> World:
    """The world as the task begins."""
    return World.start(pack(), task(), seed)


def play(seed: int | str = 1) -> Play:
    """A run that has just begun."""
    return Play.start(pack(), task(), seed, coach())


def done(world: World, *lines: str) -> World:
    """The world after these lines; $names and $sms are filled in."""
    for line in lines:
        world = world.do(coach().planner.resolved(act.read(line), world))
    return world


def played(run: Play, *lines: str) -> Play:
    """The run after these lines."""
    for line in lines:
        run = run.do(coach().planner.resolved(act.read(line), run.world))
    return run


TO_CODE = (
    "press zvem/domov/prijava",
    "press sipass/prijava/smspass",
    "fill sipass/smspass/uporabnik = $uporabnik",
    "fill sipass/smspass/geslo = $geslo",
    "press sipass/smspass/naprej",
)
SIGN_IN = (
    *TO_CODE,
    "unlock",
    "open sms",
    "fill sipass/koda/koda = $sms",
    "press sipass/koda/potrdi",
    "tick sipass/soglasje/strinjam",
    "press sipass/soglasje/nadaljuj",
)
TO_FORM = (*SIGN_IN, "press zvem/menu/sporocila", "press zvem/sporocila/novo")
WRITE = (
    "choose zvem/novo-sporocilo/prejemnik = 1",
    "fill zvem/novo-sporocilo/zadeva = Prosim za termin",
    "fill zvem/novo-sporocilo/sporocilo = Pozdravljeni! Prosim za termin.",
)

TARGETS = st.sampled_from(
    [
        *pack().blocks,
        "zvem/odjava",
        "zvem/menu/sporocila",
        "zvem/menu/izvidi",
        "sipass/odjava",
        "search/result/zvem",
        "x",
        "a/b/c",
        "//",
        "zvem/domov",
    ]
)
TYPED = st.one_of(
    st.sampled_from(
        ["", "zvem.vaja.invalid", "sipass.vaja.invalid/koda", "zvem", "https://zvem.vaja.invalid/x"]
    ),
    st.text(max_size=40),
)
ANY_ACTION = st.one_of(
    st.builds(act.Press, TARGETS),
    st.builds(act.Fill, TARGETS, TYPED),
    st.builds(act.Choose, TARGETS, st.integers(-3, 9)),
    st.builds(act.Tick, TARGETS, st.booleans()),
    st.builds(act.OpenDevice, st.sampled_from(["browser", "phone"])),
    st.builds(act.TypeAddress, TYPED),
    st.builds(act.CloseTab, st.integers(-2, 9)),
    st.builds(act.SwitchTab, st.integers(-2, 9)),
    st.builds(act.OpenMessage, st.integers(-2, 9)),
    st.builds(act.Wait, st.integers(-5, 10**9)),
    st.sampled_from(
        [
            act.Back(),
            act.Forward(),
            act.Reload(),
            act.NewTab(),
            act.ShowPadlock(),
            act.Unlock(),
            act.CloseMessage(),
        ]
    ),
)
