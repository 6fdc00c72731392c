# SPDX-License-Identifier: GPL-3.0-or-later
import itertools
import math
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from korak.assessment import (
    bands,
    change,
    descriptive,
    distributions,
    dropouts,
    effects,
    equating,
    orders,
    paired,
    proportions,
    rasch,
    reliability,
    scoring,
    signed_rank,
    standard,
    suppression,
)

SCORES = some.one_of(some.none(), some.sampled_from([0.0, 2.5, 5.0, 50.0, 97.5, 100.0]), some.floats(0, 100))
STEPS = some.lists(some.sampled_from([-10.0, -5.0, -2.5, 0.0, 2.5, 5.0, 7.5, 10.0]), max_size=9)


def numbers(value: object) -> Iterator[float]:
    """Every number inside a result."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from numbers(part)
    elif isinstance(value, float):
        yield value


def every_flip(differences: Sequence[float], ranks: Sequence[float]) -> float:
    """The two-sided p by trying every sign flip: slow, and plain to see."""
    observed = sum(rank for d, rank in zip(differences, ranks, strict=True) if d > 0)
    sums = [
        sum(rank for sign, rank in zip(signs, ranks, strict=True) if sign)
        for signs in itertools.product((False, True), repeat=len(ranks))
    ]
    below = sum(value <= observed + 1e-9 for value in sums) / len(sums)
    above = sum(value >= observed - 1e-9 for value in sums) / len(sums)
    return min(1.0, 2 * min(below, above))


def mid_ranks(values: Sequence[float]) -> list[float]:
    return [
        sum(other < value for other in values) + (sum(other == value for other in values) + 1) / 2
        for value in values
    ]


@given(STEPS)
def test_the_exact_p_is_the_share_of_all_sign_flips(differences: list[float]) -> None:
    changed = [d for d in differences if d]
    ranks = mid_ranks([abs(d) for d in changed])
    assert signed_rank.signed_ranks(differences).p == pytest.approx(every_flip(changed, ranks))


@given(STEPS)
def test_pratt_ranks_the_zeros_and_then_drops_them(differences: list[float]) -> None:
    ranks = mid_ranks([abs(d) for d in differences])
    kept = [(d, rank) for d, rank in zip(differences, ranks, strict=True) if d]
    expected = every_flip([d for d, _ in kept], [rank for _, rank in kept])
    assert signed_rank.signed_ranks(differences, pratt=True).p == pytest.approx(expected)


@given(STEPS)
def test_turning_everything_round_turns_the_result_round(differences: list[float]) -> None:
    there, back = (signed_rank.signed_ranks([sign * d for d in differences]) for sign in (1, -1))
    assert (there.w_plus, there.w_minus) == (back.w_minus, back.w_plus)
    assert there.p == pytest.approx(back.p)
    shift, mirrored = (signed_rank.hodges_lehmann([sign * d for d in differences]) for sign in (1, -1))
    if shift is not None and mirrored is not None:
        assert shift.estimate == pytest.approx(-mirrored.estimate)
        assert shift.low is None or shift.low == pytest.approx(-(mirrored.high or 0.0))


def test_differences_are_rounded_before_ties_are_looked_for() -> None:
    assert signed_rank.signed_ranks([1.1 + 0.2, 1.3, -1.3]).p == 1.0
    assert (
        signed_rank.signed_ranks([0.1 + 0.2 - 0.3, 5.0]).w_plus
        == signed_rank.signed_ranks([0.0, 5.0]).w_plus
        == 1.0
    )


@pytest.mark.parametrize("n", [5, 6, 10, 20, 60, 200])
def test_the_interval_has_the_confidence_it_says(n: int) -> None:
    shift = signed_rank.hodges_lehmann([float(value) for value in range(1, n + 1)])
    assert shift is not None
    assert shift.confidence is not None
    assert shift.confidence == 0.9375 if n == 5 else 0.95 <= shift.confidence < 0.97
    assert shift.low is not None
    assert shift.high is not None
    assert shift.low < shift.estimate < shift.high


@settings(max_examples=300)
@given(some.lists(some.tuples(SCORES, SCORES), max_size=14))
def test_no_group_however_odd_gives_anything_but_finite_numbers(
    pairs: list[tuple[float | None, float | None]],
) -> None:
    pre, post = [before for before, _ in pairs], [after for _, after in pairs]
    made = paired.paired_summary(pre, post)
    assert all(math.isfinite(number) for number in numbers(made))
    assert made.improved + made.unchanged + made.declined == made.n_paired <= min(made.n_pre, made.n_post)
    if made.n_paired < 5:
        inferential = (made.p_exact, made.p_pratt, made.t.p, made.t.low, made.effects.dz_low, made.attains_95)
        assert inferential == (None,) * 6
    else:
        assert 0 < (made.p_exact or 0.0) <= 1
    lost = dropouts.drop_outs(pre, post)
    assert all(math.isfinite(number) for number in numbers(lost))
    assert lost.n_paired == made.n_paired


def test_nobody_and_one_person_give_results() -> None:
    nobody, one = paired.paired_summary([], []), paired.paired_summary([40], [55])
    assert (nobody.n_paired, nobody.shift, nobody.p_exact, nobody.effects.dz) == (0, None, None, None)
    assert (one.n_paired, one.t.mean, one.effects.dz, one.difference.sd) == (1, 15.0, None, None)
    assert one.shift is not None
    assert (one.shift.estimate, one.shift.low) == (15.0, None)


def test_everybody_rising_by_the_same_has_no_standardised_effect() -> None:
    made = paired.paired_summary([10.1, 20.2, 30.3, 40.4, 50.5], [20.1, 30.2, 40.3, 50.4, 60.5])
    assert (made.effects.dz, made.t.t, made.t.p, made.t.sd) == (None, None, None, 0.0)
    assert made.p_exact == 0.0625


# ---------------------------------------------------------------------------------------- distributions


@pytest.mark.parametrize(
    ("p", "df", "t"),  # printed tables
    [
        (0.975, 1, 12.7062047364),
        (0.975, 4, 2.7764451052),
        (0.95, 10, 1.8124611228),
        (0.995, 30, 2.7499956536),
    ],
)
def test_quantiles_of_t_are_those_of_the_tables(p: float, df: float, t: float) -> None:
    assert distributions.t_quantile(p, df) == pytest.approx(t, abs=1e-8)
    assert distributions.t_quantile(1 - p, df) == pytest.approx(-t, abs=1e-8)


@pytest.mark.parametrize(("df1", "df2", "f"), [(4, 10, 4.468), (5, 5, 7.146), (10, 10, 3.717)])
def test_quantiles_of_f_are_those_of_the_tables(df1: float, df2: float, f: float) -> None:
    assert distributions.f_quantile(0.975, df1, df2) == pytest.approx(f, abs=6e-4)
    share = df1 * distributions.f_quantile(0.975, df1, df2)
    assert distributions.beta_cdf(share / (share + df2), df1 / 2, df2 / 2) == pytest.approx(0.975, abs=1e-12)


def by_integration(t: float, df: float, ncp: float) -> float:
    """P(T <= t) as the mean of Phi(t s - ncp) over s = sqrt(chi2 / df), by Simpson's rule."""
    log_of = math.log(2) + df / 2 * math.log(df / 2) - math.lgamma(df / 2)
    steps, high = 4000, 6.0
    total = 0.0
    for step in range(1, steps + 1):
        s = high * step / steps
        weight = 1 if step == steps else 4 if step % 2 else 2
        density = math.exp(log_of + (df - 1) * math.log(s) - df * s * s / 2)
        total += weight * density * distributions.normal_cdf(t * s - ncp)
    return total * high / steps / 3


