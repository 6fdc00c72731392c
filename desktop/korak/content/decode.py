# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the files of a pack into a Pack, and says all that is wrong with them."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as remade
from fnmatch import fnmatch
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from korak.content.assessment import Assessment, BankFile, Item, ItemsFile, LockFile
from korak.content.documents import Document
from korak.content.faults import Fault, FaultCode, PackFaults, Spot
from korak.content.kinds import Exercise
from korak.content.lesson import Lesson, Step
from korak.content.pack import Fact, Header, Label, Pack
from korak.content.paper import PaperFile
from korak.content.part import Line, Part
from korak.content.people import Person
from korak.content.plan import Topic
from korak.content.portal import Page, Portal
from korak.content.shape import Fitter, Table
from korak.content.task import Task
from korak.content.words import SoundPair, Word, Words

PEOPLE = "people.toml"
LABELS = "labels.toml"
DOCUMENTS = "documents.toml"
PAIRS = "pairs.toml"
BANK = "assessment/bank.toml"
LOCK = "assessment/lock.toml"
PAPER = "assessment/paper.toml"
PLAN = "plan.toml"

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

P = TypeVar("P", bound=Part)
E = TypeVar("E", bound=Part)

_KNOWN_FILES = (
    "pack.toml",
    PEOPLE,
    LABELS,
    "facts.toml",
    DOCUMENTS,
    "documents/*.toml",
    "lessons/*.toml",
    "words/*.toml",
    PAIRS,
    PLAN,
    "exercises/*.toml",
    "tasks/*.toml",
    "portals/*.toml",
    BANK,
    LOCK,
    PAPER,
    "assessment/people.toml",
    "assessment/documents.toml",
    "assessment/items/*.toml",
    "assessment/tasks/*.toml",
    "assessment/portals/*.toml",
)


class WordsFile(Part, frozen=True, kw_only=True):
    """A file of words: one topic."""

    title: Line = ""
    word: tuple[Word, ...]


class PlanFile(Part, frozen=True, kw_only=True):
    """The plan of the course."""

    topic: tuple[Topic, ...]


class PairsFile(Part, frozen=True, kw_only=True):
    """The words that sound almost alike."""

    pair: tuple[SoundPair, ...]


class ExercisesFile(Part, frozen=True, kw_only=True):
    """A file of exercises for practice, beside the lessons."""

    exercise: tuple[Exercise, ...]


class PagesFile(Part, frozen=True, kw_only=True):
    """More pages of a portal."""

    page: tuple[Page, ...]


class PeopleFile(Part, frozen=True, kw_only=True):
    """The file of people."""

    person: tuple[Person, ...]


class DocumentsFile(Part, frozen=True, kw_only=True):
    """A file of documents."""

    document: tuple[Document, ...]


class LabelsFile(Part, frozen=True, kw_only=True):
    """The table of labels."""

    label: tuple[Label, ...]


class FactsFile(Part, frozen=True, kw_only=True):
    """The table of facts."""

    fact: tuple[Fact, ...]


FILE_TYPES: Mapping[str, type[Part]] = {
    "pack.toml": Header,
    "lessons/*.toml": Lesson,
    "tasks/*.toml": Task,
    "portals/*.toml": Portal,
    "portals/*/*.toml": PagesFile,
    "words/*.toml": WordsFile,
    PAIRS: PairsFile,
    PLAN: PlanFile,
    "exercises/*.toml": ExercisesFile,
    PEOPLE: PeopleFile,
    LABELS: LabelsFile,
    DOCUMENTS: DocumentsFile,
    "documents/*.toml": DocumentsFile,
    "facts.toml": FactsFile,
    BANK: BankFile,
    LOCK: LockFile,
    PAPER: PaperFile,
    "assessment/items/*.toml": ItemsFile,
}


@dataclass(frozen=True)
class Reading:
    """What could be read of a pack, and every fault; ``broken`` names the files that could not be decoded."""

    pack: Pack
    faults: tuple[Fault, ...]
    broken: frozenset[str]


def decode_pack(files: Mapping[str, bytes], *, assessment: bool = False) -> Pack:
    """The pack in these files (paths within the pack's folder); raises PackFaults.

    With ``assessment`` the bank is read, too: ``pack.assessment``, with its tasks, portals, people and
    documents among those of the pack. Lessons need none of it, and a fault in the bank is none of theirs.
    """
    reading = read_pack(files, assessment=assessment)
    if reading.faults:
        raise PackFaults(reading.faults)
    return reading.pack


