# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everybody is with the assessment, as rows of a table."""

from collections.abc import Mapping, Sequence

from korak.assessment.marking import to_mark_again
from korak.assessment.sitting import Mode, Occasion, SittingRecord
from korak.assessment.taking import is_long, progress
from korak.i18n import _, format_date
from korak.services.sittings import Standing
from korak.ui.rows_model import Cell, Row
from korak.ui.sitting.occasion import mode_name, occasion_name


def titles() -> tuple[str, ...]:
    """The names of the columns."""
    return (_("Person"), *(occasion_name(one) for one in Occasion), _("Remarks"))


def standing_rows(standings: Sequence[Standing], at_it: Mapping[str, float]) -> list[Row]:
    """A row for every learner; `at_it` tells how long somebody has worked without a break, by sitting."""
    return [Row(one.person.id, _cells(one, at_it)) for one in standings]


def state_words(record: SittingRecord) -> str:
    """Where a sitting is, in words."""
    done, count = progress(record)
    if record.ended_at is not None:
        day = format_date(record.ended_at.astimezone().date())
        return f"{day} · {mode_name(record.mode)}" if record.mode is not Mode.PC else day
    if record.mode.by_hand:
        return " · ".join((mode_name(record.mode), _("{n} of {all}").format(n=done, all=count)))
    return _("{n} of {all}").format(n=done, all=count) if done else _("waits")


def _cells(standing: Standing, at_it: Mapping[str, float]) -> tuple[Cell, ...]:
    person = standing.person
    occasions = (_state(standing.of(one), at_it) for one in Occasion)
    return (Cell(person.name, picture=person.picture), *occasions, Cell(_remarks(standing)))


def _state(record: SittingRecord | None, at_it: Mapping[str, float]) -> Cell:
    if record is None:
        return Cell("–", 9.0)
    if record.ended_at is not None:
        return Cell(state_words(record), 3.0, "done")
    if is_long(at_it.get(record.id, 0.0)):
        return Cell(state_words(record), 0.0, "idle")
    return Cell(state_words(record), 1.0, "works" if at_it.get(record.id) else "absent")


def _remarks(standing: Standing) -> str:
    counted = [one for one in standing.records if not one.void]
    said: list[str] = []
    if standing.consent is False:
        said.append(_("does not take part"))
    if any(one.forced for one in counted):
        said.append(_("other form"))
    if any(one.repeated for one in counted):
        said.append(_("repeated"))
    if any(to_mark_again(one) for one in counted if one.ended_at is None):
        said.append(_("second mark is missing"))
    if len(counted) < len(standing.records):
        said.append(_("set aside"))
    return ", ".join(said)