@pytest.mark.parametrize(
    ("t", "df", "ncp"),
    [(2.0, 4, 0.5), (4.2, 4, 3.0), (-3.0, 8, -1.0), (1.0, 11, 4.0), (0.0, 9, 1.5), (9.0, 19, 6.0)],
)
def test_the_noncentral_t_agrees_with_its_definition(t: float, df: float, ncp: float) -> None:
    assert distributions.noncentral_t_cdf(t, df, ncp) == pytest.approx(by_integration(t, df, ncp), abs=1e-6)


@given(some.floats(-12, 12), some.integers(1, 60))
def test_without_noncentrality_it_is_students_t(t: float, df: int) -> None:
    assert distributions.noncentral_t_cdf(t, df, 0.0) == pytest.approx(distributions.t_cdf(t, df), abs=1e-9)


@given(some.floats(-15, 15), some.integers(5, 40))
def test_the_interval_of_dz_holds_dz_or_says_that_there_is_none(dz: float, n: int) -> None:
    low, high = effects.dz_interval(dz, n)
    assert low is None or low <= dz + 1e-9
    assert high is None or high >= dz - 1e-9


# ----------------------------------------------------------------------------------------------- shares


@given(some.integers(0, 60), some.integers(0, 60))
def test_an_interval_of_a_share_lies_within_0_and_1_and_around_it(x: int, more: int) -> None:
    share = proportions.wilson(x, x + more)
    if x + more == 0:
        assert share == (None, None, None)
    else:
        assert 0 <= share.low <= share.p <= share.high <= 1
        assert share.high - share.low > 0.03