def with_bank(pack: Pack, files: Mapping[str, bytes]) -> Pack:
    """The pack with the bank in these files; what it has is shared, not read again. Raises PackFaults."""
    own = {file: data for file, data in files.items() if file.startswith("assessment/")}
    return _Reader(own, assessment=True).onto(pack)


def read_pack(files: Mapping[str, bytes], *, assessment: bool = False) -> Reading:
    """Read as much of the pack as can be read; with ``assessment`` its bank of items, too."""
    return _Reader(files, assessment).read()


@dataclass
class _Reader:
    """Reads file by file and remembers faults, names and where things stand."""

    files: Mapping[str, bytes]
    assessment: bool = False
    faults: list[Fault] = field(default_factory=list[Fault])
    broken: set[str] = field(default_factory=set[str])
    names: dict[str, str] = field(default_factory=dict[str, str])
    homes: dict[str, str] = field(default_factory=dict[str, str])
    topics: dict[str, str] = field(default_factory=dict[str, str])

    def read(self) -> Reading:
        """Labels and facts first, because texts use them; a folder without pack.toml is no pack."""
        if "pack.toml" not in self.files:
            fault = Fault("pack.toml", (), FaultCode.MISSING_FILE)
            return Reading(Pack(Header(id="", title="", version="")), (fault,), frozenset())
        labels = self._entries(self._only(LABELS), LabelsFile, _labels, _label_id)
        facts = self._entries(self._only("facts.toml"), FactsFile, _facts, _id)
        self.names |= {name: label.sl for name, label in labels.items()}
        self.names |= {name: fact.value for name, fact in facts.items()}
        header = self._one("pack.toml", Header)
        pack = Pack(
            header or Header(id="", title="", version=""),
            lessons={
                file_id(file): _lesson(lesson, file_id(file)) for file, lesson in self._all("lessons", Lesson)
            },
            tasks=self._tasks(),
            portals=self._portals(),
            people=self._people(),
            words=Words(self._entries(self._in("words"), WordsFile, _words, _id)),
            documents=self._documents(),
            exercises=self._exercises(),
            pairs=self._pairs(),
            facts=facts,
            labels=labels,
            topic_titles=self.topics,
            plan=self._entries(self._only(PLAN), PlanFile, _topics, _id),
            side_texts={file: self._text(file) for file in self.files if file.endswith(".md")},
            files=self.homes,
            assessment=self._bank(),
        )
        self._strangers()
        return Reading(pack, tuple(self.faults), frozenset(self.broken))

    def onto(self, pack: Pack) -> Pack:
        """The pack with whatever these files add to it: tasks, portals, people, documents, the bank."""
        self.names |= {name: label.sl for name, label in pack.labels.items()}
        self.names |= {name: fact.value for name, fact in pack.facts.items()}
        self.homes |= pack.files
        whole = remade(
            pack,
            tasks={**pack.tasks, **self._tasks()},
            portals={**pack.portals, **self._portals()},
            people={**pack.people, **self._people()},
            documents={**pack.documents, **self._documents()},
            assessment=self._bank(),
            files=self.homes,
        )
        if self.faults:
            raise PackFaults(tuple(self.faults))
        return whole

    def _tasks(self) -> dict[str, Task]:
        return {file_id(file): replace(task, id=file_id(file)) for file, task in self._all("tasks", Task)}

    def _people(self) -> dict[str, Person]:
        return self._entries(self._both(PEOPLE), PeopleFile, _people, _id)

    def _documents(self) -> dict[str, Document]:
        files = [*self._both(DOCUMENTS), *self._in("documents")]
        return self._entries(files, DocumentsFile, _documents, _id)

    def _only(self, file: str) -> list[str]:
        return [file] if file in self.files else []

    def _both(self, file: str) -> list[str]:
        """A file of the pack, and the one of the same name in the bank."""
        return [*self._only(file), *(self._only(f"assessment/{file}") if self.assessment else ())]

    def _in(self, folder: str) -> list[str]:
        """The files right in a folder of the pack, and in that of the bank."""
        folders = (folder, f"assessment/{folder}") if self.assessment else (folder,)
        return [file for one in folders for file in sorted(self.files) if _is_right_in(file, one)]

    def _all(self, folder: str, cls: type[P]) -> Iterator[tuple[str, P]]:
        for file in self._in(folder):
            name = f"{folder}/{file_id(file)}"
            if name in self.homes:
                self.faults.append(Fault(file, (), FaultCode.DUPLICATE, {"id": file_id(file)}))
            self.homes[name] = file
            part = self._one(file, cls)
            if part is not None:
                self._same_id(file, getattr(part, "id", ""))
                yield file, part

    def _same_id(self, file: str, given: str) -> None:
        """Whatever has a file of its own is called by the file; an id may repeat the name, not change it."""
        if given and given != file_id(file):
            details = {"given": given, "known": file_id(file)}
            self.faults.append(Fault(file, (Spot("id"),), FaultCode.NOT_ONE_OF, details))

    def _entries(
        self,
        files: list[str],
        cls: type[P],
        entries: Callable[[P], tuple[E, ...]],
        name_of: Callable[[E], str],
    ) -> dict[str, E]:
        """The entries of files that list several things, by name."""
        found: dict[str, E] = {}
        for file in files:
            part = self._one(file, cls)
            if isinstance(part, WordsFile) and part.title:
                self.topics[file_id(file)] = part.title
            for number, entry in enumerate(entries(part) if part else (), 1):
                name = name_of(entry)
                if name in found:
                    spot = Spot(type_name(entry), number, name)
                    self.faults.append(Fault(file, (spot,), FaultCode.DUPLICATE, {"id": name}))
                found[name] = entry
                self.homes[f"{type_name(entry)}/{name}"] = file
        return found

    def _exercises(self) -> dict[str, Exercise]:
        """The exercises of every file; one without a name is called by its kind and number."""
        found: dict[str, Exercise] = {}
        for file in self._in("exercises"):
            part = self._one(file, ExercisesFile)
            counts: dict[str, int] = {}
            for number, entry in enumerate(part.exercise if part else (), 1):
                exercise = _named(entry, counts, f"{file_id(file)}-")
                if exercise.id in found:
                    spot = Spot("exercise", number, exercise.id)
                    self.faults.append(Fault(file, (spot,), FaultCode.DUPLICATE, {"id": exercise.id}))
                found[exercise.id] = exercise
                self.homes[f"exercise/{exercise.id}"] = file
        return found

    def _bank(self) -> Assessment | None:
        """The bank with its items; None where there is none, or where it cannot be read."""
        bank = self._one(BANK, BankFile) if self.assessment and BANK in self.files else None
        if bank is None:
            return None
        files = [file for file in sorted(self.files) if _is_right_in(file, "assessment/items")]
        items: dict[str, Item] = {}
        for file in files:
            part = self._one(file, ItemsFile)
            for number, item in enumerate(part.items if part else (), 1):
                if item.id in items:
                    spot = Spot("item", number, item.id)
                    self.faults.append(Fault(file, (spot,), FaultCode.DUPLICATE, {"id": item.id}))
                items[item.id] = item
                self.homes[f"item/{item.id}"] = file
        lock = self._one(LOCK, LockFile) if LOCK in self.files else None
        paper = self._one(PAPER, PaperFile) if PAPER in self.files else None
        return Assessment(bank, items, lock or LockFile(bank=""), paper)

    def _pairs(self) -> tuple[SoundPair, ...]:
        part = self._one(PAIRS, PairsFile) if PAIRS in self.files else None
        return part.pair if part else ()

    def _portals(self) -> dict[str, Portal]:
        """Portals in one file each, or in a folder with portal.toml and more pages beside it."""
        portals = {
            file_id(file): _portal(portal, file_id(file)) for file, portal in self._all("portals", Portal)
        }
        for file in sorted(self.files):
            if fnmatch(file, "portals/*/portal.toml") and file.count("/") == 2:
                name = file.split("/")[1]
                self.homes[f"portals/{name}"] = file
                portal = self._one(file, Portal)
                more = self._more_pages(name)
                if portal is not None:
                    portals[name] = _portal(replace(portal, pages=(*portal.pages, *more)), name)
        return portals

    def _more_pages(self, portal: str) -> Iterator[Page]:
        for file in sorted(self.files):
            if fnmatch(file, f"portals/{portal}/*.toml") and not file.endswith("/portal.toml"):
                part = self._one(file, PagesFile)
                for page in part.page if part else ():
                    self.homes[f"page/{portal}/{page.id}"] = file
                    yield page

    def _one(self, file: str, cls: type[P]) -> P | None:
        """What stands in one file; nothing when there is a fault in it."""
        table = self._table(file)
        if table is None:
            self.broken.add(file)
            return None
        return self._quickly(file, table, cls) or self._fitted(file, table, cls)

    def _quickly(self, file: str, table: Table, cls: type[P]) -> P | None:
        """A file without small tables and names in texts needs no fitting, if nothing is wrong with it."""
        if b"{" in self.files[file]:
            return None
        try:
            return msgspec.convert(table, cls)
        except msgspec.ValidationError:
            return None

    def _fitted(self, file: str, table: Table, cls: type[P]) -> P | None:
        fitter = Fitter(file, self.names)
        fitted = fitter.fit(cls, table)
        if fitter.faults:
            self.faults += fitter.faults
            self.broken.add(file)
            return None
        return msgspec.convert(fitted, cls)

    def _table(self, file: str) -> Table | None:
        try:
            return tomllib.loads(self._text(file))
        except tomllib.TOMLDecodeError as broken:
            found = _AT.search(str(broken))
            line = found[1] if found and found[1] else str(self.files[file].count(b"\n") + 1)
            details = {
                "line": line,
                "column": (found[2] if found else "") or "1",
                "why": _AT.sub("", str(broken)),
            }
            self.faults.append(Fault(file, (), FaultCode.NOT_TOML, details))
        return None

    def _text(self, file: str) -> str:
        data = self.files[file]
        try:
            return data.decode().removeprefix("\ufeff").replace("\r\n", "\n")
        except UnicodeDecodeError as broken:
            line = data.count(b"\n", 0, broken.start) + 1
            self.faults.append(Fault(file, (), FaultCode.NOT_UTF8, {"line": str(line)}))
            return ""

    def _strangers(self) -> None:
        """Files that look like content but that nothing reads."""
        for file in sorted(self.files):
            if file.endswith(".toml") and not any(fnmatch(file, known) for known in _KNOWN_FILES):
                self.faults.append(
                    Fault(file, (), FaultCode.UNKNOWN_FILE, {"known": ", ".join(_KNOWN_FILES)})
                )


