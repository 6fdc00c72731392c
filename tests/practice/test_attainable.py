# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals that no way on the pages leads to are named by `korak check`, before any learner tries."""

from argparse import Namespace
from pathlib import Path

import pytest
from tests.content.small_pack import encoded, small_pack, written
from tests.practice.whole_pack import whole_pack

from korak import i18n, paths
from korak.cli.check import run
from korak.content.decode import decode_pack
from korak.practice.attainable import goal_faults
from korak.services.packs import load_pack

PORTAL, TASK = "portals/obcina.toml", "tasks/predlog-obcini.toml"
GOAL = 'goal = { recorded = "predlog", in = "obcina", with = { naslov = "$posta" } }'
FIRST = 'done = { page = "obcina/predlog" }'
BUTTON = '  kind = "button"\n'
SELECT = (
    '  kind = "select"\n  id = "kraj"\n  label = "Kraj"\n  options = ["Kranj", "Bled"]\n\n[[page.block]]\n'
)

IN_VAIN = {
    "a record behind a need nobody can meet": (
        [(PORTAL, BUTTON, BUTTON + '  needs = [{ that = { signed_in = true }, says = "Prijavite se." }]\n')],
        "1. goal: No way on the pages leads to a record `predlog` in the portal `obcina`.",
    ),
    "a record whose button is never shown": (
        [(PORTAL, BUTTON, BUTTON + '  when = { before = "6.00" }\n')],
        "No way on the pages leads to a record `predlog`",
    ),
    "an entry that is not in the list": (
        [
            (PORTAL, BUTTON, SELECT + BUTTON),
            (PORTAL, 'keep = ["naslov", ', 'keep = ["kraj", "naslov", '),
            (TASK, GOAL, GOAL.replace("{ naslov", '{ kraj = "Celje", naslov')),
        ],
        "In the field `obcina/predlog/kraj` one cannot choose `Celje`. Possible are: Kranj, Bled.",
    ),
    "a text the portal refuses": (
        [
            (PORTAL, 'kind = "text_field"\n  id = "naslov"', 'kind = "email"\n  id = "naslov"'),
            (TASK, '"$posta" } }', '"amra primer" } }'),
        ],
        "The field `obcina/predlog/naslov` never accepts `amra primer` (not_email).",
    ),
    "more letters than a field takes": (
        [(PORTAL, "lines = 4", "lines = 4\n  longest = 5")],
        "The field `obcina/predlog/besedilo` takes at most 5 letters, not 10.",
    ),
    "a moment that is past": (
        [(TASK, GOAL, GOAL.replace("goal = ", "goal = [") + ', { before = "9.00" }]')],
        "2. goal: The moment `9.00` is past when the task starts.",
    ),
    "paper where there is no printer": (
        [(TASK, GOAL, 'goal = { printed = "obcina/domov" }')],
        "This needs `printer` among the `devices` of the task.",
    ),
    "an answer to a banner that is not there": (
        [(TASK, FIRST, 'done = { cookies = "necessary", in = "obcina" }')],
        "1. key_step »odpri«, field `done`: The portal `obcina` has no banner about cookies.",
    ),
    "a password nobody offers to save": (
        [(TASK, FIRST, 'done = { password_saved = true, in = "obcina" }')],
        "`save_password` is missing in `[start]`",
    ),
    "a sign-in without a door": (
        [(TASK, FIRST, 'done = { signed_in = true, in = "obcina" }')],
        "One can sign in to `obcina` nowhere.",
    ),
    "neither of two": (
        [(TASK, FIRST, 'done = { any = [{ signed_in = true, in = "obcina" }, { before = "1.00" }] }')],
        "One can sign in to `obcina` nowhere.",
    ),
}


@pytest.mark.parametrize("name", IN_VAIN)
def test_what_no_way_leads_to_is_named(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes, sentence = IN_VAIN[name]
    files = small_pack()
    for file, old, new in changes:
        assert old in files[file], old
        files[file] = files[file].replace(old, new, 1)
    i18n.set_language("en")
    assert run(Namespace(packs=[written(files, tmp_path)], play=False, seed=1)) == 1
    assert sentence in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (FIRST, 'done = { any = [{ signed_in = true, in = "obcina" }, { page = "obcina/predlog" }] }'),
        (FIRST, 'done = { not = { signed_in = true, in = "obcina" } }'),
        (GOAL, GOAL.replace("goal = ", "goal = [") + ', { before = "11.00" }]'),
    ],
)
def test_what_may_come_about_is_no_fault(old: str, new: str) -> None:
    files = small_pack()
    files[TASK] = files[TASK].replace(old, new)
    assert tuple(goal_faults(decode_pack(encoded(files)))) == ()


def test_no_goal_of_a_good_pack_is_called_unreachable() -> None:
    assert tuple(goal_faults(load_pack(paths.packs() / "koraki"))) == ()
    assert tuple(goal_faults(whole_pack())) == ()
