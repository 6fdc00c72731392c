# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that could be somebody's are found wherever they stand; fictitious ones and days are not."""

import pytest

from korak.content.real_numbers import NumberKind, grows, real_numbers, telling, without_telling


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("0101006500006", ("emso",)),
        ("Moj EMŠO je 0101006500006.", ("emso",)),
        ("010 100 650 0006", ("emso",)),
        ("0101 006-500006 hvala", ("emso",)),
        ("SI 50223054", ("tax_number",)),
        ("številka 50223054", ("tax_number",)),
        ("SI56 1910 0000 0123 438", ("iban",)),
        ("si56191000000123438", ("iban",)),
        ("plačajte na SI56 1910 0000 0123 438 danes", ("iban",)),
        ("4111 1111 1111 1111", ("card",)),
        ("", ()),
        ("Dober dan", ()),
        ("3102985500001", ()),
        ("SI56 0000 0000 0000 000", ()),
        ("25. 11. 2026", ()),
        ("25.11.2026", ()),
        ("2026-11-25", ()),
        ("10000001", ()),
        ("482715", ()),
    ],
)
def test_a_valid_number_is_found(text: str, kinds: tuple[str, ...]) -> None:
    assert real_numbers(text) == kinds


KNOWN = frozenset({"3102985500001", "SI56000000000000000", "9900000000123"})


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("010100650000", None, [("emso", False)]),
        ("moj je 010 100 650 00 ja", None, [("emso", False)]),
        ("01010", "emso", [("emso", False)]),
        ("5022305", "tax_number", [("tax_number", False)]),
        ("SI5022305", None, [("tax_number", False)]),
        ("SI56 1910 0000 01", None, [("iban", False)]),
        ("4111 1111 1111 111", None, [("card", False)]),
        ("0101006500006", "emso", [("emso", True)]),
        ("3102985", "emso", []),
        ("310298550001", "emso", []),  # a digit of a fictitious number is missing
        ("SI56 0000 0000", "iban", []),
        ("990000000012", None, []),
        ("031 000 000", None, []),
        ("+386 31 000 000 00", None, []),
        ("25. 11. 2026", None, []),
        ("3102985500009", "emso", []),  # long enough, and nobody's
    ],
)
def test_the_beginning_of_a_number_tells_it_too_but_not_of_a_fictitious_one(
    text: str, kind: NumberKind | None, found: list[tuple[str, bool]]
) -> None:
    assert [(place.kind, place.whole) for place in telling(text, KNOWN, kind)] == found


def test_the_words_around_a_number_stay() -> None:
    text = "Dober dan, moj EMŠO je 0101006500006, račun SI56 1910 0000 0123 438. Hvala!"
    assert without_telling(text, KNOWN) == "Dober dan, moj EMŠO je , račun . Hvala!"
    assert without_telling("Tri dni me boli hrbet.", KNOWN) == "Tri dni me boli hrbet."


@pytest.mark.parametrize(
    ("text", "waits"),
    [("0101", False), ("01010", True), ("moj je 0101 00", True), ("01010 ja", False), ("31029855", False)],
)
def test_digits_that_may_go_on_are_waited_for(text: str, waits: bool) -> None:
    assert grows(text, KNOWN) is waits
