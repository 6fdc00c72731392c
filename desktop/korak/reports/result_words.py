# SPDX-License-Identifier: GPL-3.0-or-later
"""Results in words: the sentences that stand on the sheets and on the screen alike.

The wording never hangs on p = 0,05, never says "effect", and says what was not measured (assessment.md §2).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from korak import i18n
from korak.assessment.bands import Band
from korak.assessment.centre_result import CentreResult
from korak.assessment.change import Change
from korak.assessment.group_result import Caution, GroupResult, LeftReason, NeedReason
from korak.assessment.learner_result import Comparison
from korak.assessment.marking import Agreement
from korak.assessment.paired import PairedSummary
from korak.assessment.proportions import Share
from korak.assessment.scoring import AreaState, Gap
from korak.assessment.signed_rank import FEWEST_PAIRS, Shift
from korak.assessment.sitting import Area, Mode
from korak.i18n import N_, NO_BREAK

DASH = "—"

AREAS: Mapping[Area, str] = {
    Area.D0: N_("Device"),
    Area.D1: N_("Information"),
    Area.D2: N_("Messages"),
    Area.D3: N_("Forms and papers"),
    Area.D4: N_("Safety"),
    Area.D5: N_("E-services"),
    Area.V: N_("Vocabulary"),
}
STATES: Mapping[AreaState, str] = {
    AreaState.NOT_YET: N_("not yet"),
    AreaState.WITH_HELP: N_("with help"),
    AreaState.ALONE: N_("by myself"),
}
CHANGES: Mapping[Change, str] = {
    Change.CLEAR_UP: N_("clearly more"),
    Change.LIKELY_UP: N_("probably more"),
    Change.SAME: N_("about the same"),
    Change.LIKELY_DOWN: N_("probably less"),
    Change.CLEAR_DOWN: N_("clearly less"),
    Change.MISSING: N_("no comparison"),
}
GAPS: Mapping[Gap, str] = {
    Gap.SELF_HIGHER: N_("thinks they can do more"),
    Gap.PERFORMANCE_HIGHER: N_("can do more than they think"),
    Gap.ALIGNED: N_("agrees"),
    Gap.MISSING: DASH,
}
COMPARISONS: Mapping[Comparison, str] = {
    Comparison.YES: N_("both assessments"),
    Comparison.NOTHING: N_("not assessed"),
    Comparison.NO_BEFORE: N_("without the entry assessment"),
    Comparison.NO_AFTER: N_("without the exit assessment"),
    Comparison.NO_SCORE: N_("too few answers"),
    Comparison.MODES_DIFFER: N_("on paper and on the screen: not comparable"),
    Comparison.SAME_FORM: N_("the same form twice: not comparable"),
}
LEFT_REASONS: Mapping[LeftReason, str] = {
    LeftReason.WORK: N_("work"),
    LeftReason.FAMILY: N_("family and care"),
    LeftReason.HEALTH: N_("health"),
    LeftReason.MOVED_AWAY: N_("moved away"),
    LeftReason.OTHER_COURSE: N_("goes to another course"),
    LeftReason.TOO_HARD: N_("too hard"),
    LeftReason.TOO_EASY: N_("too easy"),
    LeftReason.TIME_OR_WAY: N_("the hour or the way there"),
    LeftReason.REACHED: N_("can do what they came for"),
    LeftReason.OTHER: N_("something else"),
    LeftReason.UNKNOWN: N_("not known"),
}
NEEDS: Mapping[NeedReason, str] = {
    NeedReason.SAFETY: N_("safety not yet"),
    NeedReason.NO_CHANGE: N_("no change"),
    NeedReason.OVERRATED: N_("thinks they can do more than they do"),
    NeedReason.SKIPPED: N_("many skipped questions"),
    NeedReason.LESS: N_("less than at the start"),
}
MODES: Mapping[Mode, str] = {
    Mode.PC: N_("computer"),
    Mode.TABLET: N_("tablet"),
    Mode.PAPER: N_("paper"),
    Mode.ORAL: N_("oral"),
}


@dataclass(frozen=True, slots=True)
class ResultWords:
    """Puts results into words in one language."""

    language: str = i18n.CONTENT_LANGUAGE

    # --------------------------------------------------------------------------------- numbers

    def say(self, message: str, **values: object) -> str:
        """A text of the program, filled."""
        text = i18n.gettext_in(self.language, message)
        return text.format(**values) if values else text

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """A text in the form that goes with a number, {n} filled in."""
        return i18n.ngettext_in(self.language, one, many, number).format(n=number, **values)

    def number(self, value: float | None, digits: int = 1) -> str:
        """A figure without needless decimals; a dash where there is none."""
        if value is None:
            return DASH
        shown = round(value, digits)
        whole = float(shown).is_integer()
        return i18n.format_number(shown + 0.0, 0 if whole else digits, self.language)

    def signed(self, value: float | None, digits: int = 1) -> str:
        """A change with its sign."""
        text = self.number(value, digits)
        return f"+{text}" if value is not None and round(value, digits) > 0 else text

    def percent(self, share: float | None) -> str:
        """A share (0 to 1) in whole per cent."""
        return DASH if share is None else f"{i18n.format_number(100 * share, 0, self.language)}{NO_BREAK}%"

    def p_value(self, p: float | None) -> str:
        """A probability with three places: "p = 0,008", never "p = 0,000"."""
        if p is None:
            return DASH
        if p < 0.0005:
            return f"p{NO_BREAK}<{NO_BREAK}{i18n.format_number(0.001, 3, self.language)}"
        return f"p{NO_BREAK}={NO_BREAK}{i18n.format_number(p, 3, self.language)}"

    def points(self, value: float) -> str:
        """So many points, with the sign: +15 points, +9.4 points."""
        shown = round(value, 1)
        if not float(shown).is_integer():
            return self.say(N_("{value} points"), value=self.signed(value))
        one = i18n.ngettext_in(self.language, "{sign} point", "{sign} points", abs(int(shown)))
        return one.format(sign=self.signed(value))

    def middle(self, summary_median: float | None, q1: float | None, q3: float | None) -> str:
        """Median [quartiles], whole points."""
        if summary_median is None:
            return DASH
        return f"{self.number(summary_median, 0)} [{self.number(q1, 0)}–{self.number(q3, 0)}]"

    def share(self, count: int, of: int, share: Share) -> str:
        """8 of 12 (67 %; 39 to 86 %)."""
        said = self.say(N_("{count} of {of}"), count=count, of=of)
        return said if share.p is None else f"{said} ({self.percents(share)})"

    def agreement(self, found: Agreement) -> str:
        """How well two people agree on the paper tasks both have marked; nothing where there are none."""
        if not found.n:
            return ""
        said = [
            self.say(
                N_("On paper two people marked the same task: {n}. The same mark: {share}."),
                n=found.n,
                share=self.share(found.equal, found.n, found.share),
            ),
            self.say(N_("At most one point apart: {n}."), n=found.close),
        ]
        if found.agreed:
            said.append(self.say(N_("Agreed on after talking: {n}."), n=found.agreed))
        if found.open:
            said.append(self.say(N_("Not agreed on yet: {n}; the first mark counts."), n=found.open))
        return " ".join(said)

    def percents(self, share: Share) -> str:
        """67 %; 39 to 86 %."""
        interval = self.say(N_("{low} to {high}"), low=self.percent(share.low), high=self.percent(share.high))
        return f"{self.percent(share.p)}; {interval}"

    def pairs(self, result: CentreResult) -> str:
        """How many pairs, or at least how many, where the number would tell who has none."""
        if isinstance(result.pairs, int):
            return self.ngettext("{n} pair", "{n} pairs", result.pairs)
        return self.say(N_("at least {n} pairs"), n=result.pairs_at_least)

    def band(self, band: Band) -> str:
        """2, or 2 (close to 3)."""
        if band.band is None:
            return DASH
        if band.toward is None:
            return str(band.band)
        return self.say(N_("{band} (close to {toward})"), band=band.band, toward=band.toward)

    # ------------------------------------------------------------------------------- sentences

    def overview(self, group: GroupResult) -> tuple[str, ...]:
        """The sentences a group sheet begins with."""
        if group.n_paired < 2:
            return self._without_pairs(group)
        if not group.showing.shift:
            return (self.small(group), *self.directions(group), self.too_few())
        if not group.showing.attains_95:
            return (self.small(group), *self.five(group), self.too_few())
        both = self.ngettext(
            "{n} person has both assessments.", "{n} people have both assessments.", group.n_paired
        )
        return (both, *self.directions(group), *self.typical(group.p), self.no_control())

    def _without_pairs(self, group: GroupResult) -> tuple[str, ...]:
        """What can be said of nobody and of one pair."""
        if group.n_registered == 0:
            return (self.say(N_("There is nobody in this group yet.")),)
        if group.n_pre == 0 and group.n_post == 0:
            return (self.say(N_("Nobody has been assessed yet.")),)
        if group.n_paired == 1:
            return (self.say(N_("One person has both assessments. See that person's own sheet.")),)
        entered = self.ngettext(
            "{n} person has the entry assessment.", "{n} people have the entry assessment.", group.n_pre
        )
        nothing = N_("Nobody has both assessments yet, so nothing can be said about change.")
        return (entered, self.say(nothing))

    def small(self, group: GroupResult) -> str:
        """The group is small (5 pairs of assessments)."""
        return self.ngettext(
            "The group is small ({n} pair of assessments).",
            "The group is small ({n} pairs of assessments).",
            group.n_paired,
        )

    def too_few(self) -> str:
        """Too few for anything general."""
        return self.say(N_("There are too few people for a more general conclusion."))

    def no_control(self) -> str:
        """There was no control group."""
        return self.say(N_("There was no comparison group."))

    def directions(self, group: GroupResult) -> tuple[str, ...]:
        """8 people can do more now, 3 the same, 1 less."""
        if not group.showing.counts:
            return ()
        p = group.p
        more = self.ngettext("{n} person can do more now", "{n} people can do more now", p.improved)
        counts = N_("{more}, {same} the same, {less} less.")
        return (self.say(counts, more=more, same=p.unchanged, less=p.declined),)

    def five(self, group: GroupResult) -> tuple[str, ...]:
        """Five pairs: everybody's direction, and the range in place of an interval."""
        p, shift = group.p, group.p.shift
        first = self.directions(group)
        if p.improved == group.n_paired:
            higher = self.ngettext(
                "The result of all {n} people is higher.",
                "The result of all {n} people is higher.",
                group.n_paired,
            )
            first = (higher,)
        if shift is None or shift.low is None or shift.high is None:
            return first
        return (
            *first,
            self.say(
                N_("The typical change is {change}, from {low} to {high}."),
                change=self.points(shift.estimate),
                low=self.signed(shift.low),
                high=self.signed(shift.high),
            ),
        )

    def typical(self, p: PairedSummary) -> tuple[str, ...]:
        """The typical change with the interval and the confidence it really has."""
        shift = p.shift
        if shift is None or shift.low is None or shift.high is None or shift.confidence is None:
            return ()
        return (
            self.say(
                N_(
                    "The typical change is {change} "
                    "(Hodges-Lehmann; {confidence} % confidence interval from {low} to {high})."
                ),
                change=self.points(shift.estimate),
                confidence=self.number(100 * shift.confidence),
                low=self.number(shift.low),
                high=self.number(shift.high),
            ),
        )

    def interval(self, shift: Shift | None) -> str:
        """+9.4 [6.3; 16.3]; only the estimate where there is no interval."""
        if shift is None:
            return DASH
        if shift.low is None or shift.high is None:
            return self.signed(shift.estimate)
        return f"{self.signed(shift.estimate)} [{self.number(shift.low)}; {self.number(shift.high)}]"

    def forms(self, group: GroupResult) -> str:
        """How much the two forms differ, and what the gain is without it."""
        orders = group.orders
        if orders.gain is None or orders.form_effect is None:
            return self.say(N_("Only one order of the forms was used, so their difference is not known."))
        return self.say(
            N_("Form B is {effect} compared with form A; without that, the mean change is {gain}."),
            effect=self.points(orders.form_effect),
            gain=self.points(orders.gain),
        )

    def caution(self, caution: Caution, group: GroupResult) -> str:
        """What a reader must know, in one or two sentences."""
        return {
            Caution.SMALL: self._small,
            Caution.STAYED: self._stayed,
            Caution.FLOOR: self._floor,
            Caution.CEILING: self._ceiling,
            Caution.FORMS: self._forms,
            Caution.CONDITIONS: self._conditions,
            Caution.MISSING: self._missing,
            Caution.MODES: self._modes,
            Caution.REPEATED_FORM: self._repeated,
        }[caution](group)

    def _small(self, _group: GroupResult) -> str:
        return self.say(
            N_("With fewer than {n} pairs the sheet gives no interval and no p value."), n=FEWEST_PAIRS
        )

    def _stayed(self, group: GroupResult) -> str:
        lost = group.drop_outs
        said = self.say(
            N_("The result holds for those who stayed: {lost} of {all} have no exit assessment."),
            lost=lost.n_dropped,
            all=lost.n_pre,
        )
        if lost.pre_median_left is None or lost.pre_median_stayed is None:
            return said
        medians = self.say(
            N_("Median at the start: {stayed} of those who stayed, {left} of those who left."),
            stayed=self.number(lost.pre_median_stayed, 0),
            left=self.number(lost.pre_median_left, 0),
        )
        return f"{said} {medians}"

    def _floor(self, _group: GroupResult) -> str:
        return self.say(N_("The scale is too hard for this group: many are at its lower end."))

    def _ceiling(self, _group: GroupResult) -> str:
        return self.say(N_("The scale is too easy for this group: many are at its upper end."))

    def _forms(self, _group: GroupResult) -> str:
        return self.say(N_("The two forms differ more than they should. Read the mean change without it."))

    def _conditions(self, group: GroupResult) -> str:
        n = sum(one.result.same_conditions is False for one in group.paired)
        return self.ngettext(
            "The conditions of {n} person were different: own language at one assessment only.",
            "The conditions of {n} people were different: own language at one assessment only.",
            n,
        )

    def _missing(self, _group: GroupResult) -> str:
        return self.say(N_("More than a fifth of the answers is missing."))

    def _modes(self, group: GroupResult) -> str:
        return self.ngettext(
            "{n} person sat once on paper: shown separately, without a difference.",
            "{n} people sat once on paper: shown separately, without a difference.",
            group.of(Comparison.MODES_DIFFER),
        )

    def _repeated(self, group: GroupResult) -> str:
        return self.ngettext(
            "{n} person sat the same form twice and is not compared.",
            "{n} people sat the same form twice and are not compared.",
            group.of(Comparison.SAME_FORM),
        )
