# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the printed sheet is read back from the PDF and compared with the stored attempts."""

import io
import itertools
import re
import shutil
import subprocess
import time
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from tests.learning.course import ME, attempt, pack, whole_lesson

from korak import __version__, i18n
from korak.learning.attempt import Attempt, Promise, my_step_answer
from korak.learning.progress import StationState
from korak.learning.record import Holder, Issuer, LearnerRecord, Skill, learner_record
from korak.reports.bilingual import Bilingual
from korak.reports.learner_facts import practice_time, rows
from korak.reports.learner_sheet import learner_sheet

PACK = pack()
ARABIC = {
    "Sporočilo zdravniku v zVEM": "رسالة إلى الطبيب في zVEM",
    "Zdaj znam: Sporočilo zdravniku v zVEM.": "أستطيع الآن أن أرسل رسالة إلى الطبيب.",
    "E-recept in lekarna": "الوصفة الإلكترونية والصيدلية",
}
UKRAINIAN = {
    "Sporočilo zdravniku v zVEM": "Повідомлення лікареві в zVEM",
    "E-recept in lekarna": "Рецепт ї є ґ",
}
PERSIAN = {"Sporočilo zdravniku v zVEM": "پیام به پزشک در گچ پژ"}


@pytest.fixture(scope="module", autouse=True)
def _gui() -> Iterator[None]:
    app = QGuiApplication.instance() or QGuiApplication([])
    yield
    assert app is not None


@pytest.fixture(autouse=True)
def _translations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the small pack its translations; the program's own texts come from the shipped catalogues."""
    known = {"ar": ARABIC, "uk": UKRAINIAN, "fa": PERSIAN}

    def content(_pack: str, message: str, language: str | None = None) -> str | None:
        return message if language == "sl" else known.get(language or "", {}).get(message)

    monkeypatch.setattr(i18n, "content", content)


def record(
    *facts: Attempt, name: str = "Amra Primer", contact: str = "031 000 000", course: object = PACK
) -> LearnerRecord:
    return learner_record(
        course, facts, Holder(ME, name), Issuer("Ljudska univerza Jesenice", contact), date(2026, 6, 17)
    )


needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")