@pytest.mark.parametrize(
    ("gained", "lost", "p"), [(0, 0, 1.0), (5, 0, 0.0625), (6, 0, 0.03125), (9, 2, 0.0654296875)]
)
def test_mcnemar_is_the_exact_sign_test_of_those_who_switched(gained: int, lost: int, p: float) -> None:
    assert proportions.mcnemar_counts(gained, lost).p == pytest.approx(p)
    assert proportions.mcnemar_counts(lost, gained).p == pytest.approx(p)


def test_who_switched_is_counted_from_the_people() -> None:
    made = proportions.mcnemar([False, False, True, True, False], [True, True, False, True, False])
    assert (made.gained, made.lost) == (2, 1)
    assert proportions.transitions([0, 1, 1], [1, 1, 4])[1] == (0, 1, 0, 0, 1)


# ------------------------------------------------------------------------------------------ reliability


@settings(max_examples=50, deadline=None)
@given(some.lists(some.lists(some.sampled_from([0, 1, 2, 4, None]), min_size=4, max_size=4), max_size=8))
def test_reliability_is_finite_or_none_and_never_above_one(rows: list[list[float | None]]) -> None:
    made = reliability.reliability(rows)
    assert all(math.isfinite(number) for number in numbers(made))
    assert made.alpha is None or made.alpha <= 1 + 1e-12
    omega = reliability.omega(rows)
    assert omega is None or 0 <= omega <= 1


def test_a_constant_item_has_no_discrimination() -> None:
    made = reliability.reliability([[1, 0, 2], [1, 1, 3], [1, 1, 4], [1, 0, 1]])
    assert made.r_drop[0] is None
    assert made.facility([1, 1, 4])[0] == 1.0


def test_only_complete_rows_enter() -> None:
    rows = [[1, 0, 2], [0, 1, 3], [1, 1, 4], [0, 0, 1]]
    with_gap = reliability.reliability([*rows, [None, 4, 4]])
    assert with_gap == reliability.reliability(rows)
    assert with_gap.n == 4


# ------------------------------------------------------------------------------------------------ rasch


def test_an_item_of_many_points_is_a_chain_of_thresholds() -> None:
    items = [[-1.0, 0.0, 1.5, 2.0], [-0.5], [0.3, 0.9]]
    table = rasch.score_table(items)
    thetas = [row.wle for row in table if row.wle is not None]
    assert len(thetas) == rasch.highest_score(items) + 1 == 8
    assert thetas == sorted(thetas)
    assert (table[0].mle, table[-1].mle) == (None, None)
    for row in table:
        assert row.wle is not None
        assert row.se == pytest.approx(1 / math.sqrt(rasch.moments(row.wle, items).information))


@given(
    some.lists(some.lists(some.floats(-4, 4), min_size=1, max_size=4), min_size=1, max_size=8), some.data()
)
def test_warms_estimate_maximises_the_weighted_likelihood(
    items: list[list[float]], data: some.DataObject
) -> None:
    raw = data.draw(some.integers(0, rasch.highest_score(items)))
    found = rasch.wle(raw, items)
    assert found.theta is not None
    assume(abs(found.theta) < 15)

    def weighted(theta: float) -> float:
        likelihood = raw * theta
        for item in items:
            exponents = itertools.accumulate((theta - d for d in item), initial=0.0)
            likelihood -= math.log(math.fsum(math.exp(exponent) for exponent in exponents))
        return likelihood + 0.5 * math.log(rasch.moments(theta, items).information)

    assert weighted(found.theta) >= max(weighted(found.theta - 0.01), weighted(found.theta + 0.01)) - 1e-9


