# SPDX-License-Identifier: GPL-3.0-or-later
"""Learners' stories: written or dictated, agreed to, shown outside as a web page and as a booklet."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from korak.centre.people import Person, Role, Session
from korak.centre.privacy import Deed, may
from korak.centre.retention import Consent, Purpose, Scope, Use
from korak.centre.stories import (
    MOST_LETTERS,
    Changes,
    Permit,
    Shown,
    State,
    Story,
    Texts,
    changes,
    page_of,
    permit,
    photo_file,
    standing,
    state_of,
)
from korak.clock import Clock
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import needed, not_found
from korak.storage.ids import new_id
from korak.storage.rights import RightsShelf
from korak.storage.store import Store

MOST_PHOTO_BYTES = 400_000
MOST_PHOTO_SIDE = 1_600  # pixels
LISTED = "objave.csv"
"""How the name of the list of what is shown ends."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands on the page while somebody writes."""

    language: str
    own: Texts = field(default_factory=Texts)
    name: str = ""
    photo_text: str = ""

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return any(part.strip() for part in (self.own.title, *self.own.answers, self.photo_text))


@dataclass(frozen=True, slots=True)
class Told:
    """A story with all that is known about it today."""

    story: Story
    author: Person
    state: State
    permit: Permit
    answer: Consent | None  # the one that decides about the story
    photo_answer: Consent | None
    typed_by: str  # the name of the helper it was dictated to; empty: the learner wrote it


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list of what is shown: whose, where, since when and until when."""

    shown: Shown
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class SitePlan:
    """The web page as it would be now, and how it differs from the last one (None: there was none)."""

    lines: tuple[Line, ...]
    changes: Changes
    before: datetime | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that may be printed, with the name its author wants below it."""

    text: str
    name: str
    language: str
    person: str


