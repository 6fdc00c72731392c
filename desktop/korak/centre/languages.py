# SPDX-License-Identifier: GPL-3.0-or-later
"""The languages learners of such courses speak, and the words by which lists name them."""

from collections.abc import Mapping

# By code: the name in Slovenian, then what else lists call it (compared without case and accents).
NAMES: Mapping[str, tuple[str, ...]] = {
    "sq": ("albanščina", "albanski", "albanian", "shqip", "al"),
    "bs": ("bosanščina", "bosanski", "bosnian", "ba"),
    "sr": ("srbščina", "srbski", "serbian", "srpski", "српски"),
    "mk": ("makedonščina", "makedonski", "macedonian", "македонски"),
    "uk": ("ukrajinščina", "ukrajinski", "ukrainian", "українська", "ua"),
    "ru": ("ruščina", "ruski", "russian", "русский"),
    "ar": ("arabščina", "arabski", "arabic", "العربية"),
    "fa": ("perzijščina", "perzijski", "farsi", "persian", "dari", "فارسی"),
    "tr": ("turščina", "turški", "turkish", "türkçe"),
    "hr": ("hrvaščina", "hrvaški", "croatian", "hrvatski"),
    "en": ("angleščina", "angleški", "english"),
    "sl": ("slovenščina", "slovenski", "slovenian", "slovene"),
}


def slovenian_name(code: str) -> str:
    """Return what a language is called in Slovenian, or its code."""
    return NAMES.get(code, (code,))[0]
