# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pictures of tiles and of the three-picture key are called, for people who hear the screen."""

from collections.abc import Mapping

from korak.i18n import N_, _

_WORDS: Mapping[str, str] = {
    "anchor": N_("anchor"),
    "balloon": N_("balloon"),
    "bell": N_("bell"),
    "bicycle": N_("bicycle"),
    "bird": N_("bird"),
    "books": N_("books"),
    "bus": N_("bus"),
    "butterfly": N_("butterfly"),
    "camera": N_("camera"),
    "carrot": N_("carrot"),
    "cat": N_("cat"),
    "cherries": N_("cherries"),
    "dog": N_("dog"),
    "dolphin": N_("dolphin"),
    "drum": N_("drum"),
    "elephant": N_("elephant"),
    "fish": N_("fish"),
    "fox": N_("fox"),
    "giraffe": N_("giraffe"),
    "grapes": N_("grapes"),
    "guitar": N_("guitar"),
    "hedgehog": N_("hedgehog"),
    "honeybee": N_("bee"),
    "horse": N_("horse"),
    "house": N_("house"),
    "key": N_("key"),
    "kite": N_("kite"),
    "lady-beetle": N_("ladybird"),
    "lemon": N_("lemon"),
    "maple-leaf": N_("leaf"),
    "mushroom": N_("mushroom"),
    "owl": N_("owl"),
    "parrot": N_("parrot"),
    "peach": N_("peach"),
    "pear": N_("pear"),
    "penguin": N_("penguin"),
    "pineapple": N_("pineapple"),
    "rabbit": N_("rabbit"),
    "red-apple": N_("apple"),
    "rocket": N_("rocket"),
    "rose": N_("rose"),
    "sailboat": N_("sailing boat"),
    "snow-capped-mountain": N_("mountain"),
    "star": N_("star"),
    "strawberry": N_("strawberry"),
    "sun": N_("sun"),
    "sunflower": N_("sunflower"),
    "teapot": N_("teapot"),
    "train": N_("train"),
    "tulip": N_("tulip"),
    "turtle": N_("turtle"),
    "umbrella": N_("umbrella"),
    "watermelon": N_("watermelon"),
    "whale": N_("whale"),
}


def picture_word(picture: str) -> str:
    """The word for a picture in the current language."""
    return _(_WORDS[picture]) if picture in _WORDS else picture.replace("-", " ")
