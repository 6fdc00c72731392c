# SPDX-License-Identifier: GPL-3.0-or-later
"""The translation catalogues: extract, update, compile, check.

Two kinds of catalogue stand in locales/<language>/LC_MESSAGES: `korak.po` for the program, whose msgids
are English, and `<pack>.po` for each pack, whose msgids are Slovenian. An entry made by a machine carries
the flag `#, draft` until a person has read it; entries without the flag count as reviewed.
"""

import argparse
import ast
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from gettext import c2py
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from string import Formatter
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
PROGRAM = "korak"
# Slovenian and English, then the languages of those who learn. Serbian is in Cyrillic: who prefers Latin
# letters reads Bosnian, which learners can choose as well (decision 0010).
LANGUAGES = ("sl", "en", "ar", "bs", "fa", "mk", "ru", "sq", "sr", "uk")
PROGRAM_LANGUAGE, PACK_LANGUAGE = "en", "sl"  # what msgids are written in
COMPLETE = {PROGRAM: ("sl", "en")}
COMPLETE_PACK = ("en",)
# A text (with its plural), its place, comments for translators, its context.
Text: TypeAlias = tuple[str | tuple[str, str], str, list[str], str | None]
# What marks a text, and where in the call its parts stand: context, singular, plural.
KEYWORDS: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "N_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_in": (None, 1, None),
    "ngettext": (None, 0, 1),
    "ngettext_in": (None, 1, 2),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
DRAFT = "draft"
PERCENT = re.compile(r"%(?:\(\w+\))?[srd]")
# Dates and tool versions change with every run and say nothing.
NOISE = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To)'
    r": .*\n",
    re.MULTILINE,
)


# --------------------------------------------------------------------------------------- extract, update


def packs() -> list[str]:
    """The names of the packs that ship."""
    return sorted(path.parent.name for path in (ROOT / "assets" / "packs").glob("*/pack.toml"))


def template(domain: str) -> Catalog:
    """What there is to translate now, straight from the sources."""
    catalog = Catalog(project=domain, version="", charset="utf-8")
    found = _texts_of_program() if domain == PROGRAM else _texts_of_pack(domain)
    for text, place, comments, context in found:
        catalog.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalog


def extract(domain: str) -> None:
    """Write the template anew."""
    _write(LOCALES / f"{domain}.pot", template(domain))


def update(domain: str) -> None:
    """Bring every language's catalogue up to the sources; translations and their flags stay."""
    fresh = template(domain)
    _write(LOCALES / f"{domain}.pot", fresh)
    for language in languages_of(domain):
        path = catalogue_path(language, domain)
        catalog = (
            read(path, language)
            if path.exists()
            else Catalog(locale=language, project=domain, charset="utf-8")
        )
        catalog.project, catalog.version = domain, ""
        # A copy: the entries taken over would be shared among the languages.
        catalog.update(deepcopy(fresh), no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        _forget_fuzzy(catalog)
        if domain == PROGRAM and language == PROGRAM_LANGUAGE:
            _fill_with_msgids(catalog)
        _write(path, catalog)


def languages_of(domain: str) -> list[str]:
    """A pack's own language needs no catalogue; its msgids are the text."""
    return [language for language in LANGUAGES if domain == PROGRAM or language != PACK_LANGUAGE]


def catalogue_path(language: str, domain: str) -> Path:
    """Where one language's catalogue of one domain stands."""
    return LOCALES / language / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, language: str) -> Catalog:
    """One catalogue from disk."""
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _texts_of_program() -> Iterator[Text]:
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        source = path.read_text("utf-8")
        place = path.relative_to(ROOT).as_posix()
        yield from texts_of_source(source, place)


def texts_of_source(source: str, place: str) -> Iterator[Text]:
    """The marked texts of a source file, in order; also those inside an f-string, on every Python alike."""
    lines = source.splitlines()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=_by_place):
        found = _marked(call)
        if found:
            context, text = found
            yield text, place, _comments_above(lines, call.lineno), context


def _by_place(call: ast.Call) -> tuple[int, int]:
    return call.lineno, call.col_offset


def _marked(call: ast.Call) -> tuple[str | None, str | tuple[str, str]] | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in KEYWORDS:
        return None
    context, one, many = (None if index is None else _constant(call, index) for index in KEYWORDS[name])
    wanted = sum(index is not None for index in KEYWORDS[name])
    if not one or wanted != sum(bool(part) for part in (context, one, many)):
        return None
    return context, (one, many) if many else one


