# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the people of a result on the screen: their names, and what was measured, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from korak.assessment.group_result import GroupResult, Member, Need, Stand
from korak.assessment.measured import TaskOutcome
from korak.i18n import _
from korak.reports.result_texts import ResultTexts
from korak.reports.result_words import CHANGES, GAPS, NEEDS, ResultWords
from korak.ui.quadrant import Point
from korak.ui.slopes import Slope


@dataclass(frozen=True)
class Told:
    """A group's result with everything needed to speak of it; names stay on the screen of the centre."""

    group: GroupResult | None = None
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    words: ResultWords = field(default_factory=ResultWords)
    texts: ResultTexts = field(default_factory=ResultTexts)

    def member(self, person: str) -> Member | None:
        """Somebody of the group."""
        members = self.group.members if self.group else ()
        return next((one for one in members if one.person == person), None)

    def name(self, member: Member) -> str:
        """What somebody is called here."""
        return self.names.get(member.person, member.result.code)

    def change(self, member: Member) -> str:
        """Amra: 35 → 60 · clearly more."""
        said = self.words.say(CHANGES[member.result.change])
        pair = member.result.pair
        if pair is None:
            return f"{self.name(member)}: {said}"
        numbers = f"{self.words.number(pair[0], 0)} → {self.words.number(pair[1], 0)}"
        return f"{self.name(member)}: {numbers} · {said}"

    def stand(self, stand: Stand) -> str:
        """Amra: thinks 70, does 45 · thinks they can do more."""
        said = self.words.say(GAPS[stand.member.result.gap[1]])
        both = _("self-report {self}, performance {does}").format(
            self=self.words.number(stand.self_report, 0), does=self.words.number(stand.performance, 0)
        )
        return f"{self.name(stand.member)}: {both} · {said}"

    def slopes(self) -> list[Slope]:
        """A line for everybody who was measured twice."""
        found: list[Slope] = []
        for member in self.group.paired if self.group else ():
            pair = member.result.pair
            if pair is not None:
                found.append(Slope(member.person, *pair, member.result.clear, self.change(member)))
        return found

    def points(self) -> list[Point]:
        """A point for everybody who has both self-report and performance."""
        return [
            Point(
                one.member.person,
                self.name(one.member),
                one.performance,
                one.self_report,
                one.apart,
                self.stand(one),
            )
            for one in (self.group.quadrant if self.group else ())
        ]

    def stand_of(self, person: str) -> str:
        """Where somebody stands between self-report and performance; nothing where one is missing."""
        stands = self.group.quadrant if self.group else ()
        return next((self.stand(one) for one in stands if one.member.person == person), "")

    def reasons(self, need: Need) -> str:
        """Why somebody needs help."""
        return ", ".join(self.words.say(NEEDS[reason]) for reason in need.reasons)

    def done(self, task: TaskOutcome) -> str:
        """How a task went."""
        if task.points is None:
            return _("not set")
        return {4: _("alone"), 3: _("with a hint"), 2: _("shown")}.get(task.points, _("not yet"))

    def minutes(self, seconds: float) -> str:
        """A time in minutes with one decimal."""
        return self.words.number(seconds / 60)

    def stuck(self, task: TaskOutcome) -> str:
        """The step it stopped or was helped at; nothing where all went well."""
        return "" if task.alone or not task.stuck else self.texts.step(task.template, task.stuck)
