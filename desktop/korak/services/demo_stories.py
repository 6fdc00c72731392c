# SPDX-License-Identifier: GPL-3.0-or-later
"""The stories of a demo: one for the web and for paper, one in Arabic, one that waits, one being written."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from korak.centre.people import Person
from korak.centre.retention import Consent, Purpose, Scope, Use
from korak.centre.stories import Story, Texts
from korak.storage.ids import made_id
from korak.storage.rights import RightsShelf
from korak.storage.schema import TABLES
from korak.storage.store import Store
from korak.storage.stories import StoryShelf

_WEEK = timedelta(days=7)
_HOLDS = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class _Plan:
    """One story: whose place in the first group, what is told, and how far it has come."""

    place: int
    language: str
    texts: Texts
    finished: bool = True
    uses: frozenset[Use] = frozenset()
    corrected: str = ""  # the last answer with fewer mistakes


_STORIES = (
    _Plan(
        0,
        "sl",
        Texts(
            "Od trgovine do računalnika",
            "Prihajam iz Zenice. Tam sem dvajset let delala v trgovini.\nV Sloveniji živim od leta 2021.",
            "Zdaj znam poslati sporočilo in dodati prilogo. Vem, katera stran je prava in katera lažna.",
            "Brez pomoči pišem zdravnici. Sinovo kosilo odjavim sama. Računalnika me ni več strah.",
        ),
        uses=frozenset({Use.WEB, Use.PRINT}),
    ),
    _Plan(
        5,
        "ar",
        Texts(
            "كل يوم كلمة جديدة",
            "جئت من حمص. كنت معلمة للأطفال.",
            "تعلمت أن أكتب رسالة وأن أختار كلمة مرور قوية.",
            "الآن أحجز موعدا عند الطبيب وحدي. وأساعد جارتي أيضا.",
        ),
        uses=frozenset({Use.PRINT, Use.REPORT}),
    ),
    _Plan(
        10,
        "sl",
        Texts(
            "Moja pot",
            "Prihajam iz Lvova. Moje delo je bilo v lekarni.",
            "Nova beseda zame: vloga. Zdaj znam oddati vlogo na spletu.",
            "Brez pomoči se prijavim v e-banko in preverim račun. Doma pomagam možu.",
        ),
        corrected="Brez pomoči se prijavim v e-banko in preverim račun. Doma pomagam možu z računalnikom.",
    ),
    _Plan(4, "sl", Texts("", "Prihajam iz Skopja. Imam dva otroka."), finished=False),
)


def tell(store: Store, people: Sequence[Person], trainer: str, now: datetime, seed: int) -> None:
    """Write the stories of those who are in the first group."""
    chance = random.Random(f"stories {seed}")  # noqa: S311 - a demo comes out the same again
    shelf, register = StoryShelf(store), RightsShelf(store, TABLES)
    at = now - _WEEK
    for number, plan in enumerate(_STORIES):
        if plan.place >= len(people):
            continue
        person, at = people[plan.place], at + timedelta(hours=3)
        story = Story(
            made_id(at, chance.getrandbits(74)),
            person.id,
            plan.language,
            person.shown_name,
            plan.texts,
            trainer if number == 1 else person.id,  # one was dictated
            at,
            at,
            finished_at=at if plan.finished else None,
        )
        shelf.keep(story)
        if plan.corrected:
            shelf.correct(story, replace(plan.texts, now=plan.corrected), trainer, at)
        if plan.uses:
            shelf.freeze(story, at)
            register.add_consent(
                Consent(
                    made_id(at, chance.getrandbits(74)),
                    at,
                    person.id,
                    Purpose.STORY,
                    given=True,
                    until=(at + _HOLDS).date(),
                    note=plan.texts.title,
                    scope=Scope(story.id, story.version, plan.uses),
                ),
                person.id,
            )
