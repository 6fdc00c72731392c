# SPDX-License-Identifier: GPL-3.0-or-later
"""Which form somebody gets: half of a group takes A then B, the other half B then A (assessment.md §1.4).

Nobody chooses. Blocks of two, in the order of registration, each turned by a coin that the group's stored
seed fixes: at every moment the two orders differ by one person at most. A form forced by hand, the same form
twice, an occasion taken again and an early follow-up need a reason, and are flagged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from korak.assessment.sitting import Form, Occasion, Order, SittingRecord

FOLLOWUP_AFTER = timedelta(weeks=8)


class Refused(StrEnum):
    """Why a sitting cannot be planned as wanted."""

    OPEN = "open"  # one is open already: it is continued, or set aside first
    TAKEN = "taken"  # this occasion was taken already; again only with a reason
    SAME_FORM = "same_form"  # this form was taken already; again only with a reason
    NO_REASON = "no_reason"  # another form than the allocated one needs a reason
    TOO_EARLY = "too_early"  # the follow-up comes eight weeks after; earlier only with a reason


@dataclass(frozen=True, slots=True)
class Chosen:
    """The form of a sitting to come, and what about it is flagged."""

    form: Form
    forced: str = ""  # why not the allocated form
    repeated: str = ""  # why the occasion or the form comes again, or the follow-up so early


@dataclass(frozen=True, slots=True)
class Wish:
    """A form wanted by hand, with its reason; without a form only the reason for taking something again."""

    form: Form | None = None
    reason: str = ""


def order_of(number: int, seed: int) -> Order:
    """The order of the person who was registered as `number` (from 0) in a group with this seed."""
    block, second = divmod(number, 2)
    heads = sha256(f"{seed}:{block}".encode()).digest()[0] % 2 == 0
    return Order.AB if heads != bool(second) else Order.BA


def choose(
    occasion: Occasion, order: Order, before: Iterable[SittingRecord], now: datetime, wish: Wish | None = None
) -> Chosen | Refused:
    """The form of somebody's next sitting; `before` are all their sittings, those set aside too."""
    wish = wish or Wish()
    reason = wish.reason.strip()
    counted = [one for one in before if not one.void]
    if any(one.ended_at is None for one in counted):
        return Refused.OPEN
    due = allocated(occasion, order, counted)
    form = wish.form or due
    if form is not due and not reason:
        return Refused.NO_REASON
    again = _again(occasion, form, counted, now)
    if again is not None and not reason:
        return again
    return Chosen(form, reason if form is not due else "", reason if again is not None else "")


def allocated(occasion: Occasion, order: Order, before: Sequence[SittingRecord]) -> Form:
    """The form of the order; the post takes the other one than the pre really had, the follow-up the same."""
    first = [one for one in before if one.occasion is Occasion.PRE and not one.void]
    if occasion is Occasion.PRE or not first:
        return order.form(occasion)
    taken = first[-1].form
    return taken.other if occasion is Occasion.POST else taken


def _again(occasion: Occasion, form: Form, before: Sequence[SittingRecord], now: datetime) -> Refused | None:
    if any(one.occasion is occasion for one in before):
        return Refused.TAKEN
    if occasion is Occasion.FOLLOWUP:
        last = max((one.ended_at for one in before if one.ended_at is not None), default=None)
        return Refused.TOO_EARLY if last is not None and now - last < FOLLOWUP_AFTER else None
    return Refused.SAME_FORM if any(one.form is form for one in before) else None
