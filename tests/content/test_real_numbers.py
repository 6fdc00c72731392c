# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that could be somebody's are found wherever they stand; fictitious ones and days are not."""

import pytest

from korak.content.real_numbers import real_numbers


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
