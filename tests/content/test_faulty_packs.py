# SPDX-License-Identifier: GPL-3.0-or-later
"""Every fault an author can make is named: the file, the place, the fault, and what may have been meant."""

from argparse import Namespace
from pathlib import Path

import pytest
from tests.content.small_pack import changed, encoded, small_pack, written

from korak import i18n
from korak.cli.check import run
from korak.content.decode import decode_pack
from korak.content.faults import PackFaults

PACK, PEOPLE, WORDS = "pack.toml", "people.toml", "words/kraj.toml"
PORTAL, TASK, LESSON = "portals/obcina.toml", "tasks/predlog-obcini.toml", "lessons/predlog-obcini.toml"

FAULTS = {
    "a key misspelt": (
        LESSON, 'right = "občini"', 'rigth = "občini"',
        "lessons/predlog-obcini.toml: 4. step: There is no field `rigth` here.",
        "Did you mean `right`?",
    ),
    "a key missing": (
        LESSON, "minutes = 30\n", "",
        "lessons/predlog-obcini.toml: The field `minutes` is missing.",
    ),
    "a number for a text": (
        LESSON, 'ask = "Komu pišete predlog?"', "ask = 7",
        "lessons/predlog-obcini.toml: 4. step, field `ask`: This must be a text in quotation marks, not `7`.",
    ),
    "a text for a number": (
        LESSON, "minutes = 30", 'minutes = "30"',
        "field `minutes`: This must be a number without quotation marks, not `30`.",
    ),
    "a text for a list": (
        LESSON, 'wrong = ["šoli", "banki"]', 'wrong = "šoli"',
        "4. step, field `wrong`: This must be a list in square brackets, not `šoli`.",
    ),
    "a text for yes or no": (
        PORTAL, 'text = "Pošlji"', 'text = "Pošlji"\n  main = "ne"',
        "2. page »predlog«, 3. block »poslji«, field `main`: This must be true or false, not `ne`.",
    ),
    "an id that is not the file's name": (
        LESSON, "minutes = 30", 'minutes = 30\nid = "predlog"',
        "field `id`: `predlog` is not possible here. Possible are: predlog-obcini.",
    ),
    "an unknown kind of step": (
        LESSON, 'kind = "typed"', 'kind = "type"',
        "5. step: There is no kind `type`.", "Did you mean `typed`?",
    ),
    "an unknown kind of block": (
        PORTAL, 'kind = "link"', 'kind = "lnik"',
        "portals/obcina.toml: 1. page »domov«, 2. block »pisi«: There is no kind `lnik`.",
    ),
    "a stepper at a step it does not have": (
        PORTAL, 'kind = "link"',
        'kind = "stepper"\nsteps = ["Ena", "Dve"]\nnow = 0\n\n[[page.block]]\nkind = "link"',
        "page »domov«, 2. block, field `now`: `0` is not possible here. Possible are: 1, 2.",
    ),
    "an unknown effect": (
        PORTAL, '{ notice = "Hvala', '{ notise = "Hvala',
        "2. page »predlog«, 3. block »poslji«, 2. does: `notise` names no condition and no effect.",
        "Did you mean `notice`?",
    ),
    "an unknown condition": (
        TASK, 'done = { page = "obcina/predlog" }', 'done = { pge = "obcina/predlog" }',
        "1. key_step »odpri«, 1. done: `pge` names no condition and no effect.", "Did you mean `page`?",
    ),
    "a value that is not possible": (
        LESSON, 'task = "predlog-obcini"', 'task = "predlog-obcini"\nmodes = ["show", "alon"]',
        "3. step, 2. modes: `alon` is not possible here.", "Did you mean `alone`?",
    ),
    "a lesson nobody has": (
        PACK, 'lessons = ["predlog-obcini"]', 'lessons = ["predlog-obcini", "predlog"]',
        "pack.toml: 1. module »kraj«, 2. lessons: There is no lesson `predlog`.",
    ),
    "a lesson in no module": (
        PACK, 'lessons = ["predlog-obcini"]', "lessons = []",
        "lessons/predlog-obcini.toml: This lesson is in no module of pack.toml.",
    ),
    "a task nobody has": (
        LESSON, 'task = "predlog-obcini"', 'task = "predlog-obcin"',
        "3. step »task-1«, field `task`: There is no task `predlog-obcin`. Did you mean `predlog-obcini`?",
    ),
    "a word nobody has": (
        LESSON, 'words = ["predlog"]', 'words = ["predlg"]',
        "1. words: There is no word `predlg`. Did you mean `predlog`?",
    ),
    "a person nobody has": (
        TASK, 'person = "amra"', 'person = "arma"',
        "tasks/predlog-obcini.toml: field `person`: There is no person `arma`. Did you mean `amra`?",
    ),
    "a page nobody has": (
        PORTAL, 'go = "predlog"', 'go = "predlogi"',
        "1. page »domov«, 2. block »pisi«, field `go`: There is no page `predlogi`.",
        "Did you mean `obcina/predlog`?",
    ),
    "a field nobody has": (
        PORTAL, 'keep = ["naslov", "besedilo"]', 'keep = ["naslov", "besdilo"]',
        "2. keep: There is no field `besdilo` on the pages. Did you mean `obcina/predlog/besedilo`?",
    ),
    "a target nobody has": (
        TASK, 'at = "obcina/predlog/naslov"', 'at = "obcina/predlog/naslv"',
        "1. point, field `at`: There is nothing to press or fill called `obcina/predlog/naslv`.",
    ),
    "an address nobody has": (
        TASK, 'browser = "obcina.vaja.invalid"', 'browser = "obcine.vaja.invalid"',
        "field `browser`: No portal has the address `obcine.vaja.invalid`.",
        "Did you mean `obcina.vaja.invalid`?",
    ),
    "a trainer's page that is not there": (
        LESSON, "minutes = 30", 'minutes = 30\ntrainer = "trainer/predlog.md"',
        "field `trainer`: There is no file `trainer/predlog.md`.",
    ),
    "a value nobody has": (
        TASK, 'value = "$posta"', 'value = "$pošta"',
        "1. card, field `value`: Nobody has a value `$pošta`. Did you mean `$posta`?",
    ),
    "a label nobody has": (
        PORTAL, 'text = "Pošlji"', 'text = "{poslji}"',
        "2. page »predlog«, 3. block »poslji«, field `text`: There is no label and no fact `poslji`.",
    ),
    "a record nobody makes": (
        TASK, 'done = { recorded = "predlog"', 'done = { recorded = "vloga"',
        "key_step »poslji«, 1. done: No button makes a record `vloga`.",
    ),
    "a record without the field": (
        TASK, "with = { naslov", "with = { nslov",
        "1. goal, field `with`: The record does not keep a field `nslov`. Did you mean `naslov`?",
    ),
    "a picture nobody has": (
        LESSON, 'picture = "world-map"', 'picture = "world-mop"',
        "1. step »read-1«, field `picture`: There is no picture `world-mop`. Did you mean `world-map`?",
    ),
    "a page twice": (
        PORTAL, 'id = "predlog"  ', 'id = "domov"  ',
        "portals/obcina.toml: 2. page »domov«: `domov` stands here twice.",
    ),
    "an answer that is right and wrong": (
        LESSON, '"banki"', '"občini"',
        "4. step »choice-1«, 3. wrong »občini«: `občini` stands here twice.",
    ),
    "a page no way leads to": (
        PORTAL, 'id = "domov"\n', 'id = "domov"\ntitle = "Vrata"\nblock = []\n\n[[page]]\nid = "skrita"\n',
        "portals/obcina.toml: page »skrita«: No link, button or menu leads to this page.",
    ),
    "a page that asks for a sign-in nobody offers": (
        PORTAL, 'title = "Predlog"', 'title = "Predlog"\nopen_to = "signed_in"',
        "page »predlog«: This page asks for a sign-in, but one can sign in nowhere.",
    ),
    "an address that could be real": (
        PORTAL, '"obcina.vaja.invalid"', '"obcina.si"',
        "field `address`: `obcina.si` is not a practice address. It must end in .invalid.",
    ),
    "a long sentence": (
        LESSON, '"Občina ima portal."', '"Občina ima portal in tam lahko vi danes napišete en svoj predlog."',
        "1. step »read-1«, 1. text: The sentence has 12 words, at most 10 are allowed: Občina ima",
    ),
    "a missing translation": (
        PACK, 'languages = ["sl"]', 'languages = ["sl", "en"]',
        "lessons/predlog-obcini.toml: 4. step »choice-1«, field `ask`: No translation into `en`: Komu pišete",
    ),
    "a number that could be somebody's": (
        PEOPLE, "[person.values]", '[person.values]\nemso = "0101006500006"',
        "person »amra«, values, field `emso`: `0101006500006` could be somebody's EMŠO.",
    ),
    "a line that is no action": (
        TASK, '"press obcina/domov/pisi"', '"pres obcina/domov/pisi"',
        "tasks/predlog-obcini.toml: 1. solution: `pres obcina/domov/pisi` is not an action.",
    ),
    "a solution that stops": (
        TASK, '"press obcina/domov/pisi"', '"press obcina/domov/piši"',
        "1. solution: `press obcina/domov/piši` does not work on the page `obcina/domov` (not_here).",
    ),
    "a solution that does not send": (
        TASK, '  "press obcina/predlog/poslji",\n', "",
        "field `solution`: The solution ends on the page `obcina/predlog` without reaching the goal.",
    ),
    "a key step that never comes true": (
        TASK, "at_least = 10", "at_least = 900",
        "2. key_step »napisi«, field `done`: The solution never makes this step done.",
    ),
    "TOML that cannot be read": (
        LESSON, 'ask = "Komu pišete predlog?"', 'ask = "Komu pišete predlog?',
        "lessons/predlog-obcini.toml: Line 21, column", "this is not TOML",
    ),
}  # fmt: skip