def _constant(call: ast.Call, index: int) -> str | None:
    argument = call.args[index] if index < len(call.args) else None
    constant = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return argument.value if constant else None


def _comments_above(lines: list[str], number: int) -> list[str]:
    above = takewhile(_is_comment, reversed(lines[: number - 1]))
    comments = [line.strip().removeprefix("#").strip() for line in reversed(list(above))]
    return comments if comments and comments[0].startswith("Translators:") else []


def _is_comment(line: str) -> bool:
    return line.strip().startswith("#")


def _texts_of_pack(pack: str) -> Iterator[Text]:
    command = [sys.executable, "-P", "-m", "korak", "texts", str(ROOT / "assets" / "packs" / pack)]
    written = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=_environment()).stdout
    for message in entries(read_po(BytesIO(written), abort_invalid=True)):
        for place, _line in message.locations:
            yield message.id, place, message.auto_comments, message.context


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "PYTHONIOENCODING": "utf-8"}


def _forget_fuzzy(catalog: Catalog) -> None:
    """A text that now has a plural, or has it no more, wants a new translation."""
    for message in entries(catalog):
        if message.fuzzy:
            message.flags.discard("fuzzy")
            message.string = ("",) * catalog.num_plurals if message.pluralizable else ""


def _fill_with_msgids(catalog: Catalog) -> None:
    for message in entries(catalog):
        message.string = message.id


def _write(path: Path, catalog: Catalog) -> None:
    catalog.header_comment = "# SPDX-License-Identifier: GPL-3.0-or-later"
    buffer = BytesIO()
    write_po(buffer, catalog, width=0, include_lineno=False, ignore_obsolete=True)
    text = NOISE.sub("", buffer.getvalue().decode("utf-8")).replace('#, fuzzy\nmsgid ""\n', 'msgid ""\n', 1)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8", newline="\n")
        print(f"{path.relative_to(ROOT)}: {_share(catalog)}")


def _share(catalog: Catalog) -> str:
    messages = list(entries(catalog))
    done = sum(is_translated(message) for message in messages)
    return f"{done} of {len(messages)} translated, {_drafts(catalog)} drafts"


# ------------------------------------------------------------------------------------------------ entries


def entries(catalog: Catalog) -> Iterator[Message]:
    """All entries but the header."""
    return (message for message in catalog if message.id)


def is_translated(message: Message) -> bool:
    """Whether every form of the entry has a text."""
    return all(forms(message))


def forms(message: Message) -> tuple[str, ...]:
    """The translation's forms; one, when the entry has no plural."""
    return tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string,)


def _drafts(catalog: Catalog) -> int:
    return sum(DRAFT in message.flags and is_translated(message) for message in entries(catalog))


# ------------------------------------------------------------------------------------------------ compile


@dataclass(frozen=True)
class _Compiled:
    """What is written to an .mo file: the finished entries under a header that also tells their state."""

    source: Catalog
    charset: str = "utf-8"

    def __iter__(self) -> Iterator[Message]:
        drafts = _drafts(self.source)
        messages = list(entries(self.source))
        headers = [
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Language", str(self.source.locale or "")),
            ("Plural-Forms", self.source.plural_forms),
            ("X-Korak-Drafts", str(drafts)),
            ("X-Korak-State", "draft" if drafts else "reviewed"),
            ("X-Korak-Untranslated", str(sum(not is_translated(message) for message in messages))),
        ]
        yield Message("", "".join(f"{name}: {value}\n" for name, value in headers))
        yield from (message for message in messages if is_translated(message))


def compile_all() -> None:
    """Compile each catalogue newer than its compiled form; drop compiled forms without a catalogue."""
    for compiled in LOCALES.glob("*/LC_MESSAGES/*.mo"):
        if not compiled.with_suffix(".po").exists():
            compiled.unlink()
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        compile_one(path)


def compile_one(path: Path) -> None:
    """Compile one catalogue beside itself."""
    compiled = path.with_suffix(".mo")
    buffer = BytesIO()
    write_mo(buffer, _Compiled(read(path, path.parent.parent.name)))
    unfinished = compiled.with_suffix(".mo.new")  # another start may be reading the old one
    unfinished.write_bytes(buffer.getvalue())
    unfinished.replace(compiled)


# -------------------------------------------------------------------------------------------------- check