def _is_right_in(file: str, folder: str) -> bool:
    """Whether a TOML file stands right in this folder, not deeper."""
    return fnmatch(file, f"{folder}/*.toml") and file.count("/") == folder.count("/") + 1


def file_id(file: str) -> str:
    """The name of whatever stands in a file of its own."""
    return file.rpartition("/")[2].removesuffix(".toml")


def type_name(entry: Part) -> str:
    """What an entry is called in the file that lists it."""
    return type(entry).__name__.casefold()


def _words(part: WordsFile) -> tuple[Word, ...]:
    return part.word


def _topics(part: PlanFile) -> tuple[Topic, ...]:
    return part.topic


def _people(part: PeopleFile) -> tuple[Person, ...]:
    return part.person


def _documents(part: DocumentsFile) -> tuple[Document, ...]:
    return part.document


def _labels(part: LabelsFile) -> tuple[Label, ...]:
    return part.label


def _facts(part: FactsFile) -> tuple[Fact, ...]:
    return part.fact


def _id(entry: Word | Person | Fact | Document | Topic) -> str:
    return entry.id


def _label_id(label: Label) -> str:
    return label.label_id


def _portal(portal: Portal, name: str) -> Portal:
    """The portal with its name, and every page with its path: the first one is the front page."""
    pages = tuple(
        page if page.path else replace(page, path="/" if number == 0 else f"/{page.id}")
        for number, page in enumerate(portal.pages)
    )
    return replace(portal, id=name, pages=pages)


def _lesson(lesson: Lesson, name: str) -> Lesson:
    """The lesson with its name, and a name for every step that has none: its kind and number."""
    counts: dict[str, int] = {}
    steps: list[Step] = [_named(step, counts) for step in lesson.steps]
    return replace(lesson, id=name, steps=tuple(steps))


S = TypeVar("S", bound=Step)


def _named(step: S, counts: dict[str, int], before: str = "") -> S:
    """The step with a name: its own, else its kind and number."""
    kind = str(step.__struct_config__.tag)
    counts[kind] = counts.get(kind, 0) + 1
    return step if step.id else replace(step, id=f"{before}{kind}-{counts[kind]}")
