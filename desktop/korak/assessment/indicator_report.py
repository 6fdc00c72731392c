# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators of a funder, counted: each person once, by sex and age; for outside, small counts hidden.

Who took part: whoever was at a meeting or handed an assessment in. Whom the fund does not count is left out
and told. Ages are whole years reached in the year of `on` (only the year of birth is kept).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from korak.assessment.suppression import THRESHOLD, Cell, Hidden, against, both_ways
from korak.content.indicators import Counts, IndicatorTable

NO_SEX, NO_AGE = "", "no_age"
SEXES = ("woman", "man", "other_sex", NO_SEX)
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Counted:
    """One person of a programme, however many groups they joined."""

    person: str
    name: str
    sex: str = NO_SEX
    born: int | None = None
    eligible: bool | None = None  # None: nobody asked
    level_up: bool | None = None  # a level of Slovenian gained, as others found it
    useful: bool | None = None  # said at the end that the course was useful


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """Everybody who took part, and the table they are counted by."""

    title: str  # of the programme, the group or the centre
    contract: str
    period: tuple[date | None, date | None]
    made_on: date
    on: date  # the day ages are reached on
    table: IndicatorTable
    people: tuple[Counted, ...]

    @property
    def counted(self) -> tuple[Counted, ...]:
        """Those the fund counts, or about whom nobody asked."""
        return tuple(one for one in self.people if one.eligible is not False)

    @property
    def left_out(self) -> int:
        """How many the fund does not count."""
        return len(self.people) - len(self.counted)

    @property
    def columns(self) -> tuple[str, ...]:
        """Codes of the columns: together, sexes, ages."""
        return (TOTAL, *SEXES, *(one.code for one in self.table.brackets), NO_AGE)

    def missing(self, what: str) -> tuple[Counted, ...]:
        """Who lacks a detail: sex, born, eligible."""
        lacks = {
            "sex": [one for one in self.counted if one.sex == NO_SEX],
            "born": [one for one in self.counted if one.born is None],
            "eligible": [one for one in self.counted if one.eligible is None],
        }
        return tuple(lacks[what])

    def row(self, counts: Counts, *, outside: bool) -> Mapping[str, Cell]:
        """One indicator by column; nothing where the centre itself writes it or nobody knows."""
        if counts == "none" or not self._known(counts):
            return {}
        chosen = self._chosen(counts)
        total = len(chosen)
        row: dict[str, Cell] = {TOTAL: against(total, len(self.counted)) if outside else total}
        for names, of in ((SEXES, _sex), ((*(one.code for one in self.table.brackets), NO_AGE), self.age)):
            own = {name: sum(of(one) == name for one in chosen) for name in names}
            bases = {name: sum(of(one) == name for one in self.counted) for name in names}
            row |= both_ways(own, bases) if outside else own
        return row

    def age(self, one: Counted) -> str:
        """The age bracket somebody is in."""
        if one.born is None:
            return NO_AGE
        years = self.on.year - one.born
        return next((each.code for each in self.table.brackets if each.low <= years <= each.high), NO_AGE)

    def people_shown(self, *, outside: bool) -> Cell:
        """How many were left out."""
        return Hidden.SMALL if outside and 0 < self.left_out < THRESHOLD else self.left_out

    def _known(self, counts: Counts) -> bool:
        """Whether anybody was asked at all."""
        if counts == "level_up":
            return any(one.level_up is not None for one in self.counted)
        return counts != "useful" or any(one.useful is not None for one in self.counted)

    def _chosen(self, counts: Counts) -> Sequence[Counted]:
        if counts == "participants":
            return self.counted
        if counts == "useful":
            return [one for one in self.counted if one.useful]
        return [one for one in self.counted if one.level_up]


def _sex(one: Counted) -> str:
    return one.sex