def faults(domain: str) -> Iterator[str]:
    """Everything wrong with one domain's catalogues, a line each."""
    fresh = template(domain)
    complete = COMPLETE.get(domain, COMPLETE_PACK)
    for language in languages_of(domain):
        path = catalogue_path(language, domain)
        where = f"locales/{language}/LC_MESSAGES/{domain}.po"
        if not path.exists():
            yield f"{where}: is missing; run packaging/catalogues.py update"
            continue
        catalog = read(path, language)
        yield from (
            f"{where}: {fault}"
            for fault in faults_against(catalog, fresh, must_be_complete=language in complete)
        )


def faults_against(catalog: Catalog, fresh: Catalog, *, must_be_complete: bool) -> Iterator[str]:
    """What is wrong with a catalogue, given what there is to translate now."""
    lacking = [_shown(text) for text in entries(fresh) if not _holds(catalog, text)]
    unused = [_shown(text) for text in entries(catalog) if not _holds(fresh, text)]
    if lacking:
        yield f"lacks {len(lacking)}: {', '.join(lacking)}; run packaging/catalogues.py update"
    if unused:
        yield f"has {len(unused)} unused: {', '.join(unused)}; run packaging/catalogues.py update"
    untranslated = [_shown(text) for text in entries(catalog) if not any(forms(text))]
    if must_be_complete and untranslated:
        yield f"has {len(untranslated)} untranslated: {', '.join(untranslated)}"
    for message in entries(catalog):
        yield from faults_of_entry(message, catalog)


def _holds(catalog: Catalog, message: Message) -> bool:
    found = catalog.get(message.id, message.context)
    return found is not None and found.id == message.id


def faults_of_entry(message: Message, catalog: Catalog) -> Iterator[str]:
    """What is wrong with one entry; to be untranslated is no fault of the entry."""
    if message.fuzzy:
        yield f"{_shown(message)} is fuzzy; the program does not show fuzzy entries"
    if not any(forms(message)):
        return
    if message.pluralizable and len(forms(message)) != catalog.num_plurals:
        yield f"{_shown(message)} has {len(forms(message))} plural forms, wants {catalog.num_plurals}"
    if not is_translated(message):
        yield f"{_shown(message)} has an empty plural form"
    yield from _faults_of_placeholders(message, catalog)


def _faults_of_placeholders(message: Message, catalog: Catalog) -> Iterator[str]:
    original = message.id[-1] if message.pluralizable else message.id
    wanted = placeholders(original)
    of_one_number = _forms_of_one_number(catalog) if message.pluralizable else frozenset()
    for index, text in enumerate(forms(message)):
        found = placeholders(text)
        fits = found <= wanted if index in of_one_number else found == wanted
        if text and not fits:
            yield f"{_shown(message)} has placeholders {sorted(wanted)}, its translation {sorted(found)}"


def placeholders(text: str) -> set[str]:
    """The {names} and %(names)s in a text."""
    try:
        named = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        named = {f"not a format string: {text}"}
    return named | set(PERCENT.findall(text))


def _forms_of_one_number(catalog: Catalog) -> frozenset[int]:
    """The plural forms that only one number has ("one step"): they may leave the number out."""
    form_of = c2py(catalog.plural_expr)
    counted = Counter(form_of(number) for number in range(2000))
    return frozenset(form for form, count in counted.items() if count == 1)


def _shown(message: Message) -> str:
    text = message.id[0] if message.pluralizable else message.id
    return json.dumps(text if len(text) <= 60 else f"{text[:57]}...", ensure_ascii=False)


# --------------------------------------------------------------------------------------------------- main


def main(arguments: Iterable[str] | None = None) -> int:
    """Do what is asked; 1 when a check found a fault."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=["extract", "update", "compile", "check"])
    parser.add_argument("domains", nargs="*", help="korak or a pack's name; without one: all")
    options = parser.parse_args(None if arguments is None else list(arguments))
    domains = options.domains or [PROGRAM, *packs()]
    if options.verb == "compile":
        compile_all()
        return 0
    if options.verb == "check":
        found = [fault for domain in domains for fault in faults(domain)]
        print("\n".join(found) if found else "catalogues: all complete")
        return 1 if found else 0
    compile_all()  # places in packs are told in the program's language
    for domain in domains:
        extract(domain) if options.verb == "extract" else update(domain)
    return 0


if __name__ == "__main__":
    sys.exit(main())