def test_items_not_administered_are_left_out() -> None:
    items = [[-1.0], [0.0], [1.0], [-0.5, 0.5]]
    assert rasch.scored([1, None, 0, 2], items) == rasch.wle(3, [items[0], items[2], items[3]])
    assert rasch.scored([None] * 4, items) == (None, None)
    assert rasch.wle(9, items) == (None, None)
    assert rasch.expected_percent(0.0, []) is None


def test_expected_percent_rises_from_nothing_to_all() -> None:
    items = [[-1.0, 1.0], [0.0]]
    percents = [rasch.expected_percent(theta, items) for theta in (-15.0, 0.0, 15.0)]
    assert percents == pytest.approx([0.0, 50.0, 100.0], abs=1e-3)


# ------------------------------------------------------------------------------- orders, links, standards


def test_two_orders_take_the_form_out_of_the_gain() -> None:
    made = orders.two_orders([14.0, 12.0, 16.0, 13.0, 15.0, 14.0], [6.0, 8.0, 7.0, 7.0])
    assert (made.gain, made.form_effect) == (10.5, 3.5)
    assert made.naive == pytest.approx(11.2)
    assert made.se == pytest.approx(0.5 * math.sqrt(2.0 / 6 + (2 / 3) / 4))
    assert made.low is not None
    assert made.low < 10.5 < (made.high or 0.0)
    assert not made.balanced
    assert orders.form_effect_is_large(made, 6.0)


@pytest.mark.parametrize(("ab", "ba"), [([], []), ([5.0], []), ([5.0], [7.0]), ([5.0, 5.0], [7.0, 7.0])])
def test_few_people_in_an_order_give_what_there_is(ab: list[float], ba: list[float]) -> None:
    made = orders.two_orders(ab, ba)
    assert all(math.isfinite(number) for number in numbers(made))
    assert (made.gain is None) is (not ab or not ba)


def test_a_drifted_anchor_is_dropped_but_never_below_three() -> None:
    made = equating.link([0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 2.0, -2.0])
    assert len(made.dropped) == 1
    assert equating.link([0.0, 0.0, 0.0], [0.0, 0.0, 9.0]).dropped == ()
    assert equating.link([], []).shift is None


def test_a_panel_of_one_has_no_error() -> None:
    made = standard.angoff([[0.5, 0.7]])
    assert (made.cut, made.se, made.accepted(8.0)) == (pytest.approx(60.0), None, False)
    assert standard.angoff([]).cut is None
    assert standard.angoff([[0.5, 1.0]], [4, 1]).cut == pytest.approx(60.0)
    assert standard.bookmark([1.0, 2.0]) == pytest.approx(1.5 + math.log(2))


# ------------------------------------------------------------------------------------- scores and words


@pytest.mark.parametrize(("correct", "points"), [(0, 0), (3, 0), (4, 1), (5, 2), (6, 4)])
def test_judgements_count_from_four_right(correct: int, points: int) -> None:
    assert scoring.judgement_score(correct) == points
    assert scoring.judgement_score(correct, worst_help=2) == min(points, 3)
    assert scoring.judgement_score(correct, critical=True) == min(points, 1)
    assert scoring.judgement_score(correct, status="technical") is None


STEP = some.builds(scoring.KeyStep, some.booleans(), some.integers(0, 3), some.booleans())


@given(some.lists(STEP), some.booleans())
def test_points_never_rise_with_help_and_never_beyond_one_after_a_critical_error(
    steps: list[scoring.KeyStep], critical: bool
) -> None:
    points = scoring.task_score(steps, critical=critical)
    helped = scoring.task_score([step._replace(help=3) for step in steps], critical=critical)
    assert points is not None
    assert helped is not None
    assert helped <= points <= (1 if critical else 4)


