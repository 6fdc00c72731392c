# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks a decoded pack: names lead somewhere, pages can be reached and left, texts are fit to be read."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from stdnum import iban, luhn
from stdnum.si import ddv, emso

from korak.content.answers import answer_faults
from korak.content.faults import Fault, FaultCode, Spot
from korak.content.pack import Pack
from korak.content.references import References
from korak.content.texts import PackText, strings, texts
from korak.content.ways import way_faults

_END = re.compile(r"[.!?…]+(?:\s+|$)|\n+")
_NUMBER = re.compile(r"[A-Z]{2}\d{2}(?: ?\d){4,30}|\d(?:[ -]?\d){7,18}")


def check(
    pack: Pack,
    translations: Mapping[str, Container[str]],
    pictures: frozenset[str],
    broken: frozenset[str] = frozenset(),
) -> tuple[Fault, ...]:
    """Every fault of the pack; ``translations`` gives the texts each language has."""
    written = tuple(strings(pack))
    wanted = tuple(texts(pack))
    return (
        *References(pack, pictures, broken).faults(written),
        *_duplicates(pack),
        *_plan_order(pack),
        *answer_faults(pack),
        *way_faults(pack),
        *_long_sentences(pack, wanted),
        *_untranslated(pack, wanted, translations),
        *_real_numbers(pack),
    )


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [piece.strip() for piece in _END.split(text) if piece.strip()]


def _long_sentences(pack: Pack, wanted: Iterable[PackText]) -> Iterator[Fault]:
    limit = pack.header.limits.sentence_words
    for text in wanted:
        if text.role != "sentence":
            continue
        for sentence in sentences(text.msgid):
            count = sum(any(letter.isalnum() for letter in word) for word in sentence.split())
            if count > limit:
                details = {"words": str(count), "limit": str(limit), "text": sentence}
                yield Fault(text.file, text.place, FaultCode.LONG_SENTENCE, details)


def _untranslated(
    pack: Pack, wanted: Iterable[PackText], translations: Mapping[str, Container[str]]
) -> Iterator[Fault]:
    said: set[tuple[str, str]] = set()
    for text in wanted:
        for language in pack.languages:
            if language == pack.language or text.msgid in translations.get(language, ()):
                continue
            if (language, text.msgid) not in said:
                said.add((language, text.msgid))
                details = {"language": language, "text": text.msgid}
                yield Fault(text.file, text.place, FaultCode.MISSING_TRANSLATION, details)


def _duplicates(pack: Pack) -> Iterator[Fault]:
    """Names given twice, and things that must not be empty."""
    lessons = [lesson for module in pack.course for lesson in module.lessons]
    yield from _twice("pack.toml", (), "module", [module.id for module in pack.course])
    yield from _twice("pack.toml", (Spot("module"),), "lessons", lessons)
    yield from _twice("pack.toml", (), "need", [need.id for need in pack.header.needs])
    for name in pack.lessons.keys() - set(lessons):
        yield Fault(pack.files[f"lessons/{name}"], (), FaultCode.NOT_IN_COURSE)
    for name, lesson in pack.lessons.items():
        file = pack.files[f"lessons/{name}"]
        yield from _twice(file, (), "step", [step.id for step in lesson.steps])
    for name, task in pack.tasks.items():
        yield from _twice(pack.files[f"tasks/{name}"], (), "key_step", [step.id for step in task.key_steps])
    yield from _portal_duplicates(pack)


def _plan_order(pack: Pack) -> Iterator[Fault]:
    """Topics that stand before what they need; so no topic can need itself, however far round."""
    order = list(pack.plan)
    for number, (name, topic) in enumerate(pack.plan.items()):
        for place, needed in enumerate(topic.after, 1):
            if needed in order[number:]:
                spot = (Spot("topic", number + 1, name), Spot("after", place))
                yield Fault("plan.toml", spot, FaultCode.WRONG_ORDER, {"name": needed})


def _portal_duplicates(pack: Pack) -> Iterator[Fault]:
    hosts: dict[str, str] = {}
    for name, portal in pack.portals.items():
        file = pack.files[f"portals/{name}"]
        if not portal.pages:
            yield Fault(file, (Spot("page"),), FaultCode.EMPTY)
        if not portal.address.endswith(".invalid") or "/" in portal.address:
            yield Fault(file, (Spot("address"),), FaultCode.BAD_ADDRESS, {"address": portal.address})
        if portal.address in hosts:
            yield Fault(file, (Spot("address"),), FaultCode.DUPLICATE, {"id": portal.address})
        hosts[portal.address] = name
        yield from _twice(file, (), "page", [page.id for page in portal.pages])
        yield from _twice(file, (Spot("page"),), "path", [page.path for page in portal.pages])
        for page in portal.pages:
            place = (Spot("page", 0, page.id),)
            yield from _twice(file, place, "block", [block.id for block in page.blocks if block.id])


def _twice(file: str, place: tuple[Spot, ...], key: str, names: list[str]) -> Iterator[Fault]:
    for number, name in enumerate(names):
        if name in names[:number]:
            yield Fault(file, (*place, Spot(key, number + 1, name)), FaultCode.DUPLICATE, {"id": name})


def _real_numbers(pack: Pack) -> Iterator[Fault]:
    """Numbers that could be somebody's: EMŠO, tax number, account, card."""
    for one in strings(pack):
        if one.file.startswith(("words/", "labels.toml")):
            continue
        for number in _NUMBER.findall(one.found.value):
            kind = real_number(number)
            if kind:
                details = {"kind": kind, "number": number}
                yield Fault(one.file, one.found.place, FaultCode.REAL_NUMBER, details)


def real_number(text: str) -> str:
    """What kind of valid number this is, or nothing."""
    digits = "".join(letter for letter in text if letter.isalnum())
    if len(digits) == 13 and digits.isdigit() and digits[-1] == emso.calc_check_digit(digits):
        return "emso"  # whatever its date: an impossible one may be a slip of the finger
    if len(digits) == 8 and ddv.is_valid(digits):
        return "tax_number"
    if digits[:2].isalpha() and iban.is_valid(digits):
        return "iban"
    return "card" if len(digits) == 16 and digits.isdigit() and luhn.is_valid(digits) else ""
