# SPDX-License-Identifier: GPL-3.0-or-later
"""A story from the learner's first letter to the web page, through the windows."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from tests.photos import jpeg
from tests.ui.screen import Screen
from tests.ui.walk import write_story

from korak.centre.people import Role, Session
from korak.centre.retention import Purpose, Use
from korak.centre.stories import State, Texts
from korak.exchange.jpeg import read_jpeg
from korak.i18n import _, ngettext
from korak.services.faults import ServiceFault
from korak.services.stories import MOST_PHOTO_BYTES, Draft, Told
from korak.settings import DeviceSettings
from korak.ui.pages.poster import PosterPage
from korak.ui.pages.stories import StoriesPage
from korak.ui.pages.story import StoryPage
from korak.ui.rights_words import uses_text
from korak.ui.rows_table import RowsTable
from korak.ui.stories.about import AboutView
from korak.ui.stories.consent import USE_TEXTS, ConsentView
from korak.ui.stories.correction import CorrectionDialog
from korak.ui.stories.pdf_view import PdfView
from korak.ui.stories.photo_file import photo_of
from korak.ui.stories.question import QuestionView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
UNTIL = date(2028, 11, 25)


def _room(screen: Screen) -> StoryPage:
    screen.journey.story()
    return screen.page(StoryPage)


def _editor(page: StoryPage) -> QuestionView:
    assert isinstance(page.view, QuestionView)
    return page.view


def _own(screen: Screen, session: Session) -> tuple[Told, ...]:
    return screen.journey.house.stories.own(session, session.person_id)


def _finished(screen: Screen, *uses: Use) -> Told:
    """A story of the first learner, written down by the trainer, and agreed to."""
    stories, trainer = screen.journey.house.stories, screen.sign_in_trainer()
    person = stories.authors(trainer)[0].id
    draft = Draft("sl", Texts("Moja pot", "Iz Prizrena.", "Pišem.", "Berem."), "Arben")
    story = stories.begin(trainer, person, draft)
    stories.finish(trainer, story.id)
    if not uses:
        return stories.get(trainer, story.id)
    return stories.answer(trainer, story.id, Purpose.STORY, frozenset(uses), UNTIL)


def test_a_learner_finds_the_room_beside_the_own_record(screen: Screen) -> None:
    screen.sign_in()
    screen.press("What I can do")
    screen.press("My story")
    page = screen.page(StoryPage)
    assert screen.window.focusWidget() is _editor(page).editor
    assert screen.sees("Where do I come from?")


def test_every_letter_is_kept_and_the_room_opens_where_it_was_left(screen: Screen) -> None:
    session = screen.sign_in()
    page = _room(screen)
    QTest.keyClicks(_editor(page).editor, "Iz Prizrena")
    screen.wait(lambda: bool(_own(screen, session)) and _own(screen, session)[0].story.own.come_from != "I")
    screen.wait(lambda: _own(screen, session)[0].story.own.come_from == "Iz Prizrena")
    page.go_on()
    QTest.keyClicks(_editor(page).editor, "z")
    screen.journey.wall()
    screen.sign_in()
    page = _room(screen)
    assert _editor(page).question == "now"
    assert _own(screen, session)[0].story.own == Texts(come_from="Iz Prizrena", learned="z")
    page.back()
    assert _editor(page).text() == "z"


def test_the_keys_on_the_screen_write_slovenian_letters_and_undo_brings_back(screen: Screen) -> None:
    screen.sign_in()
    page = _room(screen)
    editor = _editor(page).editor
    QTest.keyClicks(editor, "u")
    screen.press("č")
    assert editor.toPlainText() == "uč"
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.toPlainText() == ""
    screen.press("Undo")
    assert editor.toPlainText() == "uč"


def test_nothing_is_ticked_beforehand_and_no_is_as_easy_as_yes(screen: Screen) -> None:
    session = screen.sign_in()
    page = _room(screen)
    write_story(page)
    page.go_on()
    page.go_on()
    assert isinstance(page.view, ConsentView)
    assert not page.view.yes.isEnabled()
    assert page.view.no.isEnabled()
    assert page.view.no.height() >= page.view.yes.height() >= 44
    screen.press("No, thank you")
    (told,) = _own(screen, session)
    assert told.state is State.PRIVATE
    assert screen.sees("Your story stays with you.")


def test_a_learner_agrees_to_the_story_and_takes_it_back(screen: Screen) -> None:
    session = screen.sign_in()
    page = _room(screen)
    write_story(page)
    page.go_on()
    page.go_on()
    screen.press(USE_TEXTS[Use.WEB])
    screen.press(ngettext("{n} year", "{n} years", 1).format(n=1))
    screen.press("Yes, I agree")
    (told,) = _own(screen, session)
    assert told.permit.story == {Use.WEB}
    assert told.answer is not None
    assert told.answer.until == date(2027, 11, 25)
    screen.clock.forward(60)
    page.show_step("list")
    screen.settle()
    screen.press("Take the yes back")
    dialog = next(one for one in screen.window.findChildren(QDialog) if one.isVisible())
    screen.press("Take the yes back", dialog)
    assert _own(screen, session)[0].state is State.WITHDRAWN


def test_a_photo_is_turned_upright_made_small_and_tells_nothing(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "DSC_0001.jpg"
    original = jpeg(3_000, 2_000, exif=True, turned=6)
    file.write_bytes(original)
    assert b"Fictocam" in original
    kept = photo_of(file)
    found = read_jpeg(kept)
    assert found is not None
    assert not found.tells
    assert (found.width, found.height) == (1_066, 1_600)
    assert len(kept) <= MOST_PHOTO_BYTES
    for secret in (b"Fictocam", b"Exif", b"GPS", b"DSC_0001"):
        assert secret not in kept
    image = QImage.fromData(kept)
    # The light half was on the left; turned by a quarter to the right it is above.
    assert image.pixelColor(500, 100).lightness() > 200
    assert image.pixelColor(500, 1_500).lightness() < 100


def test_a_picture_that_is_noise_still_fits(tmp_path: Path, qapp: object) -> None:
    image = QImage(1_600, 1_600, QImage.Format.Format_RGB32)
    image.fill(0)
    bits = image.bits()
    bits[:] = random.Random(1).randbytes(len(bits))
    file = tmp_path / "sum.png"
    image.save(str(file))
    assert len(photo_of(file)) <= MOST_PHOTO_BYTES


@pytest.mark.qt_log_ignore("JPEG|jpeg|Jpeg")
@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", b"\xff\xd8\xff\xe0"])
def test_whatever_is_no_photo_is_refused(tmp_path: Path, qapp: object, content: bytes) -> None:
    file = tmp_path / "slika.jpg"
    file.write_bytes(content)
    with pytest.raises(ServiceFault):
        photo_of(file)
    with pytest.raises(ServiceFault):
        photo_of(tmp_path / "manjka.jpg")


def test_a_learner_adds_a_photo_from_a_file_and_a_wrong_file_gets_a_sentence(
    screen: Screen, tmp_path: Path
) -> None:
    session = screen.sign_in()
    page = _room(screen)
    write_story(page)
    assert isinstance(page.view, AboutView)
    (tmp_path / "a.jpg").write_bytes(jpeg(400, 300, exif=True))
    (tmp_path / "b.jpg").write_bytes(b"to ni slika")
    page.take_photo(tmp_path / "b.jpg")
    screen.wait(lambda: screen.sees("This file cannot be used as a photo."))
    page.take_photo(tmp_path / "a.jpg")
    screen.wait(lambda: bool(_own(screen, session)[0].story.photo))
    screen.wait(lambda: screen.sees("The photo is saved."))
    screen.type_into("What is to be seen in the photo?", "Ob jezeru")
    page.leave()
    (told,) = _own(screen, session)
    assert told.story.photo_text == "Ob jezeru"
    kept = screen.journey.house.stories.photo(session, told.story.id)
    assert kept is not None
    assert b"Fictocam" not in kept


def test_an_arabic_story_is_written_from_right_to_left(screen: Screen) -> None:
    screen.sign_in()
    page = _room(screen)
    page.choose_language("ar")
    editor = _editor(page).editor
    assert editor.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert not screen.sees("I come from")
    page.choose_language("sl")
    assert editor.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_mediator_writes_down_and_publishes_nothing(screen: Screen) -> None:
    session = screen.sign_in_colleague(Role.MEDIATOR)
    screen.journey.desk("stories")
    screen.page(StoriesPage)
    screen.press("Write down a story")
    dialog = next(one for one in screen.window.findChildren(QDialog) if one.isVisible())
    screen.type_into("Search", "Blerta")
    screen.settle()
    rows = screen.visible(RowsTable, dialog)[0]
    rows.choose(rows.rows.names()[0])
    screen.press("Write", dialog)
    page = screen.page(StoryPage)
    write_story(page)
    page.leave()
    (told,) = screen.journey.house.stories.all(session)
    assert told.author.name == "Blerta"
    assert told.typed_by == screen.journey.house.people.me(session).name
    screen.journey.desk("stories")
    screen.page(StoriesPage)
    assert not screen.sees("Web page into a folder")
    assert not screen.sees("Correct the language")


def test_the_trainers_list_tells_states_and_what_to_take_down(screen: Screen, tmp_path: Path) -> None:
    told = _finished(screen, Use.WEB)
    screen.journey.desk("stories")
    page = screen.page(StoriesPage)
    assert page.cells()[0][:3] == ["Arben", "Moja pot", _("ready")]
    page.publish(tmp_path / "stran")
    screen.wait(lambda: (tmp_path / "stran" / "index.html").exists() and page.cells()[0][2] == _("published"))
    page.choose(told.story.id)
    screen.clock.forward(60)
    screen.press("Withdraw")
    dialog = next(one for one in screen.window.findChildren(QDialog) if one.isVisible())
    screen.press("Withdraw", dialog)
    assert page.cells()[0][2] == _("withdrawn")
    name = next(path.name for path in (tmp_path / "stran").glob("zgodba-*.html"))
    said = ngettext("Take {n} story off the web: {files}", "Take {n} stories off the web: {files}", 1)
    assert screen.sees(said.format(n=1, files=name))


def test_a_correction_is_offered_to_the_learner_beside_the_own_text(screen: Screen) -> None:
    told = _finished(screen)
    screen.journey.desk("stories")
    page = screen.page(StoriesPage)
    page.choose(told.story.id)
    screen.press("Correct the language")
    dialog = next(iter(screen.window.findChildren(CorrectionDialog)))
    dialog._answers["now"].setPlainText("Zdaj berem.")
    screen.press("Save the suggestion", dialog)
    screen.sign_in(told.author.name)
    room = _room(screen)
    assert room.step == "look"
    assert screen.sees("As you wrote it")
    assert screen.sees("Berem.")
    assert screen.sees("Zdaj berem.")
    screen.press("A suggestion: the same with fewer mistakes")
    session = screen.journey.session
    assert session is not None
    assert _own(screen, session)[0].story.texts.now == "Zdaj berem."
    assert _own(screen, session)[0].story.own.now == "Berem."


def test_deleting_a_story_asks_and_says_what_is_lost(screen: Screen) -> None:
    told = _finished(screen, Use.WEB)
    session = screen.sign_in(told.author.name)
    page = _room(screen)
    assert page.step == "list"
    screen.press(f"{_('Delete')}: Moja pot")
    dialog = next(one for one in screen.window.findChildren(QDialog) if one.isVisible())
    assert screen.sees("The story and its photo are erased. This cannot be undone.")
    assert len(_own(screen, session)) == 1
    screen.press("Delete", dialog)
    assert _own(screen, session) == ()


def test_a_poster_is_seen_before_it_is_printed_and_follows_its_options(screen: Screen) -> None:
    _finished(screen, Use.PRINT)
    screen.journey.desk("stories")
    screen.page(StoriesPage)
    screen.press("Poster of a group")
    page = screen.page(PosterPage)
    screen.wait(lambda: bool(page.pdf))
    view = screen.visible(PdfView)[0]
    assert (view.page_size().width(), view.page_size().height()) == (595, 842)
    assert view.height() > view.width()
    first = page.pdf
    screen.press("Iz Prizrena. (Arben)")
    screen.wait(lambda: page.pdf != first)
    second = page.pdf
    screen.type_into("Title", "Naša pot")
    screen.wait(lambda: page.pdf != second)
    screen.press(f"{_('Size')}: A3")
    screen.wait(lambda: view.page_size().width() == 842)


def test_the_register_of_consents_names_the_story_and_where(screen: Screen) -> None:
    _finished(screen, Use.WEB, Use.PRINT)
    screen.journey.desk("rights")
    screen.settle()
    cells = [cell for table in screen.visible(RowsTable) for row in table.cells() for cell in row]
    assert any("»Moja pot«" in cell and uses_text({Use.WEB, Use.PRINT}) in cell for cell in cells)


def test_the_results_lead_to_the_poster(screen: Screen) -> None:
    screen.sign_in_trainer()
    screen.journey.desk("results")
    screen.settle()
    screen.press("Poster")
    screen.page(PosterPage)


def test_the_line_that_is_written_is_seen_also_where_letters_are_large(
    start: Callable[..., Screen],
) -> None:
    screen = start(wanted=DeviceSettings(sound=False, reduced_motion=True, text_scale=2.0))
    screen.sign_in()
    page = _room(screen)
    editor = _editor(page).editor
    for line in range(4):
        QTest.keyClicks(editor, f"Vrstica {line}.")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        screen.settle()
        seen = editor.viewport().visibleRegion().boundingRect()
        assert seen.intersects(editor.cursorRect())


def test_the_booklet_is_made_behind_the_page_and_saved_where_somebody_says(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _finished(screen, Use.PRINT)
    screen.journey.desk("stories")
    screen.page(StoriesPage)
    target = tmp_path / "zgodbe.pdf"

    def chosen(*_asked: object) -> tuple[str, str]:
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    screen.press("Booklet (PDF)")
    screen.wait(target.exists)
    assert target.read_bytes().startswith(b"%PDF-")
