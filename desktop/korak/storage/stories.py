# SPDX-License-Identifier: GPL-3.0-or-later
"""The shelf of stories: texts, photos, versions, and what stood on the web page."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from korak.centre.stories import QUESTIONS, Shown, Story, Texts
from korak.storage.store import Store
from korak.storage.tables import Flag, UtcTime, metadata

_WORDS = ("title", *QUESTIONS)


def _texts() -> tuple[Column[Any], ...]:
    return tuple(Column(name, Text, nullable=False) for name in _WORDS)


def _person() -> Column[Any]:
    return Column("person", Text, ForeignKey("person.id"), nullable=False, index=True)


def _device() -> Column[Any]:
    return Column("device", Text, ForeignKey("device.id"), nullable=False)


story = Table(
    "story",
    metadata,
    Column("id", Text, primary_key=True),
    _person(),
    Column("language", Text, nullable=False),
    Column("name", Text, nullable=False),
    *_texts(),
    Column("photo", Text, nullable=False),
    Column("photo_text", Text, nullable=False),
    Column("finished_at", UtcTime),
    Column("approved", Flag, nullable=False),
    Column("by", Text, nullable=False),
    _device(),
    Column("created_at", UtcTime, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# What somebody suggests, apart from what the learner wrote.
story_correction = Table(
    "story_correction",
    metadata,
    Column("story", Text, ForeignKey("story.id"), primary_key=True),
    _person(),
    *_texts(),
    Column("by", Text, nullable=False),
    _device(),
    Column("changed_at", UtcTime, nullable=False),
    sqlite_strict=True,
)

story_photo = Table(
    "story_photo",
    metadata,
    Column("id", Text, primary_key=True),
    Column("story", Text, ForeignKey("story.id"), nullable=False, index=True),
    _person(),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    _device(),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# The words as they were when somebody was asked about them; the id is their mark.
story_version = Table(
    "story_version",
    metadata,
    Column("id", Text, primary_key=True),
    Column("story", Text, ForeignKey("story.id"), nullable=False, index=True),
    _person(),
    Column("language", Text, nullable=False),
    Column("name", Text, nullable=False),
    *_texts(),
    Column("photo_text", Text, nullable=False),
    _device(),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

# Every web page that was made: it names nobody, so that it can say what to take down after somebody is
# forgotten.
story_export = Table(
    "story_export",
    metadata,
    Column("id", Text, primary_key=True),
    Column("by", Text, nullable=False),
    _device(),
    Column("at", UtcTime, nullable=False),
    sqlite_strict=True,
)

story_export_item = Table(
    "story_export_item",
    metadata,
    Column("export", Text, ForeignKey("story_export.id"), primary_key=True),
    Column("story", Text, primary_key=True),
    Column("version", Text, nullable=False),
    Column("photo", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("consented_on", Text, nullable=False),
    Column("until", Text),
    sqlite_strict=True,
)

_STAYS = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
TRIGGERS = tuple(
    f"CREATE TRIGGER {table.name}_stays BEFORE UPDATE ON {table.name} {_STAYS}"
    for table in (story_version, story_export, story_export_item)
)


@dataclasses.dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept: a JPEG without anything about place, time or camera; sides in pixels."""

    id: str
    data: bytes
    width: int
    height: int


