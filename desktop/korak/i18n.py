# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is read or heard, in the language of the person who reads: gettext at run time.

Two kinds of text exist. The program's own texts are written in English in the code and looked up in the
domain ``korak``. A pack's texts are written in Slovenian by its author and looked up in a domain of its
own. Only compiled catalogues (``.mo``) are read here; ``packaging/catalogues`` makes them.

The current language is the one piece of module state in the program. Nothing may call :func:`_` at import: a
widget sets its texts when it is built and again whenever the language changes.
"""

import datetime as dt
import gettext as _gettext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from korak import paths

PROGRAMME = "korak"
SOURCE_LANGUAGE = "en"
CONTENT_LANGUAGE = "sl"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "ps", "he", "ckb"})
NO_BREAK = "\u00a0"

_OWN_NAMES = {
    "sl": "Slovenščina",
    "en": "English",
    "ar": "العربية",
    "bs": "Bosanski",
    "hr": "Hrvatski",
    "sr": "Српски",
    "mk": "Македонски",
    "sq": "Shqip",
    "uk": "Українська",
    "ru": "Русский",
    "fa": "فارسی",
    "tr": "Türkçe",
}


@dataclass(frozen=True, slots=True)
class Language:
    """A language the program can be read in."""

    code: str
    own_name: str
    rtl: bool

    @property
    def draft(self) -> int:
        """How many machine-made texts of the program nobody has reviewed yet; this reads its catalogue."""
        return drafts(PROGRAMME, self.code)


@dataclass(slots=True)
class _Current:
    language: str = CONTENT_LANGUAGE


_current = _Current()


def N_(message: str) -> str:  # noqa: N802
    """Mark a text for the catalogues without translating it here."""
    return message


def _(message: str) -> str:
    """Return a program text in the current language."""
    return gettext_in(_current.language, message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a program text that goes with ``count`` (Slovenian has four)."""
    return ngettext_in(_current.language, one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return a program text whose meaning depends on ``context``."""
    return _catalogue(_current.language, PROGRAMME).pgettext(context, message)


def gettext_in(language: str, message: str) -> str:
    """Return a program text in a language named for this once (bilingual sheets)."""
    # An empty message id is a catalogue's own header.
    return _catalogue(language, PROGRAMME).gettext(message) if message else ""


def ngettext_in(language: str, one: str, many: str, count: int) -> str:
    """Return the plural form of a program text in a language named for this once."""
    return _catalogue(language, PROGRAMME).ngettext(one, many, count)


def content(pack: str, message: str, language: str | None = None) -> str | None:
    """Return a pack's text in ``language`` (the current one when None); None where nobody translated it."""
    wanted = language or _current.language
    if wanted == CONTENT_LANGUAGE or not message:
        return message
    found = _content_catalogue(wanted, pack).gettext(message)
    return None if found == _ABSENT else found


def content_or_source(pack: str, message: str, language: str | None = None) -> str:
    """Return a pack's text in ``language``, or the Slovenian original where nobody translated it."""
    found = content(pack, message, language)
    return message if found is None else found


def set_language(language: str) -> None:
    """Make ``language`` the current one; an unknown one counts as Slovenian."""
    known = {known.code for known in languages()}
    _current.language = language if language in known else CONTENT_LANGUAGE


def language() -> str:
    """Return the code of the current language."""
    return _current.language


def is_rtl(code: str | None = None) -> bool:
    """Tell whether a language (the current one when None) is written from right to left."""
    return (code or _current.language) in RIGHT_TO_LEFT


def own_name(code: str) -> str:
    """Return what speakers call a language, or its code if the program has no name for it."""
    return _OWN_NAMES.get(code, code)


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """Return the languages that have a program catalogue, Slovenian and English first."""
    codes = {CONTENT_LANGUAGE, SOURCE_LANGUAGE}
    if paths.locales().is_dir():
        codes |= {found.parents[1].name for found in paths.locales().glob(f"*/LC_MESSAGES/{PROGRAMME}.mo")}
    order = sorted(codes, key=_language_order)
    return tuple(Language(code, own_name(code), code in RIGHT_TO_LEFT) for code in order)


@lru_cache(maxsize=64)
def drafts(domain: str, language: str) -> int:
    """Return how many texts of a catalogue are machine-made and wait for a reviewer."""
    file = _gettext.find(domain, paths.locales(), [language])
    header = "" if file is None else _header(Path(file))
    told = (line.partition(":") for line in header.casefold().splitlines())
    count = next((value.strip() for name, _colon, value in told if name == "x-korak-drafts"), "0")
    return int(count) if count.isdigit() else 0


def _header(file: Path) -> str:
    """The first text of a compiled catalogue, which speaks of the catalogue itself.

    Ten whole catalogues are not read to name ten languages in a menu: that took 14 ms of every start. Layout:
    the GNU gettext manual, "The Format of GNU MO Files"; our own catalogues are written little-endian.
    """
    with file.open("rb") as opened:
        translations = int.from_bytes(opened.read(20)[16:], "little")
        opened.seek(translations)
        length, place = int.from_bytes(opened.read(4), "little"), int.from_bytes(opened.read(4), "little")
        opened.seek(place)
        return opened.read(length).decode()


def format_date(day: dt.date, code: str | None = None) -> str:
    """Return a date as people write it: ``5. 3. 2026`` in Slovenian, with no-break spaces."""
    if (code or _current.language) in {"sl", "bs", "hr", "sr", "mk"}:
        return f"{day.day}.{NO_BREAK}{day.month}.{NO_BREAK}{day.year}"
    if (code or _current.language) in {"uk", "ru", "sq"}:
        return f"{day.day:02}.{day.month:02}.{day.year}"
    return f"{day.day}/{day.month}/{day.year}"


def format_number(value: float, digits: int = 0, code: str | None = None) -> str:
    """Return a number with ``digits`` decimals and the language's own decimal mark; a real minus sign."""
    plain = f"{abs(value):,.{digits}f}"
    if (code or _current.language) != SOURCE_LANGUAGE:
        plain = plain.translate(str.maketrans({",": ".", ".": ","}))
    return ("−" if value < 0 else "") + plain


def _language_order(code: str) -> tuple[int, str]:
    first = {CONTENT_LANGUAGE: 0, SOURCE_LANGUAGE: 1}
    return first.get(code, 2), own_name(code).casefold()


@lru_cache(maxsize=64)
def _catalogue(language: str, domain: str) -> _gettext.NullTranslations:
    catalogue = _gettext.translation(domain, paths.locales(), languages=[language], fallback=True)
    if domain == PROGRAMME and language not in (CONTENT_LANGUAGE, SOURCE_LANGUAGE):
        # What nobody translated is said in Slovenian, which everybody here learns, and not in English.
        catalogue.add_fallback(_catalogue(CONTENT_LANGUAGE, PROGRAMME))
    return catalogue


@lru_cache(maxsize=64)
def _content_catalogue(language: str, pack: str) -> _gettext.NullTranslations:
    catalogue = _gettext.translation(pack, paths.locales(), languages=[language], fallback=True)
    catalogue.add_fallback(_Untranslated())
    return catalogue


_ABSENT = "\x00"


class _Untranslated(_gettext.NullTranslations):
    """The last catalogue asked: it says that no other knew the text, which plain gettext never tells."""

    def gettext(self, message: str) -> str:  # noqa: ARG002
        """Return the mark of an unknown text."""
        return _ABSENT