def text_of(pdf: bytes, tmp_path: Path) -> str:
    """What a reader copies from the sheet: in reading order, shapes as letters, one space between words."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(pdf)
    read = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    letters = unicodedata.normalize("NFKC", read.stdout.decode("utf-8"))
    return re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", letters).replace("\xa0", " ")


def words_of(text: str) -> str:
    return " ".join(text.split())


def sl(message: str, **values: object) -> str:
    """What the shipped Slovenian catalogue says."""
    return words_of(i18n.gettext_in("sl", message).format(**values).replace("\xa0", " "))


WILL = my_step_answer(Promise(("Znam poslati sporočilo.",), ("Poslal bom sporočilo.",)))
A_LESSON_WITH_TWO_MISTAKES_AND_A_HINT = (
    *whole_lesson()[:5],
    attempt(6, "choice-1", result="wrong", score=0.0, seconds=20.0),
    attempt(7, "choice-1", help=2, seconds=20.0),
    attempt(8, "match-1"),
    attempt(9, "typed-1", result="wrong", score=0.0),
    attempt(10, "typed-1"),
    attempt(11, "my-step-1", answer=WILL),
)


@needs_pdftotext
def test_the_numbers_on_paper_are_those_of_the_stored_attempts(tmp_path: Path) -> None:
    made = record(*A_LESSON_WITH_TWO_MISTAKES_AND_A_HINT)
    text = text_of(learner_sheet(made), tmp_path)
    line = next(line for line in text.splitlines() if " od " in line and "min" in line)
    assert line.split() == ["1", "od", "3", "2", "od", "3", "2", "1", "10", "min"]
    assert (made.right_first, made.exercises, made.mistakes, made.hints, made.minutes) == (1, 3, 2, 1, 10)
    assert (len(made.words_known), len(made.words_met)) == (2, 3)
    assert sl("Steps: {done} of {every}", done=7, every=7) in text
    one = i18n.ngettext_in("sl", "Without help you did {n} task.", "Without help you did {n} tasks.", 1)
    assert words_of(one.format(n=1).replace("\xa0", " ")) in text


@needs_pdftotext
def test_everything_a_learner_needs_stands_on_two_pages(tmp_path: Path) -> None:
    pdf = learner_sheet(record(*A_LESSON_WITH_TWO_MISTAKES_AND_A_HINT))
    first, second, rest = text_of(pdf, tmp_path).split("\f")
    for wanted in (
        "Korak · Ljudska univerza Jesenice",
        "Amra Primer",
        sl("What I can do already"),
        "4. 3. 2026",
        sl("not yet"),
        sl("with help"),
        sl("by myself"),
    ):
        assert wanted in words_of(first)
    for wanted in (
        sl("What I am able to do now"),
        "Zdaj znam: Sporočilo zdravniku v zVEM.",
        sl("I will try for real"),
        "Poslal bom sporočilo.",
        sl("Next step"),
        "E-recept in lekarna",
        sl("A new lesson."),
        sl("Where I get help"),
        "031 000 000",
        sl("A word from the teacher"),
    ):
        assert wanted in words_of(second)
    for page, words in enumerate((first, second), 1):
        foot = sl("page {page} of {pages}", page=page, pages=2)
        assert f"{foot} · 17. 6. 2026 · Korak {__version__} · koraki 1.0" in words_of(words)
    assert rest.strip() == ""


@needs_pdftotext
@pytest.mark.parametrize(("language", "texts"), [("ar", ARABIC), ("fa", PERSIAN), ("uk", UKRAINIAN)])
def test_the_second_language_reads_as_it_was_written(
    language: str, texts: dict[str, str], tmp_path: Path
) -> None:
    text = words_of(text_of(learner_sheet(record(*whole_lesson()), language), tmp_path))
    for word in texts["Sporočilo zdravniku v zVEM"].split():
        assert word in text.split(), word
    assert "Sporočilo zdravniku v zVEM" in text


@needs_pdftotext
def test_arabic_words_stand_in_their_order_in_one_line(tmp_path: Path) -> None:
    text = words_of(text_of(learner_sheet(record(*whole_lesson()), "ar"), tmp_path))
    assert "أستطيع الآن أن أرسل رسالة إلى الطبيب" in text
    assert "الوصفة الإلكترونية والصيدلية" in text


@needs_pdftotext
@pytest.mark.parametrize(
    "name",
    ["Олександра Василівна Ґалаґан-Їжакевич", "Gjergj Kastrioti Skënderbeu Çlirimi", "فاطمة الزهراء", "Ž"],
)
def test_any_name_can_be_read_back(name: str, tmp_path: Path) -> None:
    text = words_of(text_of(learner_sheet(record(*whole_lesson(), name=name)), tmp_path))
    assert all(word in text.replace("-", "- ").split() for word in name.replace("-", "- ").split())


@needs_pdftotext
def test_who_has_not_begun_gets_a_kind_sheet_without_empty_numbers(tmp_path: Path) -> None:
    text = words_of(text_of(learner_sheet(record(contact="")), tmp_path))
    assert sl("You are at the beginning. Your first step is waiting.") in text
    assert sl("Your first ticks will stand here.") in text
    assert sl("Ask your teacher.") in text
    assert "0 od 0" not in text
    assert sl("Mistakes") not in text


@needs_pdftotext
def test_a_share_of_nothing_is_left_out(tmp_path: Path) -> None:
    text = words_of(text_of(learner_sheet(record(attempt(1, "task-1:show"))), tmp_path))
    assert "0 od 0" not in text
    assert sl("You have seen how it is done. Now it is your turn.") in text


LONG = "Podaljšanje dovoljenja za začasno prebivanje in termin na upravni enoti številka"
LONG_IN = {
    "ar": "تجديد تصريح الإقامة المؤقتة وموعد في الوحدة الإدارية رقم تجديد تصريح الإقامة المؤقتة",
    "en": "Extending the permit for temporary residence and an appointment at the administrative unit",
}


def long_sheet(lessons: int, language: str | None, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A sheet on which every text is too long."""

    def content(_pack: str, message: str, language: str | None = None) -> str | None:
        return message if language == "sl" else LONG_IN.get(language or "")

    monkeypatch.setattr(i18n, "content", content)
    course = pack(**{f"lesson-{number}": f"{LONG} {number}" for number in range(max(lessons, 1) + 1)})
    will = my_step_answer(Promise((), (f"Poskusim: {LONG}.", f"In še: {LONG}.")))
    facts = [
        fact
        for number in range(lessons)
        for fact in whole_lesson(f"lesson-{number}", 20 * number, help=number % 3)
    ]
    facts += [attempt(9000, "my-step-1", lesson="lesson-0", answer=will)] if lessons else []
    return learner_sheet(
        record(*facts, course=course, name="Muhammad Abdurrahman ibn " * 5, contact=LONG), language
    )