class StoryShelf:
    """Keeps and finds stories."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # ------------------------------------------------------------------ stories

    def stories(self, person_id: str | None = None) -> tuple[Story, ...]:
        """Return the stories of one person, or of everybody; the newest first."""
        asked = _ALL if person_id is None else _ALL.where(story.c.person == person_id)
        return tuple(_story(row) for row in self._store.rows(asked))

    def story(self, story_id: str) -> Story | None:
        """Return one story."""
        found = self._store.rows(_ALL.where(story.c.id == story_id))
        return _story(found[0]) if found else None

    def keep(self, kept: Story) -> None:
        """Keep a story as it is now; the suggestion stays as it was."""
        fields = {
            "person": kept.person,
            "language": kept.language,
            "name": kept.name,
            "photo": kept.photo,
            "photo_text": kept.photo_text,
            "finished_at": kept.finished_at,
            "approved": kept.approved,
            "by": kept.by,
            "changed_at": kept.changed_at,
        } | dataclasses.asdict(kept.own)
        added = insert(story).values(
            **fields, id=kept.id, device=self._store.device, created_at=kept.created_at
        )
        self._store.write(added.on_conflict_do_update(index_elements=["id"], set_=fields))

    def drop(self, story_id: str) -> None:
        """Take a story away with everything that belongs to it; what was agreed to stays in the register."""
        with self._store.together():
            for table in (story_correction, story_photo, story_version):
                self._store.write(table.delete().where(table.c.story == story_id))
            self._store.write(story.delete().where(story.c.id == story_id))

    def correct(self, of: Story, texts: Texts | None, by: str, at: datetime) -> None:
        """Keep a suggestion beside the story (None: take it away)."""
        if texts is None:
            self._store.write(story_correction.delete().where(story_correction.c.story == of.id))
            return
        fields = dataclasses.asdict(texts) | {"by": by, "device": self._store.device, "changed_at": at}
        added = insert(story_correction).values(**fields, story=of.id, person=of.person)
        self._store.write(added.on_conflict_do_update(index_elements=["story"], set_=fields))

    # ------------------------------------------------------------------ photos

    def add_photo(self, of: Story, photo: Photo, at: datetime) -> None:
        """Keep a photo; the one before it goes."""
        with self._store.together():
            self.drop_photo(of.id)
            fields = dataclasses.asdict(photo) | {"story": of.id, "person": of.person, "at": at}
            self._store.write(story_photo.insert(), fields | {"device": self._store.device})

    def drop_photo(self, story_id: str) -> None:
        """Take a story's photo away."""
        self._store.write(story_photo.delete().where(story_photo.c.story == story_id))

    def photo(self, photo_id: str) -> Photo | None:
        """Return a photo."""
        p = story_photo.c
        told = [p.id, p.data, p.width, p.height]
        found = self._store.rows(select(*told).where(p.id == photo_id))
        return Photo(*found[0]) if found else None

    # ------------------------------------------------------------------ what was agreed to

    def freeze(self, shown: Story, at: datetime) -> None:
        """Keep the words as they are shown to somebody who is asked about them."""
        fields = {
            "id": shown.version,
            "story": shown.id,
            "person": shown.person,
            "language": shown.language,
            "name": shown.name,
            "photo_text": shown.photo_text,
            "device": self._store.device,
            "at": at,
        } | dataclasses.asdict(shown.texts)
        self._store.write(insert(story_version).values(**fields).on_conflict_do_nothing())

    def versions(self, story_id: str) -> tuple[str, ...]:
        """Return the marks of the versions somebody was asked about, in order."""
        asked = select(story_version.c.id).where(story_version.c.story == story_id)
        return tuple(row.id for row in self._store.rows(asked.order_by(story_version.c.at)))

    # ------------------------------------------------------------------ what stood on the web page

    def add_export(self, identity: str, shown: Iterable[Shown], by: str, at: datetime) -> None:
        """Keep what a new web page holds."""
        with self._store.together():
            head = {"id": identity, "by": by, "device": self._store.device, "at": at}
            self._store.write(story_export.insert(), head)
            for one in shown:
                self._store.write(story_export_item.insert(), _line(one) | {"export": identity})

    def last_export(self) -> tuple[datetime | None, Mapping[str, Shown]]:
        """Return when the newest web page was made (None: never), and what it holds by story."""
        asked = select(story_export).order_by(story_export.c.at.desc(), story_export.c.id.desc()).limit(1)
        found = self._store.rows(asked)
        if not found:
            return None, {}
        lines = select(story_export_item).where(story_export_item.c.export == found[0].id)
        shown = (_shown(row) for row in self._store.rows(lines.order_by(story_export_item.c.file)))
        return found[0].at, {one.story: one for one in shown}


_TOLD = [story_correction.c[name].label(f"suggested_{name}") for name in (*_WORDS, "by")]
_ALL = (
    select(story, *_TOLD)
    .outerjoin_from(story, story_correction, story_correction.c.story == story.c.id)
    .order_by(story.c.created_at.desc(), story.c.id.desc())
)


def _story(row: Row[Any]) -> Story:
    suggested = None
    if row.suggested_by is not None:
        suggested = Texts(*(getattr(row, f"suggested_{name}") for name in _WORDS))
    return Story(
        id=row.id,
        person=row.person,
        language=row.language,
        name=row.name,
        own=Texts(*(getattr(row, name) for name in _WORDS)),
        by=row.by,
        created_at=row.created_at,
        changed_at=row.changed_at,
        photo=row.photo,
        photo_text=row.photo_text,
        finished_at=row.finished_at,
        corrected=suggested,
        corrected_by=row.suggested_by or "",
        approved=bool(row.approved),
    )


def _line(one: Shown) -> dict[str, Any]:
    until = None if one.until is None else one.until.isoformat()
    return dataclasses.asdict(one) | {"consented_on": one.consented_on.isoformat(), "until": until}


def _shown(row: Row[Any]) -> Shown:
    until = None if row.until is None else date.fromisoformat(row.until)
    day = date.fromisoformat(row.consented_on)
    return Shown(row.story, row.version, row.photo, row.file, day, until)
