# SPDX-License-Identifier: GPL-3.0-or-later
"""A mediator's year on paper: months, topics, institutions, languages, ratings, the hours towards the proof.

Always in Slovenian: the sheet is signed by hand and goes into the centre's files.
"""

from collections.abc import Mapping, Sequence

from korak.centre.languages import slovenian_name
from korak.centre.mediation import MOST_BY_USERS, PROOF_MINUTES, Faces, ProofState, Sum, YearTable
from korak.i18n import (
    CONTENT_LANGUAGE,
    N_,
    format_date,
    format_number,
    gettext_in,
)
from korak.reports import paper
from korak.reports.leaf import BODY, BOTTOM, CELL, CELL_STRONG, FOOT, INNER, LEFT, RIGHT, SMALL, STRONG, TITLE
from korak.reports.mediation_words import MONTHS
from korak.reports.paper import Paper, Side, Type

_ROW = 6.2
_COLUMNS = (70.0, 22.0, 26.0, 22.0, 36.0)  # what, entries, hours, people, towards the proof
_MOST_LINES = 14  # places on the sheet; the rest is added up


def hours(minutes: int) -> str:
    """Return minutes as hours of 60 minutes, with one decimal only where it is needed."""
    return format_number(minutes / 60, 0 if minutes % 60 == 0 else 1, CONTENT_LANGUAGE)


def year_sheet(
    centre: str, mediator: str, table: YearTable, state: ProofState | None, names: Mapping[str, str]
) -> bytes:
    """Return the sheet; without a mediator it adds up all of them. A QGuiApplication must be there."""
    title = _t(N_("Mediation in the year {year}")).format(year=table.year)
    sheet = _Sheet(Paper(title=f"{title} {mediator}".strip(), author=centre), centre, title)
    sheet.begin(mediator or _t(N_("all mediators together")))
    sheet.months(table)
    for heading, sums, words in (
        (N_("By topic"), table.topics, names),
        (N_("Institutions and places"), _shortened(table.places), {}),
        (N_("Languages"), table.languages, _languages(table.languages)),
        (N_("How"), table.modes, names),
        (N_("What came of it"), table.outcomes, names),
    ):
        sheet.part(_t(heading), sums, words)
    sheet.ratings(table)
    if state is not None:
        sheet.proof(state)
    sheet.sign()
    return sheet.finish()