@pytest.mark.parametrize("lessons", [0, 1, 3, 7, 8, 33])
@pytest.mark.parametrize("language", [None, "en", "ar"])
def test_the_sheet_has_two_pages_however_much_was_learned(
    lessons: int, language: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = long_sheet(lessons, language, monkeypatch)
    assert len(PdfReader(io.BytesIO(pdf), strict=True).pages) == 2


BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@needs_pdftotext
@pytest.mark.parametrize("lessons", [0, 3, 7, 33])
@pytest.mark.parametrize("language", [None, "en", "ar"])
def test_no_word_lies_on_another_or_off_the_page(
    lessons: int, language: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(long_sheet(lessons, language, monkeypatch))
    read = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    for page in read.stdout.decode("utf-8").split("<page ")[1:]:
        boxes = [tuple(map(float, found[:4])) for found in BOX.findall(page)]
        assert len(boxes) > 10
        for left, top, right, bottom in boxes:
            assert 39 < left < right < 556  # the margins, in points
            assert 30 < top < bottom < 825
        # The middle half of a word's height: its letters without room above and below.
        middles = [(x1, y1 + (y2 - y1) / 4, x2, y2 - (y2 - y1) / 4) for x1, y1, x2, y2 in boxes]
        for (a1, b1, a2, b2), (c1, d1, c2, d2) in itertools.combinations(middles, 2):
            across, down = min(a2, c2) - max(a1, c1), min(b2, d2) - max(b1, d1)
            assert across < 1 or down < 0.5


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    reader = PdfReader(io.BytesIO(learner_sheet(record(*whole_lesson()), "ar")), strict=True)
    assert reader.metadata is not None
    assert reader.metadata.title == f"{sl('What I can do already')} · Amra Primer"
    assert reader.metadata.author == "Ljudska univerza Jesenice"
    assert reader.metadata.creator == f"Korak {__version__}"
    assert reader.trailer["/Root"]["/Lang"] == "sl"
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]


def test_every_font_is_embedded_and_every_letter_has_its_meaning() -> None:
    reader = PdfReader(io.BytesIO(learner_sheet(record(*whole_lesson()), "ar")), strict=True)
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert "/FontFile2" in descriptor
        meaning = font["/ToUnicode"].get_object().get_data().decode("ascii")
        listed = re.findall(r"\[([^\]]*)\]", meaning)
        assert listed
        assert "<0000>" not in "".join(listed)
        assert "<0009>" not in "".join(listed)


def test_nothing_is_a_picture_of_text() -> None:
    reader = PdfReader(io.BytesIO(learner_sheet(record(*whole_lesson()), "ar")))
    assert [image for page in reader.pages for image in page.images] == []


def test_a_language_nobody_translated_leaves_its_lines_out_instead_of_english(tmp_path: Path) -> None:
    assert b"%PDF" in learner_sheet(record(*whole_lesson()), "xx")[:8]
    row = rows(record(*whole_lesson()), Bilingual("koraki", "xx"))[0]
    assert row.name.other is None
    assert row.caption.other is None


def test_the_program_texts_are_slovenian_whatever_the_screen_speaks() -> None:
    i18n.set_language("en")
    row = rows(record(*whole_lesson()), Bilingual("koraki", None))[0]
    assert row.caption.sl == "Koraki: 7 od 7"


def test_bars_end_where_the_skill_ends_and_are_solid_only_without_help() -> None:
    words = Bilingual("koraki", None)
    made = record(
        *whole_lesson(), *whole_lesson("recept", 20, help=2), attempt(60, "task-1:show", lesson="lazno")
    )
    assert [(row.level, row.sure) for row in rows(made, words)] == [(3.0, True), (2.0, False), (1.0, False)]


def test_many_lessons_are_gathered_by_module() -> None:
    course = pack(**{f"lesson-{number}": f"Lekcija {number}" for number in range(9)})
    facts = [
        fact
        for number in range(8)
        for fact in whole_lesson(f"lesson-{number}", 20 * number, help=2 * (number % 2))
    ]
    made = record(*facts, course=course)
    (module,) = rows(made, Bilingual("koraki", None))
    assert (module.name.sl, module.level, module.sure, module.stones) == (
        "Zdravje",
        2.5,
        False,
        (StationState.DONE,) * 8,
    )
    assert module.caption.sl == "Lekcije: 8 od 8"
    assert {lesson.skill for lesson in made.lessons} == {Skill.ALONE, Skill.WITH_HELP}


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (35, "35 min"), (60, "1 h"), (90, "1 h 30 min"), (1445, "24 h 5 min")],
)
def test_times_are_written_as_in_tables(minutes: int, words: str) -> None:
    assert practice_time(minutes).replace("\u00a0", " ") == words
    assert practice_time(minutes).count("\u00a0") == words.count("h") + words.count("min")


def test_a_sheet_is_made_before_anybody_waits() -> None:
    made = record(*whole_lesson(), *whole_lesson("recept", 20, help=2))
    spent = []
    for _ in range(4):
        start = time.process_time()
        learner_sheet(made, "ar")
        spent.append(time.process_time() - start)
    assert min(spent) < 0.15
