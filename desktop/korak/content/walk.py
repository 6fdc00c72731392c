# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through decoded parts and names every string that has a role: texts, references, and their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from msgspec import Struct, inspect

from korak.content.faults import Spot
from korak.content.shape import bare, type_of


@dataclass(frozen=True, slots=True)
class Found:
    """A string with a role: a text of some kind, or a reference to something of some kind."""

    place: tuple[Spot, ...]
    text: str  # the role of a text: sentence, line, screen, note; or nothing
    ref: str  # what it refers to: picture, word, page ...; or nothing
    value: str


def walk(part: Struct, place: tuple[Spot, ...] = ()) -> Iterator[Found]:
    """Every string of the part that is not empty, with its role."""
    shape = type_of(type(part))
    assert isinstance(shape, inspect.StructType)  # noqa: S101 - a Struct is described by a StructType
    for field in shape.fields:
        value = getattr(part, field.name)
        yield from _walk(field.type, value, (*place, Spot(field.encode_name)))


def _walk(shape: inspect.Type, value: object, place: tuple[Spot, ...]) -> Iterator[Found]:
    if isinstance(value, Struct):
        yield from walk(value, place)
    elif isinstance(value, str):
        if value:
            yield Found(place, *_roles(shape, value), value)
    elif isinstance(value, tuple):
        yield from _walk_list(shape, cast(tuple[object, ...], value), place)
    elif isinstance(value, Mapping):
        yield from _walk_mapping(shape, cast(Mapping[str, object], value), place)


def _walk_list(shape: inspect.Type, values: tuple[object, ...], place: tuple[Spot, ...]) -> Iterator[Found]:
    item = _item_type(bare(shape))
    for number, value in enumerate(values, 1):
        name = str(getattr(value, "id", "") or "")
        yield from _walk(item, value, (*place[:-1], Spot(place[-1].name, number, name)))


def _walk_mapping(
    shape: inspect.Type, values: Mapping[str, object], place: tuple[Spot, ...]
) -> Iterator[Found]:
    described = bare(shape)
    if isinstance(described, inspect.DictType):
        for key, value in values.items():
            spot = (*place, Spot(key))
            yield Found(spot, *_roles(described.key_type, key), key)
            yield from _walk(described.value_type, value, spot)


def _item_type(shape: inspect.Type) -> inspect.Type:
    if isinstance(shape, inspect.UnionType):
        return next((_item_type(bare(one)) for one in shape.types if _is_list(one)), inspect.AnyType())
    return shape.item_type if isinstance(shape, inspect.VarTupleType) else inspect.AnyType()


def _is_list(shape: inspect.Type) -> bool:
    return isinstance(bare(shape), inspect.VarTupleType)


def _roles(shape: inspect.Type, value: str) -> tuple[str, str]:
    """The role of a string, read from the note on its type (or on the string type of a union)."""
    if isinstance(shape, inspect.Metadata):
        extra = cast(dict[str, object], shape.extra or {})
        return str(extra.get("text", "")), str(extra.get("ref", ""))
    if isinstance(shape, inspect.UnionType):
        for one in shape.types:
            if isinstance(bare(one), inspect.StrType):
                return _roles(one, value)
    return "", ""
