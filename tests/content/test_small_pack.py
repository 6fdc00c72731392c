# SPDX-License-Identifier: GPL-3.0-or-later
"""The example in docs/authoring.md is a whole pack, right in every line."""

from pathlib import Path

import msgspec
import pytest
from tests.content.small_pack import encoded, small_pack, written

from korak import i18n
from korak.cli.check import all_faults
from korak.content.decode import decode_pack
from korak.content.lesson import HANDS, HandsStep, Lesson, Stage, Step


def test_the_example_of_the_guide_has_no_fault(tmp_path: Path) -> None:
    pack, faults = all_faults(written(small_pack(), tmp_path), play=True)
    assert faults == ()
    assert pack.lessons["predlog-obcini"].title == "Predlog občini"


def test_a_lesson_is_walked_station_by_station() -> None:
    lesson = decode_pack(encoded(small_pack())).lessons["predlog-obcini"]
    assert [station.key for station in lesson.stations()] == [
        "read-1",
        "words-1",
        "task-1:show",
        "task-1:guide",
        "task-1:alone",
        "choice-1",
        "typed-1",
        "my_step-1",
    ]
    assert lesson.stages() == tuple(Stage)


def test_a_words_step_without_a_list_teaches_all_words_of_its_lesson() -> None:
    lesson = decode_pack(encoded(small_pack())).lessons["predlog-obcini"]
    step = lesson.steps[1]
    assert lesson.words_of(step) == ("predlog",)  # type: ignore[arg-type]


def test_an_inflected_word_finds_its_word() -> None:
    words = decode_pack(encoded(small_pack())).words
    assert words.find("PREDLOGOM") is words["predlog"]
    assert words.find("luč") is None


def test_pages_get_their_paths_and_the_first_one_is_the_front_page() -> None:
    portal = decode_pack(encoded(small_pack())).portals["obcina"]
    assert [page.path for page in portal.pages] == ["/", "/predlog"]


def test_a_portal_may_be_a_folder_with_more_pages(tmp_path: Path) -> None:
    files = small_pack()
    head, page, rest = files.pop("portals/obcina.toml").partition('[[page]]\nid = "predlog"')
    files["portals/obcina/portal.toml"] = head
    files["portals/obcina/predlog.toml"] = page + rest
    _, faults = all_faults(written(files, tmp_path), play=True)
    assert faults == ()


def test_labels_and_facts_are_replaced_when_the_pack_is_read() -> None:
    files = small_pack()
    files["labels.toml"] = '[[label]]\nlabel_id = "poslji"\nsl = "Oddaj"\nstate = "U"\n'
    files["portals/obcina.toml"] = files["portals/obcina.toml"].replace(
        'text = "Pošlji"', 'text = "{poslji}"'
    )
    block = decode_pack(encoded(files)).blocks["obcina/predlog/poslji"]
    assert block.text == "Oddaj"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["sl", "en"])
def test_check_ends_with_zero_and_one_glad_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    from argparse import Namespace

    from korak.cli.check import run

    i18n.set_language(language)
    folder = written(small_pack(), tmp_path)
    assert run(Namespace(packs=[folder], play=True, seed=1)) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_lesson_may_practise_mouse_and_keyboard() -> None:
    step = msgspec.convert({"kind": "hands", "hands": ["click", "marks"]}, type=Step)  # type: ignore[arg-type]
    lesson = Lesson(title="Miška", minutes=5, steps=(step,))

    assert [station.stage for station in lesson.stations()] == [Stage.GUIDE]
    assert isinstance(step, HandsStep)
    assert HandsStep().hands == HANDS
