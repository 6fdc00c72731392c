# SPDX-License-Identifier: GPL-3.0-or-later
"""How often everything of the assessment was given in this centre, and what is given no more.

A task has several sets of data (names, numbers). One that became known is retired here, with a reason; the
task itself stays, because its template carries what a score means (assessment.md §4).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from korak.centre.people import Session
from korak.centre.privacy import Deed
from korak.clock import Clock
from korak.content.assessment import Item, Performed
from korak.content.paper import PaperFile
from korak.services.access import require
from korak.services.faults import FaultKind, ServiceFault
from korak.services.people import not_found
from korak.services.sittings import Sittings
from korak.storage.exposure import ExposureShelf, Retired
from korak.storage.ids import new_id
from korak.storage.store import Store

FEWEST = 2  # sets of data a task keeps: neighbours get different ones


@dataclass(frozen=True, slots=True)
class Given:
    """An item, or one set of data of a task: how often it was given here."""

    item: str
    template: str
    form: str  # A, B or both
    seed: str  # which set of data; nothing: the item has only itself
    times: int
    reason: str = ""  # why it is given no more
    retired: bool = False


class Exposure:
    """Counts and retires; for trainers."""

    def __init__(self, store: Store, sittings: Sittings, clock: Clock) -> None:
        self._store = store
        self._shelf = ExposureShelf(store)
        self._sittings = sittings
        self._clock = clock

    def table(self, session: Session) -> tuple[Given, ...]:
        """Return every item with its counts: tasks first, with a line for each set of data."""
        require(session, Deed.ASSESS)
        answered = self._sittings.times_given(session)
        begun = self._with_paper(self._shelf.times_begun())
        retired = {(one.item, one.seed): one for one in self._shelf.retired()}
        found: list[Given] = []
        others: list[Given] = []
        for item in self._sittings.bank.items.values():
            if isinstance(item, Performed):
                found += _surfaces(item, begun, retired)
            else:
                others.append(Given(item.id, item.template, item.form, "", answered.get(item.id, 0)))
        return (*found, *others)

    def retire(self, session: Session, item_id: str, seed: str, reason: str) -> None:
        """Give a set of data no more; REASON_MISSING without a reason, LAST_SURFACE where too few stay."""
        require(session, Deed.ASSESS)
        item = self._sittings.bank.items.get(item_id)
        if not isinstance(item, Performed) or seed not in item.seeds:
            raise not_found("item", item_id)
        plain = " ".join(reason.split())
        if not plain:
            raise ServiceFault(FaultKind.REASON_MISSING)
        gone = {one.seed for one in self._shelf.retired(item_id)} | {seed}
        if len(set(item.seeds) - gone) < FEWEST:
            raise ServiceFault(FaultKind.LAST_SURFACE)
        now = self._clock.now()
        self._shelf.retire(
            Retired(new_id(now), item_id, seed, plain, session.person_id, self._store.device, now)
        )

    def _with_paper(self, begun: Mapping[tuple[str, str], int]) -> Mapping[tuple[str, str], int]:
        """A booklet shows every task of its form, all of them with the data of the bank's booklet."""
        bank = self._sittings.bank
        if bank.paper is None:
            return begun
        found = dict(begun)
        for form, count in self._shelf.times_on_paper().items():
            for item in bank.items.values():
                if isinstance(item, Performed) and item.form in (form, "both"):
                    place = (item.id, bank.paper.seed)
                    found[place] = found.get(place, 0) + count
        return found


def printed_seeds(
    paper: PaperFile, items: Mapping[str, Item], retired: Iterable[Retired]
) -> Mapping[str, str]:
    """Which set of data a booklet prints of each task whose own one is retired."""
    gone: dict[str, set[str]] = {}
    for one in retired:
        gone.setdefault(one.item, set()).add(one.seed)
    return {
        name: next((seed for seed in item.seeds if seed not in seeds), paper.seed)
        for name, seeds in gone.items()
        if paper.seed in seeds and isinstance(item := items.get(name), Performed)
    }


def _surfaces(
    item: Performed, begun: Mapping[tuple[str, str], int], retired: Mapping[tuple[str, str], Retired]
) -> list[Given]:
    found: list[Given] = []
    for number in range(1, item.surfaces + 1):
        seed = str(number)
        here = retired.get((item.id, seed))
        found.append(
            Given(
                item.id,
                item.template,
                item.form,
                seed,
                begun.get((item.id, seed), 0),
                here.reason if here else "",
                here is not None or number in item.leaked,
            )
        )
    return found
