# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories from the first letter to the web page and off it again."""

import json
import shutil
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import cast

import pytest
from tests.photos import jpeg
from tests.services.making import PASSPHRASE, Place, amra, learner, refused

from korak.centre.enrolment import Reason
from korak.centre.people import Session
from korak.centre.retention import Purpose, Use
from korak.centre.stories import State, Story, Texts
from korak.clock import FixedClock
from korak.services.demo import DEMO_PASSPHRASE
from korak.services.faults import FaultKind
from korak.services.harvest import Wanted
from korak.services.house import House
from korak.services.stories import Draft
from korak.storage.rights import RightsShelf
from korak.storage.schema import TABLES

DAY = 24 * 3600.0
WEB, PRINT = frozenset({Use.WEB}), frozenset({Use.PRINT})
NEVER_CLOSED = {"meta", "link", "img", "br"}


@pytest.fixture
def house(place: Place) -> House:
    return place.create()[0]


@pytest.fixture
def trainer(house: House) -> Session:
    return house.sign_in.trainer(PASSPHRASE)


def _written(house: House, who: Session, person: str = "", **texts: str) -> Story:
    own = Texts(
        texts.get("title", "Moja pot"),
        texts.get("come_from", "Prihajam iz Zenice. Tam sem živela dolgo."),
        texts.get("learned", "Naučila sem se pisati sporočila."),
        texts.get("now", "Zdaj sama pišem zdravnici."),
    )
    _later(house)
    draft = Draft(texts.get("language", "sl"), own, texts.get("name", "Amra"), "Na klopi ob jezeru")
    story = house.stories.begin(who, person or who.person_id, draft)
    return house.stories.finish(who, story.id)


def _later(house: House) -> None:
    cast("FixedClock", house._clock).forward(60)


def _until(house: House, days: int = 365) -> date:
    return house._clock.now().date() + timedelta(days=days)


def _agree(house: House, who: Session, story: Story, uses: frozenset[Use] = WEB) -> None:
    _later(house)
    house.stories.answer(who, story.id, Purpose.STORY, uses, _until(house))
    _later(house)


