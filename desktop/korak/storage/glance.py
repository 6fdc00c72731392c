# SPDX-License-Identifier: GPL-3.0-or-later
"""The tiles, read with the bare driver: a wall stands before SQLAlchemy (150 ms) has been imported.

These are the only statements outside the store. They read, and they agree with it: a test compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from korak.alphabet import by_name
from korak.centre.people import Group, Person, Role
from korak.storage import raw
from korak.storage.faults import StorageFault, Trouble, from_database
from korak.storage.raw import DataKey, RawConnection
from korak.storage.revisions import NEWEST

_GROUPS = "SELECT id, code, name FROM course_group WHERE active = 1 ORDER BY name, id"
_PEOPLE = """
SELECT enrolment."group", person.id, person.name, person.alias, person.picture, person.language,
       secret.person IS NOT NULL
FROM enrolment
JOIN person ON person.id = enrolment.person
LEFT JOIN secret ON secret.person = person.id
WHERE enrolment.ended_at IS NULL AND person.active = 1 AND person.role = 'learner'
ORDER BY person.name, person.id
"""


@dataclass(frozen=True, slots=True)
class Glance:
    """What a shared screen may show before anybody is let in."""

    centre: str
    groups: tuple[Group, ...]
    learners: Mapping[str, tuple[Person, ...]]  # by group


def glance(file: Path, key: DataKey) -> Glance:
    """Read the tiles of a database of the newest schema."""
    connection = raw.connect(file, key)
    try:
        if _text(connection, "SELECT version_num FROM alembic_version") != NEWEST:
            raise StorageFault(Trouble.NEWER, file=file.name)
        groups = [Group(*_texts(row)) for row in connection.execute(_GROUPS).fetchall()]
        learners: dict[str, list[Person]] = {group.id: [] for group in groups}
        for group, *rest in connection.execute(_PEOPLE).fetchall():
            learners.setdefault(str(group), []).append(_person(rest))
        centre = _text(connection, "SELECT name FROM centre ORDER BY created_at LIMIT 1")
    except raw.DriverError as error:
        fault = from_database(error, file.parent)
        raise fault or error from error
    finally:
        connection.close()
    return Glance(
        centre, tuple(sorted(groups, key=by_name)), {group: tuple(found) for group, found in learners.items()}
    )


def _person(row: list[object]) -> Person:
    identity, name, alias, picture, language, pin_set = row
    return Person(
        str(identity), Role.LEARNER, str(name), str(alias), str(picture), str(language), pin_set=bool(pin_set)
    )


def _text(connection: RawConnection, sql: str) -> str:
    rows = connection.execute(sql).fetchall()
    return str(rows[0][0]) if rows else ""


def _texts(row: tuple[object, ...]) -> tuple[str, str, str]:
    return cast("tuple[str, str, str]", row)