class Stories:
    """The stories of a centre: learners have their own, helpers write down, trainers and staff publish."""

    def __init__(self, store: Store, clock: Clock) -> None:
        from korak.storage.schema import TABLES  # noqa: PLC0415 - all shelves, as the register wants them
        from korak.storage.stories import StoryShelf  # noqa: PLC0415

        self._store = store
        self._shelf = StoryShelf(store)
        self._register = RightsShelf(store, TABLES)
        self._clock = clock

    # ------------------------------------------------------------------ to read

    def own(self, session: Session, person_id: str) -> tuple[Told, ...]:
        """Return somebody's stories, the newest first."""
        require(session, Deed.COLLECT, person_id)
        author = self._author(person_id)
        joined = (other for other, person in self._store.same().items() if person == person_id)
        found = [story for each in (person_id, *joined) for story in self._shelf.stories(each)]
        return self._told(found, {one.person: author for one in found})

    def all(self, session: Session) -> tuple[Told, ...]:
        """Return every story, the newest first."""
        _require_reading(session)
        people = {person.id: person for person in self._store.people(Role.LEARNER)}
        return self._told([one for one in self._shelf.stories() if one.person in people], people)

    def get(self, session: Session, story_id: str) -> Told:
        """Return one story."""
        story = self._found(story_id)
        if session.role is Role.LEARNER:
            require(session, Deed.COLLECT, story.person)
        else:
            _require_reading(session)
        return self._told([story], {story.person: self._author(story.person)})[0]

    def authors(self, session: Session) -> tuple[Person, ...]:
        """Return for whom a story can be written down: every learner who is here, by name."""
        require(session, Deed.COLLECT)
        return tuple(person for person in self._store.people(Role.LEARNER) if person.active and person.name)

    def author(self, session: Session, person_id: str) -> Person:
        """Return whose story it would be."""
        require(session, Deed.COLLECT, person_id)
        return self._author(person_id)

    def photo(self, session: Session, story_id: str) -> bytes | None:
        """Return a story's photo (JPEG)."""
        told = self.get(session, story_id)
        found = self._shelf.photo(told.story.photo) if told.story.photo else None
        return None if found is None else found.data

    # ------------------------------------------------------------------ to write

    def begin(self, session: Session, person_id: str, draft: Draft) -> Story:
        """Keep the first words of a new story; whoever types, its author is the learner."""
        require(session, Deed.COLLECT, person_id)
        self._author(person_id)
        now = self._clock.now()
        story = Story(
            id=new_id(now),
            person=person_id,
            language=draft.language,
            name=draft.name[:60],
            own=_short(draft.own),
            by=session.person_id,
            created_at=now,
            changed_at=now,
            photo_text=draft.photo_text,
        )
        self._shelf.keep(story)
        return story

    def save(self, session: Session, story_id: str, draft: Draft) -> Story:
        """Keep what was typed; a story that was finished is a draft again once anything differs."""
        story = self._mine(session, story_id)
        fresh = dataclasses.replace(
            story,
            language=draft.language,
            name=draft.name[:60],
            own=_short(draft.own),
            photo_text=draft.photo_text,
        )
        if fresh == story:
            return story
        return self._keep(dataclasses.replace(fresh, by=session.person_id, finished_at=None, approved=False))

    def finish(self, session: Session, story_id: str) -> Story:
        """Say that a story is written: it has words and a name; now somebody may be asked about it."""
        story = self._mine(session, story_id)
        if not story.own.told:
            raise ServiceFault(FaultKind.TEXT_MISSING)
        name = needed(story.name, "story")
        return self._keep(dataclasses.replace(story, name=name, finished_at=self._clock.now()))

    def put_photo(self, session: Session, story_id: str, data: bytes) -> Story:
        """Keep a photo in place of the one before.

        A JPEG of at most 400 kB and 1,600 pixels a side that says nothing about place, time or camera; any
        other is refused with BAD_PHOTO.
        """
        from korak.exchange.jpeg import read_jpeg  # noqa: PLC0415 - when there is a photo
        from korak.storage.stories import Photo  # noqa: PLC0415

        story = self._mine(session, story_id)
        jpeg = read_jpeg(data)
        if jpeg is None or jpeg.tells:
            raise ServiceFault(FaultKind.BAD_PHOTO, {"reason": "kind"})
        if len(data) > MOST_PHOTO_BYTES or max(jpeg.width, jpeg.height) > MOST_PHOTO_SIDE:
            raise ServiceFault(FaultKind.BAD_PHOTO, {"reason": "size"})
        now = self._clock.now()
        photo = Photo(new_id(now), data, jpeg.width, jpeg.height)
        with self._store.together():
            self._shelf.add_photo(story, photo, now)
            return self._keep(dataclasses.replace(story, photo=photo.id, finished_at=None))

    def drop_photo(self, session: Session, story_id: str) -> Story:
        """Erase a story's photo and the words for it; nothing brings it back."""
        story = self._mine(session, story_id)
        with self._store.together():
            self._shelf.drop_photo(story_id)
            bare = dataclasses.replace(story, photo="", photo_text="", finished_at=None)
            return self._keep(bare)

    def erase(self, session: Session, story_id: str) -> None:
        """Erase a story with its photo and versions; the answers about it stay in the register."""
        story = self._mine(session, story_id)
        self._shelf.drop(story.id)

    # ------------------------------------------------------------------ language

    def suggest(self, session: Session, story_id: str, texts: Texts | None) -> Story:
        """Keep a corrected text beside the learner's own (None: none); the learner decides which is shown."""
        require(session, Deed.PUBLISH)
        story, now = self._found(story_id), self._clock.now()
        kept = None if texts is None or texts == story.own else _short(texts)
        if kept == story.corrected:
            return story
        with self._store.together():
            self._shelf.correct(story, kept, session.person_id, now)
            self._shelf.keep(dataclasses.replace(story, approved=False, changed_at=now))
        return self._found(story_id)

    def approve(self, session: Session, story_id: str, *, corrected: bool) -> Story:
        """Say which text is to be shown: the corrected one, or the one as it was written."""
        story = self._mine(session, story_id)
        if corrected and story.corrected is None:
            raise ServiceFault(FaultKind.TEXT_MISSING)
        return self._keep(dataclasses.replace(story, approved=corrected))

    # ------------------------------------------------------------------ consent

    def answer(
        self,
        session: Session,
        story_id: str,
        purpose: Purpose,
        uses: frozenset[Use],
        until: date | None = None,
    ) -> Told:
        """Keep the learner's answer about the story or its photo as they are now; no use: no.

        A yes needs its last day, and a story that is finished.
        """
        story = self._mine(session, story_id)
        now = self._clock.now()
        if uses and (until is None or until < now.astimezone().date()):
            raise ServiceFault(FaultKind.DAY_GONE, {"day": "" if until is None else until.isoformat()})
        if uses and story.finished_at is None:
            raise ServiceFault(FaultKind.TEXT_MISSING)
        version = story.photo if purpose is Purpose.PHOTO else story.version
        consent = Consent(
            new_id(now),
            now,
            story.person,
            purpose,
            given=bool(uses),
            until=until if uses else None,
            note=story.texts.title,
            scope=Scope(story.id, version, uses),
        )
        with self._store.together():
            self._shelf.freeze(story, now)
            self._register.add_consent(consent, session.person_id)
        return self.get(session, story_id)

    def withdraw(self, session: Session, story_id: str) -> Told:
        """Take back what was agreed to about a story and its photo; it is in no web page made from now on."""
        story = self._mine(session, story_id)
        with self._store.together():
            if story.photo:
                self.answer(session, story_id, Purpose.PHOTO, frozenset())
            return self.answer(session, story_id, Purpose.STORY, frozenset())

    # ------------------------------------------------------------------ to show outside

    def plan(self, session: Session) -> SitePlan:
        """Return what the web page would hold now, and what comes, changes and goes."""
        require(session, Deed.PUBLISH)
        before, known = self._shelf.last_export()
        told = self._shown(session, Use.WEB)
        lines = tuple(Line(_line(one), one.story.name, one.story.texts.title) for one in told)
        return SitePlan(lines, changes(known.values(), [line.shown for line in lines]), before)

    def site(self, session: Session) -> Mapping[str, bytes]:
        """Return the files of the web page, by name."""
        require(session, Deed.PUBLISH)
        from korak.exchange.story_site import Page, site  # noqa: PLC0415 - made when it is wanted

        pages: list[Page] = []
        for one in self._shown(session, Use.WEB):
            story, texts = one.story, one.story.texts
            found = self._shelf.photo(story.photo) if Use.WEB in one.permit.photo else None
            pages.append(
                Page(
                    file=page_of(story),
                    title=texts.title.strip(),
                    name=story.name,
                    language=story.language,
                    answers=texts.answers,
                    photo=None if found is None else found.data,
                    photo_file="" if found is None else photo_file(found.id),
                    photo_size=(0, 0) if found is None else (found.width, found.height),
                    photo_text=story.photo_text.strip(),
                )
            )
        return site(self._store.centre_name(), pages, self._today())

    def publish(self, session: Session, target: Path) -> SitePlan:
        """Write the web page into a folder or a .zip file and remember what it holds.

        In a folder the files of stories that are gone are erased. Beside it, never within it, lies the list
        of what is shown (what, since when, until when). CANNOT_WRITE where the disk refuses.
        """
        from korak.exchange.story_site import listed, write_folder, write_zip  # noqa: PLC0415

        plan, files = self.plan(session), self.site(session)
        gone = [name for one in plan.changes.gone for name in _files(one)]
        gone += [photo_file(one.photo) for one in plan.changes.unseen]
        try:
            if target.suffix.lower() == ".zip":
                write_zip(target, files, self._today())
            else:
                write_folder(target, files, gone)
            beside = target.with_name(f"{target.stem}-{LISTED}")
            beside.write_bytes(listed([(line.shown, line.name, line.title) for line in plan.lines]))
        except OSError as error:
            raise ServiceFault(FaultKind.CANNOT_WRITE, {"file": target.name}) from error
        now = self._clock.now()
        self._shelf.add_export(new_id(now), (line.shown for line in plan.lines), session.person_id, now)
        return plan

    def booklet(self, session: Session, use: Use = Use.PRINT) -> bytes:
        """Return the stories that may be printed (or shown to the funder) as a PDF."""
        require(session, Deed.PUBLISH)
        from korak.reports.offscreen import application  # noqa: PLC0415 - laid out when it is wanted
        from korak.reports.stories import Leaf, booklet  # noqa: PLC0415

        application()
        leaves: list[Leaf] = []
        for one in self._shown(session, use):
            found = self._shelf.photo(one.story.photo) if use in one.permit.photo else None
            leaves.append(
                Leaf(one.story) if found is None else Leaf(one.story, found.data, (found.width, found.height))
            )
        return booklet(self._store.centre_name(), leaves, self._today())

    def quotes(self, session: Session) -> tuple[Quote, ...]:
        """Return the sentences of stories that may be printed."""
        require(session, Deed.PUBLISH)
        from korak.centre.quotes import sentences  # noqa: PLC0415 - for the poster alone

        return tuple(
            Quote(sentence, one.story.name, one.story.language, one.author.id)
            for one in self._shown(session, Use.PRINT)
            for answer in one.story.texts.answers
            for sentence in sentences(answer)
        )

    # ------------------------------------------------------------------ internal

    def _shown(self, session: Session, use: Use) -> list[Told]:
        """The stories that may be shown there today, in the order they were begun."""
        return [one for one in reversed(self.all(session)) if use in one.permit.story]

    def _told(self, stories: list[Story], people: Mapping[str, Person]) -> tuple[Told, ...]:
        today = self._today()
        answers: dict[str, list[Consent]] = {}
        known = self._register.consents(stories[0].person) if len(stories) == 1 else self._register.consents()
        for one in known:
            answers.setdefault(one.person, []).append(one)
        _at, shown = self._shelf.last_export()
        helpers = {by: self._helper(by) for by in {story.by for story in stories}}
        found: list[Told] = []
        for story in stories:
            mine = answers.get(story.person, [])
            found.append(
                Told(
                    story,
                    people[story.person],
                    state_of(story, mine, today, shown.get(story.id)),
                    permit(story, mine, today),
                    standing(mine, Purpose.STORY, story.id),
                    standing(mine, Purpose.PHOTO, story.id),
                    "" if story.by == story.person else helpers[story.by],
                )
            )
        return tuple(found)

    def _helper(self, by: str) -> str:
        """The name of somebody who wrote down what others told; learners write their own."""
        helper = self._store.person(by)
        return "" if helper is None or helper.role is Role.LEARNER else helper.name

    def _keep(self, story: Story) -> Story:
        kept = dataclasses.replace(story, changed_at=self._clock.now())
        self._shelf.keep(kept)
        return kept

    def _mine(self, session: Session, story_id: str) -> Story:
        story = self._found(story_id)
        require(session, Deed.COLLECT, self._store.same().get(story.person, story.person))
        return story

    def _found(self, story_id: str) -> Story:
        story = self._shelf.story(story_id)
        if story is None:
            raise not_found("story", story_id)
        return story

    def _author(self, person_id: str) -> Person:
        person = self._store.person(person_id)
        if person is None or person.role is not Role.LEARNER:
            raise not_found("person", person_id)
        return person

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def _require_reading(session: Session) -> None:
    """Whoever writes down stories of others or shows them outside may read them."""
    if not may(session, Deed.COLLECT):
        require(session, Deed.PUBLISH)


def _line(told: Told) -> Shown:
    story, answer = told.story, told.answer
    if answer is None:
        raise AssertionError("nothing is shown without an answer")
    photo = story.photo if Use.WEB in told.permit.photo else ""
    day = answer.at.astimezone().date()
    return Shown(story.id, story.version, photo, page_of(story), day, answer.until)


def _files(shown: Shown) -> tuple[str, ...]:
    return (shown.file, photo_file(shown.photo)) if shown.photo else (shown.file,)


def _short(texts: Texts) -> Texts:
    cut = {field.name: getattr(texts, field.name)[:MOST_LETTERS] for field in dataclasses.fields(texts)}
    return Texts(**cut)
