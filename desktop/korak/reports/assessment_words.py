# SPDX-License-Identifier: GPL-3.0-or-later
"""What a learner is told of their own result: short, true, and never a reason for fear or false joy."""

from korak import i18n
from korak.assessment.change import Change
from korak.assessment.learner_result import Comparison, LearnerResult
from korak.assessment.measured import Measured
from korak.assessment.scoring import Gap
from korak.i18n import N_
from korak.reports.bilingual import Bilingual, Pair
from korak.reports.result_texts import ResultTexts

CHANGE_SENTENCES = {
    Change.CLEAR_UP: N_("You can clearly do more now than at the beginning."),
    Change.LIKELY_UP: N_("You can probably do more now than at the beginning."),
    Change.SAME: N_("About the same. You may still have learned a lot."),
    Change.LIKELY_DOWN: N_("Less this time. Talk to your teacher."),
    Change.CLEAR_DOWN: N_("Less this time. Talk to your teacher."),
}
OTHER_SENTENCES = {
    Comparison.NOTHING: N_("There is no result yet."),
    Comparison.NO_BEFORE: N_("This is your result after the course."),
    Comparison.NO_AFTER: N_("This is your beginning. The course begins here."),
    Comparison.NO_SCORE: N_("There are too few answers to compare."),
    Comparison.MODES_DIFFER: N_("One time was on paper. We do not compare the two."),
    Comparison.SAME_FORM: N_("The questions were the same twice. We do not compare them."),
}
GAP_SENTENCES = {
    Gap.PERFORMANCE_HIGHER: N_("You can do more than you think."),
    Gap.SELF_HIGHER: N_("Practise with us a little more, safety first."),
}


def sentence(result: LearnerResult, words: Bilingual) -> Pair:
    """The one sentence on the change, or why there is none."""
    if result.comparison is not Comparison.YES:
        return words.say(OTHER_SENTENCES[result.comparison])
    return words.say(CHANGE_SENTENCES.get(result.change, OTHER_SENTENCES[Comparison.NO_SCORE]))


def gap_sentence(result: LearnerResult, words: Bilingual) -> Pair | None:
    """A kind word on self-report and performance; None where they agree."""
    message = GAP_SENTENCES.get(result.gap[1])
    return words.say(message) if message else None


def words_line(result: LearnerResult, words: Bilingual) -> Pair | None:
    """Words: 7 → 12 of 16."""
    latest = result.latest
    if latest is None or latest.v is None:
        return None
    before = result.before if comparable(result) else None
    if before is not None and before.v is not None and before is not latest:
        both = words.say(N_("Words: {before} → {after} of {all}"))
        return both.format(before=before.words_right, after=latest.words_right, all=latest.words_of)
    return words.say(N_("Words: {after} of {all}")).format(after=latest.words_right, all=latest.words_of)


def comparable(result: LearnerResult) -> bool:
    """Whether before and after may stand on one line."""
    return result.after is not None and result.comparison not in (
        Comparison.MODES_DIFFER,
        Comparison.SAME_FORM,
    )


def shown(result: LearnerResult) -> tuple[Measured | None, Measured | None]:
    """The measurements that get a bar, before and after: a first one that cannot be compared gets none."""
    before = result.before if comparable(result) or result.after is None else None
    return before, result.after


def support_lines(result: LearnerResult, words: Bilingual) -> tuple[Pair, ...]:
    """That the own language was heard or read, and that the conditions were different."""
    latest = result.latest
    if latest is None:
        return ()
    lines: list[Pair] = []
    if latest.score.with_language:
        lines.append(words.say(N_("You also read or heard the tasks in your own language.")))
    if result.same_conditions is False:
        lines.append(words.say(N_("The conditions were different the first time.")))
    return tuple(lines)


def course_lines(result: LearnerResult, texts: ResultTexts, words: Bilingual) -> Pair:
    """Which course, and when it was measured."""
    course = words.content(texts.course)
    line = words.say(N_("Course: {course}"))
    sl = [line.sl.format(course=course.sl)]
    other = [line.other.format(course=course.other or course.sl)] if line.other else []
    for message, one in ((N_("before: {day}"), result.before), (N_("after: {day}"), result.after)):
        if one is None:
            continue
        pair = words.say(message)
        sl.append(pair.sl.format(day=_day(one, i18n.CONTENT_LANGUAGE)))
        if pair.other and words.second:
            other.append(pair.other.format(day=_day(one, words.second)))
    return Pair(" · ".join(sl), " · ".join(other) or None)


def _day(measured: Measured, language: str) -> str:
    return i18n.format_date(measured.day, language)
