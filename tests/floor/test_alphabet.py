# SPDX-License-Identifier: GPL-3.0-or-later
"""Names stand where a Slovenian reader looks for them, and are found however they are typed."""

from hypothesis import given
from hypothesis import strategies as st

from korak.alphabet import order, plain


def test_letters_with_a_mark_have_their_own_place() -> None:
    names = ["Zora", "Žana", "Čebela", "Cilka", "Šiva", "Cveto", "Dana", "Sonja", "Ćiril", "Đana", "Eva"]
    assert sorted(names, key=order) == [
        "Cilka", "Cveto", "Ćiril", "Čebela", "Dana", "Đana", "Eva", "Sonja", "Šiva", "Zora", "Žana",
    ]  # fmt: skip


def test_group_ten_comes_after_group_two() -> None:
    assert sorted(["Jesenice 10", "jesenice 2", "Jesenice 1"], key=order) == [
        "Jesenice 1",
        "jesenice 2",
        "Jesenice 10",
    ]


def test_a_name_is_found_without_its_marks() -> None:
    assert plain("Đurđa  ŠKOFJA-Loka") == "durda skofja loka"


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_texts_can_be_put_in_order(texts: list[str]) -> None:
    found = sorted(texts, key=order)
    assert sorted(found) == sorted(texts)
    assert [order(one) for one in found] == sorted(order(one) for one in texts)


@given(st.text(max_size=20))
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
