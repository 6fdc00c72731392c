# SPDX-License-Identifier: GPL-3.0-or-later
"""The bank of the course: both forms are what the blueprint says, and every item is fit to be given."""

import re
from collections import Counter
from functools import cache

import pytest

from korak import paths
from korak.content.assessment import (
    FORMS,
    Assessment,
    Form,
    FormName,
    Item,
    JudgementItem,
    Performed,
    Recognition,
    SelfReport,
    Vocabulary,
)
from korak.content.bank_checks import bank_faults
from korak.content.checks import sentences
from korak.content.decode import decode_pack
from korak.content.pack import Pack
from korak.content.texts import texts
from korak.services.packs import load_bank, load_pack, read_files

BLUEPRINT = {  # area: tasks, recognition, statements (assessment.md §1.2)
    "D0": (1, 1, 0),
    "D1": (1, 2, 3),
    "D2": (1, 1, 3),
    "D3": (1, 1, 3),
    "D4": (1, 3, 3),
    "D5": (3, 0, 3),
}
NEGATIVE = re.compile(r"\b(ne|ni|niso|nisem|nikoli|nikomur|nobena|noben|brez|nič)\b", re.IGNORECASE)
WORDS_AT_MOST = 12


@cache
def pack() -> Pack:
    return load_bank(paths.packs() / "koraki")


def bank() -> Assessment:
    found = pack().assessment
    assert found is not None
    return found


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> Form:
    name: FormName = request.param
    return bank().form(name)


def test_a_form_has_forty_thirty_and_sixteen_points(form: Form) -> None:
    assert [form.points(scale) for scale in ("P", "S", "V")] == [40, 30, 16]
    assert sum(item.maximum for item in form.tasks) == 32


def test_a_form_has_the_items_the_blueprint_names(form: Form) -> None:
    found = {
        area: tuple(
            sum(item.area == area for item in items)
            for items in (form.tasks, form.recognition, form.statements)
        )
        for area in BLUEPRINT
    }
    assert found == BLUEPRINT
    assert Counter(word.way for word in form.words) == {"picture": 6, "sound": 5, "form": 5}
    assert {word.area for word in form.words} == {"V"}


def test_tasks_go_from_easy_to_hard_with_one_of_level_four(form: Form) -> None:
    levels = [item.level for item in form.tasks]
    assert levels == sorted(levels)
    counts = Counter(levels)
    assert counts[4] == 1
    assert all(counts[level] >= 2 for level in (1, 2, 3))
    for area in BLUEPRINT:
        for items in (form.tasks, form.recognition):
            inside = [item.level for item in items if item.area == area]
            assert inside == sorted(inside), area


def test_anchors_are_three_tasks_three_questions_and_six_words_the_same_in_both_forms() -> None:
    first, second = (bank().form(name) for name in FORMS)
    for a, b in zip(
        (*first.tasks, *first.recognition, *first.words),
        (*second.tasks, *second.recognition, *second.words),
        strict=True,
    ):
        assert (a.template, a.anchor, a.level, a.area) == (b.template, b.anchor, b.level, b.area)
    assert [item.template for item in first.tasks if item.anchor] == ["t1", "t3", "t7"]
    for kind in ("recognition", "words"):
        one, other = ([item for item in getattr(form, kind) if item.anchor] for form in (first, second))
        assert one == other, "an anchor without names or numbers is one and the same item"
        assert len(one) == (3 if kind == "recognition" else 6)
    assert not any(item.anchor for item in (*first.recognition, *first.words) if item.form != "both")


def test_only_the_task_of_messages_is_a_judgement_of_six(form: Form) -> None:
    judged = [item for item in form.tasks if isinstance(item, JudgementItem)]
    assert [item.template for item in judged] == ["t7"]
    assert len(pack().tasks[judged[0].task].key_steps) == 6


