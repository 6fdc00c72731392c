# SPDX-License-Identifier: GPL-3.0-or-later
"""What is fixed about a bank is found when it changes, and nothing else is."""

from dataclasses import replace as with_
from functools import cache

import pytest
from msgspec.structs import replace

from korak import paths
from korak.content.assessment import Assessment, Difficulty, LockFile
from korak.content.bank_checks import bank_faults
from korak.content.faults import FaultCode
from korak.content.frozen import Frozen, is_older
from korak.content.pack import Pack
from korak.services.packs import load_bank


@cache
def pack() -> Pack:
    return load_bank(paths.packs() / "koraki")


def bank() -> Assessment:
    found = pack().assessment
    assert found is not None
    return found


def changed(item_id: str, **values: object) -> Pack:
    """The pack with one item written otherwise."""
    item = replace(bank().items[item_id], **values)
    return with_(pack(), assessment=with_(bank(), items={**bank().items, item_id: item}))


def codes(found: Pack) -> list[tuple[FaultCode, str]]:
    return [(fault.code, fault.details.get("id", "")) for fault in bank_faults(found)]


def test_a_changed_question_with_an_unchanged_version_is_found() -> None:
    assert codes(changed("r2-a", ask="Kaj vidite?")) == [(FaultCode.CHANGED_VERSION, "r2-a")]


def test_a_new_version_of_a_question_only_waits_to_be_fixed() -> None:
    assert codes(changed("r2-a", ask="Kaj vidite?", version=2)) == [(FaultCode.NOT_FIXED, "r2-a")]


def test_what_calibration_adds_is_no_change() -> None:
    known = Difficulty(thresholds=(0.4,), errors=(0.2,), sittings=120)
    assert codes(changed("r2-a", difficulty=known, status="active")) == []


def test_a_leaked_surface_is_retired_without_a_new_version() -> None:
    after = changed("t1-a", leaked=(2,))
    assert codes(after) == []
    assert after.assessment is not None
    item = after.assessment.items["t1-a"]
    assert "2" not in getattr(item, "seeds", ("2",))


@pytest.mark.parametrize("what", ["portal", "document", "surface", "step"])
def test_a_change_anywhere_on_the_stage_of_a_task_changes_its_items(what: str) -> None:
    task = pack().tasks["t6-podpis"]
    if what == "portal":
        portal = replace(pack().portals["podpisi"], footer="Drugo.")
        after = with_(pack(), portals={**pack().portals, "podpisi": portal})
    elif what == "document":
        document = replace(pack().documents["t6-listina"], size=7)
        after = with_(pack(), documents={**pack().documents, "t6-listina": document})
    else:
        steps = (replace(task.key_steps[0], says="Drugo."), *task.key_steps[1:])
        variants = {**task.variants, "A": task.variants["A"][1:]}
        other = replace(task, key_steps=steps) if what == "step" else replace(task, variants=variants)
        after = with_(pack(), tasks={**pack().tasks, "t6-podpis": other})
    assert Frozen(after, bank()).changed() == ("t6-a@1", "t6-b@1")


def test_a_draft_may_change_as_long_as_it_is_a_draft() -> None:
    after = changed("r1", ask="Drugo?", status="draft")
    assert (FaultCode.CHANGED_VERSION, "r1") not in codes(after)
    assert (FaultCode.NOT_FOR_FORM, "r1") in codes(after), "and is given to nobody"


def test_the_manifest_is_the_same_for_the_same_bank_and_another_for_another() -> None:
    manifest = Frozen(pack(), bank()).manifest()
    assert manifest == Frozen(pack(), bank()).manifest()
    assert manifest.version == bank().version
    assert manifest.cuts == (20.0, 45.0, 75.0, 90.0)
    other = changed("v9-b", right="vloga.")
    assert other.assessment is not None
    assert Frozen(other, other.assessment).manifest().sha256 != manifest.sha256


def test_a_bank_without_a_lock_has_nothing_fixed() -> None:
    bare = with_(bank(), lock=LockFile(bank=""))
    assert len(Frozen(pack(), bare).unfixed()) == len(bank().items)


@pytest.mark.parametrize(
    ("one", "other", "older"),
    [("2026.11.1", "2026.11.2", True), ("2026.9.3", "2026.11.1", True), ("2027.1.1", "2026.12.9", False)],
)
def test_versions_are_compared_number_by_number(one: str, other: str, *, older: bool) -> None:
    assert is_older(one, other) is older


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"cuts": (20.0, 45.0, 45.0, 90.0)}, FaultCode.BAD_CUTS),
        ({"cuts": (20.0, 45.0, 75.0)}, FaultCode.BAD_CUTS),
    ],
)
def test_cuts_that_make_no_scale_are_found(change: dict[str, object], code: FaultCode) -> None:
    after = with_(pack(), assessment=with_(bank(), bank=replace(bank().bank, **change)))
    assert code in [one for one, _ in codes(after)]


def test_forms_of_different_templates_are_found() -> None:
    plan = bank().bank.forms["B"]
    swapped = replace(plan, recognition=(*plan.recognition[1:], plan.recognition[0]))
    written = replace(bank().bank, forms={**bank().bank.forms, "B": swapped})
    after = with_(pack(), assessment=with_(bank(), bank=written))
    assert [code for code, _ in codes(after)] == [FaultCode.FORMS_DIFFER]


def test_tasks_of_one_template_with_other_key_steps_are_found() -> None:
    task = pack().tasks["t1-shrani"]
    shorter = replace(task, key_steps=task.key_steps[:-1])
    broken = with_(pack(), tasks={**pack().tasks, "t1-kratka": shorter})
    item = replace(bank().items["t1-b"], task="t1-kratka")
    broken = with_(broken, assessment=with_(bank(), items={**bank().items, "t1-b": item}))
    assert (FaultCode.STEPS_DIFFER, "t1-b") in codes(broken)
