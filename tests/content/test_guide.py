# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide for authors stays truthful: it names every block, field, effect, condition and fault there is."""

from pathlib import Path
from typing import get_args

import pytest
from msgspec import inspect

from korak.content.conditions import Condition
from korak.content.effects import Effect
from korak.content.fields import FieldFaultCode
from korak.content.portal import Block

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "authoring.md").read_text("utf-8")


def tags(union: object) -> list[str]:
    shape = inspect.type_info(union)
    assert isinstance(shape, inspect.UnionType)
    return sorted(str(one.tag) for one in shape.types if isinstance(one, inspect.StructType))


@pytest.mark.parametrize("kind", tags(Block))
def test_the_guide_names_every_block_and_field(kind: str) -> None:
    assert f"`{kind}`" in GUIDE


@pytest.mark.parametrize("key", [*tags(Effect), *tags(Condition)])
def test_the_guide_shows_every_effect_and_condition(key: str) -> None:
    assert f"{key} = " in GUIDE


@pytest.mark.parametrize("code", get_args(FieldFaultCode))
def test_the_guide_names_every_fault_a_field_can_have(code: str) -> None:
    assert f"`{code}`" in GUIDE or code == "required"
