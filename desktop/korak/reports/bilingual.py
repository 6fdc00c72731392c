# SPDX-License-Identifier: GPL-3.0-or-later
"""A text on paper in two languages: Slovenian, and the learner's own where somebody translated it."""

from collections.abc import Callable
from dataclasses import dataclass

from korak import i18n


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in Slovenian and in the other language; None where there is no other."""

    sl: str
    other: str | None = None

    def format(self, **values: object) -> "Pair":
        """Fill the same values into both."""
        return Pair(self.sl.format(**values), self.other.format(**values) if self.other else None)


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Looks texts up in Slovenian and in a second language."""

    pack: str
    second: str | None

    @property
    def rtl(self) -> bool:
        """Whether the second language is written from right to left."""
        return self.second is not None and i18n.is_rtl(self.second)

    def say(self, message: str) -> Pair:
        """A text of the program."""
        sl = i18n.gettext_in(i18n.CONTENT_LANGUAGE, message)
        return Pair(sl, self._other(sl, i18n.gettext_in(self.second, message) if self.second else None))

    def count(self, forms: Callable[[str, int], str], number: int) -> Pair:
        """A text of the program in the form that goes with a number, with {n} filled in."""
        sl = forms(i18n.CONTENT_LANGUAGE, number)
        other = forms(self.second, number) if self.second else None
        return Pair(sl, self._other(sl, other)).format(n=number)

    def content(self, message: str) -> Pair:
        """A text of the pack."""
        other = i18n.content(self.pack, message, self.second) if self.second else None
        return Pair(message, other if other != message else None)

    def _other(self, sl: str, found: str | None) -> str | None:
        """Nothing in place of a text that was not translated: it is Slovenian, and stands there already."""
        return None if self.second in (None, i18n.CONTENT_LANGUAGE) or found == sl else found
