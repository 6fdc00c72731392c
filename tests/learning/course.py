# SPDX-License-Identifier: GPL-3.0-or-later
"""A small real pack and a way to write attempts in one line, for the tests of progress, record and sheet."""

from datetime import UTC, datetime, timedelta
from typing import Any

from korak.content.exercises.choice import Choice
from korak.content.exercises.match import Match, Pair
from korak.content.exercises.typed import Typed
from korak.content.lesson import Lesson, MyStep, Read, TaskStep, WordsStep
from korak.content.pack import Header, Module, Pack
from korak.content.words import Word, Words
from korak.learning.attempt import Attempt, Kind, mode_of

START = datetime(2026, 3, 4, 16, 0, tzinfo=UTC)
ME = "learner-1"


def lesson(name: str, title: str, **changes: Any) -> Lesson:
    """A lesson with every kind of step."""
    fields: dict[str, Any] = {
        "id": name,
        "title": title,
        "minutes": 35,
        "pictogram": "stethoscope",
        "words": ("koda", "prijava", "sporocilo"),
        "can_do": f"Zdaj znam: {title}.",
        "steps": (
            Read(id="read-1", text=("Na telefon dobite kodo.",)),
            WordsStep(id="words-1"),
            TaskStep(id="task-1", task="sporocilo-zdravniku"),
            Choice(
                id="choice-1", ask="Kdo sme vedeti vašo kodo?", right="Nihče.", wrong=("Sestra.", "Policist.")
            ),
            Match(id="match-1", ask="Kaj spada skupaj?", pairs=(Pair(left="koda", right="4827"),)),
            Typed(id="typed-1", ask="Napišite besedo.", answer="sporočilo"),
            MyStep(
                id="my-step-1", can=("Znam poslati sporočilo.",), will=("Poslal bom sporočilo.", "Še enkrat.")
            ),
        ),
    }
    return Lesson(**(fields | changes))


WORDS = Words(
    {
        "koda": Word(id="koda", lemma="koda", forms=("kodo", "kode")),
        "prijava": Word(id="prijava", lemma="prijava"),
        "sporocilo": Word(id="sporocilo", lemma="sporočilo"),
    }
)


def pack(**titles: str) -> Pack:
    """A pack of two modules with lessons and one still to be written."""
    names = titles or {
        "sporocilo": "Sporočilo zdravniku v zVEM",
        "recept": "E-recept in lekarna",
        "lazno": "Pravo ali lažno sporočilo",
    }
    *health, last = names
    lessons = {name: lesson(name, title) for name, title in names.items()}
    lessons[last] = lesson(last, names[last], outcomes=("LO4.2.01",))
    return Pack(
        header=Header(
            id="koraki",
            title="Digitalne veščine in slovenščina",
            version="1.0",
            modules=(
                Module(id="zdravje", title="Zdravje", pictogram="stethoscope", lessons=tuple(health)),
                Module(id="varnost", title="Varnost na spletu", pictogram="shield", lessons=(last,)),
                Module(id="zgodba", title="Moja zgodba", pictogram="memo"),
            ),
        ),
        lessons=lessons,
        words=WORDS,
    )


_KINDS: dict[str, Kind] = {
    "read": "read",
    "words": "words",
    "task": "task",
    "choice": "choice",
    "match": "match",
    "typed": "typed",
    "my": "my_step",
}


def attempt(number: int, station: str, **changes: Any) -> Attempt:
    """The attempt made `number` minutes after the start at a station of the lesson `sporocilo`."""
    kind = _KINDS[station.partition("-")[0]]
    exercise = kind in ("choice", "match", "typed")
    fields: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "device": "pc-1",
        "at": START + timedelta(minutes=number),
        "person": ME,
        "pack": "koraki",
        "pack_version": "1.0",
        "lesson": "sporocilo",
        "station": station,
        "kind": kind,
        "mode": mode_of(station),
        "result": "exact" if exercise else "reached" if kind == "task" else "passed",
        "seconds": 60.0,
    }
    return Attempt(**(fields | changes))


STATIONS = (
    "read-1",
    "words-1",
    "task-1:show",
    "task-1:guide",
    "task-1:alone",
    "choice-1",
    "match-1",
    "typed-1",
    "my-step-1",
)


def whole_lesson(name: str = "sporocilo", start: int = 0, **changes: Any) -> tuple[Attempt, ...]:
    """One attempt at every station of a lesson, all right and without help."""
    return tuple(
        attempt(start + number, station, lesson=name, **changes) for number, station in enumerate(STATIONS, 1)
    )