@pytest.mark.parametrize(
    ("scores", "state"),
    [
        ([4, None], None),
        ([1, 0], scoring.AreaState.NOT_YET),
        ([3, 0], scoring.AreaState.WITH_HELP),
        ([3, 1], scoring.AreaState.ALONE),
        ([None, None], None),
    ],
)
def test_an_area_has_three_states_and_needs_two_items(scores: list[int | None], state: object) -> None:
    assert scoring.area_state(scores, [4, 1]) is state


def test_a_change_needs_more_than_its_threshold() -> None:
    made = change.reliable_change(50, 59, 7.5, 0.8)
    assert made.verdict is change.Verdict.NO_RELIABLE_CHANGE
    ability = change.reliable_change_of_abilities(-0.5, 0.7, 0.4, 0.4)
    assert ability.rc == pytest.approx(1.2 / math.sqrt(0.32))
    assert change.change(ability.rc) is change.Change.CLEAR_UP
    assert change.reliable_change_of_abilities(0.1, None, 0.4, 0.4).verdict is change.Verdict.MISSING
    assert change.reliable_change_of_abilities(0.1, 0.2, None, 0.4).verdict is change.Verdict.MISSING


def test_a_borderline_learner_gains_a_level_only_with_a_likely_change() -> None:
    low, high, next_to = bands.Band(1), bands.Band(2), bands.Band(2, 1)
    assert bands.gained(low, high, 0.1) is True
    assert bands.gained(low, next_to, 1.27) is False
    assert bands.gained(low, next_to, 1.28) is True
    assert bands.gained(high, low, 3.0) is False
    assert bands.gained(bands.Band(None), high, 3.0) is None


def test_floor_and_ceiling_are_called_from_fifteen_per_cent_on() -> None:
    scores = [0.0] * 3 + [50.0] * 17
    assert descriptive.at_floor(scores, 0.0)
    assert not descriptive.at_floor(scores[1:], 0.0)
    assert not descriptive.at_ceiling(scores, 100.0)
    assert not descriptive.at_floor([], 0.0)


@pytest.mark.parametrize(
    ("pre", "post", "warns"),
    [
        ([40, 50, 60, 70, 80], [50, 60, 70, 80, 90], False),
        ([40, 50, 60, 70, 80], [50, 60, 70, 80, None], True),
        ([40, 50, 60, 70, None], [50, 60, 70, None, None], True),
        ([], [], False),
        ([None], [30], False),
    ],
)
def test_the_report_warns_when_the_result_holds_for_those_who_stayed(
    pre: list[float | None], post: list[float | None], warns: bool
) -> None:
    assert dropouts.drop_outs(pre, post).warns(8.0) is warns


# ---------------------------------------------------------------------------------------------- privacy


@given(some.dictionaries(some.text(max_size=3), some.integers(0, 30), max_size=7))
def test_no_small_count_leaves_the_centre_and_none_can_be_worked_out(counts: dict[str, int]) -> None:
    cells = suppression.suppress(counts)
    shown = {name: cell for name, cell in cells.items() if isinstance(cell, int)}
    assert all(cell == counts[name] and (cell == 0 or cell >= 5) for name, cell in shown.items())
    hidden = [counts[name] for name in cells if name not in shown]
    if hidden and any(shown.values()):
        assert len(hidden) >= 2
        assert sum(hidden) >= 5
    assert list(cells) == list(counts)


def test_without_a_total_only_small_counts_are_hidden() -> None:
    assert suppression.suppress({"F": 9, "M": 3}, total_published=False) == {
        "F": 9,
        "M": suppression.Hidden.SMALL,
    }


@pytest.mark.parametrize(("x", "n"), [(0, 8), (8, 8), (6, 12), (5, 10)])
def test_a_percentage_of_many_or_of_nobody_may_be_shown(x: int, n: int) -> None:
    assert suppression.share_may_be_shown(x, n)


@pytest.mark.parametrize(("x", "n"), [(0, 0), (1, 8), (4, 12), (9, 12), (0, 4), (4, 4)])
def test_a_percentage_that_gives_somebody_away_may_not(x: int, n: int) -> None:
    assert not suppression.share_may_be_shown(x, n)
