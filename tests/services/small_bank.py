# SPDX-License-Identifier: GPL-3.0-or-later
"""A small bank for tests: the course's first real task on both surfaces, and a few literal items."""

from dataclasses import replace
from functools import lru_cache

from msgspec.structs import replace as changed

from korak import paths
from korak.content.assessment import (
    Assessment,
    Item,
    Option,
    Plan,
    Recognition,
    SelfReport,
    TaskItem,
    ThenTest,
    Vocabulary,
)
from korak.content.pack import Pack
from korak.services.packs import load_bank

TASK = "t1-shrani"


def _question(number: int, form: str) -> Recognition:
    return Recognition(
        id=f"r{number}{form.lower()}",
        template=f"r{number}",
        form="A" if form == "A" else "B",
        area="D1",
        level=1,
        ask="Kateri naslov je uraden?",
        right=Option(text=f"upravna-enota.primer {number}"),
        wrong=(Option(text=f"upravna.primer {number}"), Option(text=f"nagrada.primer {number}")),
    )


STATEMENTS = tuple(
    SelfReport(id=f"s{number}", template=f"s{number}", area="D1", says=says, picture="shield")
    for number, says in enumerate(
        ("Na internetu najdem uradne ure.", "Izberem dobro geslo.", "Pošljem pismo."), 1
    )
)
WORDS = (
    Vocabulary(id="v1", template="v1", area="V", way="picture", picture="key", described="Ključ.",
               right="geslo", wrong=("naslov", "priimek")),
    Vocabulary(id="v2", template="v2", area="V", way="sound", right="potrdilo",
               wrong=("povabilo", "poslano")),
    Vocabulary(id="v3", template="v3", area="V", way="form", title="Prijava",
               lines=("Uporabniško ime: amra", "___: ••••"), right="Geslo", wrong=("Datum", "Kraj")),
)  # fmt: skip


def _task(number: int, form: str) -> TaskItem:
    surface = "A" if form == "A" else "B"
    name = f"t{number}-{form.lower()}"
    area = "D0" if number == 1 else "D5"
    return TaskItem(
        id=name, template=f"t{number}", form=surface, area=area, level=number, task=TASK, surface=surface
    )


@lru_cache(maxsize=2)
def small_bank(tasks: int = 1, version: str = "2026.11.1") -> Pack:
    """The course with the small bank: so many tasks, two recognition items, three statements, three words."""
    pack = load_bank(paths.packs() / "koraki")
    assert pack.assessment is not None
    made: list[Item] = [*STATEMENTS, *WORDS]
    plans: dict[str, Plan] = {}
    for form in ("A", "B"):
        own = [
            *(_task(number, form) for number in range(1, tasks + 1)),
            _question(1, form),
            _question(2, form),
        ]
        made += own
        plans[form] = Plan(
            tasks=tuple(one.id for one in own if isinstance(one, TaskItem)),
            recognition=tuple(one.id for one in own if isinstance(one, Recognition)),
            statements=tuple(one.id for one in STATEMENTS),
            words=tuple(one.id for one in WORDS),
        )
    file = changed(
        pack.assessment.bank,
        version=version,
        forms=plans,
        then_test=ThenTest(ask="Ali ste to znali že pred tečajem?", statements=("s1",)),
    )
    return replace(pack, assessment=Assessment(file, {one.id: one for one in made}))