def said(files: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What `korak check --play` prints, once it has ended with 1."""
    i18n.set_language("en")
    assert run(Namespace(packs=[written(files, folder)], play=True, seed=1)) == 1
    return capsys.readouterr().out


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_place(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, old, new, *sentences = FAULTS[name]
    out = said(changed(file, old, new), tmp_path, capsys)
    line = next((line for line in out.splitlines() if sentences[0] in line), "")
    assert line, out
    assert all(sentence in line for sentence in sentences), line


def test_a_page_with_no_way_out_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = changed(PORTAL, 'menu = ["domov", "predlog"]', "")
    files[PORTAL] += (
        '\n[[page]]\nid = "konec"\ntitle = "Konec"\n\n  [[page.block]]\n  kind = "text"\n  text = "Konec."\n'
    )
    files[PORTAL] = files[PORTAL].replace('{ go = "domov" }', '{ go = "konec" }')
    assert "page »konec«: There is no way out of this page." in said(files, tmp_path, capsys)


def test_all_faults_are_named_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = changed(LESSON, "minutes = 30", 'minutes = "x"')
    files[LESSON] = files[LESSON].replace('picture = "world-map"', 'pictur = "world-map"')
    files[TASK] = files[TASK].replace('person = "amra"', 'person = "arma"')
    files[PORTAL] = files[PORTAL].replace('"obcina.vaja.invalid"', '"obcina.si"')
    out = said(files, tmp_path, capsys)
    for sentence in ("field `minutes`", "`pictur`", "`arma`", "obcina.si"):
        assert sentence in out


def test_what_stands_in_a_broken_file_is_not_missed_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(changed(PORTAL, 'title = "Naša občina"', "title = 3"), tmp_path, capsys)
    assert "There is no page" not in out
    assert "There is nothing to press" not in out


def test_a_missing_pack_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = small_pack()
    del files[PACK]
    assert "pack.toml: This file is missing." in said(files, tmp_path, capsys)


def test_a_file_nobody_reads_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = small_pack()
    files["lekcije/prva.toml"] = ""
    assert "lekcije/prva.toml: Nothing reads this file." in said(files, tmp_path, capsys)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(small_pack(), tmp_path)
    (folder / WORDS).write_bytes('[[word]]\nid = "č"\n'.encode("cp1250"))
    i18n.set_language("en")
    assert run(Namespace(packs=[folder], play=False, seed=1)) == 1
    assert "words/kraj.toml: Line 2: the file must be saved as UTF-8." in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    i18n.set_language("en")
    assert run(Namespace(packs=[tmp_path / "nikjer"], play=False, seed=1)) == 1
    assert "there is no such folder" in capsys.readouterr().out


def test_a_faulty_pack_cannot_be_decoded() -> None:
    with pytest.raises(PackFaults) as raised:
        decode_pack(encoded(changed(LESSON, "minutes = 30\n", "")))
    assert len(raised.value.faults) == 1


PLAN = """
[[topic]]
id = "smspass"
title = "smsPASS"
hours = 2
after = ["racun"]

[[topic]]
id = "racun"
title = "Račun"
hours = 1
after = ["geslo"]
"""


def test_a_plan_against_its_own_order_and_a_need_for_nothing_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = small_pack()
    files["plan.toml"] = PLAN
    need = '\n[[need]]\nid = "sola"\ntitle = "Šola"\npictogram = "school"\ntopics = ["rcun"]\n'
    files[PACK] += need + need
    out = said(files, tmp_path, capsys)
    assert "topic »smspass«, 1. after: `racun` must stand before this topic." in out
    assert "1. after: There is no topic `geslo`." in out
    assert "There is no topic `rcun`. Did you mean `racun`?" in out
    assert "need »sola«: `sola` stands here twice." in out


def test_a_pack_without_needs_offers_its_parts() -> None:
    files = small_pack()
    files["plan.toml"] = PLAN.replace('after = ["racun"]', 'module = "kraj"').replace('["geslo"]', "[]")
    (need,) = decode_pack(encoded(files)).needs
    assert (need.id, need.pictogram, need.topics) == ("kraj", "world-map", ("smspass",))
