# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs reference cases of the statistics: `run_cases.py FILE.json` prints every case, value and difference.

A file holds cases of the schema "korak-stat-reference-cases/1": kind, input, expected, tolerance. Numbers may
differ by the tolerance, everything else must be equal, keys that are not expected are not looked at. Exit
code 1 on any difference, on a kind nobody knows and on anything that is not a finite number.
"""

import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from korak.assessment import (
    bands,
    change,
    descriptive,
    dropouts,
    effects,
    equating,
    orders,
    paired,
    proportions,
    rasch,
    reliability,
    scoring,
    standard,
    suppression,
)

LOOSER = {"omega_total_1factor_ml": 2e-3}  # said in the notes of its case

Case = Mapping[str, Any]


# ------------------------------------------------------------------------------ one function for each kind


def paired_summary(given: Case) -> Case:
    """Everything about two measurements of a group."""
    made = paired.paired_summary(given["pre"], given["post"])
    flat: dict[str, Any] = {
        "n_registered": made.n_registered,
        "n_pre": made.n_pre,
        "n_post": made.n_post,
        "n_paired": made.n_paired,
        "n_improved": made.improved,
        "n_unchanged": made.unchanged,
        "n_declined": made.declined,
        "n_zero": made.n_zero,
        "n_nonzero": made.n_paired - made.n_zero,
        "w_plus": made.ranks.w_plus,
        "w_minus": made.ranks.w_minus,
        "p_exact": made.p_exact,
        "p_exact_pratt": made.p_pratt,
        "rank_biserial": made.ranks.rank_biserial,
        "hl_ci_attains_95": made.attains_95,
        "mean_diff": made.t.mean,
        "sd_diff": made.t.sd,
        "t": made.t.t,
        "df": made.t.df,
        "p_t": made.t.p,
        "mean_ci_low": made.t.low,
        "mean_ci_high": made.t.high,
        "cohens_dz": made.effects.dz,
        "dz_ci_low": made.effects.dz_low,
        "dz_ci_high": made.effects.dz_high,
        "hedges_j": made.effects.j,
        "hedges_gz": made.effects.gz,
        "d_av": made.effects.d_av,
        "hedges_g_av": made.effects.g_av,
        "g_av_lakens2013": made.effects.g_av_lakens,
        "pearson_r_pre_post": made.effects.r,
    }
    shift = made.shift
    flat["hl"] = shift.estimate if shift else None
    flat["hl_ci_low"] = shift.low if shift else None
    flat["hl_ci_high"] = shift.high if shift else None
    flat["hl_ci_conf_achieved"] = shift.confidence if shift else None
    for name, part in (("pre", made.pre), ("post", made.post), ("diff", made.difference)):
        described = part._asdict() | {"min": part.low, "max": part.high, "iqr": part.iqr}
        flat |= {f"{name}_{key}": value for key, value in described.items()}
    return flat


def rci(given: Case) -> Case:
    """Reliable change of one person, or of many with one spread and one reliability."""
    if isinstance(given.get("pre"), list):
        return _rci_of_many(given)
    if "se_pre" in given:
        pre, post = given.get("theta_pre", given.get("pre")), given.get("theta_post", given.get("post"))
        made = change.reliable_change_of_abilities(pre, post, given["se_pre"], given["se_post"])
    else:
        made = change.reliable_change(given["pre"], given["post"], given["sd_pre"], given["reliability"])
    flat = {
        "sem": made.sem,
        "s_diff": made.s_diff,
        "rci": made.rc,
        "threshold_points_95": made.threshold,
        "class": made.verdict.value,
        "label": change.change(made.rc).value,
    }
    if "m_func" in given:
        cuts = change.cut_offs(given["m_dysf"], given["sd_dysf"], given["m_func"], given["sd_func"])
        flat |= {"cut_a": cuts.a, "cut_b": cuts.b, "cut_c": cuts.c}
    return flat


def _rci_of_many(given: Case) -> Case:
    spread = given.get("sd_pre")
    if spread is None:
        spread = descriptive.sd([value for value in given["pre"] if value is not None]) or 0.0
    every = [
        change.reliable_change(pre, post, spread, given["reliability"])
        for pre, post in zip(given["pre"], given["post"], strict=True)
    ]
    kinds = [one.verdict for one in every]
    up, same, down = (
        kinds.count(kind)
        for kind in (
            change.Verdict.RELIABLE_IMPROVEMENT,
            change.Verdict.NO_RELIABLE_CHANGE,
            change.Verdict.RELIABLE_DECLINE,
        )
    )
    return {
        "sd_pre": spread,
        "sem": every[0].sem if every else None,
        "s_diff": every[0].s_diff if every else None,
        "threshold_points_95": every[0].threshold if every else None,
        "rci": [one.rc for one in every],
        "class": [one.verdict.value for one in every],
        "n_improved": up,
        "n_unchanged": same,
        "n_same": same,
        "n_declined": down,
        "n_reliable_improvement": up,
        "n_no_reliable_change": same,
        "n_reliable_decline": down,
    }


def reliability_of_scale(given: Case) -> Case:
    """Alpha and its companions."""
    made = reliability.reliability(given["items"])
    flat: dict[str, Any] = {
        "n": made.n,
        "k": made.k,
        "alpha": made.alpha,
        "kr20": made.alpha,
        "alpha_ci_low": made.low,
        "alpha_ci_high": made.high,
        "r_drop": list(made.r_drop),
        "item_mean": list(made.means),
        "omega_total_1factor_ml": reliability.omega(given["items"]),
    }
    if "max" in given:
        flat["facility"] = list(made.facility(given["max"]))
    return flat


def _thresholds(given: Case) -> list[list[float]]:
    listed = next(given[name] for name in ("difficulty", "thresholds", "items") if name in given)
    every = [item["thresholds"] if isinstance(item, Mapping) else item for item in listed]
    return [list(item) if isinstance(item, list) else [item] for item in every]


def rasch_score_table(given: Case) -> Case:
    """What every raw score means; persons, if there are any, from their item scores."""
    items = _thresholds(given)
    rows = [
        {"raw": row.raw, "mle": row.mle, "wle": row.wle, "se_wle": row.se} for row in rasch.score_table(items)
    ]
    people = [rasch.scored(scores, items) for scores in given.get("responses", [])]
    return {
        "table": rows,
        "persons": [{"wle": one.theta, "se_wle": one.se} for one in people],
        "max_raw": rasch.highest_score(items),
    }


def band_with_sem(given: Case) -> Case:
    """Band and borderline of persons."""
    labels = given["labels"]
    made = [bands.band(person["theta"], given["cuts"], person["se"]) for person in given["persons"]]
    return {
        "persons": [
            {
                "band": None if one.band is None else labels[one.band],
                "borderline": one.borderline,
                "toward": None if one.toward is None else labels[one.toward],
            }
            for one in made
        ]
    }


def equating_by_anchors(given: Case) -> Case:
    """A common-item link; places count from 1 in the cases."""
    made = equating.link(given["bank"], given["new"], given.get("drift_limit", equating.DRIFT))
    return {
        "shift_all": made.shift_all,
        "displacement_all": list(made.displacement_all),
        "dropped": [place + 1 for place in made.dropped],
        "shift_final": made.shift,
        "se_shift": made.se,
        "displacement_final": list(made.displacement),
    }


def two_order_gain(given: Case) -> Case:
    """Gain and form effect from the two orders."""
    made = orders.two_orders(*(_differences(given, order) for order in ("ab", "ba")))
    flat = made._asdict()
    names = {"gain": "gain_two_order", "se": "se_gain", "low": "gain_ci_low", "high": "gain_ci_high"}
    flat |= {other: flat[name] for name, other in names.items()}
    return flat | {"mean_d_ab": made.mean_ab, "mean_d_ba": made.mean_ba, "naive_mean": made.naive}


def _differences(given: Case, order: str) -> list[float]:
    found = next(
        (given[name] for name in (order, order.upper(), f"d_{order}", f"d_{order.upper()}") if name in given),
        [],
    )
    if isinstance(found, Mapping):
        return [after - before for before, after in zip(found["pre"], found["post"], strict=True)]
    return list(found)


def angoff(given: Case) -> Case:
    """A panel's cut."""
    made = standard.angoff(given["ratings"], given.get("max"))
    return {"judge_cut_pct": list(made.judges), "cut_pct": made.cut, "sd_judges": made.sd, "se_cut": made.se}


