# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures that can stand on a learner's tile."""

from collections.abc import Collection

TILE_PICTURES = (
    "honeybee", "sailboat", "sunflower", "owl", "red-apple", "teapot", "bicycle", "butterfly",
    "tulip", "hedgehog", "cherries", "snow-capped-mountain", "bird", "lemon", "guitar", "cat",
    "dolphin", "strawberry", "umbrella", "rabbit", "pear", "kite", "fox", "anchor",
    "turtle", "grapes", "rose", "camera", "elephant", "carrot", "balloon", "dog",
    "lady-beetle", "watermelon", "rocket", "horse", "pineapple", "bell", "penguin", "house",
    "whale", "mushroom", "train", "parrot", "peach", "drum", "giraffe", "maple-leaf",
)  # fmt: skip


def next_picture(taken: Collection[str]) -> str:
    """The first picture nobody has yet."""
    return next((picture for picture in TILE_PICTURES if picture not in taken), TILE_PICTURES[0])
