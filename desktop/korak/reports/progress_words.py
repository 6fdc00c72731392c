# SPDX-License-Identifier: GPL-3.0-or-later
"""A progress report put into words: the listing that screen, paper and spreadsheet show."""

from dataclasses import dataclass
from datetime import date

from korak.centre.attendance import TEACHING_HOUR
from korak.centre.enrolment import Standing
from korak.centre.listing import Listing, ListingRow, Part, Value
from korak.i18n import CONTENT_LANGUAGE, N_, content_or_source, format_date, gettext_in, ngettext_in
from korak.learning.progress_report import Counts, Line, ProgressReport, Scope

_STANDING = {
    Standing.ACTIVE.value: N_("comes"),
    Standing.PAUSED.value: N_("pauses"),
    Standing.LEFT.value: N_("left"),
    Standing.NOT_YET.value: N_("not yet"),
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its name and, for a line, what stands in it."""

    name: str
    value: Value


def period_text(first: date | None, last: date | None, language: str) -> str:
    """From when to when, in words."""
    begin = format_date(first, language) if first else ""
    end = format_date(last, language) if last else ""
    if begin and end:
        return gettext_in(language, "from {first} to {last}").format(first=begin, last=end)
    if begin:
        return gettext_in(language, "since {first}").format(first=begin)
    if end:
        return gettext_in(language, "until {last}").format(last=end)
    return gettext_in(language, "the whole time")


def progress_listing(report: ProgressReport, pack: str, language: str = CONTENT_LANGUAGE) -> Listing:
    """The report as a table; `pack` names the course whose titles it speaks of."""
    words = _Words(report, pack, language)
    rows = tuple(ListingRow(one.id, words.values(one)) for one in report.lines)
    return Listing(
        title=words.title(),
        notes=words.notes(),
        columns=words.columns(),
        rows=rows,
        foot=words.foot() if report.people else (),
        remarks=words.remarks(),
        empty=words.say(_EMPTY[report.scope] if report.people or not _named(report) else _NOBODY),
        of=words.say(N_("of")),
    )


_EMPTY = {
    Scope.LEARNER: N_("Nothing was begun in this time."),
    Scope.GROUP: N_("Names are shown to trainers only. The numbers of the group stand below."),
    Scope.CENTRE: N_("There is no group here."),
}
_NOBODY = N_("Nobody was in the group in this time.")


def _named(report: ProgressReport) -> bool:
    return report.scope is Scope.GROUP


class _Words:
    """One report in one language."""

    def __init__(self, report: ProgressReport, pack: str, language: str) -> None:
        self._report = report
        self._pack = pack
        self._language = language

    def say(self, message: str) -> str:
        """A text of the program in the language of the report."""
        return gettext_in(self._language, message)

    def title(self) -> str:
        """What the report is about."""
        return self.say(N_("Progress: {name}")).format(name=self._report.title)

    def notes(self) -> tuple[str, ...]:
        """Programme, period, people, hours."""
        report = self._report
        people = ngettext_in(self._language, "{n} person", "{n} people", report.people).format(
            n=report.people
        )
        course = self.say(N_("The course: {lessons} lessons, {tasks} practice tasks, {words} words")).format(
            lessons=report.course.lessons, tasks=report.course.tasks, words=report.course.words
        )
        period = period_text(*report.period, self._language)
        first = " · ".join(part for part in (report.programme, period) if part)
        return (first, course if report.scope is Scope.LEARNER else f"{people} · {course}")

    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(one.name for one in self._of(Line("", "", Counts())))

    def values(self, line: Line) -> tuple[Value, ...]:
        """The cells of a line."""
        return tuple(one.value for one in self._of(line))

    def foot(self) -> tuple[Value, ...]:
        """The last line: one learner's sums, else what comes to one person."""
        report = self._report
        if report.scope is Scope.LEARNER:
            name = self.say(N_("Together"))
            of = sum(one.of for one in report.lines)
            return self.values(Line("", name, report.total, done=True, of=of))
        return self.values(Line("", self.say(N_("On average")), report.total, report.people))

    def remarks(self) -> tuple[str, ...]:
        """How it is counted."""
        told = [N_("Hours have 45 minutes: attended of those held while somebody was in the group.")]
        if self._report.scope is not Scope.LEARNER:
            told.append(N_("In the last line and in lines of groups: what comes to one person."))
        if self._report.with_due:
            told.append(N_("By myself, with help: practice tasks. To repeat: words that are due today."))
        told.append(N_("“By myself”: without a hint; reading aloud and translating is no hint."))
        return tuple(self.say(one) for one in told)

    def _of(self, line: Line) -> tuple[_Column, ...]:
        return {Scope.LEARNER: self._lesson, Scope.GROUP: self._learner, Scope.CENTRE: self._group}[
            self._report.scope
        ](line)

    def _lesson(self, line: Line) -> tuple[_Column, ...]:
        counts = line.counts
        name = content_or_source(self._pack, line.name) if self._language != CONTENT_LANGUAGE else line.name
        return (
            self._column(N_("Lesson"), name),
            self._column(N_("Parts"), Part(counts.stations, line.of)),
            self._column(
                N_("Finished"), self.say(N_("yes")) if line.id and line.done else counts.lessons or None
            ),
            *self._tasks(counts, 1),
            self._column(N_("Words met"), counts.met),
            self._column(N_("Words known"), counts.known),
            self._column(N_("Hours"), self._hours(counts) if not line.id else None),
        )

    def _learner(self, line: Line) -> tuple[_Column, ...]:
        counts, people = line.counts, max(line.people, 1)
        standing = _STANDING.get(line.standing)
        columns = [
            self._column(N_("Name"), line.name),
            self._column(N_("State"), self.say(standing) if standing else None),
            self._column(N_("Lessons"), _per(counts.lessons, people)),
            *self._tasks(counts, people),
            *self._words_of(counts, people),
            self._column(N_("Hours"), self._hours(counts, people)),
        ]
        if self._report.with_bands:
            columns.append(self._column(N_("Assessment"), line.band or None))
        return tuple(columns)

    def _group(self, line: Line) -> tuple[_Column, ...]:
        counts, people = line.counts, max(line.people, 1)
        return (
            self._column(N_("Group"), line.name),
            self._column(N_("People"), line.people),
            self._column(N_("Lessons"), _per(counts.lessons, people)),
            *self._tasks(counts, people),
            *self._words_of(counts, people),
            self._column(N_("Hours"), self._hours(counts, people)),
        )

    def _tasks(self, counts: Counts, people: int) -> tuple[_Column, ...]:
        return (
            self._column(N_("Tasks by myself"), _per(counts.alone, people)),
            self._column(N_("Tasks with help"), _per(counts.helped, people)),
        )

    def _words_of(self, counts: Counts, people: int) -> tuple[_Column, ...]:
        known = self._column(N_("Words known"), _per(counts.known, people))
        due = self._column(N_("Words to repeat"), _per(counts.due, people))
        return (known, due) if self._report.with_due else (known,)

    def _hours(self, counts: Counts, people: int = 1) -> Value:
        if not counts.offered:
            return None
        hours = TEACHING_HOUR * max(people, 1)
        return Part(counts.attended / hours, counts.offered / hours)

    def _column(self, name: str, value: Value) -> _Column:
        return _Column(self.say(name), value)


def _per(count: int, people: int) -> Value:
    return count if people == 1 else round(count / people, 1)