def test_a_template_is_one_task_with_six_surfaces_in_each_form() -> None:
    first, second = (bank().form(name).tasks for name in FORMS)
    for a, b in zip(first, second, strict=True):
        assert a.task == b.task, "the same screens, key steps and marks"
        assert (a.surface, b.surface) == ("A", "B")
        assert len(a.seeds) >= 6
        assert len(b.seeds) >= 6


def test_surfaces_are_never_those_of_the_lessons() -> None:
    course = load_pack(paths.packs() / "koraki")
    given = {item.task for item in bank().items.values() if isinstance(item, Performed)}
    assert not given & course.tasks.keys(), "the practice ground does not show them"
    assert course.assessment is None
    names = {person.name for person in course.people.values()}
    for name in given:
        task = pack().tasks[name]
        people = {str(values.get("ime", "")) for some in task.variants.values() for values in some}
        assert not people & names
        addresses = {one for line in task.solution for one in re.findall(r"[\w-]+/[\w-]+/[\w-]+", line)}
        assert not {one.split("/")[0] for one in addresses} & course.portals.keys()


def test_a_bank_laid_onto_the_course_is_the_bank_read_with_it_and_shares_what_is_there() -> None:
    folder = paths.packs() / "koraki"
    whole = decode_pack(read_files(folder), assessment=True)
    for part in ("assessment", "tasks", "portals", "people", "documents", "files"):
        assert getattr(pack(), part) == getattr(whole, part), part
    assert pack().lessons is load_pack(folder).lessons


def test_statements_are_the_fifteen_with_five_answers() -> None:
    assert [item.id for item in bank().form("A").statements] == [f"s{n}" for n in range(1, 16)]
    assert bank().form("A").statements == bank().form("B").statements
    assert [answer.code for answer in bank().bank.answers] == ["NT", "0", "1", "2", "SKIP"]
    assert bank().bank.answers[0].text == "Še nikoli"
    assert len(bank().then_test()) == 5


def test_questions_have_three_options_and_every_picture_is_described() -> None:
    for item in bank().items.values():
        if isinstance(item, Recognition):
            options = (item.right, *item.wrong)
            assert len({(one.text, one.picture) for one in options}) == 3
            assert all(one.text or one.described for one in options)
            assert item.described or not item.picture
        if isinstance(item, Vocabulary):
            assert len({item.right, *item.wrong}) == 3
            assert item.described or item.way != "picture"
            assert item.way != "form" or sum(line.count("___") for line in item.lines) == 1


def test_sentences_are_short_and_say_what_is() -> None:
    """At most twelve words, no negatives: the statement about trying otherwise is the design's own."""
    for text in texts(pack()):
        if not text.file.startswith("assessment/") or text.role != "sentence":
            continue
        for sentence in sentences(text.msgid):
            assert len(sentence.split()) <= WORDS_AT_MOST, sentence
        told_after = text.place[0].name == "critical"
        own = text.msgid == "Ko kaj ne deluje, poskusim drugače."
        said = re.sub("»[^«]*«", "", text.msgid)  # what stands on a button is quoted as it is
        assert own or told_after or not NEGATIVE.search(said), text.msgid


def test_cuts_are_provisional_and_the_bank_is_not_calibrated() -> None:
    written = bank().bank
    assert written.cuts == (20.0, 45.0, 75.0, 90.0)
    assert (written.provisional, written.scale, written.calibrated) == (True, "začasna lestvica", False)
    assert [band.name for band in written.bands] == [
        "Začetek",
        "Z vodenjem",
        "Z malo pomoči",
        "Samostojno",
        "Samostojno, tudi nove naloge",
    ]
    assert all(item.difficulty is None for item in bank().items.values())
    assert [area.id for area in written.areas] == [*BLUEPRINT, "V"]


def test_everything_given_is_fixed_and_unchanged() -> None:
    assert list(bank_faults(pack())) == []


def test_statements_and_items_have_names_for_reports() -> None:
    for item in bank().items.values():
        known: Item = item
        if isinstance(known, Performed):
            assert known.can_do
            assert known.lesson in pack().lessons
        if isinstance(known, SelfReport):
            assert known.picture
