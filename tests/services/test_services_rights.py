# SPDX-License-Identifier: GPL-3.0-or-later
"""Every method of every service, and which roles it lets in: one table that a new method has to join.

A method is called as each role; the first deed it may do ends the call before anything happens, the first
one it may not do refuses it. A learner is asked about somebody else's record, colleagues about a learner's.
"""

import inspect
import typing
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import pytest
from tests.services.making import Place, learner
from tests.services.rights_table import ASKS_THE_THING_FIRST, NO_SESSION, TABLE
from tests.services.small_bank import small_bank

from korak.assessment.centre_result import Period
from korak.assessment.sitting import Mode, Occasion
from korak.centre import privacy
from korak.centre.mediation import Mediated
from korak.centre.people import Role, Session
from korak.centre.privacy import Deed
from korak.centre.report_filters import ReportFilters
from korak.services import access
from korak.services.away import WordChoice
from korak.services.centre import Centre
from korak.services.demo import DEMO_PASSPHRASE, DEMO_PIN
from korak.services.faults import FaultKind, ServiceFault
from korak.services.house import House
from korak.services.people import People
from korak.services.result_sheets import Job, Report, SheetKind, Wanted
from korak.services.sign_in import SignIn
from korak.services.stories import Draft

LETTERS = {Role.LEARNER: "L", Role.TRAINER: "T", Role.MEDIATOR: "M", Role.STAFF: "S"}


_THINGS = ("one", "meeting", "year", "run", "note", "choice", "filters", "job", "folder", "wanted", "report")


class Passed(Exception):  # noqa: N818 - not an error: a door that opened
    """A deed was allowed; nothing more has to happen."""


def services() -> dict[str, type]:
    """Return every service a page can be handed, by its name in the house."""
    found: dict[str, type] = {"centre": Centre, "people": People, "sign_in": SignIn, "house": House}
    for name, made in vars(House).items():
        if isinstance(made, cached_property) and not name.startswith("_"):
            kind = typing.get_type_hints(made.func)["return"]
            if isinstance(kind, type) and kind.__module__.startswith("korak.services"):
                found[name] = kind
    return found


def methods() -> Iterator[tuple[str, Any]]:
    for name, kind in services().items():
        for method, function in inspect.getmembers(kind, inspect.isfunction):
            if not method.startswith("_"):
                yield f"{name}.{method}", function


def sessions_of(function: Any) -> bool:
    hints = typing.get_type_hints(function)
    return any(hints.get(name) is Session for name in inspect.signature(function).parameters)


@pytest.fixture
def world(place: Place) -> tuple[House, Mapping[Role, Session], Mapping[str, object]]:
    """Return a demo, a session of each role, and real things to ask about."""
    place.read_bank = small_bank
    house = place.keep(place.vault().create_demo(1, 6, meetings=2))
    people = {one.role: one for one in house.sign_in.colleagues()}
    sessions = {role: house.sign_in.colleague(one.id, DEMO_PASSPHRASE) for role, one in people.items()}
    sessions[Role.LEARNER] = house.sign_in.pin(learner(house, "Arben").id, DEMO_PIN)
    trainer = sessions[Role.TRAINER]
    group, other = house.sign_in.groups()[0].id, learner(house, "Blerta").id
    sitting = house.sittings.plan(trainer, other, Occasion.PRE, Mode.PAPER)
    meeting = house.calendar.entries(trainer, group)[0].meeting
    one = house.mediation.add(trainer, Mediated("", "", meeting.day, 30, "UE", "health"))
    known: dict[str, object] = {
        "group_id": group,
        "person_id": other,
        "meeting_id": meeting.id,
        "meeting": meeting,
        "sitting_id": sitting.id,
        "item_id": sitting.items[0].id,
        "entry": one.entry,
        "mediator": people[Role.TRAINER].id,
        "one": one,
        "lesson_id": "sporocilo-zdravniku",
        "lesson": "sporocilo-zdravniku",
    }
    story = house.stories.begin(trainer, other, Draft("sl", name="Blerta"))
    known |= {
        "year": meeting.day.year,
        "story_id": story.id,
        "run": SimpleNamespace(person=other, id="nowhere"),
        "note": SimpleNamespace(person=other),
        "choice": WordChoice("met", other),
        "filters": ReportFilters(group=group, person=other),
        "job": Job(SheetKind.GROUP, "skupina.pdf", house.sign_in.groups()[0]),
        "folder": place.folder,
        "wanted": Wanted((SheetKind.GROUP,)),
        "report": Report("", Period(meeting.day, meeting.day)),
    }
    return house, sessions, known


def arguments(function: Any, session: Session, known: Mapping[str, object]) -> dict[str, object]:
    hints = typing.get_type_hints(function)
    given: dict[str, object] = {}
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        if hints.get(name) is Session:
            given[name] = session
        elif name == "jobs":
            given[name] = [known["job"]]
        elif name in known and (hints.get(name) is str or name in _THINGS):
            given[name] = known[name]
        elif parameter.default is inspect.Parameter.empty:
            given[name] = "nowhere" if hints.get(name) is str else None
    return given


def outcome(house: House, name: str, function: Any, session: Session, known: Mapping[str, object]) -> str:
    """Return yes, no, or what came instead of an answer."""
    service, _dot, method = name.partition(".")
    owner = house if service == "house" else getattr(house, service)
    try:
        answer = getattr(owner, method)(**arguments(function, session, known))
        if inspect.isgenerator(answer):
            next(answer)
    except Passed:
        return "yes"
    except ServiceFault as fault:
        return "no" if fault.code is FaultKind.NOT_ALLOWED else f"? {fault.code}"
    except Exception as error:  # noqa: BLE001 - whatever else came first
        return f"? {type(error).__name__} {error}"
    return "yes"


def walked(
    monkeypatch: pytest.MonkeyPatch,
    world: tuple[House, Mapping[Role, Session], Mapping[str, object]],
) -> tuple[dict[str, str], dict[str, str]]:
    house, sessions, known = world
    for service in services():
        if service != "house":
            getattr(house, service)  # made before the doors are watched

    def watched(session: Session, deed: Deed, person_id: str | None = None) -> bool:
        if privacy.may(session, deed, person_id):
            raise Passed
        return False

    monkeypatch.setattr(access, "may", watched)
    found: dict[str, str] = {}
    unclear: dict[str, str] = {}
    for name, function in methods():
        if not sessions_of(function):
            continue
        told = {role: outcome(house, name, function, sessions[role], known) for role in LETTERS}
        found[name] = "".join(LETTERS[role] for role, answer in told.items() if answer == "yes")
        strange = {role.value: answer for role, answer in told.items() if answer.startswith("?")}
        if strange:
            unclear[name] = str(strange)
    return found, unclear


def test_every_method_lets_in_whom_the_table_names(
    monkeypatch: pytest.MonkeyPatch,
    world: tuple[House, Mapping[Role, Session], Mapping[str, object]],
) -> None:
    found, unclear = walked(monkeypatch, world)
    assert set(unclear) == set(ASKS_THE_THING_FIRST)
    assert {name: roles for name, roles in found.items() if name not in unclear} == TABLE


def test_whatever_asks_for_no_session_is_named() -> None:
    assert {name for name, function in methods() if not sessions_of(function)} == NO_SESSION