def mcnemar(given: Case) -> Case:
    """The exact test of who crossed a line."""
    if "b" in given:
        made = proportions.mcnemar_counts(given["b"], given["c"])
    else:
        made = proportions.mcnemar([bool(x) for x in given["pre"]], [bool(x) for x in given["post"]])
    return {
        "b": made.gained,
        "c": made.lost,
        "gained": made.gained,
        "lost": made.lost,
        "p": made.p,
        "p_exact": made.p,
    }


def drop_out(given: Case) -> Case:
    """Those who stayed and those who left."""
    made = dropouts.drop_outs(given["pre"], given["post"])
    return made._asdict() | {
        "pre_median_completers": made.pre_median_stayed,
        "pre_median_dropouts": made.pre_median_left,
        "dropout_share": made.share,
    }


def quartiles(given: Case) -> Case:
    """Median and quartiles."""
    made = descriptive.summary(given["x"])
    return made._asdict() | {"iqr": made.iqr, "min": made.low, "max": made.high}


def task_score(given: Case) -> int | None:
    """Points of one task run."""
    if "correct" in given:
        return scoring.judgement_score(
            given["correct"],
            worst_help=given.get("help", 0),
            critical=given.get("critical_error", False),
            status=given.get("status", "completed"),
        )
    steps = [
        scoring.KeyStep(step["done"], step.get("help", 0), step.get("key", True)) for step in given["steps"]
    ]
    return scoring.task_score(steps, given["status"], critical=given["critical_error"])


def scale_percent(given: Case) -> list[float | None]:
    """Percent scores of several people."""
    return [
        scoring.scale_percent(scores, given["max"], given.get("min_valid", scoring.ENOUGH))
        for scores in given["scores"]
    ]


