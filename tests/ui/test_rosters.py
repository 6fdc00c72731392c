# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of learners on the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton
from tests.ui.screen import Screen

from korak.centre.details import Details, Eligible, Level, Sex
from korak.ui.forms.details_dialog import DetailsDialog
from korak.ui.pages.roster import RosterPage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _page(screen: Screen) -> RosterPage:
    screen.sign_in_trainer()
    screen.journey.desk("lists")
    return screen.page(RosterPage)


def _write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(("Ime;Skupina;Jezik", *lines)), "utf-8")
    return path


def test_a_list_is_looked_at_saved_and_taken_back_by_keyboard(screen: Screen, tmp_path: Path) -> None:
    page = _page(screen)
    (group, *_) = page.house.people.groups(page.session)
    before = len(page.house.people.learners(page.session, group.id))
    page.bring(
        _write(tmp_path / "novi.csv", f"Šejla Vzorec;{group.name};bosanščina", "Luan Primer;;albanščina")
    )
    assert page._look._table.rows.index(0, 1).data() == "Šejla Vzorec", page._status.text()
    assert page._look.save.hasFocus()
    QTest.keyClick(page._look.save, Qt.Key.Key_Return)
    names = [person.name for person in page.house.people.learners(page.session, group.id)]
    assert {"Šejla Vzorec", "Luan Primer"} <= set(names)
    assert len(names) == before + 2
    screen.settle()
    take_back = next(one for one in page._imports.findChildren(QPushButton) if one.isVisible())
    assert "novi.csv" in take_back.accessibleName()
    take_back.setFocus()
    QTest.keyClick(take_back, Qt.Key.Key_Return)
    dialog = page.findChild(QDialog)
    assert dialog is not None
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert len(page.house.people.learners(page.session, group.id)) == before


def test_what_is_wrong_is_told_by_line_and_a_column_can_be_chosen(screen: Screen, tmp_path: Path) -> None:
    page = _page(screen)
    path = tmp_path / "novi.csv"
    path.write_text("Kdo;Jezik\nŠejla;klingonščina\n", "utf-8")
    page.bring(path)
    told = [page._look._table.rows.index(row, 2).data() for row in range(page._look._table.rows.rowCount())]
    assert len(told) == 2
    assert "klingonščina" in "".join(told)
    assert not page._look.save.isEnabled()
    boxes: list[QComboBox] = page._look.findChildren(QComboBox)
    named = {box.accessibleName(): box for box in boxes}
    named["Ime in priimek"].setCurrentIndex(1)
    named["Prvi jezik"].setCurrentIndex(0)
    assert page._look.save.isEnabled()


def test_a_file_that_is_no_list_is_refused_in_one_sentence(screen: Screen, tmp_path: Path) -> None:
    page = _page(screen)
    path = tmp_path / "osebe.xlsx"
    path.write_bytes(b"no spreadsheet")
    page.bring(path)
    assert "osebe.xlsx" in page._status.text()
    assert not page._look.isVisible()


def test_everybody_is_handed_out_with_a_word_about_names(screen: Screen, tmp_path: Path) -> None:
    page = _page(screen)
    page.hand_out(tmp_path / "osebe.csv")
    assert "Oznaka osebe" in (tmp_path / "osebe.csv").read_text("utf-8-sig")
    assert "oseb" in page._status.text()


def test_a_year_that_cannot_be_is_refused_at_its_field(screen: Screen) -> None:
    page = _page(screen)
    got: list[Details] = []
    origins = (("BA", "Bosna in Hercegovina"), ("UA", "Ukrajina"))
    dialog = DetailsDialog("Amra", Details(), page.frame.clock.now().date(), page, origins)
    dialog.saved.connect(got.append)
    dialog.open()
    dialog._year_edit.setText("2025")
    QTest.keyClick(dialog._year_edit, Qt.Key.Key_Return)
    assert got == []
    dialog._year_edit.setText("1984")
    dialog._sex_box.setCurrentIndex(1)
    dialog._in_box.setCurrentIndex(2)
    dialog._origin_box.setCurrentIndex(2)
    QTest.keyClick(dialog._year_edit, Qt.Key.Key_Return)
    assert got == [Details(Sex.WOMAN, 1984, Eligible.UNKNOWN, Level.A1, origin="UA")]
