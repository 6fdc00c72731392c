# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of a bank: its forms match, templates ask for the same in A and B, what was fixed is unchanged."""

from collections import Counter
from collections.abc import Iterator

from korak.content.assessment import (
    FORMS,
    IN_USE,
    Assessment,
    FormName,
    Item,
    JudgementItem,
    Performed,
    Plan,
    Recognition,
    SelfReport,
    TaskItem,
    Vocabulary,
)
from korak.content.decode import BANK, LOCK
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.frozen import Frozen
from korak.content.pack import Pack

OPTIONS = 3
_KINDS: dict[str, tuple[type[Item], ...]] = {
    "tasks": (TaskItem, JudgementItem),
    "recognition": (Recognition,),
    "statements": (SelfReport,),
    "words": (Vocabulary,),
}


def bank_faults(pack: Pack) -> Iterator[Fault]:
    """Every fault of the pack's bank, beyond names and texts; none where there is no bank."""
    bank = pack.assessment
    if bank is None:
        return
    yield from _cuts(bank)
    for form in FORMS:
        yield from _form(bank, form)
    yield from _same_templates(bank)
    yield from _same_steps(pack, bank)
    for item in bank.items.values():
        yield from _options(pack.files[f"item/{item.id}"], item)
    yield from _fixed(pack, bank)


def _cuts(bank: Assessment) -> Iterator[Fault]:
    """Cuts rise between 0 and 100, and there is one band more than there are cuts."""
    cuts = bank.bank.cuts
    rising = all(low < high for low, high in zip((0.0, *cuts), (*cuts, 100.0), strict=True))
    values = [band.value for band in bank.bank.bands]
    if not rising or values != list(range(len(cuts) + 1)):
        yield Fault(BANK, (Spot("cuts"),), FaultCode.BAD_CUTS)


def _form(bank: Assessment, form: FormName) -> Iterator[Fault]:
    """A form has items of the right kind, in use, and each of them once."""
    plan = bank.bank.forms.get(form)
    if plan is None:
        yield Fault(BANK, (Spot("form"),), FaultCode.MISSING_KEY, {"key": form})
        return
    for key, kinds in _KINDS.items():
        names = _names(plan, key)
        place = (Spot(f"form.{form}"), Spot(key))
        for name, count in Counter(names).items():
            if count > 1:
                yield Fault(BANK, place, FaultCode.DUPLICATE, {"id": name})
        for item in (bank.items[name] for name in names if name in bank.items):
            if not isinstance(item, kinds) or not item.stands_in(form) or item.status not in IN_USE:
                yield Fault(BANK, place, FaultCode.NOT_FOR_FORM, {"id": item.id})


def _same_templates(bank: Assessment) -> Iterator[Fault]:
    """A and B have the same templates in the same order; what is in both is an anchor or a statement."""
    plans = [bank.bank.forms[form] for form in FORMS if form in bank.bank.forms]
    if len(plans) != len(FORMS):
        return
    for key in _KINDS:
        first, second = ([_template(bank, name) for name in _names(plan, key)] for plan in plans)
        if first != second:
            yield Fault(BANK, (Spot("form"), Spot(key)), FaultCode.FORMS_DIFFER)


def _same_steps(pack: Pack, bank: Assessment) -> Iterator[Fault]:
    """The tasks of one template have the same key steps, in the same order, and are anchors together."""
    known: dict[str, tuple[str, tuple[str, ...], bool]] = {}
    for item in bank.items.values():
        if not isinstance(item, Performed) or item.task not in pack.tasks or item.status == "retired":
            continue
        task = pack.tasks[item.task]
        steps = tuple(step.id for step in task.key_steps)
        other, others, anchor = known.setdefault(item.template, (item.id, steps, item.anchor))
        if steps != others or item.anchor != anchor:
            details = {"id": item.id, "other": other}
            yield Fault(
                pack.files[f"item/{item.id}"], (Spot("item", 0, item.id),), FaultCode.STEPS_DIFFER, details
            )


def _options(file: str, item: Item) -> Iterator[Fault]:
    """A question has three options, all different."""
    if isinstance(item, Recognition):
        options = [(one.text, one.picture) for one in (item.right, *item.wrong)]
    elif isinstance(item, Vocabulary):
        options = [(one, "") for one in (item.right, *item.wrong)]
    else:
        return
    if len(set(options)) != OPTIONS or len(options) != OPTIONS:
        place = (Spot("item", 0, item.id), Spot("wrong"))
        yield Fault(file, place, FaultCode.NOT_THREE, {"count": str(OPTIONS)})


def _fixed(pack: Pack, bank: Assessment) -> Iterator[Fault]:
    """What the lock has fixed is unchanged, and everything in use is fixed."""
    frozen = Frozen(pack, bank)
    for names, code in (
        (frozen.changed(), FaultCode.CHANGED_VERSION),
        (frozen.unfixed(), FaultCode.NOT_FIXED),
    ):
        for key in names:
            name, _, version = key.partition("@")
            file = pack.files.get(f"item/{name}", LOCK)
            yield Fault(file, (Spot("item", 0, name),), code, {"id": name, "version": version})


def _names(plan: Plan, key: str) -> tuple[str, ...]:
    return {
        "tasks": plan.tasks,
        "recognition": plan.recognition,
        "statements": plan.statements,
        "words": plan.words,
    }[key]


def _template(bank: Assessment, name: str) -> str:
    return bank.items[name].template if name in bank.items else name
