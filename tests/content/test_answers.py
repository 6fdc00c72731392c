# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of exercises are named: options twice, holes that are missing, right answers that would be wrong."""

from argparse import Namespace
from pathlib import Path

import pytest
from tests.content.small_pack import GUIDE, encoded, small_pack, written

from korak import i18n
from korak.cli.check import run
from korak.content.decode import decode_pack
from korak.content.kinds import EXERCISE_KINDS
from korak.content.texts import texts

FILE = "exercises/kraj.toml"

FAULTS = {
    "an option twice": (
        'kind = "choice"\nask = "Kam?"\nright = "v šolo"\nwrong = ["v šolo"]',
        "exercise »kraj-choice-1«, 2. wrong »v šolo«: `v šolo` stands here twice.",
    ),
    "nothing to choose from": (
        'kind = "listen"\nask = "Kaj?"\nright = "rok"\nwrong = []',
        "exercise »kraj-listen-1«, field `wrong`: There is nothing here.",
    ),
    "no hole": (
        'kind = "gap"\nask = "Kaj?"\ntext = "Otrok je v šoli."\nanswer = "šoli"',
        "exercise »kraj-gap-1«, field `text`: The text must have exactly one hole: ___.",
    ),
    "two holes": (
        'kind = "right_form"\nask = "Kaj?"\ntext = "___ in ___"\nbase = "a"\nright = "a"\nwrong = ["b"]',
        "exercise »kraj-right_form-1«, field `text`: The text must have exactly one hole: ___.",
    ),
    "pieces that make another sentence": (
        'kind = "order"\nask = "Kaj?"\nsentence = "Kje je šola?"\npieces = ["Kje", "šola?"]',
        "exercise »kraj-order-1«: The right answer `Kje šola?` is not judged as right (wrong).",
    ),
    "a thing in two groups": (
        """kind = "sort"
ask = "Kaj?"
[[exercise.groups]]
name = "a"
items = ["x"]
[[exercise.groups]]
name = "b"
items = ["x"]""",
        "exercise »kraj-sort-1«, 2. groups »x«: `x` stands here twice.",
    ),
    "a reply twice": (
        """kind = "dialogue"
ask = "Kaj?"
speaker = "Ana"
[[exercise.turns]]
says = "Kdo?"
right = "Jaz."
wrong = ["Jaz."]""",
        "exercise »kraj-dialogue-1«, 2. turns »Jaz.«: `Jaz.` stands here twice.",
    ),
    "a button that is not on its page": (
        'kind = "find_button"\nask = "Kje?"\npage = "obcina/domov"\nright = "obcina/predlog/poslji"',
        "field `right`: There is nothing to press called `obcina/predlog/poslji` on the page `obcina/domov`.",
    ),
    "a page that is not there": (
        'kind = "find_button"\nask = "Kje?"\npage = "obcina/dom"\nright = "obcina/domov/pisi"',
        "exercise »kraj-find_button-1«, field `page`: There is no page `obcina/dom`.",
    ),
    "a word that is not there": (
        'kind = "typed"\nask = "Kaj?"\nanswer = "rok"\nwords = ["rook"]',
        "exercise »kraj-typed-1«, 1. words: There is no word `rook`.",
    ),
    "a kind that is not there": (
        'kind = "flesh"\nask = "Kaj?"',
        "1. exercise: There is no kind `flesh`.",
    ),
    "a long sentence": (
        'kind = "typed"\nanswer = "rok"\nask = "Ena dva tri štiri pet šest sedem osem devet deset enajst?"',
        "exercise »kraj-typed-1«, field `ask`: The sentence has 11 words, at most 10 are allowed",
    ),
}


def with_exercises(*texts_of: str) -> dict[str, str]:
    """The small pack of the guide with a file of exercises."""
    return small_pack() | {FILE: "\n".join(f"[[exercise]]\n{text}\n" for text in texts_of)}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_an_exercise_is_named_with_its_place(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, sentence = FAULTS[name]
    i18n.set_language("en")
    assert run(Namespace(packs=[written(with_exercises(text), tmp_path)], play=True, seed=1)) == 1
    assert f"{FILE}: {sentence}".replace("toml: field", "toml: exercise »kraj-find_button-1«, field") in (
        capsys.readouterr().out
    )


def test_the_same_name_twice_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = 'kind = "typed"\nid = "a"\nask = "Kaj?"\nanswer = "rok"'
    i18n.set_language("en")
    assert run(Namespace(packs=[written(with_exercises(one, one), tmp_path)], play=False, seed=1)) == 1
    assert "2. exercise »a«: `a` stands here twice." in capsys.readouterr().out


def test_exercises_and_pairs_are_read_with_their_topics_and_texts() -> None:
    files = with_exercises('kind = "typed"\nask = "Kaj je to?"\nanswer = "rok"')
    files["pairs.toml"] = '[[pair]]\none = "nas"\nother = "naš"\ncontrast = "s/š"\n'
    pack = decode_pack(encoded(files))
    assert [one.id for one in pack.exercises_by_topic["kraj"]] == ["kraj-typed-1"]
    assert pack.pairs[0].other == "naš"
    found = {text.msgid for text in texts(pack)}
    assert "Kaj je to?" in found
    assert "nas" not in found, "sounds are not translated"
    assert pack.asks.listen in found, "what exercises made of words ask is translated, too"


def test_a_pack_may_ask_in_its_own_words() -> None:
    files = small_pack()
    files["pack.toml"] += '\n[asks]\nletters = "Zložite besedo."\n'
    assert decode_pack(encoded(files)).asks.letters == "Zložite besedo."


def test_the_guide_names_every_kind() -> None:
    guide = GUIDE.read_text("utf-8")
    assert [kind for kind in sorted(EXERCISE_KINDS) if f"| `{kind}` |" not in guide] == []