class _Sheet:
    """The pages being written; `y` is where the next line goes."""

    def __init__(self, drawn: Paper, centre: str, title: str) -> None:
        self._paper = drawn
        self._centre = centre
        self._title = title
        self._page = 1
        self._y = 0.0

    def begin(self, whose: str) -> None:
        self._y = self._put(self._title, LEFT, paper.MARGIN, INNER, TITLE) + 1
        self._y = self._put(f"{self._centre} · {whose}", LEFT, self._y, INNER, STRONG) + 4

    def months(self, table: YearTable) -> None:
        heads = (N_("Month"), N_("Entries"), N_("Hours"), N_("People"), N_("Hours that count"))
        self._cells([_t(head) for head in heads], CELL_STRONG)
        self._paper.line(LEFT, self._y, RIGHT, self._y, colour=paper.EDGE, pen=0.5)
        for month, running in zip(table.months, table.running, strict=True):
            name = _t(MONTHS[int(month.name) - 1])
            self._cells([name, *_numbers(month), hours(running)], CELL)
            self._paper.line(LEFT, self._y, RIGHT, self._y)
        self._cells([_t(N_("Together")), *_numbers(table.whole), ""], CELL_STRONG)
        self._y += 4

    def part(self, heading: str, sums: Sequence[Sum], words: Mapping[str, str]) -> None:
        if not sums:
            return
        self._room(_ROW * 3)
        self._cells([heading, _t(N_("Entries")), _t(N_("Hours")), _t(N_("People"))], CELL_STRONG)
        self._paper.line(LEFT, self._y, RIGHT, self._y, colour=paper.EDGE, pen=0.5)
        for one in sums:
            self._room(_ROW)
            self._cells([words.get(one.name, one.name), *_numbers(one)], CELL)
            self._paper.line(LEFT, self._y, RIGHT, self._y)
        self._y += 4

    def ratings(self, table: YearTable) -> None:
        self._room(24)
        self._y = self._put(_t(N_("How was it?")), LEFT, self._y, INNER, CELL_STRONG) + 2
        for word, faces in (
            (N_("The institution"), table.institution),
            (N_("Those who were helped"), table.helped),
        ):
            self._y = self._put(f"{_t(word)}: {_faces(faces)}", LEFT, self._y, INNER, CELL) + 1.5
        self._y += 4

    def proof(self, state: ProofState) -> None:
        self._room(34)
        title = _t(N_("Towards {n} hours of mediation")).format(n=PROOF_MINUTES // 60)
        self._y = self._put(title, LEFT, self._y, INNER, CELL_STRONG) + 2
        since = format_date(state.since, CONTENT_LANGUAGE)
        told = _t(N_("Since {day}: {hours} hours count.")).format(day=since, hours=hours(state.counted))
        left = _t(N_("Missing: {hours} hours.")).format(hours=hours(state.missing))
        done = _t(N_("Nothing is missing."))
        self._y = self._lines(f"{told} {left if state.missing else done}", BODY) + 1
        parts = _t(
            N_(
                "Confirmed by institutions: {institutions} hours. Confirmed by the people who were helped: "
                "{users} hours, of which at most {most} count."
            )
        ).format(
            institutions=hours(state.by_institutions),
            users=hours(state.by_users),
            most=MOST_BY_USERS // 60,
        )
        self._y = self._lines(parts, SMALL) + 4

    def sign(self) -> None:
        self._room(26)
        y = max(self._y + 14, BOTTOM - 16)
        for place, word in ((LEFT, N_("Mediator: date and signature")), (LEFT + 92, N_("Centre: signature"))):
            self._paper.line(place, y, place + 78, y, colour=paper.EDGE)
            self._put(_t(word), place, y + 1, 80, SMALL)

    def finish(self) -> bytes:
        self._foot()
        return self._paper.finish()

    def _room(self, height: float) -> None:
        if self._y + height > BOTTOM - 8:
            self._foot()
            self._paper.next_page()
            self._page += 1
            self._y = self._put(self._title, LEFT, paper.MARGIN, INNER, STRONG) + 4

    def _cells(self, texts: Sequence[str], style: Type) -> None:
        x = LEFT
        for place, text in enumerate(texts):
            side = Side.START if place == 0 else Side.RIGHT
            self._put(text, x, self._y + 1.1, _COLUMNS[place] - 2, style, side)
            x += _COLUMNS[place]
        self._y += _ROW

    def _lines(self, text: str, style: Type) -> float:
        return self._paper.put(self._paper.block(text, INNER, style, CONTENT_LANGUAGE, most=3), LEFT, self._y)

    def _put(
        self, text: str, x: float, y: float, width: float, style: Type, side: Side = Side.START
    ) -> float:
        return self._paper.put(self._paper.block(text, width, style, CONTENT_LANGUAGE, side, most=1), x, y)

    def _foot(self) -> None:
        self._put(self._centre, LEFT, BOTTOM + 4, INNER - 20, FOOT)
        self._put(str(self._page), RIGHT - 20, BOTTOM + 4, 20, FOOT, Side.RIGHT)


def _t(message: str) -> str:
    return gettext_in(CONTENT_LANGUAGE, message)


def _numbers(one: Sum) -> tuple[str, str, str]:
    return str(one.entries), hours(one.minutes), str(one.people)


def _languages(sums: Sequence[Sum]) -> dict[str, str]:
    return {one.name: slovenian_name(one.name) for one in sums}


def _shortened(sums: Sequence[Sum]) -> tuple[Sum, ...]:
    """Return the places with the most hours; the others stand together in the last line."""
    if len(sums) <= _MOST_LINES:
        return tuple(sums)
    rest = sums[_MOST_LINES - 1 :]
    told = _t(N_("{n} other places")).format(n=len(rest))
    entries, minutes = sum(one.entries for one in rest), sum(one.minutes for one in rest)
    return (*sums[: _MOST_LINES - 1], Sum(told, entries, minutes, sum(one.people for one in rest)))


def _faces(faces: Faces) -> str:
    if not faces.asked:
        return _t(N_("nobody was asked"))
    return _t(N_("good {good}, so-so {so_so}, not good {bad}")).format(
        good=faces.good, so_so=faces.so_so, bad=faces.bad
    )