def self_report(given: Case) -> Case:
    """A scored self-report."""
    made = scoring.self_report(given["codes"], given.get("max_per_item", 2))
    return {
        "item_scores": list(made.scores),
        "pct": made.percent,
        "n_not_tried": made.n_not_tried,
        "n_skipped": made.n_skipped,
    }


def gap(given: Case) -> Case:
    """Self-report against performance."""
    distance, label = scoring.gap(given["self"], given["perf"])
    return {"gap": distance, "label": label.value}


def small_cells(given: Case) -> Case:
    """A table with its small counts hidden."""
    threshold = given.get("threshold", suppression.THRESHOLD)
    made = suppression.suppress(
        given["counts"], threshold, total_published=given.get("total_published", True)
    )
    return {name: cell if isinstance(cell, int) else cell.shown(threshold) for name, cell in made.items()}


KINDS: Mapping[str, Callable[[Any], Any]] = {
    "paired_summary": paired_summary,
    "paired_edge": paired_summary,
    "rci": rci,
    "rci_group": rci,
    "reliability": reliability_of_scale,
    "rasch_score_table": rasch_score_table,
    "band_with_sem": band_with_sem,
    "equating": equating_by_anchors,
    "two_order_gain": two_order_gain,
    "angoff": angoff,
    "proportion_ci": lambda given: proportions.wilson(given["x"], given["n"])._asdict(),
    "mcnemar": mcnemar,
    "dropout": drop_out,
    "quartiles": quartiles,
    "min_detectable_dz": lambda given: {"dz": [effects.detectable_dz(n) for n in given["n"]]},
    "task_score": task_score,
    "judgement_score": task_score,
    "scale_percent": scale_percent,
    "self_report": self_report,
    "self_performance_gap": gap,
    "change_label": lambda given: change.change(given).value,
    "small_cells": small_cells,
}


# ---------------------------------------------------------------------------------------------- comparison


def run(case: Case) -> Any:
    """What the program makes of a case; a list of inputs gives a list of results."""
    function, given = KINDS[case["kind"]], case["input"]
    if isinstance(given, list):
        return [function(one) for one in given]
    return function(given)


def compare(
    actual: Any, expected: Any, tolerance: float, place: str = ""
) -> Iterator[tuple[str, Any, Any, bool]]:
    """Every expected value with its place, what came, and whether it is near enough."""
    if isinstance(expected, Mapping):
        for name, value in expected.items():
            inner = f"{place}.{name}" if place else str(name)
            if not isinstance(actual, Mapping) or name not in actual:
                yield inner, "absent", value, False
            else:
                yield from compare(actual[name], value, max(tolerance, LOOSER.get(name, 0.0)), inner)
    elif isinstance(expected, list):
        if not isinstance(actual, list) or len(actual) != len(expected):
            yield place, actual, expected, False
        else:
            for number, (one, other) in enumerate(zip(actual, expected, strict=True)):
                yield from compare(one, other, tolerance, f"{place}[{number}]")
    else:
        yield place, actual, expected, same(actual, expected, tolerance)


def same(actual: Any, expected: Any, tolerance: float) -> bool:
    """Numbers within the tolerance; everything else equal and of one kind."""
    if is_number(expected) and is_number(actual):
        return math.isfinite(actual) and abs(actual - expected) <= tolerance
    return type(actual) is type(expected) and actual == expected


def is_number(value: Any) -> bool:
    """Whether it is a number and not a yes or no."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def differences(case: Case) -> list[str]:
    """What is wrong with a case, in words; nothing when it passes."""
    if case["kind"] not in KINDS:
        return [f"nobody knows the kind {case['kind']!r}"]
    tolerance = case.get("tolerance_abs", 1e-9)
    return [
        f"{place or 'value'}: {actual!r} instead of {expected!r}"
        for place, actual, expected, right in compare(run(case), case["expected"], tolerance)
        if not right
    ]


def _tell(case: Case) -> bool:
    """Print one case with its values and differences."""
    print(f"{case['id']} · {case['kind']} · {case.get('title', '')}")
    if case["kind"] not in KINDS:
        print("  WRONG nobody knows this kind")
        return False
    fine = True
    for place, actual, expected, right in compare(
        run(case), case["expected"], case.get("tolerance_abs", 1e-9)
    ):
        distance = (
            f"  off by {abs(actual - expected):.1e}" if is_number(actual) and is_number(expected) else ""
        )
        word = "right" if right else "WRONG"
        print(f"  {word} {place or 'value'} = {actual!r}  expected {expected!r}{distance}")
        fine = fine and right
    return fine


def main(arguments: list[str]) -> int:
    """Run every case of the files named."""
    files = [Path(name) for name in arguments] or [Path(__file__).with_name("statistics-cases.json")]
    cases = [case for file in files for case in json.loads(file.read_text("utf-8"))["cases"]]
    wrong = [case["id"] for case in cases if not _tell(case)]
    print(f"\n{len(cases) - len(wrong)} of {len(cases)} cases right", *wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
