# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of sheets read: the text of a PDF as a reader copies it, and the names of tasks."""

import io
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader

from korak.assessment.sitting import Area
from korak.reports.result_texts import AreaText, ResultTexts, TaskText

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")

TEXTS = ResultTexts(
    pack="koraki",
    course="E-storitve korak za korakom",
    areas={
        Area.D0: AreaText("Delo z napravo", "keyboard"),
        Area.D1: AreaText("Iskanje informacij", "world-map"),
        Area.D2: AreaText("Sporočanje", "e-mail"),
        Area.D3: AreaText("Obrazci in dokumenti", "memo"),
        Area.D4: AreaText("Varnost", "shield"),
        Area.D5: AreaText("E-storitve in reševanje težav", "laptop"),
        Area.V: AreaText("Besede za e-storitve", "books"),
    },
    bands=("Začetek", "Z vodenjem", "Z malo pomoči", "Samostojno", "Samostojno, tudi nove naloge"),
    tasks={
        f"T{number}": TaskText(
            title, f"{title} zmorem.", "memo", f"l{number}", f"Lekcija {number}", {step: f"korak {step}"}
        )
        for number, (title, step) in enumerate(
            (
                ("Datoteko shranim", "save-as"),
                ("Najdem uradne ure", "use-menu"),
                ("Dodam prilogo", "attach"),
                ("Prijavim se", "code"),
                ("Oddam obrazec", "submit"),
                ("Podpišem", "review"),
                ("Pravo ali lažno", "1"),
                ("Popravim vlogo", "fix-file"),
            ),
            1,
        )
    },
    statements={f"s{number}": f"Izjava številka {number}." for number in range(1, 16)},
)


def pages_of(pdf: bytes, tmp_path: Path) -> list[str]:
    """The text of every page in reading order, one space between words, no marks of direction."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf)
    read = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    letters = unicodedata.normalize("NFKC", read.stdout.decode("utf-8"))
    plain = re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", letters).replace("\xa0", " ")
    return [" ".join(page.split()) for page in plain.split("\f")][:-1]


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)