class Structure(HTMLParser):
    """Reads a page and keeps what a reader would meet."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.text: list[tuple[str, str]] = []  # the language of the nearest element that says one, the text
        self.languages: list[str] = []
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.seen.append((tag, given))
        if tag not in NEVER_CLOSED:
            self.open.append(tag)
            self.languages.append(given.get("lang", self.languages[-1] if self.languages else ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag
        self.languages.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text.append((self.languages[-1], data.strip()))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.seen if name == tag]


def _pages(files: Mapping[str, bytes]) -> dict[str, Structure]:
    return {name: Structure(data) for name, data in files.items() if name.endswith(".html")}


def test_what_a_learner_types_is_there_after_the_program_was_killed(place: Place, tmp_path: Path) -> None:
    house, _ = place.create()
    own = amra(house)
    story = house.stories.begin(own, own.person_id, Draft("sl", Texts(come_from="Pri")))
    house.stories.save(own, story.id, Draft("sl", Texts(come_from="Prihajam iz Ze")))
    # No close, no backup: the files as they lie there when the program is killed.
    shutil.copytree(place.folder, tmp_path / "killed")
    killed = Place(tmp_path / "killed")
    again = killed.keep(killed.vault().unlock(PASSPHRASE))
    (told,) = again.stories.own(amra(again), own.person_id)
    assert told.story.own.come_from == "Prihajam iz Ze"
    assert told.state is State.DRAFT
    killed.close()


def test_a_learner_reads_and_writes_only_the_own_story(house: House, trainer: Session) -> None:
    own, other = amra(house), learner(house, "Blerta")
    hers = house.stories.begin(trainer, other.id, Draft("sq", Texts(now="Shkruaj vetë.")))
    with refused(FaultKind.NOT_ALLOWED):
        house.stories.own(own, other.id)
    with refused(FaultKind.NOT_ALLOWED):
        house.stories.save(own, hers.id, Draft("sl"))
    with refused(FaultKind.NOT_ALLOWED):
        house.stories.get(own, hers.id)
    with refused(FaultKind.NOT_ALLOWED):
        house.stories.photo(own, hers.id)
    with refused(FaultKind.NOT_ALLOWED):
        house.stories.all(own)
    with refused(FaultKind.NOT_ALLOWED):
        house.stories.plan(own)


def test_the_author_of_a_dictated_story_is_the_learner_and_who_typed_is_told(
    house: House, trainer: Session
) -> None:
    person = learner(house, "Blerta")
    story = _written(house, trainer, person.id, name="Bleta")
    (told,) = house.stories.all(trainer)
    assert told.author.id == person.id == story.person
    assert told.typed_by == "Maja"
    assert told.story.name == "Bleta"


def test_a_story_without_words_or_without_a_name_is_not_finished(house: House) -> None:
    own = amra(house)
    story = house.stories.begin(own, own.person_id, Draft("sl", Texts(title="Moja pot")))
    with refused(FaultKind.TEXT_MISSING):
        house.stories.finish(own, story.id)
    house.stories.save(own, story.id, Draft("sl", Texts(now="Pišem sama.")))
    with refused(FaultKind.NAME_MISSING):
        house.stories.finish(own, story.id)


def test_only_what_was_agreed_to_stands_on_the_web_page(house: House, trainer: Session) -> None:
    own = amra(house)
    story = _written(house, own)
    silent = _written(house, trainer, learner(house, "Blerta").id, name="Blerta", title="Druga zgodba")
    assert house.stories.plan(trainer).lines == ()
    _agree(house, own, story)
    _agree(house, trainer, silent, PRINT)
    (line,) = house.stories.plan(trainer).lines
    assert (line.name, line.title) == ("Amra", "Moja pot")
    everything = b"".join(house.stories.site(trainer).values()).decode()
    assert "Zdaj sama pišem zdravnici." in everything
    assert "Druga zgodba" not in everything
    assert "Blerta" not in everything


def test_the_page_is_whole_html_without_scripts_and_without_requests_to_others(
    house: House, trainer: Session
) -> None:
    own = amra(house)
    for number in range(3):
        _agree(house, own, _written(house, own, title=f"Zgodba <{number}> & pot"))
    files = house.stories.site(trainer)
    pages = _pages(files)
    assert len(pages) == 4
    for page in pages.values():
        assert page.open == []
        assert page.all("html") == [{"lang": "sl", "dir": "ltr"}]
        assert len(page.all("main")) == len(page.all("h1")) == len(page.all("title")) == 1
        assert {name for name, _attrs in page.seen} & {"script", "iframe", "form", "object", "style"} == set()
        for _name, attrs in page.seen:
            assert not any(attribute.startswith("on") or attribute == "style" for attribute in attrs)
            for link in (attrs.get("href", ""), attrs.get("src", "")):
                assert link in ("", "#text") or link in files
        assert any(attrs.get("name") == "viewport" for attrs in page.all("meta"))
        ids = [attrs["id"] for _name, attrs in page.seen if "id" in attrs]
        assert len(ids) == len(set(ids))
        assert "text" in ids
    style = files["style.css"].decode()
    assert style.count("{") == style.count("}")
    assert "url(" not in style
    assert "@import" not in style
    assert "Zgodba <1> & pot" in {text for _language, text in pages["index.html"].text}


def test_the_files_tell_nothing_of_the_computer_and_are_the_same_every_time(
    house: House, trainer: Session, tmp_path: Path
) -> None:
    own = amra(house)
    _agree(house, own, _written(house, own))
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    house.stories.publish(trainer, one)
    house.stories.publish(trainer, two)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as packed:
        assert packed.namelist()[-1] == "index.html"
        assert {info.date_time[3:] for info in packed.infolist()} == {(0, 0, 0)}
        everything = b"".join(packed.read(name) for name in packed.namelist())
    for secret in (str(tmp_path), str(Path.home()), "Maja", own.person_id, house.device.name):
        assert secret.encode() not in everything


def test_an_arabic_story_runs_from_right_to_left_on_a_slovenian_page(house: House, trainer: Session) -> None:
    own = amra(house)
    story = _written(house, own, language="ar", title="طريقي", now="أكتب الآن بنفسي.", name="Amra")
    _agree(house, own, story)
    pages = _pages(house.stories.site(trainer))
    (name,) = set(pages) - {"index.html"}
    assert ("ar", "أكتب الآن بنفسي.") in pages[name].text
    assert ("ar", "طريقي") in pages[name].text
    arabic = [attrs for _tag, attrs in pages[name].seen if attrs.get("lang") == "ar"]
    assert arabic
    assert all(attrs["dir"] == "rtl" for attrs in arabic)
    assert ("ar", "طريقي") in pages["index.html"].text


def test_a_withdrawal_takes_the_story_off_the_next_web_page(
    house: House, trainer: Session, tmp_path: Path
) -> None:
    own = amra(house)
    story, kept = _written(house, own), _written(house, own, title="Druga")
    house.stories.put_photo(own, story.id, jpeg(40, 30))
    story = house.stories.finish(own, story.id)
    _agree(house, own, story)
    house.stories.answer(own, story.id, Purpose.PHOTO, WEB, _until(house))
    _agree(house, own, kept)
    folder = tmp_path / "stran"
    first = house.stories.publish(trainer, folder)
    assert (len(first.changes.added), first.changes.gone, first.before) == (2, (), None)
    assert {told.state for told in house.stories.all(trainer)} == {State.PUBLISHED}
    page, photo = folder / first.lines[0].shown.file, next(folder.glob("foto-*.jpg"))
    assert page.exists()
    (folder / "lastna.html").write_text("stran centra", "utf-8")

    _later(house)
    house.stories.withdraw(own, story.id)

    assert house.stories.get(own, story.id).state is State.WITHDRAWN
    second = house.stories.publish(trainer, folder)
    assert [one.file for one in second.changes.gone] == [page.name]
    assert not page.exists()
    assert not photo.exists()
    assert (folder / "lastna.html").exists()
    assert page.name not in (folder / "index.html").read_text("utf-8")
    assert house.stories.plan(trainer).changes.gone == ()
    assert [line.title for line in second.lines] == ["Druga"]


def test_a_story_goes_from_the_web_page_the_day_after_its_last(
    house: House, trainer: Session, place: Place
) -> None:
    own = amra(house)
    story = _written(house, own)
    house.stories.answer(own, story.id, Purpose.STORY, WEB, _until(house, 30))
    place.clock.forward(30 * DAY)
    assert len(house.stories.plan(trainer).lines) == 1
    place.clock.forward(DAY)
    assert house.stories.plan(trainer).lines == ()
    assert house.stories.get(trainer, story.id).state is State.EXPIRED


def test_whoever_changes_a_letter_is_asked_again(house: House, trainer: Session) -> None:
    own = amra(house)
    story = _written(house, own)
    _agree(house, own, story)
    draft = Draft("sl", Texts("Moja pot", "Prihajam iz Tuzle."), "Amra", story.photo_text)
    house.stories.save(own, story.id, draft)
    assert house.stories.get(own, story.id).state is State.DRAFT
    house.stories.finish(own, story.id)
    assert house.stories.get(own, story.id).state is State.WAITING
    assert house.stories.plan(trainer).lines == ()
    assert house.stories._shelf.versions(story.id) == (story.version,)


def test_a_correction_stands_beside_the_story_until_its_author_wants_it(
    house: House, trainer: Session
) -> None:
    own = amra(house)
    story = _written(house, own, learned="Naučila sem pisat sporočilo.")
    _agree(house, own, story)
    better = Texts("Moja pot", story.own.come_from, "Naučila sem se pisati sporočila.", story.own.now)
    house.stories.suggest(trainer, story.id, better)
    told = house.stories.get(trainer, story.id)
    assert told.story.own.learned == "Naučila sem pisat sporočilo."
    assert told.story.texts == told.story.own
    assert told.state is State.READY
    house.stories.approve(own, story.id, corrected=True)
    told = house.stories.get(own, story.id)
    assert told.story.texts == better
    assert told.state is State.WAITING
    assert told.story.own.learned == "Naučila sem pisat sporočilo."
    _agree(house, own, told.story)
    assert "Naučila sem se pisati" in b"".join(house.stories.site(trainer).values()).decode()
    with refused(FaultKind.NOT_ALLOWED):
        house.stories.suggest(own, story.id, better)


def test_a_photo_that_tells_where_it_was_taken_is_refused(house: House) -> None:
    own = amra(house)
    story = _written(house, own)
    with refused(FaultKind.BAD_PHOTO):
        house.stories.put_photo(own, story.id, jpeg(40, 30, exif=True))
    with refused(FaultKind.BAD_PHOTO):
        house.stories.put_photo(own, story.id, jpeg(1_601, 4))
    with refused(FaultKind.BAD_PHOTO):
        house.stories.put_photo(own, story.id, b"GIF89a")
    house.stories.put_photo(own, story.id, jpeg(40, 30))
    assert house.stories.photo(own, story.id) == jpeg(40, 30)


def test_the_photo_has_a_consent_of_its_own(house: House, trainer: Session) -> None:
    own = amra(house)
    story = _written(house, own)
    house.stories.put_photo(own, story.id, jpeg(40, 30))
    story = house.stories.finish(own, story.id)
    _agree(house, own, story)
    files = house.stories.site(trainer)
    assert not [name for name in files if name.startswith("foto")]
    assert _pages(files)[house.stories.plan(trainer).lines[0].shown.file].all("img") == []
    house.stories.answer(own, story.id, Purpose.PHOTO, WEB, _until(house))
    files = house.stories.site(trainer)
    (photo,) = [name for name in files if name.startswith("foto")]
    assert files[photo] == jpeg(40, 30)
    (image,) = _pages(files)[house.stories.plan(trainer).lines[0].shown.file].all("img")
    assert (image["src"], image["alt"]) == (photo, "Na klopi ob jezeru")
    assert (image["width"], image["height"]) == ("40", "30")


def test_the_register_shows_every_answer_and_a_no_to_all_ends_all(house: House, trainer: Session) -> None:
    own = amra(house)
    first, second = _written(house, own), _written(house, own, title="Druga")
    _agree(house, own, first)
    _agree(house, own, second)
    _later(house)
    house.stories.withdraw(own, second.id)
    lines = {line.consent.note: line.holds for line in house.rights.register(trainer)}
    assert lines == {"Moja pot": True, "Druga": False}
    assert house.rights.agreed(trainer, own.person_id)[Purpose.STORY] is True
    house.rights.answer(trainer, own.person_id, Purpose.STORY, given=False)
    assert house.stories.plan(trainer).lines == ()
    assert house.stories.get(own, first.id).state is State.WITHDRAWN
    assert not any(line.holds for line in house.rights.register(trainer))


def test_whoever_is_forgotten_leaves_no_word_and_no_photo_and_the_page_is_still_taken_down(
    house: House, trainer: Session, tmp_path: Path
) -> None:
    own = amra(house)
    story = _written(house, own)
    house.stories.put_photo(own, story.id, jpeg(40, 30))
    story = house.stories.finish(own, story.id)
    _agree(house, own, story)
    house.stories.suggest(trainer, story.id, Texts("Popravljeno", "a", "b", "c"))
    record = json.loads(house.rights.own_record(own, own.person_id))
    assert record["tables"]["story"][0]["now"] == "Zdaj sama pišem zdravnici."
    assert bytes.fromhex(record["tables"]["story_photo"][0]["data"]) == jpeg(40, 30)
    assert {"story_version", "story_correction", "agreement_scope"} <= set(record["tables"])
    published = house.stories.publish(trainer, tmp_path / "stran")
    _later(house)
    house.rights.erase(trainer, own.person_id)
    assert house.stories.all(trainer) == ()
    whole = RightsShelf(house._store, TABLES)
    left = {name for name in whole.everything(own.person_id) if name.startswith(("story", "agreement"))}
    assert left == set()
    (gone,) = house.stories.publish(trainer, tmp_path / "stran").changes.gone
    assert gone.file == published.lines[0].shown.file
    assert not (tmp_path / "stran" / gone.file).exists()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    house: House, trainer: Session, tmp_path: Path
) -> None:
    own = amra(house)
    _agree(house, own, _written(house, own))
    (tmp_path / "datoteka").write_text("x", "utf-8")
    with refused(FaultKind.CANNOT_WRITE):
        house.stories.publish(trainer, tmp_path / "datoteka")
    assert house.stories.plan(trainer).before is None


def test_sentences_for_a_poster_come_only_from_stories_that_may_be_printed(
    house: House, trainer: Session
) -> None:
    own = amra(house)
    _agree(house, own, _written(house, own, now="Samo na spletu je to."))
    _agree(house, own, _written(house, own), PRINT)
    found = house.stories.quotes(trainer)
    assert {quote.name for quote in found} == {"Amra"}
    assert "Zdaj sama pišem zdravnici." in {quote.text for quote in found}
    assert "Samo na spletu je to." not in {quote.text for quote in found}


def test_learning_data_take_stories_along_that_nobody_may_see(place: Place) -> None:
    house = place.demo()
    trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
    (group, *_others) = house.people.groups(trainer)
    people = house.people.learners(trainer, group.id)
    person = next(one.id for one in people if house._store.attempts(one.id))
    shown, private = _written(house, trainer, person), _written(house, trainer, person, title="Samo zame")
    house.stories.answer(trainer, shown.id, Purpose.STORY, WEB, _until(house, 3_000))
    house.enrolments.leave(trainer, person, group.id, Reason.WORK)
    place.clock.forward(500 * DAY)
    assert person in {one.id for one, _day in house.rights.due(trainer).learning}
    assert {told.story.id for told in house.stories.all(trainer)} == {shown.id, private.id}
    house.rights.erase_learning(trainer, [person])
    assert [told.story.id for told in house.stories.all(trainer)] == [shown.id]
    assert len(house.stories.plan(trainer).lines) == 1


def test_a_demo_with_a_calendar_has_stories_to_look_at(place: Place) -> None:
    house = place.keep(place.vault().create_demo(1, 12, 1, 40, meetings=4))
    trainer = house.sign_in.trainer(DEMO_PASSPHRASE)
    states = sorted(told.state for told in house.stories.all(trainer))
    assert states == [State.DRAFT, State.READY, State.READY, State.WAITING]
    (line,) = house.stories.plan(trainer).lines
    assert line.name == "Amra"
    assert {quote.language for quote in house.stories.quotes(trainer)} == {"sl", "ar"}
    (group,) = house.harvests.groups(trainer)
    assert house.harvests.gather(trainer, Wanted(group.id)).meetings == 4
